import type { Locale } from './locale.ts'
import type { sv } from './messages/sv.ts'

/** Binds use-intl's (and next-intl's) translators to our keys: an unknown key or a wrong argument does not compile. */
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof sv
  }
}

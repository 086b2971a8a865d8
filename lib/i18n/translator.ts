import { createTranslator } from 'use-intl/core'
import type { Locale } from './locale.ts'
import { messagesOf, type Namespace } from './messages.ts'

/**
 * Gives a translator of one namespace outside React: for letters and other words that the worker writes.
 * A message that cannot be formatted throws: a letter with a hole in it is not sent.
 */
export function createMailTranslator<Name extends Namespace>(locale: Locale, namespace: Name) {
  return createTranslator({
    locale,
    messages: messagesOf(locale),
    namespace,
    timeZone: 'Europe/Stockholm',
    onError: (error) => {
      throw error
    },
  })
}

import 'server-only'
import { cookies, headers } from 'next/headers'
import { isLocale, type Locale, negotiateLocale } from '#lib/i18n/locale.ts'

/** How the pages look: as the device says, always light, always dark. */
export type Theme = 'system' | 'light' | 'dark'

/** Language and look of the pages for this request. */
export type Preferences = { language: Locale; theme: Theme }

const languageCookie = 'talong-language'
const themeCookie = 'talong-theme'
const oneYearSeconds = 365 * 24 * 60 * 60

/** Tells whether a text names a theme. */
export function isTheme(text: unknown): text is Theme {
  return text === 'system' || text === 'light' || text === 'dark'
}

/**
 * Reads the preferences of this request. What is `stored` with the user goes first, then the cookie, then (language)
 * Accept-Language, then Swedish and the device's own look.
 */
export async function readPreferences(stored: Partial<Preferences> = {}): Promise<Preferences> {
  const jar = await cookies()
  const language = jar.get(languageCookie)?.value
  const theme = jar.get(themeCookie)?.value
  return {
    language:
      stored.language ??
      (isLocale(language) ? language : negotiateLocale((await headers()).get('accept-language'))),
    theme: stored.theme ?? (isTheme(theme) ? theme : 'system'),
  }
}

/**
 * Remembers preferences on this device for a year; from server actions and route handlers only. Sign-in calls it
 * with what is stored with the user, so that pages need no look-up to know their language.
 */
export async function rememberPreferences(chosen: Partial<Preferences>): Promise<void> {
  const jar = await cookies()
  const options = { path: '/', maxAge: oneYearSeconds, sameSite: 'lax', httpOnly: true } as const
  if (chosen.language !== undefined) jar.set(languageCookie, chosen.language, options)
  if (chosen.theme !== undefined) jar.set(themeCookie, chosen.theme, options)
}

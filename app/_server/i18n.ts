import { getRequestConfig } from 'next-intl/server'
import { messagesOf } from '#lib/i18n/messages.ts'
import { readPreferences } from './preferences.ts'

/** Tells next-intl the language of this request: a preference of the person, never a part of the address. */
export default getRequestConfig(async () => {
  const { language } = await readPreferences()
  return { locale: language, messages: messagesOf(language), timeZone: 'Europe/Stockholm' }
})

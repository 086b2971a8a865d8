'use client'

import { NextIntlClientProvider } from 'next-intl'
import { isLocale } from '#lib/i18n/locale.ts'
import { errors as englishErrors } from '#lib/i18n/messages/en/errors.ts'
import { common as englishCommon } from '#lib/i18n/messages/en/general.ts'
import { errors as swedishErrors } from '#lib/i18n/messages/sv/errors.ts'
import { common as swedishCommon } from '#lib/i18n/messages/sv/general.ts'
import { BrokenPage } from './_components/broken-page.client.tsx'
import { fontVariables } from './_components/fonts.ts'
import './globals.css'

const swedish = { common: swedishCommon, errors: swedishErrors }
const english = { common: englishCommon, errors: englishErrors }

// The same keys and arguments (lib/i18n/messages/en.ts does not compile otherwise); only the literal words differ.
const words = { sv: swedish, en: english as unknown as typeof swedish }

/** Stands in for the root layout itself when that fails, so it brings its own words, in the language the page had. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const had = typeof document === 'undefined' ? 'sv' : document.documentElement.lang
  const locale = isLocale(had) ? had : 'sv'
  return (
    <html lang={locale} className={fontVariables}>
      <body>
        <title>{`${words[locale].errors.brokenTitle} – Talong`}</title>
        <NextIntlClientProvider locale={locale} messages={words[locale]} timeZone="Europe/Stockholm">
          <main id="main">
            <BrokenPage reference={error.digest} />
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}

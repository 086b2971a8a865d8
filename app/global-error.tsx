'use client'

import { isLocale } from '#lib/i18n/locale.ts'
import { BrokenPage, brokenWords } from './_components/broken-page.client.tsx'
import { fontVariables } from './_components/fonts.ts'
import './globals.css'

/** Stands in for the root layout itself when that fails, in the language the page had. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const had = typeof document === 'undefined' ? 'sv' : document.documentElement.lang
  const locale = isLocale(had) ? had : 'sv'
  return (
    <html lang={locale} className={fontVariables}>
      <body>
        <title>{`${brokenWords[locale].title} – Talong`}</title>
        <main id="main">
          <BrokenPage locale={locale} reference={error.digest} />
        </main>
      </body>
    </html>
  )
}

import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from './_components/client-messages.tsx'
import { fontVariables } from './_components/fonts.ts'
import { readPreferences } from './_server/preferences.ts'
import './globals.css'

/** Every page is rendered for its request: the CSP nonce is new each time, and language and look are the person's. */
export const dynamic = 'force-dynamic'

/** Titles read "{page} – Talong"; numbers on a page are never made into telephone links. */
export const metadata: Metadata = {
  title: { template: '%s – Talong', default: 'Talong' },
  applicationName: 'Talong',
  formatDetection: { telephone: false, email: false, address: false, date: false },
  referrer: 'same-origin',
}

/** Zoom is never limited. The colours are the canvas of both themes. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f1ea' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1412' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const { theme } = await readPreferences()
  const words = await getTranslations('common')
  return (
    <html lang={locale} data-theme={theme} className={fontVariables}>
      <body>
        <a href="#main" className="skip-link">
          {words('skipToContent')}
        </a>
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  )
}

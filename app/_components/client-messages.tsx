import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Namespace, pickMessages } from '#lib/i18n/messages.ts'

/** The words that every page sends to the browser: those of our own client components, and the error pages'. */
export const sharedNamespaces = ['common', 'errors'] as const satisfies readonly Namespace[]

type ClientMessagesProps = { namespaces?: readonly Namespace[]; children: ReactNode }

/**
 * Gives the client components below it the shared words and those of the namespaces named. A page whose client
 * components say more wraps them: `<ClientMessages namespaces={['invoice']}>`.
 */
export async function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const locale = await getLocale()
  const messages = pickMessages(locale, [...sharedNamespaces, ...namespaces])
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}

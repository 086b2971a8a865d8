import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { compileWords } from '#lib/i18n/compile-words.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { type Messages, type Namespace, pickMessages } from '#lib/i18n/messages.ts'

/** The words that every page sends to the browser: those of the small components that are everywhere. */
export const sharedNamespaces = ['common', 'errors'] as const satisfies readonly Namespace[]

type ClientMessagesProps = { namespaces?: readonly Namespace[]; children: ReactNode }

/**
 * Gives the client components below it the shared words and those of the namespaces named. A page whose client
 * components say more wraps them: `<ClientMessages namespaces={['invoice']}>`.
 */
export async function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const locale = await getLocale()
  return (
    <ClientWords locale={locale} words={pickMessages(locale, [...sharedNamespaces, ...namespaces])}>
      {children}
    </ClientWords>
  )
}

type ClientWordsProps = { locale: Locale; words: object; children: ReactNode }

/** The same for words that were picked one by one. */
export function ClientWords({ locale, words, children }: ClientWordsProps) {
  return (
    // use-intl's types know only texts; what it is given here is what format-compiled.ts reads.
    <NextIntlClientProvider locale={locale} messages={compileWords(words) as unknown as Messages}>
      {children}
    </NextIntlClientProvider>
  )
}

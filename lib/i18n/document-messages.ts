import { createTranslator } from 'use-intl/core'
import { compileWords } from './compile-words.ts'
import type { Locale } from './locale.ts'
import { document as documentEn } from './messages/en/document.ts'
import { paper as paperEn } from './messages/en/paper.ts'
import { units as unitsEn } from './messages/en/units.ts'
import { document } from './messages/sv/document.ts'
import { paper } from './messages/sv/paper.ts'
import { units } from './messages/sv/units.ts'
import type { Messages } from './messages.ts'

/** The words that stand on an invoice, without all the others: for a browser that shows one. */
export type DocumentMessages = Pick<Messages, 'document' | 'paper' | 'units'>

// As in messages.ts: the same keys and arguments, only the words differ.
const trees: Readonly<Record<Locale, DocumentMessages>> = {
  sv: { document, paper, units },
  en: { document: documentEn, paper: paperEn, units: unitsEn } as unknown as DocumentMessages,
}

/** Gives the words that stand on an invoice in a language, compiled as client components take them. */
export function documentMessagesOf(locale: Locale): DocumentMessages {
  return compileWords(trees[locale]) as unknown as DocumentMessages
}

/** Gives a translator of the words an invoice itself carries, in a browser. One that cannot be formatted shows its key. */
export function createDocumentTranslator(locale: Locale) {
  const messages = { document: documentMessagesOf(locale).document }
  return createTranslator({ locale, messages, namespace: 'document', timeZone: 'Europe/Stockholm' })
}

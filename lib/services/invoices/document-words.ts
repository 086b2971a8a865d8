import type { IsoDate } from '#lib/core/dates.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'
import {
  type CompanyWords,
  type DocumentWords,
  documentLanguageOf,
  documentWordsOf,
} from '#lib/invoice/document-words.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'

/** The words an invoice itself carries, in its language: the chosen one, else that of the buyer's country. */
export function documentWords(
  draft: InvoiceDraft,
  buyerCountry: string,
  today: IsoDate,
  company: CompanyWords = {},
): DocumentWords {
  const language = documentLanguageOf(draft, buyerCountry)
  return documentWordsOf(draft, today, company, language, createMailTranslator(language, 'document'))
}

/** That an invoice is credited: the note of a credit note, in the invoice's language. */
export function creditingText(invoiceNumber: string, language: Locale): string {
  return createMailTranslator(language, 'document')('crediting', { number: invoiceNumber })
}

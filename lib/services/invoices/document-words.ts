import { chargeReasons, discountReasons } from '#lib/codelists/adjustment-reasons.ts'
import { unregisteredVatChoice, type VatChoice, zeroVatChoices } from '#lib/codelists/vat-choices.ts'
import { readAmount } from '#lib/core/amount-input.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { toShortestText } from '#lib/core/decimal.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { createMailTranslator } from '#lib/i18n/translator.ts'
import type { DocumentWords } from '#lib/invoice/document-words.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { SellerProfile } from '#lib/invoice/parties.ts'
import { draftDates, readDate, termsTextOf } from '#lib/invoice/terms.ts'

/** What of the company the words of its invoices follow. */
type CompanyWords = Pick<SellerProfile, 'interestText' | 'accountingCurrency'>

type Translate = ReturnType<typeof createMailTranslator<'document'>>

/** The language of the texts an invoice itself carries: the chosen one, else Swedish for a buyer in Sweden. */
export function documentLanguageOf(draft: InvoiceDraft, buyerCountry: string): Locale {
  if (draft.documentLanguage !== '') return draft.documentLanguage
  return buyerCountry === 'SE' ? 'sv' : 'en'
}

/** The words an invoice itself carries (BT-20, BT-97 … BT-144, BT-120, the exchange rate in BT-22), in its language. */
export function documentWords(
  draft: InvoiceDraft,
  buyerCountry: string,
  today: IsoDate,
  company: CompanyWords = {},
): DocumentWords {
  const language = documentLanguageOf(draft, buyerCountry)
  const t = createMailTranslator(language, 'document')
  return {
    paymentTermsText: paymentTermsText(draft, today, company, t),
    exchangeRate: exchangeRateText(draft, today, company, language, t),
    exemptionReasons: Object.fromEntries(
      [...zeroVatChoices, unregisteredVatChoice].flatMap((choice) => {
        const word = isWorded(choice) ? t(`exemptions.${choice}`) : ''
        return word === '' ? [] : [[choice, word]]
      }),
    ),
    adjustmentReasons: Object.fromEntries(
      [...discountReasons, ...chargeReasons].map((code) => [code, t(`reasons.${code}`)]),
    ),
  }
}

/** That an invoice is credited: the note of a credit note, in the invoice's language. */
export function creditingText(invoiceNumber: string, language: Locale): string {
  return createMailTranslator(language, 'document')('crediting', { number: invoiceNumber })
}

/** The zero rate takes no reason, and *Annan momsfri försäljning* that of the person. */
function isWorded(choice: VatChoice): choice is WordedChoice {
  return (
    choice !== 'zero-rated' && choice !== 'exempt-other' && !choice.startsWith('rate') && choice !== 'food'
  )
}

type WordedChoice = Exclude<
  VatChoice,
  'rate-25' | 'rate-12' | 'rate-6' | 'food' | 'zero-rated' | 'exempt-other'
>

function paymentTermsText(
  draft: InvoiceDraft,
  today: IsoDate,
  { interestText = '' }: CompanyWords,
  t: Translate,
): string {
  if (draft.kind === 'credit-note') return t('settlement')
  const terms = termsTextOf(draft, today)
  if (terms === null) return ''
  const interest = interestText.trim() === '' ? t('lateInterest') : interestText.trim()
  switch (terms.code) {
    case 'net-days':
      return `${t('netDays', { days: String(terms.params.days) })} ${interest}`
    case 'end-of-month':
      return `${t('endOfMonth', { days: String(terms.params.days) })} ${interest}`
    case 'on-receipt':
      return `${t('onReceipt')} ${interest}`
    case 'pay-by':
      return `${t('payBy', { date: terms.params.date })} ${interest}`
  }
}

/** Empty while there is no rate to tell. */
function exchangeRateText(
  draft: InvoiceDraft,
  today: IsoDate,
  { accountingCurrency = 'SEK' }: CompanyWords,
  language: Locale,
  t: Translate,
): string {
  const rate = readAmount(draft.exchangeRate)
  const date =
    readDate(draft.exchangeRateDate, today) ??
    readDate(draft.deliveryDate, today) ??
    draftDates(draft, today).issueDate
  if (rate.kind !== 'value' || date === null) return ''
  const number = toShortestText(rate.value)
  return t('exchangeRate', {
    rate: language === 'sv' ? number.replace('.', ',') : number,
    accounting: accountingCurrency,
    currency: draft.currency,
    date,
  })
}

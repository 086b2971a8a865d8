import { type AdjustmentReason, chargeReasons, discountReasons } from '#lib/codelists/adjustment-reasons.ts'
import { unregisteredVatChoice, type VatChoice, zeroVatChoices } from '#lib/codelists/vat-choices.ts'
import { readAmount } from '#lib/core/amount-input.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { toShortestText } from '#lib/core/decimal.ts'
import type { InvoiceDraft } from './draft.ts'
import type { SellerProfile } from './parties.ts'
import { draftDates, readDate, termsTextOf } from './terms.ts'

/** The words an invoice itself carries that the domain does not have, all in the invoice's language. */
export type DocumentWords = {
  /** BT-20, used unless the person wrote another text; for a credit note how it is settled. */
  readonly paymentTermsText: string
  /** The sentence in BT-22 that tells the exchange rate; written only when VAT is stated in kronor too. */
  readonly exchangeRate: string
  /** BT-120 by choice; a choice that has none, or is worded by the person, is not here. */
  readonly exemptionReasons: Readonly<Partial<Record<VatChoice, string>>>
  /** BT-97, BT-104, BT-139, BT-144 by reason code, where nothing else was typed. */
  readonly adjustmentReasons: Readonly<Record<string, string>>
}

/** A language an invoice can be in. */
export type DocumentLanguage = 'sv' | 'en'

/** A choice without VAT that has words of its own. */
type WordedChoice = Exclude<
  VatChoice,
  'rate-25' | 'rate-12' | 'rate-6' | 'food' | 'zero-rated' | 'exempt-other'
>

type DocumentKey =
  | 'netDays'
  | 'endOfMonth'
  | 'onReceipt'
  | 'payBy'
  | 'lateInterest'
  | 'settlement'
  | 'exchangeRate'
  | `exemptions.${WordedChoice}`
  | `reasons.${AdjustmentReason}`

type DocumentValues = Readonly<Record<'accounting' | 'currency' | 'date' | 'days' | 'rate', string>>

/** Says a message of `document` in the invoice's language. */
export type SayDocument = (key: DocumentKey, values: DocumentValues) => string

type Say = (key: DocumentKey, values?: Partial<DocumentValues>) => string

const noValues: DocumentValues = { accounting: '', currency: '', date: '', days: '', rate: '' }

/** What of the company the words of its invoices follow. */
export type CompanyWords = Pick<SellerProfile, 'interestText' | 'accountingCurrency'>

/** The language of the texts an invoice itself carries: the chosen one, else Swedish for a buyer in Sweden. */
export function documentLanguageOf(draft: InvoiceDraft, buyerCountry: string): DocumentLanguage {
  if (draft.documentLanguage !== '') return draft.documentLanguage
  return buyerCountry === 'SE' ? 'sv' : 'en'
}

/** The words an invoice itself carries (BT-20, BT-97 … BT-144, BT-120, the exchange rate in BT-22), as `sayWith` says them. */
export function documentWordsOf(
  draft: InvoiceDraft,
  today: IsoDate,
  company: CompanyWords,
  language: DocumentLanguage,
  sayWith: SayDocument,
): DocumentWords {
  const say: Say = (key, values = {}) => sayWith(key, { ...noValues, ...values })
  return {
    paymentTermsText: paymentTermsText(draft, today, company, say),
    exchangeRate: exchangeRateText(draft, today, company, language, say),
    exemptionReasons: Object.fromEntries(
      [...zeroVatChoices, unregisteredVatChoice].flatMap((choice) => {
        const word = isWorded(choice) ? say(`exemptions.${choice}`) : ''
        return word === '' ? [] : [[choice, word]]
      }),
    ),
    adjustmentReasons: Object.fromEntries(
      [...discountReasons, ...chargeReasons].map((code) => [code, say(`reasons.${code}`)]),
    ),
  }
}

/** The zero rate takes no reason, and *Annan momsfri försäljning* that of the person. */
function isWorded(choice: VatChoice): choice is WordedChoice {
  return (
    choice !== 'zero-rated' && choice !== 'exempt-other' && !choice.startsWith('rate') && choice !== 'food'
  )
}

function paymentTermsText(
  draft: InvoiceDraft,
  today: IsoDate,
  { interestText = '' }: CompanyWords,
  say: Say,
): string {
  if (draft.kind === 'credit-note') return say('settlement')
  const terms = termsTextOf(draft, today)
  if (terms === null) return ''
  const interest = interestText.trim() === '' ? say('lateInterest') : interestText.trim()
  switch (terms.code) {
    case 'net-days':
      return `${say('netDays', { days: String(terms.params.days) })} ${interest}`
    case 'end-of-month':
      return `${say('endOfMonth', { days: String(terms.params.days) })} ${interest}`
    case 'on-receipt':
      return `${say('onReceipt')} ${interest}`
    case 'pay-by':
      return `${say('payBy', { date: terms.params.date })} ${interest}`
  }
}

/** Empty while there is no rate to tell. */
function exchangeRateText(
  draft: InvoiceDraft,
  today: IsoDate,
  { accountingCurrency = 'SEK' }: CompanyWords,
  language: DocumentLanguage,
  say: Say,
): string {
  const rate = readAmount(draft.exchangeRate)
  const date =
    readDate(draft.exchangeRateDate, today) ??
    readDate(draft.deliveryDate, today) ??
    draftDates(draft, today).issueDate
  if (rate.kind !== 'value' || date === null) return ''
  const number = toShortestText(rate.value)
  return say('exchangeRate', {
    rate: language === 'sv' ? number.replace('.', ',') : number,
    accounting: accountingCurrency,
    currency: draft.currency,
    date,
  })
}

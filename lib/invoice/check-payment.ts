import { isCurrencyCode } from '#lib/codelists/currencies.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { compare, isNegative, toFixedText } from '#lib/core/decimal.ts'
import type { Result } from '#lib/core/result.ts'
import { cleanLine } from '#lib/core/text.ts'
import { parseBankgiro } from '#lib/party/bankgiro.ts'
import { parseBic } from '#lib/party/bic.ts'
import { parseIban } from '#lib/party/iban.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import { checkOcr, makeOcr, type OcrMode } from '#lib/party/ocr.ts'
import { parsePlusgiro } from '#lib/party/plusgiro.ts'
import { isUnreadable } from './check-dates.ts'
import { type NumberRule, numberProblem } from './check-number.ts'
import type { InvoiceDraft } from './draft.ts'
import { type Fault, type FaultCode, fault } from './faults.ts'
import type { PaymentAccount, PaymentAccountKind } from './parties.ts'
import { sharedOcrMode } from './terms.ts'
import type { ReadDraft } from './totals.ts'

const paidRule: NumberRule = {
  unreadable: 'paid-amount-unreadable',
  negative: 'paid-amount-negative',
  decimals: { code: 'paid-amount-decimals', max: 2 },
}

const exchangeRateRule: NumberRule = {
  missing: 'exchange-rate-missing',
  unreadable: 'exchange-rate-unreadable',
  negative: 'exchange-rate-unreadable',
  zero: 'exchange-rate-unreadable',
  decimals: { code: 'exchange-rate-decimals', max: 6 },
}

/**
 * Judges the currency, and in another than the accounting currency the rate to it and its day (BR-CL-04, T-07, T-14,
 * T-15, T-29): else nobody sees them.
 */
export function checkCurrency(
  draft: InvoiceDraft,
  { vatAccounting }: ReadDraft,
  today: IsoDate,
): readonly Fault[] {
  if (!isCurrencyCode(draft.currency)) return [fault('currency-unknown', 'currency')]
  if (vatAccounting === null) return []
  const { currency } = vatAccounting
  const problem = numberProblem(draft.exchangeRate, exchangeRateRule)
  return [
    ...(problem === null ? [] : [fault(problem.code, 'exchangeRate', { currency, ...problem.params })]),
    ...(isUnreadable(draft.exchangeRateDate, today) ? [fault('date-unreadable', 'exchangeRateDate')] : []),
  ]
}

/** Judges what is already paid (BT-113): T-14, T-15, and T-38 when it is more than the total. */
export function checkPaidAmount(draft: InvoiceDraft, { totals }: ReadDraft): readonly Fault[] {
  const problem = numberProblem(draft.paidAmount, paidRule)
  if (problem !== null) return [fault(problem.code, 'paidAmount', problem.params ?? {})]
  const exceeds = compare(totals.paidAmount, totals.totalWithVat) > 0 && !isNegative(totals.totalWithVat)
  return exceeds
    ? [fault('paid-amount-exceeds', 'paidAmount', { total: toFixedText(totals.totalWithVat, 2) })]
    : []
}

/**
 * Judges the accounts to be paid to (T-22 … T-26, T-30): an invoice has at least one, each with right check digits;
 * another currency than kronor wants an IBAN with a BIC.
 */
export function checkAccounts(
  accounts: readonly PaymentAccount[],
  { kind, currency }: Pick<InvoiceDraft, 'kind' | 'currency'> = { kind: 'invoice', currency: 'SEK' },
): readonly Fault[] {
  const field = 'paymentAccountIds'
  if (accounts.length === 0) return kind === 'invoice' ? [fault('account-missing', field)] : []
  const isForeign = currency !== 'SEK'
  const faults = accounts.flatMap((account) => {
    const { parse, code } = accountChecks[account.kind]
    if (!parse(account.number).ok) return [fault(code, field, { number: account.number })]
    return isBicRight(account, isForeign) ? [] : [fault('bic-faulty', field, { number: account.number })]
  })
  const hasIban = accounts.some((account) => account.kind === 'iban')
  return isForeign && !hasIban ? [...faults, fault('account-kronor-only', field)] : faults
}

/** Judges a typed payment reference by the OCR mode of the accounts (T-27, T-28). A credit note has none. */
export function checkPaymentReference(
  draft: InvoiceDraft,
  accounts: readonly PaymentAccount[],
): readonly Fault[] {
  if (draft.kind === 'credit-note') return []
  const field = 'paymentReference'
  const mode = sharedOcrMode(accounts)
  if (!draft.paymentReferenceEdited) {
    const isLong = mode.startsWith('fixed') && /\d/.test(draft.invoiceNumber)
    return isLong && !makeOcr(draft.invoiceNumber, mode).ok ? [fault('ocr-number-long', field)] : []
  }
  const typed = cleanLine(draft.paymentReference)
  if (typed === '') return [fault('payment-reference-missing', field)]
  const read = checkOcr(typed, mode)
  if (read.ok) return []
  if (read.code === 'characters' || read.code === 'length') return [fault(`ocr-${read.code}`, field)]
  const suggestion = correctedOcr(typed.replace(/\s/g, ''), mode)
  const digit = suggestion.at(read.code === 'check-digit' ? -1 : -2) ?? ''
  return [fault(`ocr-${read.code}`, field, { digit, suggestion })]
}

/** The same OCR with its check digit, and its length digit where the mode has one, as they should be. */
function correctedOcr(digits: string, mode: OcrMode): string {
  const body = mode.includes('length-digit')
    ? `${digits.slice(0, -2)}${digits.length % 10}`
    : digits.slice(0, -1)
  return `${body}${luhnDigit(body)}`
}

/** A BIC is of the IBAN's country; abroad it must be there. */
function isBicRight({ kind, number, bic = '' }: PaymentAccount, isForeign: boolean): boolean {
  if (kind !== 'iban') return true
  if (bic === '') return !isForeign
  const read = parseBic(bic)
  return read.ok && read.value.slice(4, 6) === number.slice(0, 2)
}

const accountChecks: Readonly<
  Record<
    PaymentAccountKind,
    { readonly parse: (text: string) => Result<string, string>; readonly code: FaultCode }
  >
> = {
  bankgiro: { parse: parseBankgiro, code: 'bankgiro-faulty' },
  plusgiro: { parse: parsePlusgiro, code: 'plusgiro-faulty' },
  iban: { parse: parseIban, code: 'iban-faulty' },
}

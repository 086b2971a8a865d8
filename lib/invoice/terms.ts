import { readAmount } from '#lib/core/amount-input.ts'
import { addDays, compareDates, type IsoDate, lastDayOfMonth, readDateInput } from '#lib/core/dates.ts'
import { toShortestText } from '#lib/core/decimal.ts'
import { keptFor } from '#lib/core/kept.ts'
import { cleanLine } from '#lib/core/text.ts'
import { checkOcr, makeOcr, type OcrMode } from '#lib/party/ocr.ts'
import type { InvoiceDraft } from './draft.ts'
import type { PaymentAccount, PaymentAccountKind } from './parties.ts'

/** Days are counted from the issue date, or from the end of its month. */
export type TermsMode = 'net' | 'end-of-month'

/** What a draft's dates come to. Null = empty or unreadable. */
export type DraftDates = {
  /** BT-2. */
  readonly issueDate: IsoDate | null
  /** BT-9. */
  readonly dueDate: IsoDate | null
  readonly termsDays: number | null
}

/** The sentence of BT-20 as a message code and its values; the words are in the messages. */
export type TermsText =
  | { readonly code: 'net-days'; readonly params: { readonly days: number } }
  | { readonly code: 'end-of-month'; readonly params: { readonly days: number } }
  | { readonly code: 'on-receipt'; readonly params: Record<string, never> }
  | { readonly code: 'pay-by'; readonly params: { readonly date: IsoDate } }

/** The day so many calendar days after the issue date, or after the end of its month. Weekends are not moved. */
export function dueDateOf(issueDate: IsoDate, days: number, mode: TermsMode = 'net'): IsoDate {
  return addDays(mode === 'net' ? issueDate : lastDayOfMonth(issueDate), days)
}

/** Reads typed days of payment: a whole number 0–365, or null. */
export function readTermsDays(text: string): number | null {
  const read = readAmount(text.replace(/ ?(?:dagar|days|d)\.?$/i, ''))
  if (read.kind !== 'value') return null
  const days = toShortestText(read.value)
  return /^\d{1,3}$/.test(days) && Number(days) <= 365 ? Number(days) : null
}

/** Reads a typed date; null when empty or unreadable. */
export function readDate(text: string, today: IsoDate): IsoDate | null {
  const read = readDateInput(text, today)
  return read.kind === 'value' ? read.value : null
}

/**
 * The dates a draft stands for: an unedited issue date is today's, an unedited due date follows from the days. A
 * credit note falls due only when a date was typed.
 */
export function draftDates(draft: InvoiceDraft, today: IsoDate): DraftDates {
  return datesOf(draft, today, () => readDates(draft, today))
}

/** Many parts of the form ask at each key: each draft is read once. */
const datesOf = keptFor<InvoiceDraft, DraftDates>()

function readDates(draft: InvoiceDraft, today: IsoDate): DraftDates {
  const issueDate = draft.issueDateEdited ? readDate(draft.issueDate, today) : today
  const termsDays = readTermsDays(draft.paymentTermsDays)
  if (draft.dueDateEdited) return { issueDate, termsDays, dueDate: readDate(draft.dueDate, today) }
  return {
    issueDate,
    termsDays,
    dueDate: draft.kind === 'credit-note' ? null : dueDateByDays(draft, issueDate),
  }
}

function dueDateByDays(draft: InvoiceDraft, issueDate: IsoDate | null): IsoDate | null {
  const days = readTermsDays(draft.paymentTermsDays)
  return issueDate === null || days === null ? null : dueDateOf(issueDate, days, draft.paymentTermsMode)
}

/** The sentence about payment that follows from an invoice's dates; null while they say nothing. */
export function termsTextOf(draft: InvoiceDraft, today: IsoDate): TermsText | null {
  const { issueDate, dueDate, termsDays } = draftDates(draft, today)
  const byDays = dueDateByDays(draft, issueDate)
  if (draft.dueDateEdited && dueDate !== null && (byDays === null || compareDates(byDays, dueDate) !== 0)) {
    return { code: 'pay-by', params: { date: dueDate } }
  }
  if (termsDays === null) return null
  if (draft.paymentTermsMode === 'end-of-month') return { code: 'end-of-month', params: { days: termsDays } }
  return termsDays === 0
    ? { code: 'on-receipt', params: {} }
    : { code: 'net-days', params: { days: termsDays } }
}

/**
 * BT-83: the OCR the mode makes of the number's digits; the number itself when the mode is none, the number has no
 * digits or is too long for an OCR.
 */
export function paymentReferenceOf(invoiceNumber: string, mode: OcrMode): string {
  const ocr = makeOcr(invoiceNumber, mode)
  return ocr.ok ? ocr.value : invoiceNumber
}

/**
 * BT-83 of a draft: what was typed, else what the accounts make of its number. A credit note has its own number,
 * never an OCR.
 */
export function draftPaymentReference(
  draft: InvoiceDraft,
  invoiceNumber: string,
  accounts: readonly PaymentAccount[],
): string {
  if (draft.kind === 'credit-note') return invoiceNumber
  const mode = sharedOcrMode(accounts)
  if (!draft.paymentReferenceEdited) return paymentReferenceOf(invoiceNumber, mode)
  const typed = checkOcr(cleanLine(draft.paymentReference), mode)
  return typed.ok ? typed.value : cleanLine(draft.paymentReference)
}

const kindOrder: readonly PaymentAccountKind[] = ['bankgiro', 'plusgiro', 'iban']

/**
 * The chosen accounts in the order they are written: the company's first one first, then bankgiro, plusgiro, IBAN.
 * Ids of accounts that are gone are passed over.
 */
export function chosenAccounts(
  ids: readonly string[],
  accounts: readonly PaymentAccount[],
): readonly PaymentAccount[] {
  const [first, ...rest] = accounts.filter((account) => ids.includes(account.id))
  if (first === undefined) return []
  return [first, ...rest.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind))]
}

/** The OCR mode that all accounts share in one invoice (UBL-SR-44): that of the first one that demands OCR. */
export function sharedOcrMode(accounts: readonly PaymentAccount[]): OcrMode {
  return accounts.find((account) => account.ocrMode !== 'none')?.ocrMode ?? 'none'
}

import { compareDates, daysBetween, type IsoDate, readDateInput } from '#lib/core/dates.ts'
import { isNegative } from '#lib/core/decimal.ts'
import { checkLines } from './check-lines.ts'
import { checkAccounts, checkCompany, checkCustomer, checkSellerVat } from './check-parties.ts'
import { filledLines, type InvoiceDraft } from './draft.ts'
import { type Fault, fault } from './faults.ts'
import type { BuyerProfile, PaymentAccount, SellerProfile } from './parties.ts'
import { chosenAccounts, draftDates, readDate } from './terms.ts'
import { draftTotals } from './totals.ts'

/** A draft and all that decides whether it is whole. `accounts`: the company's, its default first. */
export type DraftInput = {
  readonly draft: InvoiceDraft
  readonly company: SellerProfile
  readonly customer: BuyerProfile | null
  readonly accounts: readonly PaymentAccount[]
  readonly today: IsoDate
}

const invoiceNumberPattern = /^[0-9A-Za-zÅÄÖåäö/-]{1,20}$/
const emptyReferences = new Set(['NA', 'N/A', 'X', 'OKÄND', 'SAKNAS'])
const maxDaysAhead = 30
const maxDaysBack = 365

/**
 * Judges a draft by all that *Gå vidare* demands and gives every fault at once, in the order of the form. Pure and
 * quick enough to run while somebody types. Empty = the draft can become an invoice and be sent.
 */
export function checkDraft(input: DraftInput): readonly Fault[] {
  const { draft, company, today } = input
  return [
    ...checkCustomer(draft.customerId === '' ? null : input.customer),
    ...checkKind(draft),
    ...checkNumber(draft),
    ...checkDates(draft, today),
    ...checkReferences(draft),
    ...checkLinesAndTotal(input),
    ...checkAccounts(chosenAccounts(draft.paymentAccountIds, input.accounts)),
    ...checkCompany(company),
    ...(filledLines(draft).length === 0 ? [] : checkSellerVat(company)),
  ]
}

function checkKind(draft: InvoiceDraft): readonly Fault[] {
  return [
    ...(draft.kind === 'invoice' ? [] : [fault('original-missing', 'kind')]),
    ...(draft.currency === 'SEK'
      ? []
      : [fault('currency-not-offered', 'currency', { currency: draft.currency })]),
  ]
}

/** An unedited number is only a proposal: the series gives the number. */
function checkNumber(draft: InvoiceDraft): readonly Fault[] {
  const number = draft.invoiceNumber.trim()
  if (number === '')
    return draft.invoiceNumberEdited ? [fault('invoice-number-missing', 'invoiceNumber')] : []
  return invoiceNumberPattern.test(number) ? [] : [fault('invoice-number-characters', 'invoiceNumber')]
}

function checkDates(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  return [
    ...checkIssueDate(draft, today),
    ...checkDueDate(draft, today),
    ...(['deliveryDate', 'periodStart', 'periodEnd'] as const).flatMap((field) =>
      isUnreadable(draft[field], today) ? [fault('date-unreadable', field)] : [],
    ),
    ...checkPeriod(draft, today),
  ]
}

function checkIssueDate(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  const { issueDate } = draftDates(draft, today)
  if (issueDate === null) {
    return [fault(draft.issueDate.trim() === '' ? 'issue-date-missing' : 'date-unreadable', 'issueDate')]
  }
  const days = daysBetween(today, issueDate)
  return days > maxDaysAhead || days < -maxDaysBack ? [fault('issue-date-far', 'issueDate', { days })] : []
}

function checkDueDate(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  const { issueDate, dueDate, termsDays } = draftDates(draft, today)
  if (!draft.dueDateEdited) {
    if (termsDays !== null) return []
    const isMissing = draft.paymentTermsDays.trim() === ''
    return [
      isMissing ? fault('due-date-missing', 'dueDate') : fault('terms-days-unreadable', 'paymentTermsDays'),
    ]
  }
  if (dueDate === null) {
    return [fault(draft.dueDate.trim() === '' ? 'due-date-missing' : 'date-unreadable', 'dueDate')]
  }
  if (issueDate === null || compareDates(dueDate, issueDate) >= 0) return []
  return [fault('due-date-early', 'dueDate', { issueDate })]
}

function checkPeriod(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  const start = readDate(draft.periodStart, today)
  const end = readDate(draft.periodEnd, today)
  if (start === null || end === null || compareDates(end, start) >= 0) return []
  return [fault('period-reversed', 'periodEnd')]
}

function checkReferences(draft: InvoiceDraft): readonly Fault[] {
  if (draft.buyerReference.trim() === '' && draft.purchaseOrderReference.trim() === '') {
    return [fault('reference-missing', 'buyerReference')]
  }
  return (['buyerReference', 'purchaseOrderReference'] as const).flatMap((field) => {
    const reference = draft[field].trim()
    return reference === '' || saysSomething(reference)
      ? []
      : [fault('reference-says-nothing', field, { reference })]
  })
}

/** The official rules are content with a lone point; no recipient is. T-10. */
function saysSomething(reference: string): boolean {
  const characters = reference.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return characters >= 2 && !emptyReferences.has(reference.toUpperCase())
}

/** The sum is judged only when every row is right: before that it says nothing. */
function checkLinesAndTotal({ draft, today }: DraftInput): readonly Fault[] {
  const faults = checkLines(draft)
  if (faults.length > 0) return faults
  return isNegative(draftTotals(draft, { today }).totalWithVat) ? [fault('total-negative', 'lines')] : []
}

function isUnreadable(text: string, today: IsoDate): boolean {
  return readDateInput(text, today).kind === 'invalid'
}

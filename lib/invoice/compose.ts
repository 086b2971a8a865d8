import { isObjectScheme } from '#lib/codelists/object-schemes.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { cleanLine, cleanText } from '#lib/core/text.ts'
import { checkDraft, type DraftInput, totalsOptionsOf } from './check-draft.ts'
import { isBlank } from './check-references.ts'
import { documentAdjustmentsOf, lineOf, periodOf, type ReadyLine, vatBreakdownOf } from './compose-lines.ts'
import { accountOf, buyerOf, deliveryOf, sellerOf } from './compose-parties.ts'
import type { DocumentWords } from './document-words.ts'
import type { InvoiceDraft } from './draft.ts'
import { type Fault, stopsOf } from './faults.ts'
import type { Invoice, InvoiceTotals } from './model.ts'
import { chosenAccounts, draftDates, draftPaymentReference, readDate } from './terms.ts'
import { type ReadDraft, readDraft } from './totals.ts'

/** A whole draft, the number the series gave it, and the words that the domain does not have. */
export type ComposeInput = DraftInput & {
  /** BT-1. */
  readonly number: string
  /** In the invoice's language. */
  readonly words: DocumentWords
}

/**
 * Makes the invoice of a draft: parsed, computed, complete. Fault `incomplete` carries what stops it (the same as
 * `checkDraft` says), so an invoice that exists has passed. Warnings and what only holds the sending do not stop it.
 * `faults`: what `checkDraft` has just said of this very input, where the caller has asked it already.
 */
export function composeInvoice(
  input: ComposeInput,
  faults: readonly Fault[] = checkDraft(input),
): Result<Invoice, 'incomplete', readonly Fault[]> {
  const stops = stopsOf(faults)
  return stops.length > 0 ? fail('incomplete', stops) : succeed(compose(input))
}

function compose(input: ComposeInput): Invoice {
  const { draft, company, customer, accounts, today, number, words } = input
  const dates = draftDates(draft, today)
  const chosen = chosenAccounts(draft.paymentAccountIds, accounts)
  const read = readDraft(draft, totalsOptionsOf(input))
  const lines = readyLines(draft, read)
  const vatBreakdown = vatBreakdownOf(read, lines, words)
  const withVat = vatBreakdown.some((group) => group.category !== 'O')
  const isCredit = draft.kind === 'credit-note'
  // A credit note without an account is not paid: its payment, day and reference too, is not written at all.
  const isPaidTo = chosen.length > 0
  return {
    kind: draft.kind,
    invoiceNumber: number,
    issueDate: checked(dates.issueDate, 'issueDate'),
    dueDate: isCredit ? (isPaidTo ? dates.dueDate : null) : checked(dates.dueDate, 'dueDate'),
    currency: draft.currency,
    vatAccounting: vatAccountingOf(read),
    note: noteOf(input, read),
    ...referencesOf(draft),
    precedingInvoices: draft.precedingInvoices
      .filter((each) => !isBlank(each))
      .map((each) => ({ number: cleanLine(each.number), issueDate: readDate(each.issueDate, today) })),
    seller: sellerOf(company, draft.sellerContactName, withVat),
    buyer: buyerOf(checked(customer, 'customer'), draft, withVat),
    deliveryDate: readDate(draft.deliveryDate, today),
    invoicingPeriod: periodOf(draft.periodStart, draft.periodEnd, today),
    deliverTo: deliveryOf(draft),
    paymentTermsText: cleanText(
      draft.paymentTermsTextEdited ? draft.paymentTermsText : words.paymentTermsText,
    ),
    paymentReference: isPaidTo ? draftPaymentReference(draft, number, chosen) : '',
    paymentAccounts: chosen.map((account) => accountOf(account, company)),
    adjustments: documentAdjustmentsOf(read, words),
    lines: lines.map((line, index) => lineOf(line, index, words, today)),
    vatBreakdown,
    totals: totalsOf(read),
  }
}

/** The filled lines with what they read as and come to. */
function readyLines(draft: InvoiceDraft, { lines, totals }: ReadDraft): readonly ReadyLine[] {
  const filled = draft.lines.flatMap((line, index) => {
    const reading = lines[index] ?? null
    return reading === null ? [] : [{ line, reading }]
  })
  return filled.map((each, index) => ({ ...each, total: checked(totals.lines[index], 'line total') }))
}

/** BT-22, one text: what was typed, the exchange rate, the company's last line. */
function noteOf({ draft, company, words }: ComposeInput, { vatAccounting }: ReadDraft): string {
  return [draft.note, vatAccounting === null ? '' : words.exchangeRate, company.footer ?? '']
    .map(cleanText)
    .filter((part) => part !== '')
    .join('\n')
}

function referencesOf(draft: InvoiceDraft) {
  const object = cleanLine(draft.invoicedObjectReference)
  const scheme = draft.invoicedObjectScheme
  return {
    buyerReference: cleanLine(draft.buyerReference),
    purchaseOrderReference: cleanLine(draft.purchaseOrderReference),
    contractReference: cleanLine(draft.contractReference),
    salesOrderReference: cleanLine(draft.salesOrderReference),
    invoicedObject: { scheme: object !== '' && isObjectScheme(scheme) ? scheme : '', id: object },
    projectReference: cleanLine(draft.projectReference),
    buyerAccountingReference: cleanLine(draft.buyerAccountingReference),
    despatchReference: cleanLine(draft.despatchReference),
    receiptReference: cleanLine(draft.receiptReference),
    tenderReference: cleanLine(draft.tenderReference),
  }
}

function vatAccountingOf({ vatAccounting }: ReadDraft): Invoice['vatAccounting'] {
  if (vatAccounting === null) return null
  const { currency, totalVat } = vatAccounting
  return { currency, totalVatAccounting: checked(totalVat, 'exchange rate') }
}

function totalsOf({ totals }: ReadDraft): InvoiceTotals {
  return {
    sumOfLines: totals.sumOfLines,
    sumOfAllowances: totals.sumOfAllowances,
    sumOfCharges: totals.sumOfCharges,
    totalWithoutVat: totals.totalWithoutVat,
    totalVat: totals.totalVat,
    totalWithVat: totals.totalWithVat,
    paidAmount: totals.paidAmount,
    rounding: totals.rounding,
    amountDue: totals.amountDue,
  }
}

/** What `checkDraft` has already demanded: its absence here is a bug. */
function checked<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`a checked draft has no ${what}`)
  return value
}

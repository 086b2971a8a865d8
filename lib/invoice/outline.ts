import { isObjectScheme } from '#lib/codelists/object-schemes.ts'
import { cleanLine, cleanText } from '#lib/core/text.ts'
import { type DraftInput, totalsOptionsOf } from './check-draft.ts'
import { checkCompany } from './check-parties.ts'
import { isBlank } from './check-references.ts'
import {
  documentAdjustmentsOf,
  lineOf,
  periodOf,
  type ReadyLine,
  unreadyLineOf,
  vatBreakdownOf,
} from './compose-lines.ts'
import { accountOf, buyerOf, deliveryOf, sellerOf } from './compose-parties.ts'
import type { DocumentWords } from './document-words.ts'
import { filledLines, type InvoiceDraft } from './draft.ts'
import type { Invoice, InvoiceOutline, InvoiceTotals, LineOutline } from './model.ts'
import { chosenAccounts, draftDates, draftPaymentReference, readDate } from './terms.ts'
import { type ReadDraft, readDraft } from './totals.ts'

/** A draft, the number the series gives it, and the words that the domain does not have. */
export type ComposeInput = DraftInput & {
  /** BT-1. */
  readonly number: string
  /** In the invoice's language. */
  readonly words: DocumentWords
}

/** A place of an invoice where something has to stand before it can be sent. */
export type OutlineGap =
  | 'seller'
  | 'invoiceNumber'
  | 'issueDate'
  | 'dueDate'
  | 'buyer'
  | 'original'
  | 'reference'
  | 'lines'
  | 'accounts'

/**
 * What a draft comes to as an invoice, whole or not: a preview shows it, and `composeInvoice` checks that nothing
 * lacks. What cannot be read is left out of the sums, as in the form.
 */
export function outlineInvoice(input: ComposeInput): InvoiceOutline {
  const { draft, company, customer, accounts, today, number, words } = input
  const dates = draftDates(draft, today)
  const chosen = chosenAccounts(draft.paymentAccountIds, accounts)
  const read = readDraft(draft, totalsOptionsOf(input))
  const ready = readyLines(draft, read)
  const vatBreakdown = vatBreakdownOf(read, ready, words)
  const withVat = vatBreakdown.some((group) => group.category !== 'O')
  const isCredit = draft.kind === 'credit-note'
  // A credit note without an account is not paid: its payment, day and reference too, is not written at all.
  const isPaidTo = chosen.length > 0
  return {
    kind: draft.kind,
    invoiceNumber: number,
    issueDate: dates.issueDate,
    dueDate: isCredit && !isPaidTo ? null : dates.dueDate,
    currency: draft.currency,
    vatAccounting: vatAccountingOf(read),
    note: noteOf(input, read),
    ...referencesOf(draft),
    precedingInvoices: draft.precedingInvoices
      .filter((each) => !isBlank(each))
      .map((each) => ({ number: cleanLine(each.number), issueDate: readDate(each.issueDate, today) })),
    seller: sellerOf(company, draft.sellerContactName, withVat),
    buyer: customer === null ? null : buyerOf(customer, draft, withVat),
    deliveryDate: readDate(draft.deliveryDate, today),
    invoicingPeriod: periodOf(draft.periodStart, draft.periodEnd, today),
    deliverTo: deliveryOf(draft),
    paymentTermsText: cleanText(
      draft.paymentTermsTextEdited ? draft.paymentTermsText : words.paymentTermsText,
    ),
    paymentReference: isPaidTo ? draftPaymentReference(draft, number, chosen) : '',
    paymentAccounts: chosen.map((account) => accountOf(account, company)),
    adjustments: documentAdjustmentsOf(read, words),
    lines: lineOutlines(input, read, ready),
    vatBreakdown,
    totals: totalsOf(read),
  }
}

/** Where an outline still lacks what every invoice must tell, beside what is null in its lines. */
export function gapsOf(outline: InvoiceOutline, input: ComposeInput): ReadonlySet<OutlineGap> {
  const isInvoice = outline.kind === 'invoice'
  const { buyerReference, purchaseOrderReference, precedingInvoices } = outline
  const gaps: readonly (readonly [OutlineGap, boolean])[] = [
    ['seller', checkCompany(input.company).length > 0],
    ['invoiceNumber', outline.invoiceNumber === ''],
    ['issueDate', outline.issueDate === null],
    ['dueDate', isInvoice && outline.dueDate === null],
    ['buyer', outline.buyer === null],
    ['original', !isInvoice && precedingInvoices.length === 0],
    ['reference', buyerReference === '' && purchaseOrderReference === ''],
    ['lines', outline.lines.length === 0],
    ['accounts', isInvoice && outline.paymentAccounts.length === 0],
  ]
  return new Set(gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : [])))
}

/** Every filled line in its order: the ready ones as they are written, the others as far as they go. */
function lineOutlines(
  { draft, today, words }: ComposeInput,
  { context }: ReadDraft,
  ready: readonly ReadyLine[],
): readonly LineOutline[] {
  const readyOf = new Map(ready.map((each) => [each.line.key, each]))
  return filledLines(draft).map((line, index) => {
    const own = readyOf.get(line.key)
    return own === undefined
      ? unreadyLineOf(line, index, { ...context, today, pricesIncludeVat: draft.pricesIncludeVat })
      : lineOf(own, index, words, today)
  })
}

/** The filled lines that stand in a sum, with what they read as and come to. */
function readyLines(draft: InvoiceDraft, { lines, totals }: ReadDraft): readonly ReadyLine[] {
  const counted = draft.lines.flatMap((line, index) => {
    const reading = lines[index] ?? null
    return reading === null || reading.vat === null ? [] : [{ line, reading }]
  })
  return counted.flatMap((each, index) => {
    const total = totals.lines[index]
    return total === undefined ? [] : [{ ...each, total }]
  })
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

/** Nothing is told of VAT in another currency before there is a rate. */
function vatAccountingOf({ vatAccounting }: ReadDraft): Invoice['vatAccounting'] {
  if (vatAccounting === null || vatAccounting.totalVat === null) return null
  const { currency, totalVat } = vatAccounting
  return { currency, totalVatAccounting: totalVat }
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

import { isVatChoice, resolveVat, type VatChoice, zeroVatChoices } from '#lib/codelists/vat-choices.ts'
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isNegative,
  isZero,
  multiply,
  roundHalfAwayFromZero,
  subtract,
  toFixedText,
  toShortestText,
  zero,
} from '#lib/core/decimal.ts'
import { isSameVat, type Mirror, type Totals, type VatRate } from './calculate.ts'
import {
  type DraftAdjustment,
  type DraftDefaults,
  type DraftLine,
  emptyDraft,
  emptyLine,
  filledLines,
  type InvoiceDraft,
} from './draft.ts'
import { type Fault, fault } from './faults.ts'
import type { Invoice, InvoiceAdjustment, InvoiceLine } from './model.ts'
import type { BuyerProfile } from './parties.ts'

/** What is left to credit of an invoice, after the credit notes it already has. */
export type Remaining = {
  /** BT-116 of each VAT group. */
  readonly groups: readonly (VatRate & { readonly taxableAmount: Decimal })[]
  /** BT-112. */
  readonly totalWithVat: Decimal
  /** What the rounding of parts may come to: one öre for each credit note. */
  readonly slack: Decimal
  /** The original's total and rounding, which a credit of all of it repeats. */
  readonly whole: Mirror
}

const cent = decimal('0.01')

/** What is left of an invoice when the credit notes that count (not the rejected ones) are taken off. T-12. */
export function remainingOf(original: Invoice, credits: readonly Invoice[]): Remaining {
  const groups = original.vatBreakdown.map(({ category, rate, taxableAmount }) => ({
    category,
    rate,
    taxableAmount: credits
      .flatMap((credit) => credit.vatBreakdown)
      .filter((group) => isSameVat(group, { category, rate }))
      .reduce((left, group) => subtract(left, group.taxableAmount), taxableAmount),
  }))
  return {
    groups,
    totalWithVat: credits.reduce(
      (left, credit) => subtract(left, credit.totals.totalWithVat),
      original.totals.totalWithVat,
    ),
    slack: multiply(cent, decimal(String(credits.length + 1))),
    whole: { totalWithVat: original.totals.totalWithVat, rounding: original.totals.rounding },
  }
}

/** Judges a credit note against what is left (T-12): no VAT group and not the sum may go beyond. */
export function checkRemaining(totals: Totals, remaining: Remaining): readonly Fault[] {
  const { slack } = remaining
  const faults = totals.vatBreakdown.flatMap((group) => {
    const left = remaining.groups.find((each) => isSameVat(each, group))?.taxableAmount ?? zero
    if (!isBeyond(group.taxableAmount, left, slack)) return []
    const params = { remaining: toFixedText(left, 2), rate: toShortestText(group.rate) }
    return [fault('credit-too-large', 'lines', params)]
  })
  if (faults.length > 0 || !isBeyond(totals.totalWithVat, remaining.totalWithVat, slack)) return faults
  return [
    fault('credit-too-large', 'lines', { remaining: toFixedText(remaining.totalWithVat, 2), rate: 'none' }),
  ]
}

/** Beyond what is left in its own direction: more than a positive rest, less than a negative one. */
function isBeyond(amount: Decimal, left: Decimal, slack: Decimal): boolean {
  return isNegative(left) ? compare(amount, subtract(left, slack)) < 0 : compare(amount, add(left, slack)) > 0
}

/** The customer as a credit note names it: by what stood on the original, reached where it is reached now. */
export function customerAsOn({ buyer }: Invoice, customer: BuyerProfile): BuyerProfile {
  return {
    ...customer,
    name: buyer.name,
    tradingName: buyer.tradingName,
    orgNumber: buyer.orgNumber,
    vatNumber: buyer.vatNumber,
    address: buyer.address,
  }
}

/** What a whole credit note is made of. */
export type CreditSource = {
  readonly original: Invoice
  /** The id of the original; empty when it is not one of the company's own. */
  readonly originalInvoiceId: string
  /** What the original was made of, when it is kept: its VAT choices are then the very same. */
  readonly originalDraft?: InvoiceDraft
  /** BT-22: that the invoice is credited, in its language. */
  readonly note: string
  readonly defaults: DraftDefaults
}

/**
 * A credit note of all of an invoice: its references, delivery, lines, discounts and charges as they were written,
 * rates frozen, so that the sums become those of the original. Prices exclude VAT, as they were written.
 */
export function creditDraft(source: CreditSource): InvoiceDraft {
  const { original, originalInvoiceId, originalDraft, note, defaults } = source
  const rows = originalDraft === undefined ? [] : filledLines(originalDraft)
  const known = rows.length === original.lines.length ? rows : []
  const lines = original.lines.map((line, index) => creditLine(line, index, source, known[index]))
  const { deliverTo, invoicingPeriod, totals } = original
  return {
    ...emptyDraft(defaults),
    kind: 'credit-note',
    ...referencesOf(original),
    precedingInvoices: [
      {
        invoiceId: originalInvoiceId,
        number: original.invoiceNumber,
        issueDate: original.issueDate,
      },
    ],
    buyerIdentifier: original.buyer.identifier.id,
    buyerContactName: original.buyer.contact.name,
    buyerContactPhone: original.buyer.contact.phone,
    buyerContactEmail: original.buyer.contact.email,
    sellerContactName: original.seller.contact.name,
    deliveryDate: original.deliveryDate ?? '',
    periodStart: invoicingPeriod.start ?? '',
    periodEnd: invoicingPeriod.end ?? '',
    deliverToName: deliverTo.name,
    deliverToLocationId: deliverTo.locationId,
    deliverToStreet: deliverTo.address?.street ?? '',
    deliverToStreet2: deliverTo.address?.street2 ?? '',
    deliverToLine3: deliverTo.address?.line3 ?? '',
    deliverToPostalCode: deliverTo.address?.postalCode ?? '',
    deliverToCity: deliverTo.address?.city ?? '',
    deliverToSubdivision: deliverTo.address?.subdivision ?? '',
    deliverToCountry: deliverTo.address?.country ?? '',
    note,
    currency: original.currency,
    ...exchangeOf(original, originalDraft),
    documentLanguage: originalDraft?.documentLanguage ?? '',
    pricesIncludeVat: false,
    adjustments: original.adjustments.map((each, index) => ({
      ...creditAdjustment(each, `${defaults.lineKey}-adjustment-${index + 1}`),
      vatChoice: adjustmentChoice({ category: each.vatCategory, rate: each.vatRate }, lines, source),
    })),
    paidAmount: isZero(totals.paidAmount) ? '' : typed(totals.paidAmount),
    lines,
  }
}

function referencesOf(original: Invoice) {
  const { invoicedObject } = original
  return {
    buyerReference: original.buyerReference,
    purchaseOrderReference: original.purchaseOrderReference,
    contractReference: original.contractReference,
    salesOrderReference: original.salesOrderReference,
    invoicedObjectReference: invoicedObject.id,
    invoicedObjectScheme: invoicedObject.scheme,
    projectReference: original.projectReference,
    buyerAccountingReference: original.buyerAccountingReference,
    despatchReference: original.despatchReference,
    receiptReference: original.receiptReference,
    tenderReference: original.tenderReference,
  }
}

/** The original's rate and its day; worked out of its two VAT totals when nobody kept what was typed. */
function exchangeOf(original: Invoice, draft: InvoiceDraft | undefined) {
  const { vatAccounting, totals } = original
  if (vatAccounting === null) return {}
  const rate = roundHalfAwayFromZero(divide(vatAccounting.totalVatAccounting, totals.totalVat), 6)
  const date = draft?.exchangeRateDate || (original.deliveryDate ?? original.issueDate)
  return { exchangeRate: draft?.exchangeRate || typed(rate), exchangeRateDate: date }
}

function creditLine(
  line: InvoiceLine,
  index: number,
  { original, defaults }: CreditSource,
  known: DraftLine | undefined,
): DraftLine {
  const key = `${defaults.lineKey}-${index + 1}`
  const vat = { category: line.vatCategory, rate: line.vatRate }
  return {
    ...emptyLine(key),
    itemName: line.itemName,
    quantity: typed(line.quantity),
    unit: line.unit,
    unitPrice: typed(line.netPrice),
    ...frozenVat(vat, original, known, defaults.vatChoice),
    lineNote: line.lineNote,
    itemDescription: line.itemDescription,
    sellerItemId: line.sellerItemId,
    buyerItemId: line.buyerItemId,
    standardItemId: line.standardItemId,
    classificationList: line.classification.list,
    classificationCode: line.classification.code,
    originCountry: line.originCountry,
    attributes: line.attributes,
    periodStart: line.period.start ?? '',
    periodEnd: line.period.end ?? '',
    orderLineReference: line.orderLineReference,
    accountingReference: line.accountingReference,
    objectReference: line.objectReference,
    adjustments: line.adjustments.map((each, at) => creditAdjustment(each, `${key}-${at + 1}`)),
    baseQuantity: line.baseQuantity === null ? '' : typed(line.baseQuantity),
    grossPrice: line.listPrice === null ? '' : typed(line.listPrice.grossPrice),
    priceDiscount: line.listPrice === null ? '' : typed(line.listPrice.priceDiscount),
  }
}

function creditAdjustment(adjustment: InvoiceAdjustment, key: string): DraftAdjustment {
  const { isCharge, reasonCode, reason, percent, amount } = adjustment
  const value = typed(percent ?? amount)
  return { key, isCharge, reasonCode, reason, value, unit: percent === null ? 'amount' : 'percent' }
}

/** The choice of a line in the same VAT group, so that the reason for 0 % stays one. */
function adjustmentChoice(
  vat: VatRate,
  lines: readonly DraftLine[],
  { original, defaults }: CreditSource,
): string {
  const at = original.lines.findIndex((line) =>
    isSameVat(vat, { category: line.vatCategory, rate: line.vatRate }),
  )
  return lines[at]?.vatChoice ?? frozenVat(vat, original, undefined, defaults.vatChoice).vatChoice
}

/**
 * The choice that gives a category and rate again whatever the day: a dated rate becomes the rate it was. Without
 * the line it came from, a reason for 0 % is found by its code, or kept in its own words.
 */
function frozenVat(
  vat: VatRate,
  original: Invoice,
  known: DraftLine | undefined,
  usual: string | undefined,
): Pick<DraftLine, 'vatChoice' | 'exemptionReason'> {
  if (vat.category === 'S') return { vatChoice: `rate-${toShortestText(vat.rate)}`, exemptionReason: '' }
  if (known !== undefined && isVatChoice(known.vatChoice)) {
    return { vatChoice: known.vatChoice, exemptionReason: known.exemptionReason }
  }
  const group = original.vatBreakdown.find((each) => isSameVat(each, vat))
  if (vat.category === 'E' && (group?.reasonCode ?? '') === '') {
    return { vatChoice: 'exempt-other', exemptionReason: group?.reason ?? '' }
  }
  if (vat.category === 'O' && usual === 'not-registered')
    return { vatChoice: 'not-registered', exemptionReason: '' }
  const isAbroad = vat.category === 'AE' && original.buyer.address.country !== 'SE'
  const fitting = zeroVatChoices.find((choice) => isFitting(choice, vat, group?.reasonCode ?? ''))
  return { vatChoice: isAbroad ? 'eu-service' : (fitting ?? 'exempt-other'), exemptionReason: '' }
}

function isFitting(choice: VatChoice, vat: VatRate, reasonCode: string): boolean {
  const resolved = resolveVat(choice, null)
  return resolved?.category === vat.category && (resolved.reasonCode ?? '') === reasonCode
}

/** A number as a person would type it. */
function typed(value: Decimal): string {
  return toShortestText(value, 0, 10).replace('.', ',')
}

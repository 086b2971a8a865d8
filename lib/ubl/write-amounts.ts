import type { VatCategory } from '#lib/codelists/vat-choices.ts'
import { type Decimal, isZero, toFixedText, toShortestText } from '#lib/core/decimal.ts'
import type { Invoice, InvoiceVatGroup } from '#lib/invoice/model.ts'
import { branch, leaf, type Part } from './tree.ts'

/** An amount: exactly two decimals, with its currency. UBL-DT-01. */
export function amount(name: string, value: Decimal, currencyID: string): Part {
  return leaf(name, toFixedText(value, 2), { currencyID })
}

/** A price: two to ten decimals, as few as it needs. BT-146. */
export function price(name: string, value: Decimal, currencyID: string): Part {
  return leaf(name, toShortestText(value, 2, 10), { currencyID })
}

/** Why nothing is taxed (BT-120, BT-121): said in the VAT breakdown alone. */
type ExemptionReason = Pick<InvoiceVatGroup, 'reasonCode' | 'reason'>

/** A tax category. Outside VAT (O) there is no rate to write. */
export function taxCategory(
  name: string,
  category: VatCategory,
  rate: Decimal,
  { reasonCode, reason }: ExemptionReason = { reasonCode: '', reason: '' },
): Part {
  return branch(name, [
    leaf('cbc:ID', category),
    leaf('cbc:Percent', category === 'O' ? '' : toShortestText(rate)),
    leaf('cbc:TaxExemptionReasonCode', reasonCode),
    leaf('cbc:TaxExemptionReason', reason),
    branch('cac:TaxScheme', [leaf('cbc:ID', 'VAT')]),
  ])
}

/**
 * TaxTotal (BT-110, BG-23), written also when VAT is 0.00; after it a second one without groups, when VAT is told in
 * the accounting currency too (BT-111). PEPPOL-EN16931-R053, R054.
 */
export function writeTaxTotals(invoice: Invoice): readonly Part[] {
  const { currency, vatAccounting } = invoice
  const total = branch('cac:TaxTotal', [
    amount('cbc:TaxAmount', invoice.totals.totalVat, currency),
    ...invoice.vatBreakdown.map((group) => writeSubtotal(group, currency)),
  ])
  if (vatAccounting === null) return [total]
  const { totalVatAccounting } = vatAccounting
  const accounted = amount('cbc:TaxAmount', totalVatAccounting, vatAccounting.currency)
  return [total, branch('cac:TaxTotal', [accounted])]
}

/**
 * LegalMonetaryTotal (BG-22). Paid and rounding are written only when they are something; the sums of allowances and
 * of charges when there are any, though they may come to nothing (BR-CO-11, BR-CO-12).
 */
export function writeMonetaryTotal({ totals, currency, adjustments }: Invoice): Part {
  const whenSome = (name: string, value: Decimal) => (isZero(value) ? null : amount(name, value, currency))
  const whenAny = (isCharge: boolean, name: string, value: Decimal) =>
    adjustments.some((each) => each.isCharge === isCharge)
      ? amount(name, value, currency)
      : whenSome(name, value)
  return branch('cac:LegalMonetaryTotal', [
    amount('cbc:LineExtensionAmount', totals.sumOfLines, currency),
    amount('cbc:TaxExclusiveAmount', totals.totalWithoutVat, currency),
    amount('cbc:TaxInclusiveAmount', totals.totalWithVat, currency),
    whenAny(false, 'cbc:AllowanceTotalAmount', totals.sumOfAllowances),
    whenAny(true, 'cbc:ChargeTotalAmount', totals.sumOfCharges),
    whenSome('cbc:PrepaidAmount', totals.paidAmount),
    whenSome('cbc:PayableRoundingAmount', totals.rounding),
    amount('cbc:PayableAmount', totals.amountDue, currency),
  ])
}

function writeSubtotal(group: InvoiceVatGroup, currency: string): Part {
  return branch('cac:TaxSubtotal', [
    amount('cbc:TaxableAmount', group.taxableAmount, currency),
    amount('cbc:TaxAmount', group.taxAmount, currency),
    taxCategory('cac:TaxCategory', group.category, group.rate, group),
  ])
}

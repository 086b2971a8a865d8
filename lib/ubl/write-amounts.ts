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

/** A tax category. Outside VAT (O) there is no rate to write. */
export function taxCategory(name: string, category: VatCategory, rate: Decimal): Part {
  return branch(name, [
    leaf('cbc:ID', category),
    leaf('cbc:Percent', category === 'O' ? '' : toShortestText(rate)),
    branch('cac:TaxScheme', [leaf('cbc:ID', 'VAT')]),
  ])
}

/** TaxTotal (BT-110, BG-23). Written also when VAT is 0.00. */
export function writeTaxTotal(invoice: Invoice): Part {
  const { currency } = invoice
  return branch('cac:TaxTotal', [
    amount('cbc:TaxAmount', invoice.totals.totalVat, currency),
    ...invoice.vatBreakdown.map((group) => writeSubtotal(group, currency)),
  ])
}

/** LegalMonetaryTotal (BG-22). Allowances, charges, paid and rounding are written only when they are something. */
export function writeMonetaryTotal({ totals, currency }: Invoice): Part {
  const whenSome = (name: string, value: Decimal) => (isZero(value) ? null : amount(name, value, currency))
  return branch('cac:LegalMonetaryTotal', [
    amount('cbc:LineExtensionAmount', totals.sumOfLines, currency),
    amount('cbc:TaxExclusiveAmount', totals.totalWithoutVat, currency),
    amount('cbc:TaxInclusiveAmount', totals.totalWithVat, currency),
    whenSome('cbc:AllowanceTotalAmount', totals.sumOfAllowances),
    whenSome('cbc:ChargeTotalAmount', totals.sumOfCharges),
    whenSome('cbc:PrepaidAmount', totals.paidAmount),
    whenSome('cbc:PayableRoundingAmount', totals.rounding),
    amount('cbc:PayableAmount', totals.amountDue, currency),
  ])
}

function writeSubtotal(group: InvoiceVatGroup, currency: string): Part {
  return branch('cac:TaxSubtotal', [
    amount('cbc:TaxableAmount', group.taxableAmount, currency),
    amount('cbc:TaxAmount', group.taxAmount, currency),
    taxCategory('cac:TaxCategory', group.category, group.rate),
  ])
}

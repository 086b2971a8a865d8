import type { VatCategory } from '#lib/codelists/vat-choices.ts'
import { type Decimal, zero } from '#lib/core/decimal.ts'
import type { VatRate } from '#lib/invoice/calculate.ts'
import type { Invoice, InvoiceTotals, InvoiceVatGroup } from '#lib/invoice/model.ts'
import type { DocumentReader } from './document-reader.ts'
import { childrenNamed, firstAt, type UblElement } from './tree.ts'

const categories: readonly VatCategory[] = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O']

/** What a document says of VAT as a whole (BG-23, BT-110, BT-6 with BT-111). */
export type ReadVat = Pick<Invoice, 'vatAccounting' | 'vatBreakdown'> & Pick<InvoiceTotals, 'totalVat'>

/**
 * Category and rate at a place. Outside VAT (O) the rate is nothing, whatever is written. A category that no Swedish
 * supplier meets is lacking: the model has no word for it.
 */
export function readTaxCategory(reader: DocumentReader, from: UblElement, path: string): VatRate {
  const found = firstAt(from, path)
  const text = reader.look(found, 'cbc:ID')
  const known = categories.find((each) => each === text) ?? null
  if (known !== null) reader.text(found, 'cbc:ID')
  reader.constant(found, 'cac:TaxScheme/cbc:ID', 'VAT')
  const category = reader.needed(known, from, `${path}/cbc:ID`, 'O')
  if (category === 'O') return { category, rate: zero }
  return {
    category,
    rate: reader.needed(reader.number(found, 'cbc:Percent'), from, `${path}/cbc:Percent`, zero),
  }
}

/**
 * TaxTotal: the one with groups, and the one in the accounting currency beside it. Without the latter an accounting
 * currency says nothing and is left.
 */
export function readTaxTotals(reader: DocumentReader, root: UblElement, currency: string): ReadVat {
  const totals = childrenNamed(root, 'cac:TaxTotal')
  const main = totals.find((each) => firstAt(each, 'cac:TaxSubtotal') !== null) ?? totals[0] ?? null
  const amountIn = (total: UblElement) => firstAt(total, 'cbc:TaxAmount')?.attribute('currencyID')
  const accounting = reader.look(root, 'cbc:TaxCurrencyCode')
  const other = totals.find((each) => each !== main && accounting !== '' && amountIn(each) === accounting)
  const accounted = other === undefined ? null : reader.amount(other, 'cbc:TaxAmount', accounting)
  return {
    totalVat: reader.needed(
      reader.amount(main, 'cbc:TaxAmount', currency),
      root,
      'cac:TaxTotal/cbc:TaxAmount',
      zero,
    ),
    vatBreakdown:
      main === null
        ? []
        : childrenNamed(main, 'cac:TaxSubtotal').map((each) => readSubtotal(reader, each, currency)),
    vatAccounting:
      accounted === null
        ? null
        : { currency: reader.text(root, 'cbc:TaxCurrencyCode'), totalVatAccounting: accounted },
  }
}

/** LegalMonetaryTotal (BG-22). Allowances, charges, paid and rounding that are not written are nothing. */
export function readMonetaryTotal(
  reader: DocumentReader,
  root: UblElement,
  currency: string,
): Omit<InvoiceTotals, 'totalVat'> {
  const read = (name: string) => reader.amount(root, `cac:LegalMonetaryTotal/${name}`, currency)
  const needed = (name: string): Decimal =>
    reader.needed(read(name), root, `cac:LegalMonetaryTotal/${name}`, zero)
  return {
    sumOfLines: needed('cbc:LineExtensionAmount'),
    sumOfAllowances: read('cbc:AllowanceTotalAmount') ?? zero,
    sumOfCharges: read('cbc:ChargeTotalAmount') ?? zero,
    totalWithoutVat: needed('cbc:TaxExclusiveAmount'),
    totalWithVat: needed('cbc:TaxInclusiveAmount'),
    paidAmount: read('cbc:PrepaidAmount') ?? zero,
    rounding: read('cbc:PayableRoundingAmount') ?? zero,
    amountDue: needed('cbc:PayableAmount'),
  }
}

function readSubtotal(reader: DocumentReader, subtotal: UblElement, currency: string): InvoiceVatGroup {
  const needed = (name: string): Decimal =>
    reader.needed(reader.amount(subtotal, name, currency), subtotal, name, zero)
  return {
    ...readTaxCategory(reader, subtotal, 'cac:TaxCategory'),
    taxableAmount: needed('cbc:TaxableAmount'),
    taxAmount: needed('cbc:TaxAmount'),
    reasonCode: reader.text(subtotal, 'cac:TaxCategory/cbc:TaxExemptionReasonCode'),
    reason: reader.text(subtotal, 'cac:TaxCategory/cbc:TaxExemptionReason'),
  }
}

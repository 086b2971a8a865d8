import { zero } from '#lib/core/decimal.ts'
import type { InvoiceAdjustment, InvoiceDocumentAdjustment, InvoiceLine } from '#lib/invoice/model.ts'
import type { DocumentReader } from './document-reader.ts'
import { readTaxCategory } from './read-amounts.ts'
import { firstAt, type UblElement } from './tree.ts'

/** AllowanceCharge of a line (BG-27, BG-28). */
export function readAdjustment(
  reader: DocumentReader,
  element: UblElement,
  currency: string,
): InvoiceAdjustment {
  const isCharge = reader.indicator(element, 'cbc:ChargeIndicator')
  const amount = reader.amount(element, 'cbc:Amount', currency)
  return {
    isCharge: reader.needed(isCharge, element, 'cbc:ChargeIndicator', false),
    reasonCode: reader.text(element, 'cbc:AllowanceChargeReasonCode'),
    reason: reader.text(element, 'cbc:AllowanceChargeReason'),
    percent: reader.number(element, 'cbc:MultiplierFactorNumeric'),
    baseAmount: reader.amount(element, 'cbc:BaseAmount', currency),
    amount: reader.needed(amount, element, 'cbc:Amount', zero),
  }
}

/** AllowanceCharge of the document (BG-20, BG-21). */
export function readDocumentAdjustment(
  reader: DocumentReader,
  element: UblElement,
  currency: string,
): InvoiceDocumentAdjustment {
  const { category, rate } = readTaxCategory(reader, element, 'cac:TaxCategory')
  return { ...readAdjustment(reader, element, currency), vatCategory: category, vatRate: rate }
}

/** AllowanceCharge of a price (BT-147, BT-148); null, and left, unless it is a discount with both its amounts. */
export function readPriceDiscount(
  reader: DocumentReader,
  price: UblElement | null,
  currency: string,
): InvoiceLine['listPrice'] {
  const discount = price === null ? null : firstAt(price, 'cac:AllowanceCharge')
  const isWhole = ['cbc:Amount', 'cbc:BaseAmount'].every((name) => reader.isNumber(discount, name))
  if (!isWhole || !['false', '0'].includes(reader.look(discount, 'cbc:ChargeIndicator'))) return null
  reader.indicator(discount, 'cbc:ChargeIndicator')
  const priceDiscount = reader.amount(discount, 'cbc:Amount', currency)
  const grossPrice = reader.amount(discount, 'cbc:BaseAmount', currency)
  return priceDiscount === null || grossPrice === null ? null : { grossPrice, priceDiscount }
}

import { toShortestText } from '#lib/core/decimal.ts'
import type { InvoiceAdjustment, InvoiceDocumentAdjustment, InvoiceLine } from '#lib/invoice/model.ts'
import { branch, leaf, type Part } from './tree.ts'
import { amount, price, taxCategory } from './write-amounts.ts'

/** AllowanceCharge of a line (BG-27, BG-28). */
export function writeAdjustment(adjustment: InvoiceAdjustment, currency: string): Part {
  return branch('cac:AllowanceCharge', adjustmentParts(adjustment, currency))
}

/** AllowanceCharge of the document (BG-20, BG-21): the same, in a VAT group. */
export function writeDocumentAdjustment(adjustment: InvoiceDocumentAdjustment, currency: string): Part {
  return branch('cac:AllowanceCharge', [
    ...adjustmentParts(adjustment, currency),
    taxCategory('cac:TaxCategory', adjustment.vatCategory, adjustment.vatRate),
  ])
}

/** AllowanceCharge of a price (BT-147, BT-148): never a charge, never a reason. PEPPOL-EN16931-R044, R046. */
export function writePriceDiscount(listPrice: InvoiceLine['listPrice'], currency: string): Part {
  return listPrice === null
    ? null
    : branch('cac:AllowanceCharge', [
        leaf('cbc:ChargeIndicator', 'false'),
        price('cbc:Amount', listPrice.priceDiscount, currency),
        price('cbc:BaseAmount', listPrice.grossPrice, currency),
      ])
}

function adjustmentParts(adjustment: InvoiceAdjustment, currency: string): readonly Part[] {
  const { percent, baseAmount } = adjustment
  return [
    leaf('cbc:ChargeIndicator', adjustment.isCharge ? 'true' : 'false'),
    leaf('cbc:AllowanceChargeReasonCode', adjustment.reasonCode),
    leaf('cbc:AllowanceChargeReason', adjustment.reason),
    leaf('cbc:MultiplierFactorNumeric', percent === null ? '' : toShortestText(percent)),
    amount('cbc:Amount', adjustment.amount, currency),
    baseAmount === null ? null : amount('cbc:BaseAmount', baseAmount, currency),
  ]
}

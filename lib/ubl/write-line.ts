import { toShortestText } from '#lib/core/decimal.ts'
import type { InvoiceLine } from '#lib/invoice/model.ts'
import { branch, leaf, type Part } from './tree.ts'
import { amount, price, taxCategory } from './write-amounts.ts'

/** InvoiceLine (BG-25). */
export function writeLine(line: InvoiceLine, currency: string): Part {
  return branch('cac:InvoiceLine', [
    leaf('cbc:ID', line.id),
    leaf('cbc:Note', line.lineNote),
    leaf('cbc:InvoicedQuantity', toShortestText(line.quantity), { unitCode: line.unit }),
    amount('cbc:LineExtensionAmount', line.lineNetAmount, currency),
    branch('cac:Item', [
      leaf('cbc:Name', line.itemName),
      taxCategory('cac:ClassifiedTaxCategory', line.vatCategory, line.vatRate),
    ]),
    branch('cac:Price', [price('cbc:PriceAmount', line.netPrice, currency)]),
  ])
}

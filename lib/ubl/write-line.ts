import { toShortestText } from '#lib/core/decimal.ts'
import type { InvoiceLine } from '#lib/invoice/model.ts'
import type { DocumentNames } from './document-names.ts'
import { branch, leaf, type Part } from './tree.ts'
import { writeAdjustment, writePriceDiscount } from './write-adjustment.ts'
import { amount, price, taxCategory } from './write-amounts.ts'
import { writePeriod } from './write-delivery.ts'
import { writeLineObject } from './write-references.ts'

/** The scheme of a GTIN (BT-157-1). */
export const gtinScheme = '0160'

/** InvoiceLine or CreditNoteLine (BG-25). */
export function writeLine(line: InvoiceLine, currency: string, names: DocumentNames): Part {
  return branch(names.line, [
    leaf('cbc:ID', line.id),
    leaf('cbc:Note', line.lineNote),
    leaf(names.quantity, toShortestText(line.quantity), { unitCode: line.unit }),
    amount('cbc:LineExtensionAmount', line.lineNetAmount, currency),
    leaf('cbc:AccountingCost', line.accountingReference),
    writePeriod(line.period),
    branch('cac:OrderLineReference', [leaf('cbc:LineID', line.orderLineReference)]),
    writeLineObject(line.objectReference),
    ...line.adjustments.map((each) => writeAdjustment(each, currency)),
    writeItem(line),
    writePrice(line, currency),
  ])
}

/** Item (BG-31, BG-32). */
function writeItem(line: InvoiceLine): Part {
  const { list, code } = line.classification
  return branch('cac:Item', [
    leaf('cbc:Description', line.itemDescription),
    leaf('cbc:Name', line.itemName),
    branch('cac:BuyersItemIdentification', [leaf('cbc:ID', line.buyerItemId)]),
    branch('cac:SellersItemIdentification', [leaf('cbc:ID', line.sellerItemId)]),
    branch('cac:StandardItemIdentification', [leaf('cbc:ID', line.standardItemId, { schemeID: gtinScheme })]),
    branch('cac:OriginCountry', [leaf('cbc:IdentificationCode', line.originCountry)]),
    branch('cac:CommodityClassification', [leaf('cbc:ItemClassificationCode', code, { listID: list })]),
    taxCategory('cac:ClassifiedTaxCategory', line.vatCategory, line.vatRate),
    ...line.attributes.map(writeAttribute),
  ])
}

/** AdditionalItemProperty (BG-32). A name without a value, or a value without a name, is not written. BR-54. */
function writeAttribute(attribute: InvoiceLine['attributes'][number]): Part {
  const name = leaf('cbc:Name', attribute.name)
  const value = leaf('cbc:Value', attribute.value)
  return name === null || value === null ? null : branch('cac:AdditionalItemProperty', [name, value])
}

/** Price (BG-29). The unit of the base quantity is the line's. PEPPOL-EN16931-R130. */
function writePrice(line: InvoiceLine, currency: string): Part {
  const base = line.baseQuantity === null ? '' : toShortestText(line.baseQuantity)
  return branch('cac:Price', [
    price('cbc:PriceAmount', line.netPrice, currency),
    leaf('cbc:BaseQuantity', base, { unitCode: line.unit }),
    writePriceDiscount(line.listPrice, currency),
  ])
}

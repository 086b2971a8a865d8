import { zero } from '#lib/core/decimal.ts'
import type { InvoiceLine } from '#lib/invoice/model.ts'
import type { DocumentNames } from './document-names.ts'
import type { DocumentReader } from './document-reader.ts'
import { readAdjustment, readPriceDiscount } from './read-adjustment.ts'
import { readTaxCategory } from './read-amounts.ts'
import { readPeriod } from './read-delivery.ts'
import { readLineObject } from './read-references.ts'
import { childrenNamed, firstAt, type UblElement } from './tree.ts'
import { gtinScheme } from './write-line.ts'

/** InvoiceLine or CreditNoteLine (BG-25). */
export function readLine(
  reader: DocumentReader,
  line: UblElement,
  currency: string,
  names: DocumentNames,
): InvoiceLine {
  const unit = reader.attribute(line, names.quantity, 'unitCode')
  const vat = readTaxCategory(reader, line, 'cac:Item/cac:ClassifiedTaxCategory')
  const netAmount = reader.amount(line, 'cbc:LineExtensionAmount', currency)
  return {
    id: reader.text(line, 'cbc:ID'),
    lineNote: reader.text(line, 'cbc:Note'),
    quantity: reader.needed(reader.number(line, names.quantity), line, names.quantity, zero),
    unit,
    lineNetAmount: reader.needed(netAmount, line, 'cbc:LineExtensionAmount', zero),
    ...readPrice(reader, line, currency, unit),
    vatCategory: vat.category,
    vatRate: vat.rate,
    ...readItem(reader, line),
    period: readPeriod(reader, line),
    orderLineReference: reader.text(line, 'cac:OrderLineReference/cbc:LineID'),
    accountingReference: reader.text(line, 'cbc:AccountingCost'),
    objectReference: readLineObject(reader, line),
    adjustments: childrenNamed(line, 'cac:AllowanceCharge').map((each) =>
      readAdjustment(reader, each, currency),
    ),
  }
}

type Item = Pick<
  InvoiceLine,
  | 'itemName'
  | 'itemDescription'
  | 'sellerItemId'
  | 'buyerItemId'
  | 'standardItemId'
  | 'classification'
  | 'originCountry'
  | 'attributes'
>

/** Item (BG-31, BG-32). A standard number of another scheme than GTIN is left. */
function readItem(reader: DocumentReader, line: UblElement): Item {
  const item = firstAt(line, 'cac:Item')
  const gtin = 'cac:StandardItemIdentification/cbc:ID'
  const code = 'cac:CommodityClassification/cbc:ItemClassificationCode'
  const isGtin = reader.constantAttribute(item, gtin, 'schemeID', gtinScheme)
  return {
    itemName: reader.text(item, 'cbc:Name'),
    itemDescription: reader.text(item, 'cbc:Description'),
    sellerItemId: reader.text(item, 'cac:SellersItemIdentification/cbc:ID'),
    buyerItemId: reader.text(item, 'cac:BuyersItemIdentification/cbc:ID'),
    standardItemId: isGtin ? reader.text(item, gtin) : '',
    classification: { list: reader.attribute(item, code, 'listID'), code: reader.text(item, code) },
    originCountry: reader.text(item, 'cac:OriginCountry/cbc:IdentificationCode'),
    attributes:
      item === null
        ? []
        : childrenNamed(item, 'cac:AdditionalItemProperty').flatMap((each) => readAttribute(reader, each)),
  }
}

/** A name without a value, or a value without a name, is left. */
function readAttribute(reader: DocumentReader, property: UblElement): InvoiceLine['attributes'] {
  const isWhole = ['cbc:Name', 'cbc:Value'].every((name) => reader.look(property, name) !== '')
  if (!isWhole) return []
  return [{ name: reader.text(property, 'cbc:Name'), value: reader.text(property, 'cbc:Value') }]
}

/** Price (BG-29). The unit of the base quantity is the line's, any other is left. */
function readPrice(
  reader: DocumentReader,
  line: UblElement,
  currency: string,
  unit: string,
): Pick<InvoiceLine, 'netPrice' | 'baseQuantity' | 'listPrice'> {
  const price = firstAt(line, 'cac:Price')
  const netPrice = reader.amount(price, 'cbc:PriceAmount', currency)
  reader.constantAttribute(price, 'cbc:BaseQuantity', 'unitCode', unit)
  return {
    netPrice: reader.needed(netPrice, line, 'cac:Price/cbc:PriceAmount', zero),
    baseQuantity: reader.number(price, 'cbc:BaseQuantity'),
    listPrice: readPriceDiscount(reader, price, currency),
  }
}

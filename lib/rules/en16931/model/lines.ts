import { type Context, fatal, lineNames } from '../../rule.ts'
import { exists, find } from '../../xpath.ts'
import { doubleOf, twoDecimals } from './amounts.ts'
import { has, hasAttribute, inside, isVat, says } from './places.ts'

/** A line (BG-25). */
export const lineContext: Context = {
  names: lineNames,
  rules: [
    fatal('BR-21', ['BG-25', 'BT-126'], says('cbc:ID')),
    fatal(
      'BR-22',
      ['BG-25', 'BT-129'],
      (line) => exists(line, 'cbc:InvoicedQuantity') || exists(line, 'cbc:CreditedQuantity'),
    ),
    fatal('BR-23', ['BG-25', 'BT-130'], (line) =>
      [...find(line, 'cbc:InvoicedQuantity'), ...find(line, 'cbc:CreditedQuantity')].some(
        (quantity) => quantity.attribute('unitCode') !== null,
      ),
    ),
    fatal('BR-24', ['BG-25', 'BT-131'], has('cbc:LineExtensionAmount')),
    fatal('BR-25', ['BG-25', 'BT-153'], says('cac:Item', 'cbc:Name')),
    fatal('BR-26', ['BG-25', 'BT-146'], has('cac:Price', 'cbc:PriceAmount')),
    fatal('BR-27', ['BT-146', 'BG-29'], (line) =>
      find(line, 'cac:Price', 'cbc:PriceAmount').some((price) => doubleOf(price) >= 0),
    ),
    fatal('BR-28', ['BT-148', 'BG-29'], (line) => {
      const prices = find(line, 'cac:Price', 'cac:AllowanceCharge', 'cbc:BaseAmount')
      return prices.length === 0 || prices.some((price) => doubleOf(price) >= 0)
    }),
    fatal('BR-CO-04', ['BG-25', 'BT-151'], (line) =>
      find(line, 'cac:Item', 'cac:ClassifiedTaxCategory').some(
        (category) => isVat(category) && exists(category, 'cbc:ID'),
      ),
    ),
    twoDecimals('BR-DEC-23', 'BT-131', 'cbc:LineExtensionAmount'),
  ],
}

/** An attribute of an item (BG-32). */
export const itemAttributeContext: Context = {
  names: ['cac:AdditionalItemProperty'],
  rules: [
    fatal(
      'BR-54',
      ['BG-32', 'BT-160', 'BT-161'],
      (property) => exists(property, 'cbc:Name') && exists(property, 'cbc:Value'),
    ),
  ],
}

/** The classification of an item (BT-158) and its standard identifier (BT-157), on a line. */
export const itemIdentifierContexts: readonly Context[] = [
  {
    names: ['cac:CommodityClassification/cbc:ItemClassificationCode'],
    when: insideLine('cac:Item', 'cac:CommodityClassification'),
    rules: [fatal('BR-65', ['BT-158', 'BG-31'], hasAttribute('listID'))],
  },
  {
    names: ['cac:StandardItemIdentification/cbc:ID'],
    when: insideLine('cac:Item', 'cac:StandardItemIdentification'),
    rules: [fatal('BR-64', ['BT-157', 'BG-31'], hasAttribute('schemeID'))],
  },
]

function insideLine(...names: readonly string[]): NonNullable<Context['when']> {
  const places = lineNames.map((line) => inside(line, ...names))
  return (element) => places.some((isPlace) => isPlace(element))
}

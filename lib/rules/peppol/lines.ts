/** Invoice lines: PEPPOL-EN16931-R100, R101, R110, R111, R120, R121 and R130. */
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  subtract,
  sum,
  zero,
} from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import type { JudgedDocument } from '../judged-document.ts'
import { type Context, fatal, lineNames } from '../rule.ts'
import {
  count,
  dateFrom,
  decimalOf,
  exists,
  find,
  normalText,
  one,
  only,
  roundToHundredths,
  someText,
  textOf,
} from '../xpath.ts'
import { isAbout, isLineOfDocument } from './amounts.ts'

/** The first day of a line's period (BT-134), where the document has one too. */
export const linePeriodStart: Context = {
  names: ['cac:InvoicePeriod/cbc:StartDate'],
  when: (date, document) => isOfLinePeriod(date) && document.fact(periodStarts).length > 0,
  rules: [
    fatal(
      'PEPPOL-EN16931-R110',
      ['BG-26', 'BT-134', 'BG-14', 'BT-73'],
      (date, document) =>
        date.text !== '' && dateFrom(date.text) >= dateOf(only(document.fact(periodStarts))),
    ),
  ],
}

/** The last day of a line's period (BT-135), where the document has one too. */
export const linePeriodEnd: Context = {
  names: ['cac:InvoicePeriod/cbc:EndDate'],
  when: (date, document) => isOfLinePeriod(date) && document.fact(periodEnds).length > 0,
  rules: [
    fatal(
      'PEPPOL-EN16931-R111',
      ['BG-26', 'BT-135', 'BG-14', 'BT-74'],
      (date, document) => date.text !== '' && dateFrom(date.text) <= dateOf(only(document.fact(periodEnds))),
    ),
  ],
}

/** A line (BG-25). */
export const line: Context = {
  names: lineNames,
  rules: [
    fatal(
      'PEPPOL-EN16931-R120',
      ['BG-25', 'BT-131', 'BT-129', 'BT-146', 'BT-149', 'BT-136', 'BT-141'],
      (each, { rootName }) =>
        isAbout(numberAt(each, zero, 'cbc:LineExtensionAmount'), expectedNetAmount(each, rootName)),
    ),
    fatal(
      'PEPPOL-EN16931-R121',
      ['BT-149'],
      (each) => compare(numberAt(each, unit, 'cac:Price', 'cbc:BaseQuantity'), zero) > 0,
    ),
    fatal('PEPPOL-EN16931-R100', [], (each) => count(each, 'cac:DocumentReference') <= 1),
    fatal(
      'PEPPOL-EN16931-R101',
      [],
      (each) =>
        !exists(each, 'cac:DocumentReference') ||
        someText(each, '130', 'cac:DocumentReference', 'cbc:DocumentTypeCode'),
    ),
  ],
}

/** The quantity that a price is for, when its unit is written (BT-150). */
export const priceUnit: Context = {
  names: ['cac:Price/cbc:BaseQuantity'],
  when: (quantity) => quantity.attribute('unitCode') !== null,
  rules: [
    fatal('PEPPOL-EN16931-R130', ['BT-130', 'BT-150'], (quantity, { rootName }) => {
      const owner = quantity.parent?.parent
      if (!owner || !quantityNames.some((name) => exists(owner, name))) return true
      const unitCode = quantity.attribute('unitCode')
      return find(owner, quantityNameIn(rootName)).some((each) => each.attribute('unitCode') === unitCode)
    }),
  ],
}

const unit = decimal('1')
const quantityNames = ['cbc:InvoicedQuantity', 'cbc:CreditedQuantity']

function quantityNameIn(rootName: string): string {
  return rootName === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity'
}

/** Quantity × price for one, with the charges of the line and without its allowances. */
function expectedNetAmount(each: UblElement, rootName: string): Decimal {
  const quantity = numberAt(each, unit, quantityNameIn(rootName))
  const price = numberAt(each, zero, 'cac:Price', 'cbc:PriceAmount')
  const baseQuantity = decimalOf(one(each, 'cac:Price', 'cbc:BaseQuantity'))
  const isForOne = baseQuantity === null || isZero(baseQuantity)
  const goods = multiply(quantity, isForOne ? price : divide(price, baseQuantity))
  if (!exists(each, 'cac:AllowanceCharge')) return goods
  return subtract(add(goods, sumOf(each, 'true')), sumOf(each, 'false'))
}

/** The charges (`true`) or allowances (`false`) of a line. */
function sumOf(each: UblElement, indicator: string): Decimal {
  const chosen = find(each, 'cac:AllowanceCharge').filter(
    (part) => normalText(one(part, 'cbc:ChargeIndicator')) === indicator,
  )
  const amounts = chosen.flatMap((part) => find(part, 'cbc:Amount'))
  return amounts.length === 0
    ? zero
    : roundToHundredths(sum(amounts.map((amount) => decimalOf(amount) ?? zero)))
}

function numberAt(element: UblElement, otherwise: Decimal, ...path: readonly string[]): Decimal {
  return decimalOf(one(element, ...path)) ?? otherwise
}

function isOfLinePeriod({ parent }: UblElement): boolean {
  return parent?.name === 'cac:InvoicePeriod' && parent.parent !== null && isLineOfDocument(parent.parent)
}

function periodStarts(document: JudgedDocument): readonly UblElement[] {
  return document.named('cbc:StartDate').filter(isOfDocumentPeriod)
}

function periodEnds(document: JudgedDocument): readonly UblElement[] {
  return document.named('cbc:EndDate').filter(isOfDocumentPeriod)
}

function isOfDocumentPeriod({ parent }: UblElement): boolean {
  return parent?.name === 'cac:InvoicePeriod' && parent.parent?.parent === null
}

function dateOf(element: UblElement | null): number {
  return dateFrom(textOf(element))
}

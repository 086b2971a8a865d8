/** Allowances and charges, direct debit and the currencies of amounts: PEPPOL-EN16931-R040 to R046, R051 and R061. */
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  isEqual,
  multiply,
  subtract,
  zero,
} from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import { amountNames, type Context, fatal } from '../rule.ts'
import { decimalOf, exists, normalText, one } from '../xpath.ts'
import { documentCurrencies } from './facts.ts'

const slack = decimal('0.02')
const hundredth = decimal('0.01')

/** Tells whether two amounts are the same but for two hundredths, which rounding may have cost. */
export function isAbout(amount: Decimal, expected: Decimal): boolean {
  return compare(absolute(subtract(amount, expected)), slack) <= 0
}

const groupTerms = ['BG-20', 'BG-21', 'BG-27', 'BG-28']
const percentTerms = 'BT-93 BT-94 BT-100 BT-101 BT-137 BT-138 BT-142 BT-143'.split(' ')
const amountTerms = 'BT-92 BT-93 BT-94 BT-99 BT-100 BT-101 BT-136 BT-137 BT-138 BT-141 BT-142 BT-143'.split(
  ' ',
)
const currencyTerms =
  `BT-5 BT-111 BT-92 BT-93 BT-99 BT-100 BT-106 BT-107 BT-108 BT-109 BT-110 BT-112 BT-113 BT-114
  BT-115 BT-116 BT-117 BT-131 BT-136 BT-137 BT-141 BT-142 BT-146 BT-147 BT-148`.split(/\s+/)

/**
 * Allowances and charges of the document and of its lines. Where only one of percent and base amount is given, the
 * official rules say that and nothing else: R043 is then silent.
 */
export const allowanceOrCharge: Context = {
  names: ['cac:AllowanceCharge'],
  when: (each) => isOfDocument(each) || isOfLine(each),
  rules: [
    fatal(
      'PEPPOL-EN16931-R041',
      [...groupTerms, ...percentTerms],
      (each) => hasBase(each) || !hasPercent(each),
    ),
    fatal(
      'PEPPOL-EN16931-R042',
      [...groupTerms, ...percentTerms],
      (each) => hasPercent(each) || !hasBase(each),
    ),
    fatal(
      'PEPPOL-EN16931-R040',
      [...groupTerms, ...amountTerms],
      (each) =>
        !(hasPercent(each) && hasBase(each)) || isAbout(numberAt(each, 'cbc:Amount'), shareOfBase(each)),
    ),
    fatal(
      'PEPPOL-EN16931-R043',
      groupTerms,
      (each) =>
        hasPercent(each) !== hasBase(each) ||
        ['true', 'false'].includes(normalText(one(each, 'cbc:ChargeIndicator'))),
    ),
  ],
}

/** Payment by direct debit (BG-19), which needs a mandate. */
export const directDebit: Context = {
  names: ['cac:PaymentMeans'],
  when: (means) => ['49', '59'].includes(normalText(one(means, 'cbc:PaymentMeansCode'))),
  rules: [fatal('PEPPOL-EN16931-R061', [], (means) => exists(means, 'cac:PaymentMandate', 'cbc:ID'))],
}

/** Amounts that stand in the currency of the document and in no other, wherever they are. */
export const amountInCurrency: Context = {
  names: amountNames,
  when: (amount) => amount.name !== 'cbc:TaxAmount' || isOfBreakdown(amount),
  rules: [
    fatal('PEPPOL-EN16931-R051', currencyTerms, (amount, document) => {
      const currency = amount.attribute('currencyID')
      return currency !== null && document.fact(documentCurrencies).has(currency)
    }),
  ],
}

/** The discount on a price (BT-147). */
export const priceDiscount: Context = {
  names: ['cac:Price/cac:AllowanceCharge'],
  rules: [
    fatal(
      'PEPPOL-EN16931-R044',
      ['BG-29', 'BT-147'],
      (discount) => normalText(one(discount, 'cbc:ChargeIndicator')) === 'false',
    ),
    fatal('PEPPOL-EN16931-R046', ['BG-29', 'BT-146', 'BT-147', 'BT-148'], (discount) => {
      if (!exists(discount, 'cbc:BaseAmount')) return true
      const gross = decimalOf(one(discount, 'cbc:BaseAmount'))
      const off = decimalOf(one(discount, 'cbc:Amount'))
      const net = discount.parent && decimalOf(one(discount.parent, 'cbc:PriceAmount'))
      return gross !== null && off !== null && net !== null && isEqual(net, subtract(gross, off))
    }),
  ],
}

function shareOfBase(each: UblElement): Decimal {
  const percent = numberAt(each, 'cbc:MultiplierFactorNumeric')
  return multiply(multiply(numberAt(each, 'cbc:BaseAmount'), percent), hundredth)
}

function numberAt(each: UblElement, name: string): Decimal {
  return decimalOf(one(each, name)) ?? zero
}

function hasPercent(each: UblElement): boolean {
  return exists(each, 'cbc:MultiplierFactorNumeric')
}

function hasBase(each: UblElement): boolean {
  return exists(each, 'cbc:BaseAmount')
}

function isOfDocument({ parent }: UblElement): boolean {
  return parent !== null && parent.parent === null
}

function isOfLine({ parent }: UblElement): boolean {
  return parent !== null && isLineOfDocument(parent)
}

/** Tells whether an element is a line as its document has them: an invoice's line in an invoice, and so on. */
export function isLineOfDocument({ name, parent }: UblElement): boolean {
  return parent !== null && parent.parent === null && name === `cac:${parent.name}Line`
}

/** The VAT total in the accounting currency (BT-111) has no breakdown. */
function isOfBreakdown({ parent }: UblElement): boolean {
  if (parent?.name === 'cac:TaxSubtotal') return true
  return parent?.name === 'cac:TaxTotal' && exists(parent, 'cac:TaxSubtotal')
}

import { isZero, subtract, sum, zero } from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import { askedOnce, askedOnceOf } from '../../asked-once.ts'
import type { JudgedDocument } from '../../judged-document.ts'
import { type Context, fatal, lineNames, type Rule } from '../../rule.ts'
import { decimalOf, exists, find, normalText, one, only, roundToHundredths, roundXPath } from '../../xpath.ts'
import { areEqual, decimalIn, isTaxOf, plus, twoDecimals } from './amounts.ts'
import { atTop, has, inside, isAllowance, isCharge, isVat } from './places.ts'

/** The document totals (BG-22). */
export const totalsContext: Context = {
  names: ['cac:LegalMonetaryTotal'],
  rules: [
    fatal('BR-12', ['BT-106'], has('cbc:LineExtensionAmount')),
    fatal('BR-13', ['BT-109'], has('cbc:TaxExclusiveAmount')),
    fatal('BR-14', ['BT-112'], has('cbc:TaxInclusiveAmount')),
    fatal('BR-15', ['BT-115'], has('cbc:PayableAmount')),
    fatal('BR-CO-10', ['BT-106', 'BT-131'], (totals, document) =>
      areEqual(decimalIn(totals, 'cbc:LineExtensionAmount'), sumOfLines(document)),
    ),
    fatal('BR-CO-11', ['BT-107', 'BT-92'], isSumOf('cbc:AllowanceTotalAmount', isAllowance)),
    fatal('BR-CO-12', ['BT-108', 'BT-99'], isSumOf('cbc:ChargeTotalAmount', isCharge)),
    fatal('BR-CO-13', ['BT-109', 'BT-131', 'BT-107', 'BT-108'], isTotalWithoutVat),
    fatal('BR-CO-16', ['BT-115', 'BT-112', 'BT-113', 'BT-114'], isAmountDue),
    twoDecimals('BR-DEC-09', 'BT-106', 'cbc:LineExtensionAmount'),
    twoDecimals('BR-DEC-10', 'BT-107', 'cbc:AllowanceTotalAmount'),
    twoDecimals('BR-DEC-11', 'BT-108', 'cbc:ChargeTotalAmount'),
    twoDecimals('BR-DEC-12', 'BT-109', 'cbc:TaxExclusiveAmount'),
    twoDecimals('BR-DEC-14', 'BT-112', 'cbc:TaxInclusiveAmount'),
    twoDecimals('BR-DEC-16', 'BT-113', 'cbc:PrepaidAmount'),
    twoDecimals('BR-DEC-17', 'BT-114', 'cbc:PayableRoundingAmount'),
    twoDecimals('BR-DEC-18', 'BT-115', 'cbc:PayableAmount'),
  ],
}

const sumOfLines = askedOnce((document: JudgedDocument) => {
  const lines = lineNames.flatMap((name) => document.named(name))
  return roundToHundredths(sumOfAmounts(lines, 'cbc:LineExtensionAmount'))
})

/** The sum of the amounts that elements say; those that say none are passed over. */
function sumOfAmounts(elements: readonly UblElement[], name: string) {
  return sum(elements.map((element) => decimalIn(element, name)).filter((amount) => amount !== null))
}

/** A total is the sum of the allowances, or charges, beside it; with none of them it may be absent. */
function isSumOf(name: string, isSummed: (adjustment: UblElement) => boolean): Rule['holds'] {
  const sumIn = askedOnceOf((parent) => {
    const summed = find(parent, 'cac:AllowanceCharge').filter(isSummed)
    return summed.length === 0 ? null : sumOfAmounts(summed, 'cbc:Amount')
  })
  return (totals, document) => {
    const total = decimalIn(totals, name)
    const sum = totals.parent === null ? null : sumIn(totals.parent, document)
    return total === null ? sum === null : areEqual(total, sum === null ? zero : roundToHundredths(sum))
  }
}

/** Lines minus allowances plus charges. Rounded only where one of those two is said. */
function isTotalWithoutVat(totals: UblElement): boolean {
  const lines = decimalIn(totals, 'cbc:LineExtensionAmount')
  const charges = decimalIn(totals, 'cbc:ChargeTotalAmount')
  const allowances = decimalIn(totals, 'cbc:AllowanceTotalAmount')
  const total = decimalIn(totals, 'cbc:TaxExclusiveAmount')
  if (lines === null || (charges === null && allowances === null)) return areEqual(total, lines)
  const raised = plus(lines, charges)
  return areEqual(total, roundToHundredths(allowances === null ? raised : subtract(raised, allowances)))
}

/** Due minus rounding is with VAT minus paid. Either side is rounded only where something is subtracted. */
function isAmountDue(totals: UblElement): boolean {
  const difference = (from: string, name: string) => {
    const amount = decimalIn(totals, from)
    const subtracted = decimalIn(totals, name)
    if (amount === null || subtracted === null) return amount
    return roundToHundredths(subtract(amount, subtracted))
  }
  return areEqual(
    difference('cbc:PayableAmount', 'cbc:PayableRoundingAmount'),
    difference('cbc:TaxInclusiveAmount', 'cbc:PrepaidAmount'),
  )
}

/** A VAT total of the document (BT-110, BT-111). */
export const taxTotalContext: Context = {
  names: ['cac:TaxTotal'],
  when: atTop,
  rules: [
    fatal('BR-CO-14', ['BT-110', 'BT-117'], (total) => {
      const entries = find(total, 'cac:TaxSubtotal')
      const tax = roundToHundredths(sumOfAmounts(entries, 'cbc:TaxAmount'))
      return entries.length === 0 || areEqual(decimalIn(total, 'cbc:TaxAmount'), tax)
    }),
  ],
}

/** An entry of a VAT breakdown (BG-23), on whatever level. */
export const breakdownContext: Context = {
  names: ['cac:TaxSubtotal'],
  when: inside('cac:TaxTotal'),
  rules: [
    fatal('BR-45', ['BG-23', 'BT-116'], has('cbc:TaxableAmount')),
    fatal('BR-46', ['BG-23', 'BT-117'], has('cbc:TaxAmount')),
    fatal('BR-47', ['BG-23', 'BT-118'], (entry) =>
      vatCategoriesOf(entry).some((category) => exists(category, 'cbc:ID')),
    ),
    fatal('BR-48', ['BG-23', 'BT-119'], (entry) =>
      vatCategoriesOf(entry).some(
        (category) => exists(category, 'cbc:Percent') || normalText(one(category, 'cbc:ID')) === 'O',
      ),
    ),
    fatal('BR-CO-17', ['BT-117', 'BT-116', 'BT-119'], isTaxOfEntry),
    twoDecimals('BR-DEC-19', 'BT-116', 'cbc:TaxableAmount'),
    twoDecimals('BR-DEC-20', 'BT-117', 'cbc:TaxAmount'),
  ],
}

function vatCategoriesOf(entry: UblElement): readonly UblElement[] {
  return find(entry, 'cac:TaxCategory').filter(isVat)
}

/** A rate that rounds to nothing, or none, demands a tax that does; another rate the tax it makes, with a slack. */
function isTaxOfEntry(entry: UblElement): boolean {
  const tax = decimalIn(entry, 'cbc:TaxAmount')
  const rate = decimalOf(only(vatCategoriesOf(entry).flatMap((category) => find(category, 'cbc:Percent'))))
  if (tax === null) return false
  if (rate === null || isZero(roundXPath(rate, 0))) return isZero(roundXPath(tax, 0))
  return isTaxOf(tax, decimalIn(entry, 'cbc:TaxableAmount'), rate)
}

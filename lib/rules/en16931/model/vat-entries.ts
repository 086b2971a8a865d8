import { isZero } from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import { askedOnceOf } from '../../asked-once.ts'
import type { JudgedDocument } from '../../judged-document.ts'
import { type Context, fatal, lineNames, type Rule } from '../../rule.ts'
import { decimalOf, exists, find, one } from '../../xpath.ts'
import { areEqual, decimalIn, doubleOf, isTaxOf, isWithinOne } from './amounts.ts'
import { type Place, taxCategoryOf } from './tax-categories.ts'
import { vatBases } from './vat-bases.ts'
import { type VatTraits, vatFamilies } from './vat-families.ts'

const rates: Readonly<Record<VatTraits['rate'], Rule['holds']>> = {
  zero: (category) => {
    const rate = decimalIn(category, 'cbc:Percent')
    return rate !== null && isZero(rate)
  },
  positive: (category) => find(category, 'cbc:Percent').some((rate) => doubleOf(rate) > 0),
  'not negative': (category) => find(category, 'cbc:Percent').some((rate) => doubleOf(rate) >= 0),
  absent: (category) => !exists(category, 'cbc:Percent'),
}

const breakdownTerms = ['BT-117', 'BG-23', 'BT-118']
const baseTerms = ['BG-23', 'BT-118', 'BT-116', 'BT-131', 'BT-92', 'BT-99', 'BT-151', 'BT-95', 'BT-102']
const rateTerms = ['BT-119', 'BT-152', 'BT-103', 'BT-96']

const isUntaxed: Rule['holds'] = (category, document) => {
  const tax = decimalOf(entryOf(category, document).tax)
  return tax !== null && isZero(tax)
}

const isTaxed: Rule['holds'] = (category, document) => {
  const { tax, taxable } = entryOf(category, document)
  return isTaxOf(decimalOf(tax), decimalOf(taxable), decimalIn(category, 'cbc:Percent'))
}

const amountsOf = askedOnceOf((entry) => ({
  taxable: one(entry, 'cbc:TaxableAmount'),
  tax: one(entry, 'cbc:TaxAmount'),
}))

/** The amounts (BT-116, BT-117) of the entry of the breakdown that a category belongs to. */
function entryOf({ parent }: UblElement, document: JudgedDocument) {
  return parent === null ? { taxable: null, tax: null } : amountsOf(parent, document)
}

/** -05 to -10 of every VAT category: what holds where the category stands. */
export const vatContexts: readonly Context[] = vatFamilies.flatMap((family) => {
  const { code, prefix, rate, reason } = family
  const at = (place: Place, name: string, ...rules: readonly Rule[]): Context => ({
    names: [name],
    when: (element, document) => {
      const category = taxCategoryOf(element, document)
      return category !== null && category.code === code && category.vat && category.place === place
    },
    rules,
  })
  return [
    at(
      'breakdown',
      'cac:TaxCategory',
      ...(family.sums === 'exact'
        ? [fatal(`${prefix}-08`, baseTerms, isBase(code)), fatal(`${prefix}-09`, breakdownTerms, isUntaxed)]
        : [
            fatal(`${prefix}-08`, [...baseTerms, ...rateTerms], isBaseByRate(family)),
            fatal(`${prefix}-09`, [...breakdownTerms, 'BT-116', 'BT-119'], isTaxed),
          ]),
      fatal(`${prefix}-10`, ['BG-23', 'BT-118', 'BT-121', 'BT-120'], (category) =>
        reason === 'demanded' ? hasReason(category) : !hasReason(category),
      ),
    ),
    at('allowance', 'cac:TaxCategory', fatal(`${prefix}-06`, ['BG-20', 'BT-95', 'BT-96'], rates[rate])),
    at('charge', 'cac:TaxCategory', fatal(`${prefix}-07`, ['BG-21', 'BT-102', 'BT-103'], rates[rate])),
    at(
      'line',
      'cac:ClassifiedTaxCategory',
      fatal(`${prefix}-05`, ['BG-25', 'BT-151', 'BT-152'], rates[rate]),
    ),
  ]
})

/** The taxable amount (BT-116) is the sum of what has the category, of the lines of either kind of document. */
function isBase(code: string): Rule['holds'] {
  return (category, document) => {
    const taxable = decimalOf(entryOf(category, document).taxable)
    return lineNames.some(
      (line) => document.named(line).length > 0 && areEqual(taxable, vatBases(document).sum(line, code)),
    )
  }
}

/** The same for each rate, with a slack below one. Without a rate there is nothing to compare. */
function isBaseByRate({ code, sums }: VatTraits): Rule['holds'] {
  return (category, document) => {
    const rate = decimalIn(category, 'cbc:Percent')
    if (rate === null) return true
    const { taxable } = entryOf(category, document)
    const bases = vatBases(document)
    return lineNames.some((line) => {
      const isUsed = sums === 'by rate' ? document.named(line).length > 0 : bases.has(line, code, rate)
      return isUsed && isWithinOne(taxable, bases.sum(line, code, rate))
    })
  }
}

function hasReason(category: UblElement): boolean {
  return exists(category, 'cbc:TaxExemptionReason') || exists(category, 'cbc:TaxExemptionReasonCode')
}

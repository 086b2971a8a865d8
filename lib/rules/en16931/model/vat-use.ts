import { fatal, type Rule } from '../../rule.ts'
import { partyNumbers } from './party-numbers.ts'
import { isInAdjustment, isInItem, type TaxCategory, taxCategoryUses } from './tax-categories.ts'
import { type VatTraits, vatFamilies } from './vat-families.ts'

/** -01 to -04 of every VAT category: what a category in use demands of the whole document. Judged on the root. */
export const vatUseRules: readonly Rule[] = vatFamilies.flatMap((family) => {
  const { code, prefix, parties, adjustmentsOfDocument, chargeAsWritten } = family
  const isUse = (place: 'allowance' | 'charge', use: TaxCategory) =>
    use.place === place && use.vat && use.code === code && (use.ofDocument || !adjustmentsOfDocument)
  return [
    fatal(
      `${prefix}-01`,
      ['BG-25', 'BG-20', 'BG-21', 'BT-151', 'BT-95', 'BT-102', 'BG-23', 'BT-118'],
      family.breakdown === 'once' ? isBrokenDownOnce(code) : isBrokenDown(family, family.breakdown),
    ),
    fatal(`${prefix}-02`, ['BG-25', 'BT-151', ...parties.terms], isMetForItems(family)),
    fatal(
      `${prefix}-03`,
      ['BG-20', 'BT-95', ...parties.terms],
      isMetFor(family, (use) => isUse('allowance', use)),
    ),
    fatal(
      `${prefix}-04`,
      ['BG-21', 'BT-102', ...parties.terms],
      isMetFor(family, (use) => isUse('charge', use) && (use.written === code || !chargeAsWritten)),
    ),
  ]
})

/** Whatever uses the category, the breakdown among it, demands exactly one entry. */
function isBrokenDownOnce(code: string): Rule['holds'] {
  return (_, document) => {
    const uses = taxCategoryUses(document).filter((use) => use.vat && use.code === code)
    const entries = uses
      .filter(({ place }) => place === 'breakdown')
      .reduce((sum, { count }) => sum + count, 0)
    return uses.length === 0 || entries === 1
  }
}

/** An entry where items, allowances or charges use the category; none where they do not. */
function isBrokenDown({ code, anyScheme }: VatTraits, isEntry: (use: TaxCategory) => boolean): Rule['holds'] {
  return (_, document) => {
    const entries = taxCategoryUses(document).filter(({ place }) => place === 'breakdown')
    const isAlike = (use: TaxCategory) => (use.vat || anyScheme === true) && use.code === code
    const isUsed = taxCategoryUses(document).some(
      (use) => isAlike(use) && (isInItem(use) || isInAdjustment(use)),
    )
    return isUsed ? entries.some(isEntry) : !entries.some(isAlike)
  }
}

/** Where items of any tax scheme count, one of VAT has to be among them, whatever numbers the parties have. */
function isMetForItems({ code, anyScheme, parties }: VatTraits): Rule['holds'] {
  return (_, document) => {
    const uses = taxCategoryUses(document).filter((use) => isInItem(use) && use.code === code)
    const isOfVat = uses.some(({ vat }) => vat)
    const isUsed = anyScheme ? uses.length > 0 : isOfVat
    return !isUsed || (isOfVat && parties.isMet(partyNumbers(document)))
  }
}

function isMetFor({ parties }: VatTraits, isUse: (use: TaxCategory) => boolean): Rule['holds'] {
  return (_, document) => !taxCategoryUses(document).some(isUse) || parties.isMet(partyNumbers(document))
}

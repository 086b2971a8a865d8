import { add } from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import { type Context, documentRoots, fatal, type Rule } from '../../rule.ts'
import { decimalOf, exists, find, one, roundToHundredths, textOf } from '../../xpath.ts'
import { areEqual } from './amounts.ts'
import { has, says } from './places.ts'
import { vatParticularRules } from './vat-particulars.ts'
import { vatUseRules } from './vat-use.ts'

const seller = ['cac:AccountingSupplierParty', 'cac:Party'] as const
const buyer = ['cac:AccountingCustomerParty', 'cac:Party'] as const

/** An invoice or credit note has what every one must have: BR-01 to BR-08, BR-10, BR-16, BR-53, BR-CO-03, -15, -18. */
const documentRules: readonly Rule[] = [
  fatal('BR-01', ['BT-24'], says('cbc:CustomizationID')),
  fatal('BR-02', ['BT-1'], says('cbc:ID')),
  fatal('BR-03', ['BT-2'], says('cbc:IssueDate')),
  fatal(
    'BR-04',
    ['BT-3'],
    (root, document) =>
      says('cbc:InvoiceTypeCode')(root, document) || says('cbc:CreditNoteTypeCode')(root, document),
  ),
  fatal('BR-05', ['BT-5'], says('cbc:DocumentCurrencyCode')),
  fatal('BR-06', ['BT-27'], says(...seller, 'cac:PartyLegalEntity', 'cbc:RegistrationName')),
  fatal('BR-07', ['BT-44'], says(...buyer, 'cac:PartyLegalEntity', 'cbc:RegistrationName')),
  fatal('BR-08', ['BG-4', 'BG-5'], has(...seller, 'cac:PostalAddress')),
  fatal('BR-10', ['BG-8'], has(...buyer, 'cac:PostalAddress')),
  fatal('BR-16', ['BG-25'], (root) => exists(root, 'cac:InvoiceLine') || exists(root, 'cac:CreditNoteLine')),
  fatal('BR-53', ['BT-6', 'BT-111'], (root, document) => {
    const currencies = new Set(amountsByCurrency(document.named('cac:TaxTotal')).keys())
    return find(root, 'cbc:TaxCurrencyCode').every((currency) => currencies.has(textOf(currency)))
  }),
  fatal(
    'BR-CO-03',
    ['BT-7', 'BT-8'],
    (root) => !exists(root, 'cbc:TaxPointDate') || !exists(root, 'cac:InvoicePeriod', 'cbc:DescriptionCode'),
  ),
  fatal('BR-CO-15', ['BT-112', 'BT-109', 'BT-110'], isSumWithVat),
  fatal('BR-CO-18', ['BG-23'], has('cac:TaxTotal', 'cac:TaxSubtotal')),
]

/** The VAT totals, by their currency. */
function amountsByCurrency(totals: readonly UblElement[]): ReadonlyMap<string | null, readonly UblElement[]> {
  return Map.groupBy(
    totals.flatMap((total) => find(total, 'cbc:TaxAmount')),
    (amount) => amount.attribute('currencyID'),
  )
}

/** One total of VAT is in the currency, and with VAT is without VAT and that total together. */
function isSumWithVat(root: UblElement): boolean {
  const amounts = amountsByCurrency(find(root, 'cac:TaxTotal'))
  const vats = find(root, 'cbc:DocumentCurrencyCode').map((currency) => amounts.get(textOf(currency)) ?? [])
  if (vats.some(({ length }) => length !== 1)) return false
  if (vats.length === 0) return true
  const withoutVat = decimalOf(one(root, 'cac:LegalMonetaryTotal', 'cbc:TaxExclusiveAmount'))
  const withVat = decimalOf(one(root, 'cac:LegalMonetaryTotal', 'cbc:TaxInclusiveAmount'))
  return vats.every(([amount = null]) => {
    const vat = decimalOf(amount)
    return withoutVat !== null && vat !== null && areEqual(withVat, roundToHundredths(add(withoutVat, vat)))
  })
}

/** What is judged on the whole document: what it must have, and what its VAT categories demand of it. */
export const documentContext: Context = {
  names: documentRoots,
  when: ({ parent }) => parent === null,
  rules: [...documentRules, ...vatUseRules, ...vatParticularRules],
}

/** What Peppol asks of a document as a whole: PEPPOL-EN16931-R001 to R008, R053 to R055 and R080. */
import { compare, type Decimal, zero } from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import type { JudgedDocument } from '../judged-document.ts'
import { type Context, documentRoots, fatal } from '../rule.ts'
import { count, decimalOf, exists, find, normalizeSpace, normalText, one, someText } from '../xpath.ts'
import { customerAddressCountry, profile, supplierAddressCountry } from './facts.ts'

const specification = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'

/** Every element: none may be empty. */
export const everyElement: Context = {
  names: () => true,
  rules: [
    fatal(
      'PEPPOL-EN16931-R008',
      [],
      (element) => element.children.length > 0 || /[^\t\n\r ]/.test(element.text),
    ),
  ],
}

/** The credit note, for what an invoice has an element of its own for: BT-11. */
export const creditNote: Context = {
  names: ['CreditNote'],
  rules: [
    fatal('PEPPOL-EN16931-R080', [], (root) => {
      const references = find(root, 'cac:AdditionalDocumentReference')
      return references.filter((each) => someText(each, '50', 'cbc:DocumentTypeCode')).length <= 1
    }),
  ],
}

/** The document itself. */
export const wholeDocument: Context = {
  names: documentRoots,
  rules: [
    fatal('PEPPOL-EN16931-R001', ['BT-23'], (root) => exists(root, 'cbc:ProfileID')),
    fatal('PEPPOL-EN16931-R007', ['BT-23'], (_, document) => document.fact(profile) !== 'Unknown'),
    fatal(
      'PEPPOL-EN16931-R002',
      ['BG-1', 'BT-22'],
      (root, document) => count(root, 'cbc:Note') <= 1 || isWithinGermany(document),
    ),
    fatal(
      'PEPPOL-EN16931-R003',
      ['BT-10', 'BT-13'],
      (root) => exists(root, 'cbc:BuyerReference') || exists(root, 'cac:OrderReference', 'cbc:ID'),
    ),
    fatal('PEPPOL-EN16931-R004', ['BT-24'], (root) => {
      const id = normalText(one(root, 'cbc:CustomizationID'))
      return id.startsWith(specification) && !id.includes('::')
    }),
    fatal(
      'PEPPOL-EN16931-R053',
      ['BT-110', 'BG-23'],
      (root) => find(root, 'cac:TaxTotal').filter(hasBreakdown).length === 1,
    ),
    fatal('PEPPOL-EN16931-R054', ['BT-6', 'BT-111'], (root) => {
      const plain = find(root, 'cac:TaxTotal').filter((total) => !hasBreakdown(total))
      return plain.length === (exists(root, 'cbc:TaxCurrencyCode') ? 1 : 0)
    }),
    fatal(
      'PEPPOL-EN16931-R055',
      ['BT-6', 'BT-110', 'BT-111'],
      (root) =>
        !exists(root, 'cbc:TaxCurrencyCode') ||
        inBothCurrencies(root, (vat) => compare(vat, zero) <= 0) ||
        inBothCurrencies(root, (vat) => compare(vat, zero) >= 0),
    ),
  ],
}

/** The currency that VAT is accounted in (BT-6). */
export const accountingCurrency: Context = {
  names: ['cbc:TaxCurrencyCode'],
  rules: [
    fatal('PEPPOL-EN16931-R005', ['BT-5', 'BT-6'], (code) => {
      const currency = code.parent === null ? null : one(code.parent, 'cbc:DocumentCurrencyCode')
      return normalizeSpace(code.text) !== normalText(currency)
    }),
  ],
}

/** Tells whether both parties have their addresses in Germany, for which Peppol makes exceptions. */
export function isWithinGermany(document: JudgedDocument): boolean {
  return document.fact(supplierAddressCountry) === 'DE' && document.fact(customerAddressCountry) === 'DE'
}

function hasBreakdown(total: UblElement): boolean {
  return exists(total, 'cac:TaxSubtotal')
}

/** Tells whether there is a VAT total with a property in the accounting currency, and one in the document's. */
function inBothCurrencies(root: UblElement, has: (vat: Decimal) => boolean): boolean {
  const amounts = find(root, 'cac:TaxTotal', 'cbc:TaxAmount')
  if (amounts.length === 0) return false
  return ['cbc:TaxCurrencyCode', 'cbc:DocumentCurrencyCode'].every((code) => {
    const currency = normalText(one(root, code))
    return amounts.some(
      (amount) => amount.attribute('currencyID') === currency && has(decimalOf(amount) ?? zero),
    )
  })
}

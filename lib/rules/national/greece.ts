import type { UblElement } from '#lib/ubl/tree.ts'
import { contextAt } from '../context-at.ts'
import type { JudgedDocument } from '../judged-document.ts'
import {
  accountingSupplierCountry,
  customerCountry,
  supplierCountry,
  supplierParties,
} from '../peppol/facts.ts'
import { fatal, type Pattern, warning } from '../rule.ts'
import { find, normalText, one, someText, textOf } from '../xpath.ts'
import { greekDocumentId } from './greek-document-id.ts'
import { isTin } from './greek-tin.ts'
import { taxSchemeOf, taxSchemes } from './readings.ts'

/** Greece writes itself `GR`, and `EL` in VAT numbers. */
const greekCodes: readonly string[] = ['GR', 'EL']

function isFromGreekSupplier(document: JudgedDocument): boolean {
  return greekCodes.includes(document.fact(supplierCountry))
}

function isBetweenGreeks(document: JudgedDocument): boolean {
  return isFromGreekSupplier(document) && greekCodes.includes(document.fact(customerCountry))
}

/** As the first, whatever the tax representative's VAT number says. */
function isFromGreekParty(document: JudgedDocument): boolean {
  return greekCodes.includes(document.fact(accountingSupplierCountry))
}

function isFromAddressInGreece(document: JudgedDocument): boolean {
  return isFromGreekSupplier(document) && document.fact(hasAddressInGreece)
}

function hasAddressInGreece(document: JudgedDocument): boolean {
  return supplierParties(document).some((party) =>
    someText(party, 'GR', 'cac:PostalAddress', 'cac:Country', 'cbc:IdentificationCode'),
  )
}

/** GR-R, GR-S: what Greek suppliers write. */
export const greekSuppliers: Pattern = [
  contextAt({ path: '/*/cbc:ID', documents: isFromGreekSupplier, rules: greekDocumentId }),
  contextAt({
    path: 'cac:AccountingSupplierParty/cac:Party',
    documents: isFromGreekSupplier,
    rules: [fatal('GR-R-002', ['BT-28'], isNamed), warning('GR-S-011', ['BT-31'], hasOneVatNumber)],
  }),
  contextAt({
    path: 'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID',
    documents: isFromGreekSupplier,
    elements: ({ parent }) => parent !== null && taxSchemeOf(parent) === 'VAT',
    rules: [fatal('GR-R-003', ['BT-31'], (number) => isVatNumber(textOf(number)))],
  }),
  contextAt({
    path: '/*',
    documents: isFromAddressInGreece,
    rules: [
      fatal('GR-R-004-1', ['BT-122', 'BT-123'], (root) => described(root, mark).length === 1),
      warning('GR-S-008-1', ['BT-123', 'BT-124'], (root) => described(root, invoiceUrl).length === 1),
      fatal('GR-R-008-2', ['BT-123', 'BT-124'], (root) => described(root, invoiceUrl).length <= 1),
    ],
  }),
  contextAt({
    path: 'cac:AdditionalDocumentReference/cbc:ID',
    documents: isFromAddressInGreece,
    elements: ({ parent }) => parent !== null && isDescribed(parent, mark),
    // The first digit decides; what follows is not looked at.
    rules: [fatal('GR-R-004-2', ['BT-122', 'BT-123'], (id) => /^[1-9]/.test(textOf(id)))],
  }),
  contextAt({
    path: 'cac:AdditionalDocumentReference',
    documents: isFromGreekSupplier,
    elements: (reference) => isDescribed(reference, invoiceUrl),
    rules: [
      fatal(
        'GR-R-008-3',
        ['BT-123', 'BT-124'],
        (reference) =>
          normalText(one(reference, 'cac:Attachment', 'cac:ExternalReference', 'cbc:URI')) !== '',
      ),
    ],
  }),
  contextAt({
    path: 'cac:AccountingCustomerParty/cac:Party',
    documents: isFromGreekSupplier,
    rules: [fatal('GR-R-005', ['BT-45'], isNamed)],
  }),
  contextAt({
    path: 'cac:AccountingSupplierParty/cac:Party/cbc:EndpointID',
    documents: isFromGreekParty,
    rules: [fatal('GR-R-009', ['BT-34'], isGreekAddress)],
  }),
]

/** GR-R: what Greek suppliers write of Greek customers. */
export const greekCustomers: Pattern = [
  contextAt({
    path: 'cac:AccountingCustomerParty/cac:Party',
    documents: isBetweenGreeks,
    rules: [fatal('GR-R-006', ['BT-48'], hasOneVatNumber)],
  }),
  contextAt({
    path: 'cac:AccountingCustomerParty/cac:Party/cbc:EndpointID',
    documents: isBetweenGreeks,
    rules: [fatal('GR-R-010', ['BT-49'], isGreekAddress)],
  }),
]

/** The descriptions (BT-123) that mark the number from the tax authority, and the address of the invoice there. */
const mark = '##M.AR.K##'
const invoiceUrl = '##INVOICE|URL##'

function isDescribed(reference: UblElement, description: string): boolean {
  return someText(reference, description, 'cbc:DocumentDescription')
}

function described(root: UblElement, description: string): readonly UblElement[] {
  return find(root, 'cac:AdditionalDocumentReference').filter((each) => isDescribed(each, description))
}

function isNamed(party: UblElement): boolean {
  return textOf(one(party, 'cac:PartyName', 'cbc:Name')) !== ''
}

function hasOneVatNumber(party: UblElement): boolean {
  const numbers = taxSchemes(party, 'VAT').flatMap((each) => find(each, 'cbc:CompanyID'))
  return numbers.length === 1 && numbers.every((number) => isVatNumber(textOf(number)))
}

function isVatNumber(text: string): boolean {
  return text.startsWith('EL') && isTin(text.slice(2))
}

function isGreekAddress(endpoint: UblElement): boolean {
  return endpoint.attribute('schemeID') === '9933' && isTin(textOf(endpoint))
}

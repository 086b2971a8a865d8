import type { UblElement } from '#lib/ubl/tree.ts'
import { contextAt } from '../context-at.ts'
import { isWithinGermany } from '../peppol/document.ts'
import { type Context, fatal, type Pattern, warning } from '../rule.ts'
import { exists, find, normalText, one, someText, textOf } from '../xpath.ts'
import { isIban } from './iban.ts'
import { attributesAt, isFilled } from './readings.ts'
import { areDiscountsReadable } from './skonto.ts'

/** DE-R: what German suppliers write to German customers. */
export const germany: Pattern = [
  contextAt({
    path: '/*',
    documents: isWithinGermany,
    rules: [
      fatal('DE-R-001', ['BG-16'], (root) => exists(root, 'cac:PaymentMeans')),
      fatal('DE-R-015', ['BT-10'], (root) => isFilled(root, 'cbc:BuyerReference')),
      fatal(
        'DE-R-016',
        ['BT-31', 'BT-32', 'BG-11'],
        (root) =>
          !hasVatCategory(root) ||
          exists(root, 'cac:TaxRepresentativeParty') ||
          isFilled(root, 'cac:AccountingSupplierParty', 'cac:Party', 'cac:PartyTaxScheme', 'cbc:CompanyID'),
      ),
      warning('DE-R-017', ['BT-3'], (root) => isOfType(root, ...documentTypes)),
      fatal('DE-R-018', ['BT-20', 'BT-115'], areDiscountsReadable),
      fatal('DE-R-022', ['BG-24', 'BT-125'], hasDistinctFileNames),
      warning(
        'DE-R-026',
        ['BT-3', 'BG-3'],
        (root) =>
          !isOfType(root, '384') || exists(root, 'cac:BillingReference', 'cac:InvoiceDocumentReference'),
      ),
      fatal(
        'DE-R-030',
        ['BG-19', 'BT-90'],
        (root) =>
          !isDebited(root) ||
          isCreditor(root, 'cac:AccountingSupplierParty', 'cac:Party') ||
          isCreditor(root, 'cac:PayeeParty'),
      ),
      fatal(
        'DE-R-031',
        ['BG-19', 'BT-91'],
        (root) =>
          !isDebited(root) ||
          exists(root, 'cac:PaymentMeans', 'cac:PaymentMandate', 'cac:PayerFinancialAccount', 'cbc:ID'),
      ),
    ],
  }),
  contextAt({
    path: '/*/cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference',
    documents: isWithinGermany,
    rules: [
      warning('DE-R-T02', ['BT-124'], (reference) =>
        /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(textOf(one(reference, 'cbc:URI'))),
      ),
    ],
  }),
  contextAt({
    path: '/*/cac:AccountingSupplierParty',
    documents: isWithinGermany,
    rules: [fatal('DE-R-002', ['BG-6'], (supplier) => exists(supplier, 'cac:Party', 'cac:Contact'))],
  }),
  contextAt({
    path: '/*/cac:AccountingSupplierParty/cac:Party/cac:PostalAddress',
    documents: isWithinGermany,
    rules: [
      fatal('DE-R-003', ['BT-37'], (address) => isFilled(address, 'cbc:CityName')),
      fatal('DE-R-004', ['BT-38'], (address) => isFilled(address, 'cbc:PostalZone')),
    ],
  }),
  contextAt({
    path: '/*/cac:AccountingSupplierParty/cac:Party/cac:Contact',
    documents: isWithinGermany,
    rules: [
      fatal('DE-R-005', ['BT-41'], (contact) => isFilled(contact, 'cbc:Name')),
      fatal('DE-R-006', ['BT-42'], (contact) => isFilled(contact, 'cbc:Telephone')),
      fatal('DE-R-007', ['BT-43'], (contact) => isFilled(contact, 'cbc:ElectronicMail')),
      warning(
        'DE-R-027',
        ['BT-42'],
        (contact) => textOf(one(contact, 'cbc:Telephone')).replace(/[^0-9]/g, '').length >= 3,
      ),
      warning('DE-R-028', ['BT-43'], (contact) =>
        mailAddress.test(normalText(one(contact, 'cbc:ElectronicMail'))),
      ),
    ],
  }),
  contextAt({
    path: '/*/cac:AccountingCustomerParty/cac:Party/cac:PostalAddress',
    documents: isWithinGermany,
    rules: [
      fatal('DE-R-008', ['BT-52'], (address) => isFilled(address, 'cbc:CityName')),
      fatal('DE-R-009', ['BT-53'], (address) => isFilled(address, 'cbc:PostalZone')),
    ],
  }),
  contextAt({
    path: '/*/cac:Delivery/cac:DeliveryLocation/cac:Address',
    documents: isWithinGermany,
    rules: [
      fatal('DE-R-010', ['BT-77', 'BG-15'], (address) => isFilled(address, 'cbc:CityName')),
      fatal('DE-R-011', ['BT-78', 'BG-15'], (address) => isFilled(address, 'cbc:PostalZone')),
    ],
  }),
  paidBy(
    ['30', '58'],
    warning(
      'DE-R-019',
      ['BT-84', 'BT-81'],
      (means) =>
        meansCode(means) !== '58' || isIban(textOf(one(means, 'cac:PayeeFinancialAccount', 'cbc:ID'))),
    ),
    fatal('DE-R-023-1', ['BT-81', 'BG-17'], isCreditTransfer),
    fatal('DE-R-023-2', ['BT-81', 'BG-18', 'BG-19'], (means) => !isCard(means) && !isDirectDebit(means)),
  ),
  paidBy(
    ['48', '54', '55'],
    fatal('DE-R-024-1', ['BT-81', 'BG-18'], isCard),
    fatal(
      'DE-R-024-2',
      ['BT-81', 'BG-17', 'BG-19'],
      (means) => !isCreditTransfer(means) && !isDirectDebit(means),
    ),
  ),
  paidBy(
    ['59'],
    warning('DE-R-020', ['BT-91', 'BT-81'], (means) =>
      isIban(textOf(one(means, 'cac:PaymentMandate', 'cac:PayerFinancialAccount', 'cbc:ID'))),
    ),
    fatal('DE-R-025-1', ['BT-81', 'BG-19'], isDirectDebit),
    fatal('DE-R-025-2', ['BT-81', 'BG-17', 'BG-18'], (means) => !isCreditTransfer(means) && !isCard(means)),
  ),
  contextAt({
    path: '/*/cac:TaxTotal/cac:TaxSubtotal',
    documents: isWithinGermany,
    rules: [
      fatal('DE-R-014', ['BT-119'], (subtotal) => isFilled(subtotal, 'cac:TaxCategory', 'cbc:Percent')),
    ],
  }),
]

/** The payment means (BG-16) of these codes (BT-81). */
function paidBy(codes: readonly string[], ...rules: Context['rules']): Context {
  return contextAt({
    path: '/*/cac:PaymentMeans',
    documents: isWithinGermany,
    elements: (means) => codes.includes(meansCode(means)),
    rules,
  })
}

const documentTypes: readonly string[] = ['326', '380', '381', '384', '389', '875', '876', '877']
const vatCategories: ReadonlySet<string> = new Set(['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M'])

/** One @, something before it, and after it two parts or more with a point between. */
const mailAddress = /^[^@\t\n\r ]+@(?:[^@.\t\n\r ]+\.)+[^@.\t\n\r ]+$/

function isOfType(root: UblElement, ...types: readonly string[]): boolean {
  return (
    types.includes(normalText(one(root, 'cbc:InvoiceTypeCode'))) ||
    types.includes(normalText(one(root, 'cbc:CreditNoteTypeCode')))
  )
}

/** Tells whether VAT is spoken of: in the document's allowances and charges (BT-95, BT-102) or its lines (BT-151). */
function hasVatCategory(root: UblElement): boolean {
  const charges = find(root, 'cac:AllowanceCharge').filter((each) =>
    ['false', 'true'].some((indicator) => someText(each, indicator, 'cbc:ChargeIndicator')),
  )
  return (
    charges.some((charge) => isInVatCategory(charge, 'cac:TaxCategory')) ||
    ['cac:InvoiceLine', 'cac:CreditNoteLine'].some((line) =>
      isInVatCategory(root, line, 'cac:Item', 'cac:ClassifiedTaxCategory'),
    )
  )
}

function isInVatCategory(element: UblElement, ...path: readonly string[]): boolean {
  return find(element, ...path, 'cbc:ID').some((id) => vatCategories.has(textOf(id)))
}

/** Names are told apart by their case too, whatever the rule's own words say. */
function hasDistinctFileNames(root: UblElement): boolean {
  const taken = new Set<string>()
  return find(root, 'cac:AdditionalDocumentReference').every((reference) => {
    const names = attributesAt(reference, 'filename', 'cac:Attachment', 'cbc:EmbeddedDocumentBinaryObject')
    const isNew = names.every((name) => !taken.has(name))
    for (const name of names) taken.add(name)
    return isNew
  })
}

/** Tells whether a party has the identifier that the bank gave a creditor (BT-90). */
function isCreditor(root: UblElement, ...party: readonly string[]): boolean {
  return attributesAt(root, 'schemeID', ...party, 'cac:PartyIdentification', 'cbc:ID').includes('SEPA')
}

function isDebited(root: UblElement): boolean {
  return exists(root, 'cac:PaymentMeans', 'cac:PaymentMandate')
}

function meansCode(means: UblElement): string {
  return normalText(one(means, 'cbc:PaymentMeansCode'))
}

function isCreditTransfer(means: UblElement): boolean {
  return exists(means, 'cac:PayeeFinancialAccount')
}

function isCard(means: UblElement): boolean {
  return exists(means, 'cac:CardAccount')
}

function isDirectDebit(means: UblElement): boolean {
  return exists(means, 'cac:PaymentMandate')
}

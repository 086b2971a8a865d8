/** How often things may occur in a document, judged at its root (UBL-SR). */
import type { UblElement } from '#lib/ubl/tree.ts'
import type { JudgedDocument } from '../../judged-document.ts'
import { fatal, type Rule } from '../../rule.ts'
import { count, find, one, someText, textOf } from '../../xpath.ts'

/** Makes a rule: at most one element stands at a path from the element of the context. */
export function atMostOne(id: string, path: string, terms: readonly string[] = []): Rule {
  const steps = path.split('/')
  return fatal(id, terms, (element) => count(element, ...steps) <= 1)
}

const seller = 'cac:AccountingSupplierParty/cac:Party'
const buyer = 'cac:AccountingCustomerParty/cac:Party'

/**
 * UBL-SR-01 to UBL-SR-56 of the document. UBL-SR-09 and UBL-SR-15 (one name of the seller, of the buyer) are left
 * out: with two names BR-06 and BR-07 cannot be evaluated, so nobody ever sees them broken.
 */
export const documentOccurrences: readonly Rule[] = [
  atMostOne('UBL-SR-01', 'cac:ContractDocumentReference/cbc:ID'),
  atMostOne('UBL-SR-02', 'cac:ReceiptDocumentReference/cbc:ID'),
  atMostOne('UBL-SR-03', 'cac:DespatchDocumentReference/cbc:ID'),
  fatal('UBL-SR-04', [], (invoice) => objectIdentifiers(invoice).length <= 1),
  atMostOne('UBL-SR-05', 'cac:PaymentTerms/cbc:Note'),
  atMostOne('UBL-SR-08', 'cac:InvoicePeriod'),
  atMostOne('UBL-SR-10', `${seller}/cac:PartyName/cbc:Name`),
  atMostOne('UBL-SR-11', `${seller}/cac:PartyLegalEntity/cbc:CompanyID`),
  fatal('UBL-SR-12', [], (invoice) => taxIdentifiers(invoice, seller, isVat).length <= 1),
  fatal('UBL-SR-13', [], (invoice) => taxIdentifiers(invoice, seller, isNotVat).length <= 1),
  atMostOne('UBL-SR-14', `${seller}/cac:PartyLegalEntity/cbc:CompanyLegalForm`),
  atMostOne('UBL-SR-16', `${buyer}/cac:PartyIdentification/cbc:ID`),
  atMostOne('UBL-SR-17', `${buyer}/cac:PartyLegalEntity/cbc:CompanyID`),
  fatal('UBL-SR-18', [], (invoice) => taxIdentifiers(invoice, buyer, isVat).length <= 1),
  atMostOne('UBL-SR-24', 'cac:Delivery'),
  fatal('UBL-SR-29', [], (_, document) => creditorIdentifiers(document).length <= 1),
  atMostOne('UBL-SR-39', 'cac:ProjectReference/cbc:ID'),
  atMostOne('UBL-SR-40', `${buyer}/cac:PartyName/cbc:Name`),
  fatal('UBL-SR-44', ['BG-16', 'BT-83'], (_, document) => texts(document, 'cbc:PaymentID').size <= 1),
  atMostOne('UBL-SR-45', 'cac:PaymentMeans/cbc:PaymentDueDate'),
  fatal('UBL-SR-46', ['BG-16', 'BT-82'], (invoice) => namesOfPaymentMeans(invoice).length <= 1),
  fatal('UBL-SR-47', ['BG-16', 'BT-81'], (_, document) => texts(document, 'cbc:PaymentMeansCode').size <= 1),
  atMostOne('UBL-SR-49', 'cac:InvoicePeriod/cbc:DescriptionCode'),
  atMostOne('UBL-SR-54', 'cac:PaymentMeans/cac:CardAccount', ['BG-18']),
  atMostOne('UBL-SR-55', 'cac:PaymentMeans/cac:PaymentMandate', ['BG-19']),
  atMostOne('UBL-SR-56', 'cac:OriginatorDocumentReference/cbc:ID', ['BT-17']),
]

/** Tells whether an identifier is a bank's of a creditor (BT-90): its scheme is SEPA, in capitals or not. */
export function isSepa(identifier: UblElement): boolean {
  return identifier.attribute('schemeID')?.toUpperCase() === 'SEPA'
}

function objectIdentifiers(invoice: UblElement): readonly UblElement[] {
  return find(invoice, 'cac:AdditionalDocumentReference')
    .filter((reference) => someText(reference, '130', 'cbc:DocumentTypeCode'))
    .flatMap((reference) => find(reference, 'cbc:ID'))
}

function taxIdentifiers(
  invoice: UblElement,
  party: string,
  isWanted: (taxScheme: UblElement) => boolean,
): readonly UblElement[] {
  return find(invoice, ...party.split('/'), 'cac:PartyTaxScheme')
    .filter((registration) => find(registration, 'cac:TaxScheme').some(isWanted))
    .flatMap((registration) => find(registration, 'cbc:CompanyID'))
}

const isVat = (taxScheme: UblElement) => textOf(one(taxScheme, 'cbc:ID')).toUpperCase() === 'VAT'
const isNotVat = (taxScheme: UblElement) => !isVat(taxScheme)

function creditorIdentifiers(document: JudgedDocument): readonly UblElement[] {
  return document
    .named('cac:PartyIdentification')
    .flatMap((identification) => find(identification, 'cbc:ID').filter(isSepa))
}

function namesOfPaymentMeans(invoice: UblElement): readonly string[] {
  return find(invoice, 'cac:PaymentMeans', 'cbc:PaymentMeansCode')
    .map((code) => code.attribute('name'))
    .filter((name) => name !== null)
}

function texts(document: JudgedDocument, name: string): ReadonlySet<string> {
  return new Set(document.named(name).map(textOf))
}

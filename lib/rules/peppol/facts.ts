/**
 * What the Peppol rules ask of a whole document. Give these to `document.fact`. Several values where one is taken:
 * `NotEvaluable`.
 */
import type { UblElement } from '#lib/ubl/tree.ts'
import type { JudgedDocument } from '../judged-document.ts'
import { find, NotEvaluable, normalizeSpace, normalText, one, only, someText, textOf } from '../xpath.ts'

/** The supplier's country where nothing in the document tells it. */
export const unknownCountry = 'XX'

/** The business process (BT-23) a document is sent in: `01`, `02` with a response, or none that is known. */
export type Profile = '01' | '02' | 'Unknown'

const profiles: ReadonlyMap<string, Profile> = new Map([
  ['urn:fdc:peppol.eu:2017:poacc:billing:01:1.0', '01'],
  ['urn:peppol:france:billing:regulated', '01'],
  ['urn:peppol:france:billing:non-regulated', '01'],
  ['urn:peppol:bis:billing_with_response', '02'],
])

/** The business process of the document (BT-23). */
export function profile(document: JudgedDocument): Profile {
  return profiles.get(normalText(one(document.root, 'cbc:ProfileID'))) ?? 'Unknown'
}

/**
 * The country the supplier is registered for VAT in, in capitals: the first two characters of the VAT number (BT-31),
 * else of the representative's (BT-63), else the country of the supplier's address (BT-40), else `XX`.
 */
export function supplierCountry(document: JudgedDocument): string {
  return (
    vatCountry(supplierParties(document)) ??
    vatCountry(atRoot(document, 'cac:TaxRepresentativeParty')) ??
    addressCountry(supplierParties(document)) ??
    unknownCountry
  )
}

/** As `supplierCountry`, whatever the tax representative's VAT number says. */
export function accountingSupplierCountry(document: JudgedDocument): string {
  return vatCountry(supplierParties(document)) ?? addressCountry(supplierParties(document)) ?? unknownCountry
}

/** The country of the customer, in capitals: by the VAT number (BT-48), else by the address (BT-55), else `XX`. */
export function customerCountry(document: JudgedDocument): string {
  return vatCountry(customerParties(document)) ?? addressCountry(customerParties(document)) ?? unknownCountry
}

/** The country of the supplier's address (BT-40), normalized and in capitals; empty where there is none. */
export function supplierAddressCountry(document: JudgedDocument): string {
  return addressCountry(supplierParties(document)) ?? ''
}

/** The country of the customer's address (BT-55), normalized and in capitals; empty where there is none. */
export function customerAddressCountry(document: JudgedDocument): string {
  return addressCountry(customerParties(document)) ?? ''
}

/** The country of the tax representative's address (BT-69), normalized and in capitals; empty where there is none. */
export function representativeAddressCountry(document: JudgedDocument): string {
  return addressCountry(atRoot(document, 'cac:TaxRepresentativeParty')) ?? ''
}

/** The country of the supplier's address (BT-40) as it is written; empty where there is none. */
export function supplierAddressCountryText(document: JudgedDocument): string {
  return textOf(only(countryCodes(supplierParties(document))))
}

/** The country of the customer's address (BT-55) as it is written; empty where there is none. */
export function customerAddressCountryText(document: JudgedDocument): string {
  return textOf(only(countryCodes(customerParties(document))))
}

/** The texts of every invoice currency code there is (BT-5): an amount's currency has to be one of them. */
export function documentCurrencies(document: JudgedDocument): ReadonlySet<string> {
  return new Set(atRoot(document, 'cbc:DocumentCurrencyCode').map(textOf))
}

/** The supplier's party (BG-4); a list, for a document that is not valid may have several. */
export function supplierParties(document: JudgedDocument): readonly UblElement[] {
  return atRoot(document, 'cac:AccountingSupplierParty').flatMap((each) => find(each, 'cac:Party'))
}

/** The customer's party (BG-7); a list, for a document that is not valid may have several. */
export function customerParties(document: JudgedDocument): readonly UblElement[] {
  return atRoot(document, 'cac:AccountingCustomerParty').flatMap((each) => find(each, 'cac:Party'))
}

function atRoot(document: JudgedDocument, name: string): readonly UblElement[] {
  return document.named(name).filter((each) => each.parent === document.root)
}

/** The country part of the one VAT number; null where there is no number. */
function vatCountry(parties: readonly UblElement[]): string | null {
  const starts = parties
    .flatMap((party) => find(party, 'cac:PartyTaxScheme'))
    .filter((scheme) => someText(scheme, 'VAT', 'cac:TaxScheme', 'cbc:ID'))
    .map((scheme) => firstTwo(textOf(one(scheme, 'cbc:CompanyID'))))
  // The official texts ask whether this is true, which two texts are not.
  if (starts.length > 1) throw new NotEvaluable('several VAT numbers of one party')
  const [start = ''] = starts
  return start === '' ? null : normalizeSpace(start).toUpperCase()
}

/** The country of the one address; null where there is none, empty where the code is. */
function addressCountry(parties: readonly UblElement[]): string | null {
  const code = only(countryCodes(parties))
  return code === null ? null : normalText(code).toUpperCase()
}

function countryCodes(parties: readonly UblElement[]): readonly UblElement[] {
  return parties.flatMap((party) => find(party, 'cac:PostalAddress', 'cac:Country', 'cbc:IdentificationCode'))
}

/** XPath counts characters, JavaScript halves of some. */
function firstTwo(text: string): string {
  return [...text.slice(0, 4)].slice(0, 2).join('')
}

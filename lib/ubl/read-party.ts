import { glnScheme, orgNumberScheme } from '#lib/codelists/address-schemes.ts'
import type { Buyer, Seller } from '#lib/invoice/model.ts'
import type { Address, Contact } from '#lib/invoice/parties.ts'
import type { PeppolId } from '#lib/party/peppol-id.ts'
import type { DocumentReader, Place } from './document-reader.ts'
import { childrenNamed, firstAt, type UblElement } from './tree.ts'
import { fTaxText, seatPrefix } from './write-party.ts'

/**
 * AccountingSupplierParty (BG-4). Of its identifiers only a GLN is carried over, of its legal form only the seat as
 * we write it, of tax schemes beside VAT only the F-skatt.
 */
export function readSeller(reader: DocumentReader, root: UblElement): Seller {
  const party = firstAt(root, 'cac:AccountingSupplierParty/cac:Party')
  const address = firstFrom(party, 'cac:PostalAddress')
  const glnHolder = all(party, 'cac:PartyIdentification').find(
    (each) => firstAt(each, 'cbc:ID')?.attribute('schemeID') === glnScheme,
  )
  reader.constantAttribute(glnHolder ?? null, 'cbc:ID', 'schemeID', glnScheme)
  const fTax = taxScheme(reader, party, 'TAX', (text) => text === fTaxText)
  return {
    ...readNames(reader, party),
    gln: reader.text(glnHolder ?? null, 'cbc:ID'),
    orgNumber: readOrgNumber(reader, party, orgNumberScheme),
    vatNumber: taxScheme(reader, party, 'VAT'),
    fTaxApproved: fTax !== '',
    seat: readSeat(reader, party),
    electronicAddress: readEndpoint(reader, party),
    address: readAddress(reader, address),
    contact: readContact(reader, party),
  }
}

/** AccountingCustomerParty (BG-7). */
export function readBuyer(reader: DocumentReader, root: UblElement): Buyer {
  const party = firstAt(root, 'cac:AccountingCustomerParty/cac:Party')
  const address = readAddress(reader, firstFrom(party, 'cac:PostalAddress'))
  const identifier = 'cac:PartyIdentification/cbc:ID'
  const id = reader.text(party, identifier)
  return {
    ...readNames(reader, party),
    orgNumber: readOrgNumber(reader, party, address.country === 'SE' ? orgNumberScheme : ''),
    vatNumber: taxScheme(reader, party, 'VAT'),
    electronicAddress: reader.look(party, 'cbc:EndpointID') === '' ? null : readEndpoint(reader, party),
    address,
    identifier: { scheme: id === '' ? '' : reader.attribute(party, identifier, 'schemeID'), id },
    contact: readContact(reader, party),
  }
}

/** An address block (BG-5, BG-8, BG-15). */
export function readAddress(reader: DocumentReader, from: Place): Address {
  return {
    street: reader.text(from, 'cbc:StreetName'),
    street2: reader.text(from, 'cbc:AdditionalStreetName'),
    line3: reader.text(from, 'cac:AddressLine/cbc:Line'),
    postalCode: reader.text(from, 'cbc:PostalZone'),
    city: reader.text(from, 'cbc:CityName'),
    subdivision: reader.text(from, 'cbc:CountrySubentity'),
    country: reader.text(from, 'cac:Country/cbc:IdentificationCode'),
  }
}

function readNames(reader: DocumentReader, party: Place): Pick<Seller, 'name' | 'tradingName'> {
  return {
    name: reader.text(party, 'cac:PartyLegalEntity/cbc:RegistrationName'),
    tradingName: reader.text(party, 'cac:PartyName/cbc:Name'),
  }
}

/** The number whatever its scheme; a scheme that we would not write is left. */
function readOrgNumber(reader: DocumentReader, party: Place, scheme: string): string {
  const path = 'cac:PartyLegalEntity/cbc:CompanyID'
  reader.constantAttribute(party, path, 'schemeID', scheme)
  return reader.text(party, path)
}

function readEndpoint(reader: DocumentReader, party: Place): PeppolId {
  const id = reader.text(party, 'cbc:EndpointID')
  return { scheme: id === '' ? '' : reader.attribute(party, 'cbc:EndpointID', 'schemeID'), id }
}

function readSeat(reader: DocumentReader, party: Place): string {
  const path = 'cac:PartyLegalEntity/cbc:CompanyLegalForm'
  if (!reader.look(party, path).startsWith(seatPrefix)) return ''
  return reader.text(party, path).slice(seatPrefix.length)
}

/** The number of the first tax scheme of a name whose number fits. Empty = there is none. */
function taxScheme(
  reader: DocumentReader,
  party: Place,
  scheme: 'VAT' | 'TAX',
  isFitting = (text: string) => text !== '',
): string {
  const found = all(party, 'cac:PartyTaxScheme').find(
    (each) =>
      reader.look(each, 'cac:TaxScheme/cbc:ID') === scheme && isFitting(reader.look(each, 'cbc:CompanyID')),
  )
  if (found === undefined) return ''
  reader.constant(found, 'cac:TaxScheme/cbc:ID', scheme)
  return reader.text(found, 'cbc:CompanyID')
}

/** Contact (BG-6, BG-9). */
function readContact(reader: DocumentReader, party: Place): Contact {
  return {
    name: reader.text(party, 'cac:Contact/cbc:Name'),
    phone: reader.text(party, 'cac:Contact/cbc:Telephone'),
    email: reader.text(party, 'cac:Contact/cbc:ElectronicMail'),
  }
}

function firstFrom(from: Place, path: string): Place {
  return from === null ? null : firstAt(from, path)
}

function all(from: Place, name: string): readonly UblElement[] {
  return from === null ? [] : childrenNamed(from, name)
}

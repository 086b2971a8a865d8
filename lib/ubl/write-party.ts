import { glnScheme, orgNumberScheme } from '#lib/codelists/address-schemes.ts'
import type { Buyer, Seller } from '#lib/invoice/model.ts'
import type { Address, Contact } from '#lib/invoice/parties.ts'
import type { PeppolId } from '#lib/party/peppol-id.ts'
import { branch, leaf, type Part } from './tree.ts'

/** The words SE-R-005 demands: the same in every language. */
export const fTaxText = 'Godkänd för F-skatt'

/** What stands before the seat's town (BT-33). */
export const seatPrefix = 'Säte: '

/** AccountingSupplierParty (BG-4). */
export function writeSeller(seller: Seller): Part {
  return branch('cac:AccountingSupplierParty', [
    branch('cac:Party', [
      endpoint(seller.electronicAddress),
      branch('cac:PartyIdentification', [leaf('cbc:ID', seller.gln, { schemeID: glnScheme })]),
      branch('cac:PartyName', [leaf('cbc:Name', seller.tradingName)]),
      writeAddress('cac:PostalAddress', seller.address),
      taxScheme(seller.vatNumber, 'VAT'),
      taxScheme(seller.fTaxApproved ? fTaxText : '', 'TAX'),
      branch('cac:PartyLegalEntity', [
        leaf('cbc:RegistrationName', seller.name),
        leaf('cbc:CompanyID', seller.orgNumber, { schemeID: orgNumberScheme }),
        leaf('cbc:CompanyLegalForm', seller.seat === '' ? '' : `${seatPrefix}${seller.seat}`),
      ]),
      writeContact(seller.contact),
    ]),
  ])
}

/** AccountingCustomerParty (BG-7). A foreign buyer's number has no scheme of ours. */
export function writeBuyer(buyer: Buyer): Part {
  const schemeID = buyer.address.country === 'SE' ? orgNumberScheme : ''
  return branch('cac:AccountingCustomerParty', [
    branch('cac:Party', [
      endpoint(buyer.electronicAddress),
      branch('cac:PartyIdentification', [
        leaf('cbc:ID', buyer.identifier.id, { schemeID: buyer.identifier.scheme }),
      ]),
      branch('cac:PartyName', [leaf('cbc:Name', buyer.tradingName)]),
      writeAddress('cac:PostalAddress', buyer.address),
      taxScheme(buyer.vatNumber, 'VAT'),
      branch('cac:PartyLegalEntity', [
        leaf('cbc:RegistrationName', buyer.name),
        leaf('cbc:CompanyID', buyer.orgNumber, { schemeID }),
      ]),
      writeContact(buyer.contact),
    ]),
  ])
}

/** An address block (BG-5, BG-8, BG-15) in the order of the schema. */
export function writeAddress(name: string, address: Address): Part {
  return branch(name, [
    leaf('cbc:StreetName', address.street),
    leaf('cbc:AdditionalStreetName', address.street2),
    leaf('cbc:CityName', address.city),
    leaf('cbc:PostalZone', address.postalCode),
    leaf('cbc:CountrySubentity', address.subdivision ?? ''),
    branch('cac:AddressLine', [leaf('cbc:Line', address.line3 ?? '')]),
    branch('cac:Country', [leaf('cbc:IdentificationCode', address.country)]),
  ])
}

function endpoint(address: PeppolId | null): Part {
  return address === null ? null : leaf('cbc:EndpointID', address.id, { schemeID: address.scheme })
}

/** Without its number a tax scheme is not written at all. UBL-SR-53. */
function taxScheme(companyId: string, scheme: 'VAT' | 'TAX'): Part {
  const id = leaf('cbc:CompanyID', companyId)
  return id === null
    ? null
    : branch('cac:PartyTaxScheme', [id, branch('cac:TaxScheme', [leaf('cbc:ID', scheme)])])
}

/** Contact (BG-6, BG-9). */
function writeContact(contact: Contact): Part {
  return branch('cac:Contact', [
    leaf('cbc:Name', contact.name),
    leaf('cbc:Telephone', contact.phone),
    leaf('cbc:ElectronicMail', contact.email),
  ])
}

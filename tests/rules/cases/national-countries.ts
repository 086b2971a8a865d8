import { all, type Edit, set } from '../edit.ts'

/** The supplier's party. */
export const seller = 'cac:AccountingSupplierParty/cac:Party'
/** The customer's party. */
export const buyer = 'cac:AccountingCustomerParty/cac:Party'
/** The address of a party. */
export const address = 'cac:PostalAddress'
/** The legal identifier of a party. */
export const legalId = 'cac:PartyLegalEntity/cbc:CompanyID'
/** The VAT number of a party, the first of its tax registrations. */
export const vatNumber = 'cac:PartyTaxScheme[1]/cbc:CompanyID'
/** How it is to be paid. */
export const payment = 'cac:PaymentMeans'
/** The account to pay to. */
export const account = 'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID'

/** Moves the supplier, and with it its VAT number, to another country. */
export function from(country: string, number: string): Edit {
  return all(
    set(`${seller}/${address}/cac:Country/cbc:IdentificationCode`, country),
    set(`${seller}/${vatNumber}`, number),
  )
}

/** Moves both parties to another country. */
export function within(country: string, number: string): Edit {
  return all(
    from(country, number),
    set(`${buyer}/${address}/cac:Country/cbc:IdentificationCode`, country),
    set(`${buyer}/${vatNumber}`, number),
  )
}

/** A tax representative in a country. */
export function representative(country: string, number: string): string {
  return `<cac:TaxRepresentativeParty>
    <cac:PartyName><cbc:Name>Ombudet AB</cbc:Name></cac:PartyName>
    <cac:PostalAddress>
      <cbc:StreetName>Ombudsgatan 1</cbc:StreetName><cbc:CityName>Stad</cbc:CityName><cbc:PostalZone>1000</cbc:PostalZone>
      <cac:AddressLine><cbc:Line>Plan 1</cbc:Line></cac:AddressLine>
      <cac:Country><cbc:IdentificationCode>${country}</cbc:IdentificationCode></cac:Country>
    </cac:PostalAddress>
    <cac:PartyTaxScheme>
      <cbc:CompanyID>${number}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
    </cac:PartyTaxScheme>
  </cac:TaxRepresentativeParty>`
}

/** A supporting document (BG-24) with a description, and an address where one is given. */
export function document(id: string, description: string, address?: string): string {
  const attachment =
    address === undefined
      ? ''
      : `<cac:Attachment><cac:ExternalReference><cbc:URI>${address}</cbc:URI></cac:ExternalReference></cac:Attachment>`
  return `<cac:AdditionalDocumentReference><cbc:ID>${id}</cbc:ID><cbc:DocumentDescription>${description}</cbc:DocumentDescription>${attachment}</cac:AdditionalDocumentReference>`
}

import { isCountryCode } from '#lib/codelists/countries.ts'
import { parseGln } from '#lib/party/gln.ts'
import { parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { formatPeppolId, type PeppolId } from '#lib/party/peppol-id.ts'
import { parseVatNumber } from '#lib/party/vat-number.ts'
import { type Fault, fault } from './faults.ts'
import type { Address, BuyerProfile, SellerProfile } from './parties.ts'

/** Judges what the company must have told to send (T-35): one fault for each detail that is missing. */
export function checkCompany(company: SellerProfile): readonly Fault[] {
  const byGln = company.identifyBy === 'gln'
  const missing = [
    ...(company.companyForm === '' ? ['companyForm'] : []),
    ...(company.name.trim().length < 2 ? ['name'] : []),
    ...(!byGln && !parseOrganisationNumber(company.orgNumber).ok ? ['orgNumber'] : []),
    ...(byGln && !parseGln(company.gln ?? '').ok ? ['gln'] : []),
    ...missingOfAddress(company.address),
    ...(company.companyForm === 'limited' && company.seat.trim() === '' ? ['seat'] : []),
    ...(company.contact.phone.trim() === '' && company.contact.email.trim() === '' ? ['contact'] : []),
  ]
  return missing.map((name) => fault('company-incomplete', `company.${name}`, { missing: name }))
}

/** Judges whether a company registered for VAT has a right VAT number (T-19). One that is not registered needs none. */
export function checkSellerVat(company: SellerProfile): readonly Fault[] {
  if (!company.vatRegistered || parseVatNumber(company.vatNumber).ok) return []
  return [fault('seller-vat-number-missing', 'company.vatNumber')]
}

/** Judges the customer (T-01, T-36), and what holds only the sending: approval (T-02) and a way to reach it (T-03). */
export function checkCustomer(customer: BuyerProfile | null): readonly Fault[] {
  if (customer === null) return [fault('recipient-missing', 'customerId')]
  const swedish = customer.address.country === 'SE'
  const missing = [
    ...(customer.name.trim() === '' ? ['name'] : []),
    ...(swedish && !parseOrganisationNumber(customer.orgNumber).ok ? ['orgNumber'] : []),
    ...missingOfAddress(customer.address),
  ]
  const recipient = { recipient: customer.name }
  return [
    ...missing.map((name) => fault('buyer-incomplete', `customer.${name}`, { missing: name })),
    ...(customer.linkState === 'approved' ? [] : [fault('approval-pending', 'customerId', recipient)]),
    ...(customer.canReceive ? [] : [fault('recipient-unreachable', 'customerId', recipient)]),
  ]
}

/**
 * BT-49 of a draft: the one that was chosen among the customer's, else its first. Null = the customer has none;
 * undefined = the chosen one is no longer among them (T-03).
 */
export function electronicAddressOf(chosen: string, customer: BuyerProfile): PeppolId | null | undefined {
  if (chosen === '') return customer.electronicAddress
  const offered = [...(customer.electronicAddresses ?? []), customer.electronicAddress]
  return offered.find((each) => each !== null && formatPeppolId(each) === chosen)
}

/** Judges the e-invoice address that was chosen for this invoice (T-03). */
export function checkElectronicAddress(chosen: string, customer: BuyerProfile): readonly Fault[] {
  if (electronicAddressOf(chosen, customer) !== undefined) return []
  return [fault('electronic-address-gone', 'electronicAddress', { recipient: customer.name })]
}

/** What the law's full address lacks: street or its second line, postcode (five digits in Sweden), town, country. */
function missingOfAddress(address: Address): readonly string[] {
  const postalCode = address.postalCode.replace(/\s/g, '')
  const postalCodeFits = address.country === 'SE' ? /^\d{5}$/.test(postalCode) : postalCode !== ''
  return [
    ...(address.street.trim() === '' && address.street2.trim() === '' ? ['address.street'] : []),
    ...(postalCodeFits ? [] : ['address.postalCode']),
    ...(address.city.trim() === '' ? ['address.city'] : []),
    ...(isCountryCode(address.country) ? [] : ['address.country']),
  ]
}

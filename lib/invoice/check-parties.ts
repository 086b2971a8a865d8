import { isCountryCode } from '#lib/codelists/countries.ts'
import type { Result } from '#lib/core/result.ts'
import { parseBankgiro } from '#lib/party/bankgiro.ts'
import { parseGln } from '#lib/party/gln.ts'
import { parseIban } from '#lib/party/iban.ts'
import { parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { parsePlusgiro } from '#lib/party/plusgiro.ts'
import { parseVatNumber } from '#lib/party/vat-number.ts'
import { type Fault, type FaultCode, fault } from './faults.ts'
import type { Address, BuyerProfile, PaymentAccount, PaymentAccountKind, SellerProfile } from './parties.ts'

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

/** Judges whether the company can charge VAT (T-19): it has to be registered and to have a right VAT number. */
export function checkSellerVat(company: SellerProfile): readonly Fault[] {
  if (company.vatRegistered && parseVatNumber(company.vatNumber).ok) return []
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

/** Judges the accounts to be paid to (T-22 … T-25): at least one, each with right check digits. */
export function checkAccounts(accounts: readonly PaymentAccount[]): readonly Fault[] {
  if (accounts.length === 0) return [fault('account-missing', 'paymentAccountIds')]
  return accounts.flatMap((account) => {
    const { parse, code } = accountChecks[account.kind]
    return parse(account.number).ok ? [] : [fault(code, 'paymentAccountIds', { number: account.number })]
  })
}

const accountChecks: Readonly<
  Record<
    PaymentAccountKind,
    { readonly parse: (text: string) => Result<string, string>; readonly code: FaultCode }
  >
> = {
  bankgiro: { parse: parseBankgiro, code: 'bankgiro-faulty' },
  plusgiro: { parse: parsePlusgiro, code: 'plusgiro-faulty' },
  iban: { parse: parseIban, code: 'iban-faulty' },
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

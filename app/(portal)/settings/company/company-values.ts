import type { HiddenNumber } from '#app/_invoice/org-number-field.client.tsx'
import { isMaskedNumber, maskOrganisationNumber } from '#lib/party/organisation-number.ts'
import { maskVatNumber } from '#lib/party/vat-number.ts'
import type { getCompany } from '#lib/services/company/company.ts'

type Company = Awaited<ReturnType<typeof getCompany>>['company']

/** What stands in the fields of *Företagsuppgifter*, by field name. */
export type CompanyValues = Pick<
  Company,
  | 'companyForm'
  | 'name'
  | 'tradingName'
  | 'orgNumber'
  | 'vatRegistered'
  | 'vatNumber'
  | 'fTaxApproved'
  | 'seat'
  | 'gln'
  | 'identifyBy'
  | 'street'
  | 'street2'
  | 'postalCode'
  | 'city'
  | 'country'
  | 'contactName'
  | 'phone'
  | 'email'
>

/** A sole trader's numbers behind their masks, for *Visa*; null = nothing to hide. */
export type HiddenNumbers = { orgNumber: HiddenNumber | null; vatNumber: HiddenNumber | null }

/** Gives the stored details as the fields show them, masked where they are; nothing else of the row goes to the browser. */
export function toCompanyValues(company: Company): { values: CompanyValues; hidden: HiddenNumbers } {
  const { companyForm, name, tradingName, vatRegistered, fTaxApproved, seat, gln, identifyBy } = company
  const { street, street2, city, country, contactName, phone, email } = company
  const orgNumber = maskOrganisationNumber(company.orgNumber)
  const vatNumber = maskVatNumber(company.vatNumber)
  const values = {
    ...{ companyForm, name, tradingName, orgNumber, vatRegistered, vatNumber, fTaxApproved, seat },
    ...{ gln, identifyBy, street, street2, city, country, contactName, phone, email },
    postalCode: formatPostalCode(company.postalCode, country),
  }
  const hidden = {
    orgNumber: isMaskedNumber(orgNumber) ? { mask: orgNumber, number: dashed(company.orgNumber) } : null,
    vatNumber: isMaskedNumber(vatNumber) ? { mask: vatNumber, number: company.vatNumber } : null,
  }
  return { values, hidden }
}

/** A Swedish postcode as people read it, `903 26`; others as they are. */
export function formatPostalCode(postalCode: string, country: string): string {
  return country === 'SE' ? postalCode.replace(/^\s*(\d{3})\s?(\d{2})\s*$/, '$1 $2') : postalCode
}

const dashed = (orgNumber: string) => `${orgNumber.slice(0, 6)}-${orgNumber.slice(6)}`

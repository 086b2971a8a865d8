import { formatOrganisationNumber } from '#lib/party/organisation-number.ts'
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
  | 'street'
  | 'street2'
  | 'postalCode'
  | 'city'
  | 'contactName'
  | 'phone'
  | 'email'
>

/** Gives the stored details as the fields show them; nothing else of the row goes to the browser. */
export function toCompanyValues(company: Company): CompanyValues {
  const { companyForm, name, tradingName, vatRegistered, vatNumber, fTaxApproved, seat } = company
  const { street, street2, city, contactName, phone, email } = company
  return {
    companyForm,
    name,
    tradingName,
    orgNumber: formatOrganisationNumber(company.orgNumber),
    vatRegistered,
    vatNumber,
    fTaxApproved,
    seat,
    street,
    street2,
    postalCode: company.postalCode.replace(/^(\d{3})(\d{2})$/, '$1 $2'),
    city,
    contactName,
    phone,
    email,
  }
}

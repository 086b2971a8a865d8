import { all, attribute, remove, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'

const supplier = 'cac:AccountingSupplierParty/cac:Party'
const vatNumber = `${supplier}/cac:PartyTaxScheme[1]/cbc:CompanyID`
const orgNumber = `${supplier}/cac:PartyLegalEntity/cbc:CompanyID`
const meansCode = 'cac:PaymentMeans/cbc:PaymentMeansCode'
const account = 'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID'
const toPlusgiro = set(
  'cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID',
  'SE:PLUSGIRO',
)
const customerCountry =
  'cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode'

/** The Swedish rules, seen from both sides. */
export const swedenCases: readonly RuleCase[] = [
  { rule: 'SE-R-001', fails: set(vatNumber, 'SE5599990008'), passes: set(vatNumber, 'SE559999000801 ') },
  { rule: 'SE-R-002', fails: set(vatNumber, 'SE55999900080A'), passes: set(vatNumber, 'SE5599990008') },
  { rule: 'SE-R-003', fails: set(orgNumber, '559999-0008') },
  { rule: 'SE-R-004', fails: set(orgNumber, '55999900080'), passes: set(orgNumber, ' 5599990008 ') },
  { rule: 'SE-R-013', fails: set(orgNumber, '5599990009'), passes: set(orgNumber, '559999000899') },
  { rule: 'SE-R-013', fails: set(orgNumber, '559999000') },
  {
    rule: 'SE-R-005',
    fails: set(`${supplier}/cac:PartyTaxScheme[2]/cbc:CompanyID`, 'Innehar F-skattsedel'),
    passes: set(`${supplier}/cac:PartyTaxScheme[2]/cbc:CompanyID`, 'godkänd  för f-skatt'),
  },
  {
    rule: 'SE-R-006',
    fails: set('cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent', '24'),
    passes: set('//cbc:Percent', '6.00'),
  },
  { rule: 'SE-R-006', fails: remove('cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent') },
  { rule: 'SE-R-007', fails: all(toPlusgiro, set(account, '400202-8')), passes: toPlusgiro },
  {
    rule: 'SE-R-010',
    fails: all(toPlusgiro, set(account, '123456789')),
    passes: all(toPlusgiro, set(account, '12')),
  },
  {
    rule: 'SE-R-010',
    fails: all(toPlusgiro, set(account, '1')),
    passes: all(toPlusgiro, set(account, '12345678')),
  },
  { rule: 'SE-R-008', fails: set(account, '5050-1055') },
  { rule: 'SE-R-009', fails: set(account, '505010'), passes: set(account, '5050105') },
  { rule: 'SE-R-009', fails: set(account, '5050-1055') },
  { rule: 'SE-R-011', fails: set(meansCode, '50') },
  { rule: 'SE-R-011', fails: set(meansCode, '56') },
  {
    rule: 'SE-R-012',
    fails: set(meansCode, '31'),
    passes: all(set(meansCode, '31'), set(customerCountry, 'FI')),
  },
  {
    rule: 'SE-R-012',
    base: 'credit-note',
    fails: all(set(meansCode, '31'), attribute(meansCode, 'name', null)),
  },
]

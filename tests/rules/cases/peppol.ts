import { add, all, asIs, attribute, type Edit, remove, repeat, replace, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'

const supplier = 'cac:AccountingSupplierParty/cac:Party'
const customer = 'cac:AccountingCustomerParty/cac:Party'
const line = 'cac:InvoiceLine[1]'
const allowance = 'cac:AllowanceCharge[1]'
const breakdownCategory = 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory'

const inGermany: Edit = set('//cbc:IdentificationCode', 'DE')

/** The document: R001 to R008, R053 to R055, R080. */
const documentCases: readonly RuleCase[] = [
  { rule: 'PEPPOL-EN16931-R001', fails: remove('cbc:ProfileID') },
  { rule: 'PEPPOL-EN16931-R007', fails: set('cbc:ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:02:1.0') },
  {
    rule: 'PEPPOL-EN16931-R007',
    fails: set('cbc:ProfileID', 'constructor'),
    passes: set('cbc:ProfileID', ' urn:peppol:bis:billing_with_response '),
  },
  {
    rule: 'PEPPOL-EN16931-R002',
    base: 'full-invoice',
    fails: repeat('cbc:Note'),
    passes: all(repeat('cbc:Note'), inGermany),
  },
  {
    rule: 'PEPPOL-EN16931-R003',
    fails: remove('cbc:BuyerReference'),
    passes: replace('cbc:BuyerReference', '<cac:OrderReference><cbc:ID>7</cbc:ID></cac:OrderReference>'),
  },
  {
    rule: 'PEPPOL-EN16931-R004',
    fails: set('cbc:CustomizationID', 'urn:cen.eu:en16931:2017'),
    passes: set(
      'cbc:CustomizationID',
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0#conformant#urn:x',
    ),
  },
  {
    rule: 'PEPPOL-EN16931-R004',
    fails: set(
      'cbc:CustomizationID',
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0::2.1',
    ),
  },
  {
    rule: 'PEPPOL-EN16931-R005',
    base: 'full-invoice',
    fails: set('cbc:TaxCurrencyCode', ' EUR '),
  },
  { rule: 'PEPPOL-EN16931-R008', fails: add('.', '<cbc:Note> \n\t</cbc:Note>') },
  { rule: 'PEPPOL-EN16931-R008', fails: add(supplier, '<cac:Contact x="1"/>') },
  { rule: 'PEPPOL-EN16931-R053', base: 'full-invoice', fails: repeat('cac:TaxTotal[1]') },
  { rule: 'PEPPOL-EN16931-R053', fails: remove('cac:TaxTotal/cac:TaxSubtotal') },
  { rule: 'PEPPOL-EN16931-R054', base: 'full-invoice', fails: remove('cac:TaxTotal[2]') },
  { rule: 'PEPPOL-EN16931-R054', base: 'full-invoice', fails: remove('cbc:TaxCurrencyCode') },
  {
    rule: 'PEPPOL-EN16931-R055',
    base: 'full-invoice',
    fails: set('cac:TaxTotal[2]/cbc:TaxAmount', '-680.25'),
    passes: set('cac:TaxTotal[2]/cbc:TaxAmount', '0'),
  },
  {
    rule: 'PEPPOL-EN16931-R055',
    base: 'full-invoice',
    fails: attribute('cac:TaxTotal[2]/cbc:TaxAmount', 'currencyID', 'NOK'),
    passes: set('cac:TaxTotal/cbc:TaxAmount', '-1'),
  },
  {
    rule: 'PEPPOL-EN16931-R080',
    base: 'full-credit-note',
    fails: repeat('cac:AdditionalDocumentReference'),
  },
]

/** Parties: R010, R020. */
const partyCases: readonly RuleCase[] = [
  { rule: 'PEPPOL-EN16931-R010', fails: remove(`${customer}/cbc:EndpointID`) },
  { rule: 'PEPPOL-EN16931-R020', fails: remove(`${supplier}/cbc:EndpointID`) },
]

/** Allowances, charges, payment and currencies: R040 to R046, R051, R061. */
const amountCases: readonly RuleCase[] = [
  {
    rule: 'PEPPOL-EN16931-R040',
    base: 'full-invoice',
    fails: set(`${allowance}/cbc:Amount`, '11.72'),
    passes: set(`${allowance}/cbc:Amount`, '11.71'),
  },
  {
    rule: 'PEPPOL-EN16931-R040',
    base: 'full-invoice',
    fails: remove(`${allowance}/cbc:Amount`),
    passes: remove(`${allowance}/cbc:BaseAmount`),
  },
  {
    rule: 'PEPPOL-EN16931-R040',
    base: 'full-credit-note',
    fails: set('cac:CreditNoteLine/cac:AllowanceCharge/cbc:Amount', '9'),
  },
  { rule: 'PEPPOL-EN16931-R041', base: 'full-invoice', fails: remove(`${allowance}/cbc:BaseAmount`) },
  {
    rule: 'PEPPOL-EN16931-R042',
    base: 'full-invoice',
    fails: remove(`${line}/cac:AllowanceCharge[1]/cbc:MultiplierFactorNumeric`),
  },
  {
    rule: 'PEPPOL-EN16931-R043',
    base: 'full-invoice',
    fails: set(`${allowance}/cbc:ChargeIndicator`, '0'),
    passes: all(set(`${allowance}/cbc:ChargeIndicator`, '0'), remove(`${allowance}/cbc:BaseAmount`)),
  },
  {
    rule: 'PEPPOL-EN16931-R044',
    base: 'full-invoice',
    fails: set(`${line}/cac:Price/cac:AllowanceCharge/cbc:ChargeIndicator`, 'true'),
  },
  {
    rule: 'PEPPOL-EN16931-R046',
    base: 'full-invoice',
    fails: set(`${line}/cac:Price/cac:AllowanceCharge/cbc:Amount`, '20.51'),
    passes: set(`${line}/cac:Price/cac:AllowanceCharge/cbc:BaseAmount`, '+0120.0000'),
  },
  {
    rule: 'PEPPOL-EN16931-R046',
    base: 'full-invoice',
    fails: remove(`${line}/cac:Price/cac:AllowanceCharge/cbc:Amount`),
    passes: remove(`${line}/cac:Price/cac:AllowanceCharge/cbc:BaseAmount`),
  },
  { rule: 'PEPPOL-EN16931-R051', fails: attribute(`${line}/cbc:LineExtensionAmount`, 'currencyID', 'NOK') },
  {
    rule: 'PEPPOL-EN16931-R051',
    fails: attribute('cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount', 'currencyID', null),
  },
  {
    rule: 'PEPPOL-EN16931-R061',
    fails: set('cac:PaymentMeans/cbc:PaymentMeansCode', ' 59 '),
    passes: all(
      set('cac:PaymentMeans/cbc:PaymentMeansCode', '49'),
      add('cac:PaymentMeans', '<cac:PaymentMandate><cbc:ID>M-1</cbc:ID></cac:PaymentMandate>'),
    ),
  },
]

/** Lines: R100 to R130. */
const lineCases: readonly RuleCase[] = [
  { rule: 'PEPPOL-EN16931-R100', base: 'full-invoice', fails: repeat(`${line}/cac:DocumentReference`) },
  {
    rule: 'PEPPOL-EN16931-R101',
    base: 'full-invoice',
    fails: set(`${line}/cac:DocumentReference/cbc:DocumentTypeCode`, '50'),
  },
  {
    rule: 'PEPPOL-EN16931-R110',
    base: 'full-invoice',
    fails: set(`${line}/cac:InvoicePeriod/cbc:StartDate`, '2026-10-31'),
    passes: set(`${line}/cac:InvoicePeriod/cbc:StartDate`, '2026-11-01'),
  },
  {
    rule: 'PEPPOL-EN16931-R110',
    base: 'full-credit-note',
    fails: set('cac:InvoicePeriod/cbc:StartDate', '2026-11-10'),
  },
  {
    rule: 'PEPPOL-EN16931-R111',
    base: 'full-invoice',
    fails: set(`${line}/cac:InvoicePeriod/cbc:EndDate`, '2026-12-01'),
    passes: set(`${line}/cac:InvoicePeriod/cbc:EndDate`, '2026-11-30'),
  },
  {
    rule: 'PEPPOL-EN16931-R120',
    fails: set(`${line}/cbc:LineExtensionAmount`, '100.021'),
    passes: set(`${line}/cbc:LineExtensionAmount`, '99.98'),
  },
  {
    rule: 'PEPPOL-EN16931-R120',
    base: 'full-invoice',
    fails: set(`${line}/cac:AllowanceCharge[2]/cbc:ChargeIndicator`, 'false'),
    passes: set(`${line}/cac:Price/cbc:BaseQuantity`, '100.00'),
  },
  {
    rule: 'PEPPOL-EN16931-R120',
    base: 'credit-note',
    fails: set('cac:CreditNoteLine/cbc:CreditedQuantity', '2'),
    passes: remove('cac:CreditNoteLine/cbc:CreditedQuantity'),
  },
  {
    rule: 'PEPPOL-EN16931-R121',
    base: 'full-invoice',
    fails: set(`${line}/cac:Price/cbc:BaseQuantity`, '0'),
  },
  {
    rule: 'PEPPOL-EN16931-R130',
    base: 'full-invoice',
    fails: attribute(`${line}/cac:Price/cbc:BaseQuantity`, 'unitCode', 'KGM'),
    passes: all(
      attribute(`${line}/cac:Price/cbc:BaseQuantity`, 'unitCode', 'KGM'),
      remove(`${line}/cbc:InvoicedQuantity`),
    ),
  },
]

/** Of each scheme: a number that is right and some that are not, as an electronic address. */
const numbers: readonly (readonly [
  rule: string,
  scheme: string,
  right: readonly string[],
  wrong: readonly string[],
])[] = [
  [
    'PEPPOL-COMMON-R040',
    '0088',
    ['7350000000009', ' 7350000000009 ', '0'],
    ['7350000000008', '735000000000A', '1'],
  ],
  ['PEPPOL-COMMON-R041', '0192', ['974760673'], ['974760674', '97476067', '000000000']],
  ['PEPPOL-COMMON-R042', '0184', ['DK12345678', '12345678'], ['DK1234567', 'dk12345678', ' 12345678']],
  ['PEPPOL-COMMON-R043', '0208', ['0202239951'], ['0202239952', '202239951']],
  ['PEPPOL-COMMON-R044', '0201', ['UFa1B2'], ['UF1', 'UFÅ1B2']],
  [
    'PEPPOL-COMMON-R045',
    '0210',
    ['RSSMRA85T10A562S', '01234567890', '+1234567890'],
    ['RSSMRA85T10A562', '1RSMRA85T10A562S', '0123456789A'],
  ],
  ['PEPPOL-COMMON-R046', '9907', ['01234567890'], ['0123456789']],
  ['PEPPOL-COMMON-R047', '0211', ['IT06363391001', 'FR1'], ['IT06363391002', 'it0636339100']],
  ['PEPPOL-COMMON-R049', '0007', ['5599990008'], ['5599990009', '559999-0008', '559999000', '55999900080']],
  ['PEPPOL-COMMON-R050', '0151', ['51824753556'], ['51824753557', '5182475355']],
  ['PEPPOL-COMMON-R052', '0096', ['1234567890'], ['123456789', '12345678901']],
  ['PEPPOL-COMMON-R053', '0198', ['DK12345678'], ['12345678', 'DK123456789']],
  ['PEPPOL-COMMON-R054', '0106', ['12345678'], ['1234567']],
  ['PEPPOL-COMMON-R055', '0190', ['12345678901234567890'], ['1234567890123456789']],
  ['PEPPOL-COMMON-R056-1', '9944', ['NL123456789B12'], ['NL123456789012', 'nl123456789B12']],
  ['PEPPOL-COMMON-R057', '0217', ['123456789012'], ['12345678901']],
]

function address(scheme: string, number: string): Edit {
  return all(
    attribute(`${customer}/cbc:EndpointID`, 'schemeID', scheme),
    set(`${customer}/cbc:EndpointID`, number),
  )
}

/** Numbers of parties: COMMON-R040 to R057. */
const identifierCases: readonly RuleCase[] = [
  ...numbers.flatMap(([rule, scheme, right, wrong]) =>
    wrong.map((number, at) => ({
      rule,
      fails: address(scheme, number),
      passes: address(scheme, right[at] ?? right[0] ?? ''),
    })),
  ),
  {
    rule: 'PEPPOL-COMMON-R040',
    base: 'full-invoice',
    fails: set(`${supplier}/cac:PartyIdentification/cbc:ID`, '7350000000008'),
  },
  { rule: 'PEPPOL-COMMON-R049', fails: set(`${customer}/cac:PartyLegalEntity/cbc:CompanyID`, '2120009904') },
  {
    rule: 'PEPPOL-COMMON-R056-2',
    fails: set(`${customer}/cac:PartyTaxScheme/cbc:CompanyID`, 'NL123'),
    passes: set(`${customer}/cac:PartyTaxScheme/cbc:CompanyID`, 'NL123456789B12'),
  },
]

/** Kinds of document: P0100, P0101, P0112. */
const kindCases: readonly RuleCase[] = [
  {
    rule: 'PEPPOL-EN16931-P0100',
    fails: set('cbc:InvoiceTypeCode', '389'),
    passes: all(set('cbc:InvoiceTypeCode', '389'), set('cbc:ProfileID', 'urn:another')),
  },
  { rule: 'PEPPOL-EN16931-P0101', base: 'credit-note', fails: set('cbc:CreditNoteTypeCode', '261') },
  {
    rule: 'PEPPOL-EN16931-P0112',
    fails: set('cbc:InvoiceTypeCode', '384'),
    passes: all(set('cbc:InvoiceTypeCode', '326'), inGermany),
  },
]

/** Why there is no VAT, and the category it goes with: P0104 to P0111. */
const exemptionCases: readonly RuleCase[] = (
  [
    ['PEPPOL-EN16931-P0104', 'VATEX-EU-G', 'G'],
    ['PEPPOL-EN16931-P0105', 'VATEX-EU-O', 'O'],
    ['PEPPOL-EN16931-P0106', 'VATEX-EU-IC', 'K'],
    ['PEPPOL-EN16931-P0107', 'vatex-eu-ae', 'AE'],
    ['PEPPOL-EN16931-P0108', 'VATEX-EU-D', 'E'],
    ['PEPPOL-EN16931-P0109', 'VATEX-EU-F', 'E'],
    ['PEPPOL-EN16931-P0110', 'VATEX-EU-I', 'E'],
    ['PEPPOL-EN16931-P0111', 'VATEX-EU-J', 'E'],
  ] as const
).map(([rule, reason, category]) => {
  const code = `<cbc:TaxExemptionReasonCode>${reason}</cbc:TaxExemptionReasonCode>`
  return {
    rule,
    fails: add(breakdownCategory, code),
    passes: all(set(`${breakdownCategory}/cbc:ID`, category), add(breakdownCategory, code)),
  }
})

/** Codes and dates: CL001 to CL008, F001. */
const codeCases: readonly RuleCase[] = [
  {
    rule: 'PEPPOL-EN16931-CL001',
    base: 'full-invoice',
    fails: attribute('//cbc:EmbeddedDocumentBinaryObject', 'mimeCode', 'text/xml'),
  },
  {
    rule: 'PEPPOL-EN16931-CL002',
    base: 'full-invoice',
    fails: set(`${allowance}/cbc:AllowanceChargeReasonCode`, 'FC'),
    passes: set(`${allowance}/cbc:AllowanceChargeReasonCode`, ' 95 '),
  },
  {
    rule: 'PEPPOL-EN16931-CL003',
    base: 'full-invoice',
    fails: set('cac:AllowanceCharge[2]/cbc:AllowanceChargeReasonCode', '95'),
  },
  {
    rule: 'PEPPOL-EN16931-CL006',
    base: 'full-invoice',
    fails: add('cac:InvoicePeriod', '<cbc:DescriptionCode>36</cbc:DescriptionCode>'),
    passes: add('cac:InvoicePeriod', '<cbc:DescriptionCode>35</cbc:DescriptionCode>'),
  },
  { rule: 'PEPPOL-EN16931-CL007', fails: attribute('cac:TaxTotal/cbc:TaxAmount', 'currencyID', 'sek') },
  {
    rule: 'PEPPOL-EN16931-CL008',
    fails: attribute(`${customer}/cbc:EndpointID`, 'schemeID', '9955'),
    passes: asIs,
  },
  {
    rule: 'PEPPOL-EN16931-F001',
    fails: set('cbc:IssueDate', '2026-11-31'),
    passes: set('cbc:IssueDate', '2028-02-29'),
  },
  { rule: 'PEPPOL-EN16931-F001', fails: set('cbc:DueDate', '2026-11-20Z') },
  { rule: 'PEPPOL-EN16931-F001', fails: set('cbc:DueDate', '20-11-2026') },
]

/** Peppol's rules for every country, seen from both sides. */
export const peppolCases: readonly RuleCase[] = [
  ...documentCases,
  ...partyCases,
  ...amountCases,
  ...lineCases,
  ...identifierCases,
  ...kindCases,
  ...exemptionCases,
  ...codeCases,
]

import type { BaseDocument } from '../base-documents.ts'
import { add, all, attribute, type Edit, remove, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'

const seller = 'cac:AccountingSupplierParty/cac:Party'
const buyer = 'cac:AccountingCustomerParty/cac:Party'
const line = 'cac:InvoiceLine[1]'
const entry = 'cac:TaxTotal[1]/cac:TaxSubtotal[1]'
const totals = 'cac:LegalMonetaryTotal'
const allowance = 'cac:AllowanceCharge[1]'
const charge = 'cac:AllowanceCharge[2]'

/** What has to be there: the rule fires when it is taken away. */
const needed: readonly (readonly [rule: string, path: string, base?: BaseDocument])[] = [
  ['BR-01', 'cbc:CustomizationID'],
  ['BR-02', 'cbc:ID'],
  ['BR-03', 'cbc:IssueDate'],
  ['BR-04', 'cbc:InvoiceTypeCode'],
  ['BR-04', 'cbc:CreditNoteTypeCode', 'credit-note'],
  ['BR-05', 'cbc:DocumentCurrencyCode'],
  ['BR-06', `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`],
  ['BR-07', `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`],
  ['BR-08', `${seller}/cac:PostalAddress`],
  ['BR-09', `${seller}/cac:PostalAddress/cac:Country`],
  ['BR-10', `${buyer}/cac:PostalAddress`],
  ['BR-11', `${buyer}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`],
  ['BR-12', `${totals}/cbc:LineExtensionAmount`],
  ['BR-13', `${totals}/cbc:TaxExclusiveAmount`],
  ['BR-14', `${totals}/cbc:TaxInclusiveAmount`],
  ['BR-15', `${totals}/cbc:PayableAmount`],
  ['BR-16', 'cac:InvoiceLine'],
  ['BR-16', 'cac:CreditNoteLine', 'credit-note'],
  ['BR-21', `${line}/cbc:ID`],
  ['BR-22', `${line}/cbc:InvoicedQuantity`],
  ['BR-22', 'cac:CreditNoteLine/cbc:CreditedQuantity', 'credit-note'],
  ['BR-23', `${line}/cbc:InvoicedQuantity`],
  ['BR-24', `${line}/cbc:LineExtensionAmount`],
  ['BR-25', `${line}/cac:Item/cbc:Name`],
  ['BR-26', `${line}/cac:Price/cbc:PriceAmount`],
  ['BR-27', `${line}/cac:Price`],
  ['BR-31', `${allowance}/cbc:Amount`, 'full-invoice'],
  ['BR-32', `${allowance}/cac:TaxCategory/cbc:ID`, 'full-invoice'],
  ['BR-36', `${charge}/cbc:Amount`, 'full-invoice'],
  ['BR-37', `${charge}/cac:TaxCategory`, 'full-credit-note'],
  ['BR-41', `${line}/cac:AllowanceCharge[1]/cbc:Amount`, 'full-invoice'],
  ['BR-43', `${line}/cac:AllowanceCharge[2]/cbc:Amount`, 'full-invoice'],
  ['BR-45', `${entry}/cbc:TaxableAmount`],
  ['BR-46', `${entry}/cbc:TaxAmount`],
  ['BR-47', `${entry}/cac:TaxCategory/cbc:ID`],
  ['BR-48', `${entry}/cac:TaxCategory/cbc:Percent`],
  ['BR-49', 'cac:PaymentMeans/cbc:PaymentMeansCode'],
  ['BR-50', 'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID'],
  ['BR-52', 'cac:AdditionalDocumentReference[1]/cbc:ID', 'full-invoice'],
  ['BR-53', 'cac:TaxTotal[2]', 'full-invoice'],
  ['BR-54', `${line}/cac:Item/cac:AdditionalItemProperty[1]/cbc:Name`, 'full-invoice'],
  ['BR-54', `${line}/cac:Item/cac:AdditionalItemProperty[2]/cbc:Value`, 'full-invoice'],
  ['BR-55', 'cac:BillingReference[2]/cac:InvoiceDocumentReference/cbc:ID', 'full-invoice'],
  ['BR-57', 'cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country', 'full-invoice'],
  ['BR-61', 'cac:PaymentMeans/cac:PayeeFinancialAccount'],
  ['BR-CO-04', `${line}/cac:Item/cac:ClassifiedTaxCategory`],
  ['BR-CO-11', `${totals}/cbc:AllowanceTotalAmount`, 'full-invoice'],
  ['BR-CO-12', `${totals}/cbc:ChargeTotalAmount`, 'full-invoice'],
  ['BR-CO-18', entry],
]

/** White space is no text. */
const blank: readonly (readonly [rule: string, path: string, base?: BaseDocument])[] = [
  ['BR-01', 'cbc:CustomizationID'],
  ['BR-02', 'cbc:ID'],
  ['BR-06', `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`],
  ['BR-09', `${seller}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`],
  ['BR-21', `${line}/cbc:ID`],
  ['BR-25', `${line}/cac:Item/cbc:Name`],
  ['BR-50', 'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID'],
]

/** An amount that has to be what it is: a hundredth more breaks the rule. */
const exact: readonly (readonly [rule: string, path: string, wrong: string, base?: BaseDocument])[] = [
  ['BR-CO-10', `${totals}/cbc:LineExtensionAmount`, '100.01'],
  ['BR-CO-11', `${totals}/cbc:AllowanceTotalAmount`, '11.70', 'full-invoice'],
  ['BR-CO-12', `${totals}/cbc:ChargeTotalAmount`, '20.01', 'full-invoice'],
  ['BR-CO-13', `${totals}/cbc:TaxExclusiveAmount`, '100.01'],
  ['BR-CO-13', `${totals}/cbc:TaxExclusiveAmount`, '342.19', 'full-credit-note'],
  ['BR-CO-14', 'cac:TaxTotal/cbc:TaxAmount', '25.01'],
  ['BR-CO-15', `${totals}/cbc:TaxInclusiveAmount`, '125.01'],
  ['BR-CO-16', `${totals}/cbc:PayableAmount`, '125.01'],
  ['BR-CO-16', `${totals}/cbc:PayableAmount`, '303.01', 'full-invoice'],
  ['BR-CO-16', `${totals}/cbc:PrepaidAmount`, '0', 'full-invoice'],
]

/** Amounts with two decimals at most: a third one counts, were it a zero. */
const twoDecimals: readonly (readonly [rule: string, path: string])[] = [
  ['BR-DEC-01', `${allowance}/cbc:Amount`],
  ['BR-DEC-02', `${allowance}/cbc:BaseAmount`],
  ['BR-DEC-05', `${charge}/cbc:Amount`],
  ['BR-DEC-09', `${totals}/cbc:LineExtensionAmount`],
  ['BR-DEC-10', `${totals}/cbc:AllowanceTotalAmount`],
  ['BR-DEC-11', `${totals}/cbc:ChargeTotalAmount`],
  ['BR-DEC-12', `${totals}/cbc:TaxExclusiveAmount`],
  ['BR-DEC-14', `${totals}/cbc:TaxInclusiveAmount`],
  ['BR-DEC-16', `${totals}/cbc:PrepaidAmount`],
  ['BR-DEC-17', `${totals}/cbc:PayableRoundingAmount`],
  ['BR-DEC-18', `${totals}/cbc:PayableAmount`],
  ['BR-DEC-19', `${entry}/cbc:TaxableAmount`],
  ['BR-DEC-20', `${entry}/cbc:TaxAmount`],
  ['BR-DEC-23', `${line}/cbc:LineExtensionAmount`],
  ['BR-DEC-24', `${line}/cac:AllowanceCharge[1]/cbc:Amount`],
  ['BR-DEC-25', `${line}/cac:AllowanceCharge[1]/cbc:BaseAmount`],
  ['BR-DEC-27', `${line}/cac:AllowanceCharge[2]/cbc:Amount`],
]

/** The two rules that ask an allowance or charge for a reason. */
const reasons: readonly (readonly [rules: readonly string[], path: string])[] = [
  [['BR-33', 'BR-CO-21'], allowance],
  [['BR-38', 'BR-CO-22'], charge],
  [['BR-42', 'BR-CO-23'], `${line}/cac:AllowanceCharge[1]`],
  [['BR-44', 'BR-CO-24'], `${line}/cac:AllowanceCharge[2]`],
]

const payee = (name: string, id = 'P-1') =>
  add(
    '.',
    `<cac:PayeeParty><cac:PartyIdentification><cbc:ID>${id}</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName></cac:PayeeParty>`,
  )

const country = (code: string) =>
  `<cac:Country><cbc:IdentificationCode>${code}</cbc:IdentificationCode></cac:Country>`
const representativeName = '<cac:PartyName><cbc:Name>Ombud AB</cbc:Name></cac:PartyName>'
const registration = (scheme: string) =>
  `<cac:PartyTaxScheme><cbc:CompanyID>SE559999000801</cbc:CompanyID><cac:TaxScheme><cbc:ID>${scheme}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`
const representative = (...parts: readonly string[]) =>
  add('.', `<cac:TaxRepresentativeParty>${parts.join('')}</cac:TaxRepresentativeParty>`)
const address = (inner: string) => `<cac:PostalAddress>${inner}</cac:PostalAddress>`
const wholeRepresentative = representative(representativeName, address(country('SE')), registration('vat'))

const card = (number: string) =>
  add(
    'cac:PaymentMeans[1]',
    `<cac:CardAccount><cbc:PrimaryAccountNumberID>${number}</cbc:PrimaryAccountNumberID></cac:CardAccount>`,
  )

const period = (start: string, end: string): Edit =>
  all(set('cac:InvoicePeriod/cbc:StartDate', start), set('cac:InvoicePeriod/cbc:EndDate', end))
const linePeriod = (start: string, end: string): Edit =>
  all(
    set(`${line}/cac:InvoicePeriod/cbc:StartDate`, start),
    set(`${line}/cac:InvoicePeriod/cbc:EndDate`, end),
  )

const unidentified = all(
  remove(`${seller}/cac:PartyTaxScheme[1]`),
  remove(`${seller}/cac:PartyLegalEntity/cbc:CompanyID`),
)
const sellerId = (scheme: string) =>
  add(
    seller,
    `<cac:PartyIdentification><cbc:ID${scheme}>DE98ZZZ09999999999</cbc:ID></cac:PartyIdentification>`,
  )

const singular: readonly RuleCase[] = [
  { rule: 'BR-17', fails: payee('Exempelverkstan'), passes: payee('Någon annan') },
  {
    rule: 'BR-17',
    base: 'full-invoice',
    fails: payee('Någon annan', '7350000000009'),
    passes: payee('Någon annan', ' 7350000000009'),
  },
  {
    rule: 'BR-18',
    fails: representative(address(country('SE')), registration('VAT')),
    passes: wholeRepresentative,
  },
  {
    rule: 'BR-19',
    fails: representative(representativeName, registration('VAT')),
    passes: wholeRepresentative,
  },
  {
    rule: 'BR-20',
    fails: representative(representativeName, address('<cbc:CityName>Umeå</cbc:CityName>')),
    passes: wholeRepresentative,
  },
  {
    rule: 'BR-56',
    fails: representative(representativeName, registration('TAX')),
    passes: wholeRepresentative,
  },
  { rule: 'BR-23', fails: attribute(`${line}/cbc:InvoicedQuantity`, 'unitCode', null) },
  { rule: 'BR-27', fails: set(`${line}/cac:Price/cbc:PriceAmount`, '-0.01') },
  {
    rule: 'BR-28',
    base: 'full-invoice',
    fails: set(`${line}/cac:Price/cac:AllowanceCharge/cbc:BaseAmount`, '-120.00'),
  },
  {
    rule: 'BR-28',
    base: 'full-invoice',
    fails: set(`${line}/cac:Price/cac:AllowanceCharge/cbc:BaseAmount`, '-1'),
    passes: remove(`${line}/cac:Price/cac:AllowanceCharge`),
  },
  {
    rule: 'BR-29',
    base: 'full-invoice',
    fails: period('2026-11-30', '2026-11-29'),
    passes: period('2026-11-30', '2026-11-30'),
  },
  {
    rule: 'BR-29',
    base: 'full-invoice',
    fails: period('2026-11-30Z', '2026-11-30+02:00'),
    passes: period('2026-11-30+02:00', '2026-11-30Z'),
  },
  {
    rule: 'BR-30',
    base: 'full-invoice',
    fails: linePeriod('2026-11-09', '2026-11-08'),
    passes: linePeriod('2026-11-09', '2026-11-09'),
  },
  {
    rule: 'BR-32',
    base: 'full-invoice',
    fails: set(`${allowance}/cac:TaxCategory/cac:TaxScheme/cbc:ID`, 'GST'),
    passes: set(`${allowance}/cac:TaxCategory/cac:TaxScheme/cbc:ID`, ' Vat '),
  },
  {
    rule: 'BR-48',
    fails: remove(`${entry}/cac:TaxCategory/cbc:Percent`),
    passes: all(remove(`${entry}/cac:TaxCategory/cbc:Percent`), set(`${entry}/cac:TaxCategory/cbc:ID`, ' O')),
  },
  { rule: 'BR-51', fails: card('123456 1234'), passes: card(' 1234561234 ') },
  { rule: 'BR-53', fails: add('.', '<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>') },
  {
    rule: 'BR-61',
    fails: all(
      set('cac:PaymentMeans/cbc:PaymentMeansCode', ' 58 '),
      remove('cac:PaymentMeans/cac:PayeeFinancialAccount'),
    ),
    passes: all(
      set('cac:PaymentMeans/cbc:PaymentMeansCode', '48'),
      remove('cac:PaymentMeans/cac:PayeeFinancialAccount'),
    ),
  },
  { rule: 'BR-62', fails: attribute(`${seller}/cbc:EndpointID`, 'schemeID', null) },
  { rule: 'BR-63', fails: attribute(`${buyer}/cbc:EndpointID`, 'schemeID', null) },
  {
    rule: 'BR-64',
    base: 'full-invoice',
    fails: attribute(`${line}/cac:Item/cac:StandardItemIdentification/cbc:ID`, 'schemeID', null),
  },
  {
    rule: 'BR-65',
    base: 'full-credit-note',
    fails: attribute(
      'cac:CreditNoteLine[1]/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
      'listID',
      null,
    ),
  },
  {
    rule: 'BR-CO-03',
    fails: all(
      add('.', '<cbc:TaxPointDate>2026-11-20</cbc:TaxPointDate>'),
      add('.', '<cac:InvoicePeriod><cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>'),
    ),
    passes: add('.', '<cbc:TaxPointDate>2026-11-20</cbc:TaxPointDate>'),
  },
  {
    rule: 'BR-CO-04',
    fails: set(`${line}/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme/cbc:ID`, 'GST'),
  },
  {
    rule: 'BR-CO-09',
    fails: set(`${seller}/cac:PartyTaxScheme[1]/cbc:CompanyID`, 'XX559999000801'),
    passes: set(`${seller}/cac:PartyTaxScheme[1]/cbc:CompanyID`, 'EL559999000'),
  },
  {
    rule: 'BR-CO-09',
    fails: set(`${buyer}/cac:PartyTaxScheme/cbc:CompanyID`, 'se212000990301'),
    passes: set(`${buyer}/cac:PartyTaxScheme/cbc:CompanyID`, 'S'),
  },
  {
    rule: 'BR-CO-13',
    fails: set(`${totals}/cbc:LineExtensionAmount`, '100.004'),
    passes: all(
      set(`${totals}/cbc:LineExtensionAmount`, '100.004'),
      add(totals, '<cbc:ChargeTotalAmount>0</cbc:ChargeTotalAmount>'),
    ),
  },
  {
    rule: 'BR-CO-15',
    fails: add('.', '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">0</cbc:TaxAmount></cac:TaxTotal>'),
    passes: add('.', '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">2</cbc:TaxAmount></cac:TaxTotal>'),
  },
  {
    rule: 'BR-CO-17',
    fails: set(`${entry}/cbc:TaxAmount`, '26.00'),
    passes: set(`${entry}/cbc:TaxAmount`, '-25.99'),
  },
  {
    rule: 'BR-CO-17',
    fails: all(set(`${entry}/cac:TaxCategory/cbc:Percent`, '0.4'), set(`${entry}/cbc:TaxAmount`, '0.5')),
    passes: all(set(`${entry}/cac:TaxCategory/cbc:Percent`, '0.4'), set(`${entry}/cbc:TaxAmount`, '-0.5')),
  },
  {
    rule: 'BR-CO-19',
    base: 'full-invoice',
    fails: all(remove('cac:InvoicePeriod/cbc:StartDate'), remove('cac:InvoicePeriod/cbc:EndDate')),
    passes: all(
      remove('cac:InvoicePeriod/cbc:StartDate'),
      remove('cac:InvoicePeriod/cbc:EndDate'),
      add('cac:InvoicePeriod', '<cbc:DescriptionCode>35</cbc:DescriptionCode>'),
    ),
  },
  {
    rule: 'BR-CO-20',
    base: 'full-invoice',
    fails: all(
      remove(`${line}/cac:InvoicePeriod/cbc:StartDate`),
      remove(`${line}/cac:InvoicePeriod/cbc:EndDate`),
    ),
    passes: remove(`${line}/cac:InvoicePeriod/cbc:StartDate`),
  },
  { rule: 'BR-CO-26', fails: unidentified, passes: all(unidentified, sellerId('')) },
  {
    rule: 'BR-CO-26',
    fails: all(unidentified, sellerId(' schemeID="SEPA"')),
    passes: all(unidentified, sellerId(' schemeID="0088"')),
  },
  {
    rule: 'BR-DEC-06',
    base: 'full-invoice',
    fails: add(charge, '<cbc:BaseAmount>20.000</cbc:BaseAmount>'),
    passes: add(charge, '<cbc:BaseAmount>20.00</cbc:BaseAmount>'),
  },
  {
    rule: 'BR-DEC-28',
    base: 'full-invoice',
    fails: add(`${line}/cac:AllowanceCharge[2]`, '<cbc:BaseAmount>20.000</cbc:BaseAmount>'),
  },
]

/** Cases of the EN 16931 model, its VAT categories excepted. */
export const enModelCases: readonly RuleCase[] = [
  ...needed.map(([rule, path, base = 'invoice']) => ({ rule, base, fails: remove(path) })),
  ...blank.map(([rule, path, base = 'invoice']) => ({ rule, base, fails: set(path, ' \n ') })),
  ...exact.map(([rule, path, wrong, base = 'invoice']) => ({ rule, base, fails: set(path, wrong) })),
  ...twoDecimals.map(([rule, path]) => ({
    rule,
    base: 'full-invoice' as const,
    fails: set(path, '12.500'),
    passes: set(path, '12.50'),
  })),
  ...reasons.flatMap(([rules, path]) =>
    rules.map((rule) => ({
      rule,
      base: 'full-invoice' as const,
      fails: all(
        remove(`${path}/cbc:AllowanceChargeReason`),
        remove(`${path}/cbc:AllowanceChargeReasonCode`),
      ),
      passes: remove(`${path}/cbc:AllowanceChargeReason`),
    })),
  ),
  ...singular,
]

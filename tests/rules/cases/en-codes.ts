import { add, all, attribute, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'

const seller = 'cac:AccountingSupplierParty/cac:Party'
const buyer = 'cac:AccountingCustomerParty/cac:Party'
const item = 'cac:InvoiceLine[1]/cac:Item'
const object = 'cac:AdditionalDocumentReference[1]/cbc:ID'
const address = 'cac:Country/cbc:IdentificationCode'
const file = '//cbc:EmbeddedDocumentBinaryObject'
const firstReason = 'cac:AllowanceCharge[1]/cbc:AllowanceChargeReasonCode'
const secondReason = 'cac:AllowanceCharge[2]/cbc:AllowanceChargeReasonCode'
const exemption = '//cbc:TaxExemptionReasonCode'
const note = (text: string) => add('.', `<cbc:Note>${text}</cbc:Note>`)
const period = (code: string) =>
  add('.', `<cac:InvoicePeriod><cbc:DescriptionCode>${code}</cbc:DescriptionCode></cac:InvoicePeriod>`)
const identified = (party: string, scheme: string) =>
  add(party, `<cac:PartyIdentification><cbc:ID schemeID="${scheme}">1</cbc:ID></cac:PartyIdentification>`)

const amounts = [
  'Amount',
  'BaseAmount',
  'PriceAmount',
  'TaxAmount',
  'TaxableAmount',
  'LineExtensionAmount',
  'TaxExclusiveAmount',
  'TaxInclusiveAmount',
  'AllowanceTotalAmount',
  'ChargeTotalAmount',
  'PrepaidAmount',
  'PayableRoundingAmount',
  'PayableAmount',
]

/** A code that stands in the full invoice, and what it may not be. Whether it is an attribute follows the `@`. */
const places: readonly (readonly [rule: string, path: string, wrong: string])[] = [
  ['BR-CL-01', 'cbc:InvoiceTypeCode', '381'],
  ...amounts.map((name) => ['BR-CL-03', `//cbc:${name}@currencyID`, 'kr'] as const),
  ['BR-CL-04', 'cbc:DocumentCurrencyCode', 'sek'],
  ['BR-CL-05', 'cbc:TaxCurrencyCode', 'SEK EUR'],
  ['BR-CL-07', `${object}@schemeID`, '0007'],
  ['BR-CL-10', `${buyer}/cac:PartyIdentification/cbc:ID@schemeID`, '9955'],
  ['BR-CL-11', `${seller}/cac:PartyLegalEntity/cbc:CompanyID@schemeID`, '7'],
  ['BR-CL-13', `${item}/cac:CommodityClassification/cbc:ItemClassificationCode@listID`, 'UNSPSC'],
  ['BR-CL-14', `${seller}/cac:PostalAddress/${address}`, 'EL'],
  ['BR-CL-14', `cac:Delivery/cac:DeliveryLocation/cac:Address/${address}`, 'Sverige'],
  ['BR-CL-15', `${item}/cac:OriginCountry/cbc:IdentificationCode`, 'fi'],
  ['BR-CL-16', 'cac:PaymentMeans[1]/cbc:PaymentMeansCode', '030'],
  ['BR-CL-17', 'cac:AllowanceCharge[1]/cac:TaxCategory/cbc:ID', 'H'],
  ['BR-CL-17', 'cac:TaxTotal/cac:TaxSubtotal[1]/cac:TaxCategory/cbc:ID', 's'],
  ['BR-CL-18', `${item}/cac:ClassifiedTaxCategory/cbc:ID`, 'S Z'],
  ['BR-CL-19', firstReason, 'FC'],
  ['BR-CL-20', secondReason, '95'],
  ['BR-CL-21', `${item}/cac:StandardItemIdentification/cbc:ID@schemeID`, 'GTIN'],
  ['BR-CL-22', exemption, 'VATEX-SE'],
  ['BR-CL-23', 'cac:InvoiceLine[1]/cbc:InvoicedQuantity@unitCode', 'st'],
  ['BR-CL-23', 'cac:InvoiceLine[1]/cac:Price/cbc:BaseQuantity@unitCode', ''],
  ['BR-CL-24', `${file}@mimeCode`, 'application/msword'],
  ['BR-CL-25', `${buyer}/cbc:EndpointID@schemeID`, '9955'],
  ['BR-CL-26', 'cac:Delivery/cac:DeliveryLocation/cbc:ID@schemeID', 'GLN'],
]

function code(path: string, value: string) {
  const [place = '', name] = path.split('@')
  return name === undefined ? set(place, value) : attribute(place, name, value)
}

const others: readonly RuleCase[] = [
  { rule: 'BR-CL-01', base: 'credit-note', fails: set('cbc:CreditNoteTypeCode', '380') },
  { rule: 'BR-CL-03', fails: attribute('//cbc:PriceAmount', 'currencyID', null) },
  {
    rule: 'BR-CL-05',
    fails: add('.', '<cbc:TaxCurrencyCode/>'),
    passes: add('.', '<cbc:TaxCurrencyCode> SEK\n</cbc:TaxCurrencyCode>'),
  },
  { rule: 'BR-CL-06', fails: period('4'), passes: period('35') },
  {
    rule: 'BR-CL-07',
    fails: add(
      'cac:InvoiceLine',
      '<cac:DocumentReference><cbc:ID schemeID="x">1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>',
    ),
    passes: add(
      'cac:InvoiceLine',
      '<cac:DocumentReference><cbc:ID schemeID="ABT">1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>',
    ),
  },
  { rule: 'BR-CL-08', fails: note('#SEK#Priser i kronor'), passes: note('#AAI#Allmän upplysning') },
  { rule: 'BR-CL-08', fails: note('Nr #abc# gäller'), passes: note('Tack för din beställning') },
  { rule: 'BR-CL-08', base: 'credit-note', fails: note('#abc#'), passes: note('Plan #abc') },
  { rule: 'BR-CL-08', fails: note('#abc#'), passes: note('#åäöå#') },
  // Looked for as it stands: a piece of the list is in the list.
  { rule: 'BR-CL-08', fails: note('#A.A#'), passes: note('#A A#') },
  { rule: 'BR-CL-10', fails: identified(buyer, 'SEPA'), passes: identified(seller, 'SEPA') },
  {
    rule: 'BR-CL-10',
    fails: identified(seller, 'sepa'),
    passes: all(add('.', '<cac:PayeeParty/>'), identified('cac:PayeeParty', 'SEPA')),
  },
  {
    rule: 'BR-CL-11',
    fails: attribute(`${buyer}/cac:PartyLegalEntity/cbc:CompanyID`, 'schemeID', ''),
    passes: attribute(`${buyer}/cac:PartyLegalEntity/cbc:CompanyID`, 'schemeID', ' 0088 '),
  },
  {
    rule: 'BR-CL-22',
    base: 'full-invoice',
    fails: set(exemption, 'VATEX-EU-S'),
    passes: set(exemption, 'vatex-eu-ae'),
  },
  {
    rule: 'BR-CL-23',
    base: 'credit-note',
    fails: attribute('cac:CreditNoteLine/cbc:CreditedQuantity', 'unitCode', 'c62'),
  },
  {
    rule: 'BR-CL-24',
    base: 'full-invoice',
    fails: attribute(file, 'mimeCode', ' text/csv'),
    passes: attribute(file, 'mimeCode', 'image/png'),
  },
]

/** Cases for the code lists of EN 16931: BR-CL. */
export const enCodeCases: readonly RuleCase[] = [
  ...places.map(([rule, path, wrong]) => ({ rule, base: 'full-invoice' as const, fails: code(path, wrong) })),
  ...others,
]

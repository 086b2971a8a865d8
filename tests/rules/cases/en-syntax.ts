import { notUsedAttributes } from '#lib/rules/en16931/syntax/attributes.ts'
import { notUsedPaths } from '#lib/rules/en16931/syntax/not-used-paths.ts'
import { add, all, attribute, type Edit, remove, repeat, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'

/** Puts something at a path of the UBL-CR rules, below what stands there already. */
export function put(path: string): Edit {
  const steps = path.replace(/^\/\//, '').split('/')
  return (root) => {
    let depth = 0
    let above = root.children.find((child) => child.name === steps[0])
    while (above !== undefined && depth < steps.length - 1) {
      depth += 1
      above = above.children.find((child) => child.name === steps[depth])
    }
    const parent = steps.slice(0, depth).map((step) => `${step}[1]`)
    const [next = '', ...rest] = steps.slice(depth)
    const isThere = next.startsWith('@')
    if (isThere) attribute(parent.join('/') || 'cbc:ID', next.slice(1), 'x')(root)
    else add(parent.join('/') || '.', nested([next, ...rest]))(root)
  }
}

function nested([name = '', ...rest]: readonly string[]): string {
  const [inner = ''] = rest
  if (inner.startsWith('@')) return `<${name} ${inner.slice(1)}="x">x</${name}>`
  return `<${name}>${inner === '' ? 'x' : nested(rest)}</${name}>`
}

const reference = (...parts: readonly string[]) =>
  add('.', `<cac:AdditionalDocumentReference>${parts.join('')}</cac:AdditionalDocumentReference>`)
const schemed = '<cbc:ID schemeID="ABT">A-1</cbc:ID>'
const typed = (code: string) => `<cbc:DocumentTypeCode>${code}</cbc:DocumentTypeCode>`
const attached = '<cac:Attachment><cbc:EmbeddedDocumentBinaryObject/></cac:Attachment>'
const described = '<cbc:DocumentDescription>Ritning</cbc:DocumentDescription>'

const exceptional: readonly RuleCase[] = [
  {
    rule: 'UBL-CR-002',
    fails: add('.', '<cbc:UBLVersionID>2.0</cbc:UBLVersionID>'),
    passes: add('.', '<cbc:UBLVersionID>2.1</cbc:UBLVersionID>'),
  },
  { rule: 'UBL-CR-412', fails: put('cac:PaymentMeans/cbc:PaymentDueDate') },
  { rule: 'UBL-CR-665', fails: reference(schemed), passes: reference(schemed, typed('130')) },
  { rule: 'UBL-CR-665', fails: reference(schemed, typed('50')), passes: reference('<cbc:ID>A-1</cbc:ID>') },
  { rule: 'UBL-CR-665', fails: all(reference(schemed, typed('130')), reference(schemed)) },
  { rule: 'UBL-CR-666', fails: reference(typed('130'), attached), passes: reference(attached) },
  { rule: 'UBL-CR-666', fails: reference(attached, typed('130')), passes: reference(typed('50'), attached) },
  { rule: 'UBL-CR-673', fails: reference(typed('130'), described), passes: reference(described) },
]

const notUsed: readonly RuleCase[] = [
  ...exceptional,
  ...Object.entries(notUsedPaths)
    .filter(([rule]) => exceptional.every((each) => each.rule !== rule))
    .map(([rule, path]) => ({ rule, fails: put(path) })),
  ...Object.entries(notUsedAttributes).map(([rule, name]) => ({
    rule,
    fails: attribute('cbc:ID', name, 'x'),
  })),
]

const seller = 'cac:AccountingSupplierParty/cac:Party'
const buyer = 'cac:AccountingCustomerParty/cac:Party'

/** What occurs once in the full invoice, and may occur no more. */
const once: Readonly<Record<string, string>> = {
  'UBL-SR-01': 'cac:ContractDocumentReference',
  'UBL-SR-02': 'cac:ReceiptDocumentReference',
  'UBL-SR-03': 'cac:DespatchDocumentReference',
  'UBL-SR-04': 'cac:AdditionalDocumentReference[1]',
  'UBL-SR-05': 'cac:PaymentTerms',
  'UBL-SR-06': 'cac:BillingReference[1]/cac:InvoiceDocumentReference',
  'UBL-SR-08': 'cac:InvoicePeriod',
  'UBL-SR-10': `${seller}/cac:PartyName`,
  'UBL-SR-11': `${seller}/cac:PartyLegalEntity/cbc:CompanyID`,
  'UBL-SR-12': `${seller}/cac:PartyTaxScheme[1]`,
  'UBL-SR-13': `${seller}/cac:PartyTaxScheme[2]`,
  'UBL-SR-14': `${seller}/cac:PartyLegalEntity/cbc:CompanyLegalForm`,
  'UBL-SR-16': `${buyer}/cac:PartyIdentification`,
  'UBL-SR-17': `${buyer}/cac:PartyLegalEntity/cbc:CompanyID`,
  'UBL-SR-18': `${buyer}/cac:PartyTaxScheme`,
  'UBL-SR-24': 'cac:Delivery',
  'UBL-SR-25': 'cac:Delivery/cac:DeliveryParty/cac:PartyName',
  'UBL-SR-26': 'cac:PaymentMeans[1]/cbc:PaymentID',
  'UBL-SR-30': 'cac:AllowanceCharge[1]/cbc:AllowanceChargeReason',
  'UBL-SR-31': 'cac:AllowanceCharge[2]/cbc:AllowanceChargeReason',
  'UBL-SR-32': 'cac:TaxTotal[1]/cac:TaxSubtotal[2]/cac:TaxCategory/cbc:TaxExemptionReason',
  'UBL-SR-33': 'cac:AdditionalDocumentReference[2]/cbc:DocumentDescription',
  'UBL-SR-34': 'cac:InvoiceLine[1]/cbc:Note',
  'UBL-SR-35': 'cac:InvoiceLine[1]/cac:OrderLineReference',
  'UBL-SR-36': 'cac:InvoiceLine[1]/cac:InvoicePeriod',
  'UBL-SR-37': 'cac:InvoiceLine[1]/cac:Price/cac:AllowanceCharge',
  'UBL-SR-39': 'cac:ProjectReference',
  'UBL-SR-40': `${buyer}/cac:PartyName`,
  'UBL-SR-42': `${seller}/cac:PartyTaxScheme[2]`,
  'UBL-SR-48': 'cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory',
  'UBL-SR-50': 'cac:InvoiceLine[1]/cac:Item/cbc:Description',
  'UBL-SR-51': 'cac:Delivery/cac:DeliveryLocation/cac:Address/cac:AddressLine',
  'UBL-SR-52': 'cac:InvoiceLine[1]/cac:DocumentReference',
  'UBL-SR-56': 'cac:OriginatorDocumentReference',
}

const payee = (...parts: readonly string[]) => add('.', `<cac:PayeeParty>${parts.join('')}</cac:PayeeParty>`)
const name = (text: string) => `<cac:PartyName><cbc:Name>${text}</cbc:Name></cac:PartyName>`
const identifier = (scheme: string) =>
  `<cac:PartyIdentification><cbc:ID ${scheme}>1</cbc:ID></cac:PartyIdentification>`
const legal = (...ids: readonly string[]) =>
  `<cac:PartyLegalEntity>${ids.map((id) => `<cbc:CompanyID>${id}</cbc:CompanyID>`).join('')}</cac:PartyLegalEntity>`
const another = name('Fakturaköparna')
const sellerName = 'Exempelverkstan i Umeå AB'
const sepa = identifier('schemeID="Sepa"')
const vat = (id: string) => `<cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID></cac:PartyTaxScheme>`
const representative = (...parts: readonly string[]) =>
  add('.', `<cac:TaxRepresentativeParty>${parts.join('')}</cac:TaxRepresentativeParty>`)
const means = (part: string) => add('cac:PaymentMeans', part)
const card = '<cac:CardAccount/>'
const mandate = '<cac:PaymentMandate><cbc:ID>M-1</cbc:ID></cac:PaymentMandate>'
const period = (...codes: readonly string[]) =>
  `<cac:InvoicePeriod>${codes.map((code) => `<cbc:DescriptionCode>${code}</cbc:DescriptionCode>`).join('')}</cac:InvoicePeriod>`
const file = 'cac:AdditionalDocumentReference[2]/cac:Attachment/cbc:EmbeddedDocumentBinaryObject'
const lastTotal = 'cac:LegalMonetaryTotal/cbc:PayableAmount'
const discount = 'cac:InvoiceLine/cac:Price/cac:AllowanceCharge/cbc:Amount'

const others: readonly RuleCase[] = [
  {
    rule: 'UBL-SR-07',
    base: 'full-invoice',
    fails: remove('cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID'),
  },
  {
    rule: 'UBL-SR-12',
    fails: all(
      repeat(`${seller}/cac:PartyTaxScheme[1]`),
      set(`${seller}/cac:PartyTaxScheme[2]/cac:TaxScheme/cbc:ID`, 'vat'),
    ),
  },
  { rule: 'UBL-SR-19', fails: payee(another, name('Andra')), passes: payee(another) },
  { rule: 'UBL-SR-19', fails: payee(name(sellerName)), passes: payee(name('Exempelverkstan')) },
  { rule: 'UBL-SR-19', fails: payee(), passes: payee(another) },
  {
    rule: 'UBL-SR-20',
    fails: payee(another, identifier(''), identifier('schemeID="0088"')),
    passes: payee(another, identifier(''), sepa, sepa),
  },
  { rule: 'UBL-SR-20', fails: payee(name(sellerName)), passes: payee(another) },
  { rule: 'UBL-SR-21', fails: payee(another, legal('1', '2')), passes: payee(another, legal('1')) },
  { rule: 'UBL-SR-21', fails: payee(name(sellerName)), passes: payee(another) },
  { rule: 'UBL-SR-23', fails: representative(vat('SE1'), vat('SE2')), passes: representative(vat('SE1')) },
  {
    rule: 'UBL-SR-28',
    fails: means(mandate.replace('<cbc:ID>M-1</cbc:ID>', '$&$&')),
    passes: means(mandate),
  },
  {
    rule: 'UBL-SR-29',
    fails: all(add(seller, sepa), payee(another, identifier('schemeID="SEPA"'))),
    passes: add(seller, sepa),
  },
  { rule: 'UBL-SR-43', fails: reference(schemed), passes: reference(schemed, typed('130')) },
  { rule: 'UBL-SR-43', fails: reference(typed('50')), passes: reference('<cbc:ID>A-1</cbc:ID>') },
  { rule: 'UBL-SR-43', base: 'credit-note', fails: reference(typed('916')), passes: reference(typed('50')) },
  { rule: 'UBL-SR-44', base: 'full-invoice', fails: set('cac:PaymentMeans[2]/cbc:PaymentID', '1043') },
  { rule: 'UBL-SR-45', base: 'full-credit-note', fails: repeat('cac:PaymentMeans[1]/cbc:PaymentDueDate') },
  {
    rule: 'UBL-SR-46',
    base: 'full-invoice',
    fails: attribute('cac:PaymentMeans/cbc:PaymentMeansCode', 'name', 'x'),
  },
  { rule: 'UBL-SR-47', base: 'full-invoice', fails: set('cac:PaymentMeans[3]/cbc:PaymentMeansCode', '58') },
  { rule: 'UBL-SR-48', fails: remove('cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory') },
  { rule: 'UBL-SR-49', fails: add('.', period('3', '35')), passes: add('.', period('3')) },
  { rule: 'UBL-SR-51', base: 'full-invoice', fails: repeat(`${seller}/cac:PostalAddress/cac:AddressLine`) },
  { rule: 'UBL-SR-53', fails: remove(`${seller}/cac:PartyTaxScheme/cbc:CompanyID`) },
  { rule: 'UBL-SR-53', fails: remove(`${buyer}/cac:PartyTaxScheme/cac:TaxScheme`) },
  { rule: 'UBL-SR-54', fails: means(card + card), passes: means(card) },
  { rule: 'UBL-SR-55', fails: means(mandate + mandate), passes: means(mandate) },
  { rule: 'UBL-DT-01', fails: set(lastTotal, '125.000'), passes: set(lastTotal, '125') },
  {
    rule: 'UBL-DT-01',
    base: 'full-invoice',
    fails: set('cac:InvoiceLine/cac:AllowanceCharge/cbc:Amount', '24.875'),
    passes: set(discount, '20.505'),
  },
  { rule: 'UBL-DT-06', base: 'full-invoice', fails: attribute(file, 'mimeCode', null) },
  { rule: 'UBL-DT-07', base: 'full-invoice', fails: attribute(file, 'filename', null) },
]

/** Cases for the syntax rules of EN 16931: UBL-CR, UBL-DT and UBL-SR. */
export const enSyntaxCases: readonly RuleCase[] = [
  ...notUsed,
  ...Object.entries(once).map(([rule, path]) => ({
    rule,
    base: 'full-invoice' as const,
    fails: repeat(path),
  })),
  ...others,
]

import { add, all, attribute, type Edit, remove, replace, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'
import { address, buyer, document, payment, representative, seller, within } from './national-countries.ts'

const german = within('DE', 'DE136695976')
const withNote = (note: string) => all(german, set('cac:PaymentTerms/cbc:Note', note))
const paidBy = (code: string, ...parts: readonly string[]): Edit =>
  all(
    german,
    replace(
      payment,
      `<cac:PaymentMeans><cbc:PaymentMeansCode>${code}</cbc:PaymentMeansCode>${parts.join('')}</cac:PaymentMeans>`,
    ),
  )
const transfer = (iban: string) =>
  `<cac:PayeeFinancialAccount><cbc:ID>${iban}</cbc:ID></cac:PayeeFinancialAccount>`
const card =
  '<cac:CardAccount><cbc:PrimaryAccountNumberID>1234</cbc:PrimaryAccountNumberID><cbc:NetworkID>VISA</cbc:NetworkID></cac:CardAccount>'
const mandate = (iban: string) =>
  `<cac:PaymentMandate><cbc:ID>M-1</cbc:ID><cac:PayerFinancialAccount><cbc:ID>${iban}</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate>`
const iban = 'DE02120300000000202051'
const creditor = add(
  seller,
  '<cac:PartyIdentification><cbc:ID schemeID="SEPA">DE98ZZZ09999999999</cbc:ID></cac:PartyIdentification>',
)
const skonto = '#SKONTO#TAGE=14#PROZENT=2.00#'

/** The German rules, seen from both sides. */
export const germanyCases: readonly RuleCase[] = [
  { rule: 'DE-R-001', fails: all(german, remove(payment)), passes: german },
  { rule: 'DE-R-015', fails: all(german, set('cbc:BuyerReference', ' ')), passes: german },
  { rule: 'DE-R-016', fails: all(german, remove(`${seller}/cac:PartyTaxScheme`)), passes: german },
  {
    rule: 'DE-R-016',
    base: 'credit-note',
    fails: all(german, set(`${seller}/cac:PartyTaxScheme/cbc:CompanyID`, '')),
    passes: all(
      german,
      remove(`${seller}/cac:PartyTaxScheme`),
      add('.', representative('DE', 'DE136695976')),
    ),
  },
  {
    rule: 'DE-R-017',
    fails: all(german, set('cbc:InvoiceTypeCode', '383')),
    passes: all(german, set('cbc:InvoiceTypeCode', ' 877 ')),
  },
  {
    rule: 'DE-R-017',
    base: 'credit-note',
    fails: all(german, set('cbc:CreditNoteTypeCode', '396')),
    passes: german,
  },
  { rule: 'DE-R-018', fails: withNote(`${skonto.replace('.', ',')}\n`), passes: withNote(`${skonto}\n`) },
  { rule: 'DE-R-018', fails: withNote(skonto), passes: withNote(`Netto 30\n${skonto}\n \t`) },
  {
    rule: 'DE-R-018',
    fails: withNote(`${skonto}\n#skonto#TAGE=30#PROZENT=1.00#\n`),
    passes: withNote(`${skonto}\n#SKONTO#TAGE=30#PROZENT=1.00#BASISBETRAG=-10.00#\n`),
  },
  { rule: 'DE-R-018', fails: withNote(`${skonto} \u00a0\n`), passes: withNote('30 Tage') },
  {
    rule: 'DE-R-022',
    base: 'full-invoice',
    fails: all(german, attribute('//cbc:EmbeddedDocumentBinaryObject', 'filename', 'zeiten.pdf')),
    passes: all(
      german,
      attribute(
        'cac:AdditionalDocumentReference[2]/cac:Attachment/cbc:EmbeddedDocumentBinaryObject',
        'filename',
        'SPEC.csv',
      ),
      attribute(
        'cac:AdditionalDocumentReference[3]/cac:Attachment/cbc:EmbeddedDocumentBinaryObject',
        'filename',
        'spec.csv',
      ),
    ),
  },
  {
    rule: 'DE-R-026',
    base: 'full-invoice',
    fails: all(german, set('cbc:InvoiceTypeCode', '384'), remove('cac:BillingReference')),
    passes: all(german, set('cbc:InvoiceTypeCode', '384')),
  },
  {
    rule: 'DE-R-030',
    fails: paidBy('59', mandate(iban)),
    passes: all(paidBy('59', mandate(iban)), creditor),
  },
  {
    rule: 'DE-R-030',
    fails: all(paidBy('59', mandate(iban)), add('.', payee('0007'))),
    passes: all(paidBy('59', mandate(iban)), add('.', payee('SEPA'))),
  },
  {
    rule: 'DE-R-031',
    fails: paidBy('59', '<cac:PaymentMandate><cbc:ID>M-1</cbc:ID></cac:PaymentMandate>'),
    passes: paidBy('59', mandate(iban)),
  },
  {
    rule: 'DE-R-T02',
    fails: all(german, add('.', document('1', 'Bild', 'www.example.se/bild'))),
    passes: all(german, add('.', document('1', 'Bild', 'ftp:bild'))),
  },
  { rule: 'DE-R-002', fails: all(german, remove(`${seller}/cac:Contact`)), passes: german },
  { rule: 'DE-R-003', fails: all(german, remove(`${seller}/${address}/cbc:CityName`)), passes: german },
  { rule: 'DE-R-004', fails: all(german, set(`${seller}/${address}/cbc:PostalZone`, '\n')), passes: german },
  { rule: 'DE-R-005', fails: all(german, remove(`${seller}/cac:Contact/cbc:Name`)), passes: german },
  { rule: 'DE-R-006', fails: all(german, remove(`${seller}/cac:Contact/cbc:Telephone`)), passes: german },
  {
    rule: 'DE-R-007',
    fails: all(german, remove(`${seller}/cac:Contact/cbc:ElectronicMail`)),
    passes: german,
  },
  {
    rule: 'DE-R-027',
    fails: all(german, set(`${seller}/cac:Contact/cbc:Telephone`, 'ankn. 12')),
    passes: all(german, set(`${seller}/cac:Contact/cbc:Telephone`, 'a1b2c3')),
  },
  ...['faktura@', 'fak tura@example.se', 'faktura@.se', 'faktura@example.', 'a@b@example.se'].map((mail) => ({
    rule: 'DE-R-028',
    fails: all(german, set(`${seller}/cac:Contact/cbc:ElectronicMail`, mail)),
    passes: all(german, set(`${seller}/cac:Contact/cbc:ElectronicMail`, ' f.a@b.example.se ')),
  })),
  { rule: 'DE-R-008', fails: all(german, remove(`${buyer}/${address}/cbc:CityName`)), passes: german },
  { rule: 'DE-R-009', fails: all(german, remove(`${buyer}/${address}/cbc:PostalZone`)), passes: german },
  {
    rule: 'DE-R-010',
    base: 'full-invoice',
    fails: all(german, remove('cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:CityName')),
    passes: german,
  },
  {
    rule: 'DE-R-011',
    base: 'full-credit-note',
    fails: all(german, remove('cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:PostalZone')),
    passes: german,
  },
  ...['DE02120300000000202052', 'de02120300000000202051', 'DE021203000000002020510000000000000', ''].map(
    (wrong) => ({
      rule: 'DE-R-019',
      fails: paidBy('58', transfer(wrong)),
      passes: paidBy(' 58 ', transfer('DE02 1203 0000 0000 2020 51')),
    }),
  ),
  {
    rule: 'DE-R-019',
    fails: paidBy('58', transfer('GB82west12345698765432')),
    passes: paidBy('30', transfer('1')),
  },
  { rule: 'DE-R-023-1', fails: paidBy('30'), passes: german },
  { rule: 'DE-R-023-2', fails: paidBy('58', transfer(iban), card), passes: paidBy('58', transfer(iban)) },
  { rule: 'DE-R-023-2', fails: paidBy('30', transfer('1'), mandate(iban)), passes: german },
  { rule: 'DE-R-024-1', fails: paidBy('54'), passes: paidBy('54', card) },
  { rule: 'DE-R-024-2', fails: paidBy('48', card, transfer('1')), passes: paidBy('48', card) },
  { rule: 'DE-R-024-2', fails: paidBy('55', card, mandate(iban)), passes: paidBy('55', card) },
  { rule: 'DE-R-020', fails: paidBy('59', mandate('1')), passes: paidBy('59', mandate(iban)) },
  { rule: 'DE-R-025-1', fails: paidBy('59'), passes: paidBy('59', mandate(iban)) },
  { rule: 'DE-R-025-2', fails: paidBy('59', mandate(iban), card), passes: paidBy('59', mandate(iban)) },
  {
    rule: 'DE-R-025-2',
    fails: paidBy('59', mandate(iban), transfer('1')),
    passes: paidBy('59', mandate(iban)),
  },
  {
    rule: 'DE-R-014',
    fails: all(german, remove('cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent')),
    passes: german,
  },
]

function payee(scheme: string): string {
  return `<cac:PayeeParty><cac:PartyIdentification><cbc:ID schemeID="${scheme}">DE98ZZZ09999999999</cbc:ID></cac:PartyIdentification></cac:PayeeParty>`
}

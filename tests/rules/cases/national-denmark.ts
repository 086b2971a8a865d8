import { add, all, attribute, type Edit, remove, replace, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'
import { buyer, from, legalId, payment, seller, within } from './national-countries.ts'

const cvr = attribute(`${seller}/${legalId}`, 'schemeID', '0184')
const danishSupplier = all(from('DK', 'DK12345678'), cvr)
const danish = all(within('DK', 'DK12345678'), cvr, attribute(`${buyer}/${legalId}`, 'schemeID', '0184'))
const paidBy = (code: string, ...parts: readonly string[]): Edit =>
  all(
    danish,
    replace(
      payment,
      `<cac:PaymentMeans><cbc:PaymentMeansCode>${code}</cbc:PaymentMeansCode>${parts.join('')}</cac:PaymentMeans>`,
    ),
  )
const id = (text: string) => `<cbc:PaymentID>${text}</cbc:PaymentID>`
const transfer = (account: string, branch = '') =>
  `<cac:PayeeFinancialAccount><cbc:ID>${account}</cbc:ID>${branch === '' ? '' : `<cac:FinancialInstitutionBranch><cbc:ID>${branch}</cbc:ID></cac:FinancialInstitutionBranch>`}</cac:PayeeFinancialAccount>`
const mandate =
  '<cac:PaymentMandate><cbc:ID>M-1</cbc:ID><cac:PayerFinancialAccount><cbc:ID>1</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate>'
const ofParty = (scheme: string) =>
  `<cac:PartyIdentification><cbc:ID${scheme}>1</cbc:ID></cac:PartyIdentification>`
const classified = (version: string) =>
  all(
    danish,
    replace(
      'cac:InvoiceLine/cac:Item/cac:CommodityClassification',
      `<cac:CommodityClassification><cbc:ItemClassificationCode listID="TST" listVersionID="${version}">1</cbc:ItemClassificationCode></cac:CommodityClassification>`,
    ),
  )
const taxed = (reason: string) =>
  all(
    danish,
    set('cac:AllowanceCharge[2]/cbc:AllowanceChargeReasonCode', 'ZZZ'),
    set('cac:AllowanceCharge[2]/cbc:AllowanceChargeReason', reason),
  )

/** The Danish rules, seen from both sides. */
export const denmarkCases: readonly RuleCase[] = [
  { rule: 'DK-R-002', fails: all(danishSupplier, set(`${seller}/${legalId}`, ' ')), passes: danishSupplier },
  {
    rule: 'DK-R-002',
    base: 'credit-note',
    fails: all(danishSupplier, remove(`${seller}/${legalId}`)),
    passes: danishSupplier,
  },
  {
    rule: 'DK-R-014',
    fails: all(danishSupplier, attribute(`${seller}/${legalId}`, 'schemeID', '0007')),
    passes: all(danishSupplier, remove(`${seller}/${legalId}`)),
  },
  {
    rule: 'DK-R-014',
    fails: all(danishSupplier, attribute(`${seller}/${legalId}`, 'schemeID', null)),
    passes: danishSupplier,
  },
  {
    rule: 'DK-R-016',
    base: 'credit-note',
    fails: all(danish, set('cac:LegalMonetaryTotal/cbc:PayableAmount', '-0.01')),
    passes: all(danishSupplier, set('cac:LegalMonetaryTotal/cbc:PayableAmount', '-0.01')),
  },
  {
    rule: 'DK-R-013',
    fails: all(danish, add(seller, ofParty(''))),
    passes: all(danish, add(seller, ofParty(' schemeID="0088"'))),
  },
  {
    rule: 'DK-R-013',
    base: 'credit-note',
    fails: all(danish, add(buyer, ofParty(' schemeID=" "'))),
    passes: all(danish, add(buyer, ofParty(' schemeID="0088"'))),
  },
  { rule: 'DK-R-005', fails: paidBy('30'), passes: paidBy('1') },
  { rule: 'DK-R-006', fails: paidBy('31', transfer('1')), passes: paidBy('31', transfer('1', '2')) },
  { rule: 'DK-R-006', fails: paidBy('42'), passes: paidBy('42', transfer('1', '2')) },
  {
    rule: 'DK-R-007',
    fails: paidBy('49', '<cac:PaymentMandate><cbc:ID>M-1</cbc:ID></cac:PaymentMandate>'),
    passes: paidBy('49', mandate),
  },
  {
    rule: 'DK-R-008',
    fails: paidBy('50', id('02#'), transfer('1234567')),
    passes: paidBy('50', id('01#'), transfer('1234567')),
  },
  {
    rule: 'DK-R-008',
    fails: paidBy('50', id('01#'), transfer('123456789')),
    passes: paidBy('50', id('15#'), transfer('12345678')),
  },
  {
    rule: 'DK-R-008',
    fails: paidBy('50', transfer('1234567')),
    passes: paidBy('50', id('04#'), transfer('1234567')),
  },
  {
    rule: 'DK-R-009',
    fails: paidBy('50', id('04#123456789012345')),
    passes: paidBy('50', id('04#1234567890123456')),
  },
  { rule: 'DK-R-009', fails: paidBy('50', id('15#12345678901234567')), passes: paidBy('50', id('01#')) },
  {
    rule: 'DK-R-010',
    fails: paidBy('93', id('74#'), transfer('12345678')),
    passes: paidBy('93', id('73#'), transfer('1234567A')),
  },
  {
    rule: 'DK-R-010',
    fails: paidBy('93', id('71#'), transfer('1234567')),
    passes: paidBy('93', id('75#'), transfer('12345678')),
  },
  {
    rule: 'DK-R-011',
    fails: paidBy('93', id('71#12345678901234')),
    passes: paidBy('93', id('71#123456789012345')),
  },
  {
    rule: 'DK-R-011',
    fails: paidBy('93', id('75#12345678901234567')),
    passes: paidBy('93', id('75#1234567890123456')),
  },
  {
    rule: 'DK-R-017',
    fails: all(danish, attribute(`${buyer}/${legalId}`, 'schemeID', '0007')),
    passes: danish,
  },
  { rule: 'DK-R-003', base: 'full-invoice', fails: classified('21'), passes: classified('19.0501') },
  { rule: 'DK-R-003', base: 'full-invoice', fails: classified(''), passes: classified('26.08.01') },
  ...['#Emballageafgift', 'Emballageafgift#', '123', '12345', '-001'].map((reason) => ({
    rule: 'DK-R-004',
    base: 'full-invoice' as const,
    fails: taxed(reason),
    passes: taxed('3312'),
  })),
  { rule: 'DK-R-004', base: 'full-credit-note', fails: taxed(''), passes: taxed('Emballage#afgift') },
]

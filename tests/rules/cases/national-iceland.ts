import { add, all, attribute, remove, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'
import {
  account,
  address,
  buyer,
  document,
  from,
  legalId,
  payment,
  seller,
  within,
} from './national-countries.ts'

const supplier = all(from('IS', 'IS12345'), attribute(`${seller}/${legalId}`, 'schemeID', '0196'))
const icelandic = all(within('IS', 'IS12345'), attribute(`${buyer}/${legalId}`, 'schemeID', '0196'))
const paidBy = (code: string, number: string) =>
  all(supplier, set(`${payment}/cbc:PaymentMeansCode`, code), set(account, number))
const finalDate = (date: string) => all(supplier, add('.', document(date, 'EINDAGI')))

/** The Icelandic rules, seen from both sides. */
export const icelandCases: readonly RuleCase[] = [
  { rule: 'IS-R-001', fails: all(supplier, set('cbc:InvoiceTypeCode', '383')), passes: supplier },
  {
    rule: 'IS-R-001',
    base: 'credit-note',
    fails: all(supplier, set('cbc:CreditNoteTypeCode', '380 381')),
    passes: all(supplier, set('cbc:CreditNoteTypeCode', ' 381 ')),
  },
  { rule: 'IS-R-002', fails: from('IS', 'IS12345'), passes: supplier },
  { rule: 'IS-R-003', fails: all(supplier, remove(`${seller}/${address}/cbc:StreetName`)), passes: supplier },
  { rule: 'IS-R-003', fails: all(supplier, remove(`${seller}/${address}/cbc:PostalZone`)), passes: supplier },
  { rule: 'IS-R-006', fails: paidBy('9', '12345678901'), passes: paidBy('9', ' 123456789012 ') },
  { rule: 'IS-R-006', fails: all(paidBy('9', '1'), remove(account)), passes: supplier },
  { rule: 'IS-R-007', fails: paidBy('42', '1234567890123'), passes: paidBy('42', '12345678901A') },
  { rule: 'IS-R-008', fails: finalDate('31.12.2026'), passes: finalDate('2026-12-31') },
  { rule: 'IS-R-008', fails: finalDate('2026-02-29'), passes: finalDate('2028-02-29') },
  {
    rule: 'IS-R-009',
    fails: all(finalDate('2026-12-31'), remove('cbc:DueDate')),
    passes: finalDate('2026-12-31'),
  },
  { rule: 'IS-R-010', fails: finalDate('2026-12-19'), passes: finalDate('2026-12-20') },
  { rule: 'IS-R-004', fails: within('IS', 'IS12345'), passes: icelandic },
  {
    rule: 'IS-R-004',
    base: 'credit-note',
    fails: all(icelandic, remove(`${buyer}/${legalId}`)),
    passes: icelandic,
  },
  {
    rule: 'IS-R-005',
    fails: all(icelandic, remove(`${buyer}/${address}/cbc:PostalZone`)),
    passes: icelandic,
  },
]

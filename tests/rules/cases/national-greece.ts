import { add, all, attribute, type Edit, remove, repeat, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'
import { buyer, document, from, representative, seller, vatNumber, within } from './national-countries.ts'

const tin = '090000045'
const otherTin = '123456783'
const greekSupplier = from('GR', `EL${tin}`)
const greek = within('GR', `EL${tin}`)
const numbered = (id: string, ...edits: readonly Edit[]) => all(greekSupplier, set('cbc:ID', id), ...edits)
const good = numbered(`${tin}|20/11/2026|0|1.1|A|42`)
const mark = document('400001234567890', '##M.AR.K##')
const url = (address: string) => document('1', '##INVOICE|URL##', address)
const at = (party: string, id: string): Edit =>
  all(set(`${party}/cbc:EndpointID`, id), attribute(`${party}/cbc:EndpointID`, 'schemeID', '9933'))

/** The Greek rules, seen from both sides. */
export const greeceCases: readonly RuleCase[] = [
  { rule: 'GR-R-001-1', fails: greekSupplier, passes: good },
  { rule: 'GR-R-001-1', base: 'credit-note', fails: numbered(`${tin}|20/11/2026|0|5.1|A`), passes: good },
  { rule: 'GR-R-001-1', fails: numbered(''), passes: numbered('|||||') },
  { rule: 'GR-R-001-2', fails: numbered(`${otherTin}|20/11/2026|0|1.1|A|42`), passes: good },
  {
    rule: 'GR-R-001-2',
    fails: all(numbered('090000046|20/11/2026|0|1.1|A|42'), set(`${seller}/${vatNumber}`, 'EL090000046')),
    passes: numbered(`${otherTin}|20/11/2026|0|1.1|A|42`, add('.', representative('GR', `EL${otherTin}`))),
  },
  { rule: 'GR-R-001-2', fails: numbered(`${tin}0|20/11/2026|0|1.1|A|42`), passes: good },
  ...['2026-11-20', '20/11/2027', '21/11/2026', '20/12/2026', '20-11-2026', ''].map((date) => ({
    rule: 'GR-R-001-3',
    fails: numbered(`${tin}|${date}|0|1.1|A|42`),
    passes: numbered(`${tin}|20/11/2026/7|0|1.1|A|42`),
  })),
  ...['A', '-1', ' ', '1 2'].map((branch) => ({
    rule: 'GR-R-001-4',
    fails: numbered(`${tin}|20/11/2026|${branch}|1.1|A|42`),
    passes: numbered(`${tin}|20/11/2026| +07 |1.1|A|42`),
  })),
  { rule: 'GR-R-001-5', fails: numbered(`${tin}|20/11/2026|0|1.2|A|42`), passes: good },
  {
    rule: 'GR-R-001-5',
    fails: numbered(`${tin}|20/11/2026|0||A|42`),
    passes: numbered(`${tin}|20/11/2026|0|5.2|A|42`),
  },
  { rule: 'GR-R-001-6', fails: numbered(`${tin}|20/11/2026|0|1.1||42`), passes: good },
  {
    rule: 'GR-R-001-7',
    fails: numbered(`${tin}|20/11/2026|0|1.1|A|`),
    passes: numbered(`${tin}|20/11/2026|0|1.1|A| `),
  },
  { rule: 'GR-R-002', fails: all(greekSupplier, remove(`${seller}/cac:PartyName`)), passes: greekSupplier },
  {
    rule: 'GR-S-011',
    fails: all(greekSupplier, set(`${seller}/${vatNumber}`, `GR${tin}`)),
    passes: greekSupplier,
  },
  {
    rule: 'GR-S-011',
    fails: all(greekSupplier, remove(`${seller}/cac:PartyTaxScheme`)),
    passes: greekSupplier,
  },
  {
    rule: 'GR-R-003',
    fails: all(greekSupplier, set(`${seller}/${vatNumber}`, 'EL090000046')),
    passes: greekSupplier,
  },
  {
    rule: 'GR-R-003',
    fails: all(greekSupplier, set(`${seller}/${vatNumber}`, `GR${tin}`)),
    passes: from('GR', `EL${tin}0`),
  },
  { rule: 'GR-R-004-1', fails: greekSupplier, passes: all(greekSupplier, add('.', mark)) },
  {
    rule: 'GR-R-004-1',
    fails: all(greekSupplier, add('.', `${mark}${mark}`)),
    passes: all(greekSupplier, add('.', mark)),
  },
  {
    rule: 'GR-S-008-1',
    fails: greekSupplier,
    passes: all(greekSupplier, add('.', url('https://example.gr'))),
  },
  {
    rule: 'GR-R-008-2',
    fails: all(greekSupplier, add('.', url('https://example.gr')), repeat('cac:AdditionalDocumentReference')),
    passes: greekSupplier,
  },
  {
    rule: 'GR-R-004-2',
    fails: all(greekSupplier, add('.', document('0123', '##M.AR.K##'))),
    passes: all(greekSupplier, add('.', document('1-A', '##M.AR.K##'))),
  },
  {
    rule: 'GR-R-008-3',
    fails: all(greekSupplier, add('.', url(' '))),
    passes: all(greekSupplier, add('.', url('https://example.gr'))),
  },
  { rule: 'GR-R-005', fails: all(greekSupplier, remove(`${buyer}/cac:PartyName`)), passes: greekSupplier },
  { rule: 'GR-R-009', fails: greekSupplier, passes: all(greekSupplier, at(seller, tin)) },
  {
    rule: 'GR-R-009',
    fails: all(greekSupplier, at(seller, '090000046')),
    passes: all(greekSupplier, at(seller, `${tin}1`)),
  },
  { rule: 'GR-R-006', fails: all(greek, set(`${buyer}/${vatNumber}`, `GR${tin}`)), passes: greek },
  {
    rule: 'GR-R-006',
    fails: all(greek, remove(`${buyer}/cac:PartyTaxScheme`)),
    passes: all(greek, set(`${buyer}/${vatNumber}`, `EL${otherTin}`)),
  },
  { rule: 'GR-R-010', fails: greek, passes: all(greek, at(buyer, tin)) },
]

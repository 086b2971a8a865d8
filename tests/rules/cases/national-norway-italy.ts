import { add, all, remove, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'
import { address, from, representative, seller, vatNumber } from './national-countries.ts'

const norwegian = from('NO', 'NO974760673MVA')
const italian = from('IT', 'IT12345678903')
const taxNumber = `${seller}/cac:PartyTaxScheme[2]/cbc:CompanyID`

/** The rules of Norway and Italy, seen from both sides. */
export const norwayAndItalyCases: readonly RuleCase[] = [
  { rule: 'NO-R-002', fails: norwegian, passes: all(norwegian, set(taxNumber, ' Foretaksregisteret ')) },
  {
    rule: 'NO-R-002',
    fails: all(norwegian, set(taxNumber, 'foretaksregisteret')),
    passes: all(norwegian, set(taxNumber, 'Foretaksregisteret')),
  },
  ...['NO974760674MVA', 'NO974760673', 'NO974760673MVA ', 'NO000000000MVA', 'NO97476067MVA'].map(
    (number) => ({
      rule: 'NO-R-001',
      fails: all(norwegian, set(`${seller}/${vatNumber}`, number)),
      passes: norwegian,
    }),
  ),
  {
    rule: 'NO-R-001',
    base: 'credit-note',
    fails: all(norwegian, set(`${seller}/${vatNumber}`, 'NO1')),
    passes: all(norwegian, set(`${seller}/${vatNumber}`, 'no1')),
  },
  { rule: 'IT-R-001', fails: italian, passes: all(italian, set(taxNumber, ' ABCDEF12345 ')) },
  {
    rule: 'IT-R-001',
    fails: all(italian, set(taxNumber, 'ABCDEF1234567890A')),
    passes: all(italian, set(taxNumber, 'ABCDEF1234567890')),
  },
  {
    rule: 'IT-R-001',
    fails: all(italian, set(taxNumber, '1234567890')),
    passes: all(italian, set(taxNumber, '12345678901')),
  },
  { rule: 'IT-R-002', fails: all(italian, remove(`${seller}/${address}/cbc:StreetName`)), passes: italian },
  { rule: 'IT-R-003', fails: all(italian, remove(`${seller}/${address}/cbc:CityName`)), passes: italian },
  {
    rule: 'IT-R-004',
    fails: all(
      remove(`${seller}/cac:PartyTaxScheme[1]`),
      add('.', representative('IT', 'IT12345678903')),
      remove(`${seller}/${address}/cbc:PostalZone`),
    ),
    passes: italian,
  },
]

import { add, all, attribute, remove, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'
import {
  address,
  buyer,
  from,
  legalId,
  payment,
  representative,
  seller,
  within,
} from './national-countries.ts'

const dutchSupplier = from('nl', 'NL123456782B12')
const dutch = within('NL', 'NL123456782B12')
const payable = 'cac:LegalMonetaryTotal/cbc:PayableAmount'
const addressParts = ['cbc:StreetName', 'cbc:CityName', 'cbc:PostalZone']
const represented = all(dutchSupplier, add('.', representative('NL', 'NL123456782B12')))

/** The Dutch rules, seen from both sides. */
export const netherlandsCases: readonly RuleCase[] = [
  {
    rule: 'NL-R-001',
    base: 'full-credit-note',
    fails: all(dutchSupplier, remove('cac:BillingReference')),
    passes: dutchSupplier,
  },
  ...addressParts.map((part) => ({
    rule: 'NL-R-002',
    fails: all(dutchSupplier, remove(`${seller}/${address}/${part}`)),
    passes: dutchSupplier,
  })),
  {
    rule: 'NL-R-003',
    fails: dutchSupplier,
    passes: all(dutchSupplier, attribute(`${seller}/${legalId}`, 'schemeID', '0106')),
  },
  {
    rule: 'NL-R-003',
    fails: all(
      dutchSupplier,
      attribute(`${seller}/${legalId}`, 'schemeID', '0106'),
      set(`${seller}/${legalId}`, ' '),
    ),
    passes: all(dutchSupplier, attribute(`${seller}/${legalId}`, 'schemeID', '0190')),
  },
  ...addressParts.map((part) => ({
    rule: 'NL-R-004',
    fails: all(dutch, remove(`${buyer}/${address}/${part}`)),
    passes: dutch,
  })),
  {
    rule: 'NL-R-005',
    fails: dutch,
    passes: all(dutch, attribute(`${buyer}/${legalId}`, 'schemeID', '0190')),
  },
  ...addressParts.map((part) => ({
    rule: 'NL-R-006',
    fails: all(represented, remove(`cac:TaxRepresentativeParty/${address}/${part}`)),
    passes: represented,
  })),
  { rule: 'NL-R-007', fails: all(dutchSupplier, remove(payment)), passes: dutchSupplier },
  {
    rule: 'NL-R-007',
    fails: all(dutchSupplier, remove(payment), set(payable, '0.01')),
    passes: all(dutchSupplier, remove(payment), set(payable, '-5.00')),
  },
  {
    rule: 'NL-R-007',
    base: 'credit-note',
    fails: all(dutchSupplier, remove(payment), set(payable, '-0.01')),
    passes: all(dutchSupplier, remove(payment), set(payable, '0.00')),
  },
  {
    rule: 'NL-R-008',
    fails: all(dutch, set(`${payment}/cbc:PaymentMeansCode`, '31')),
    passes: all(dutch, set(`${payment}/cbc:PaymentMeansCode`, ' 57 ')),
  },
  {
    rule: 'NL-R-009',
    base: 'full-invoice',
    fails: all(dutchSupplier, remove('cac:OrderReference')),
    passes: dutchSupplier,
  },
]

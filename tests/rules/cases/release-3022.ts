import { needs } from '#lib/rules/releases/exactly-one.ts'
import { add, all, attribute, type Edit, remove, set } from '../edit.ts'
import type { RuleCase } from '../rule-case.ts'
import { buyer, document, representative, seller, vatNumber, within } from './national-countries.ts'

const toFinland = all(
  set(`${buyer}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`, 'FI'),
  set(`${buyer}/${vatNumber}`, 'FI12345678'),
)

/** Gives the seller an electronic address. */
export function addressed(scheme: string, id: string): Edit {
  return all(set(`${seller}/cbc:EndpointID`, id), attribute(`${seller}/cbc:EndpointID`, 'schemeID', scheme))
}

const rate = (percent: string) => set('//cbc:Percent', percent)

/** The rules that 3.0.22 changes, seen from both sides. */
const changedCases: readonly RuleCase[] = [
  { rule: 'SE-R-006', fails: rate('24'), passes: all(rate('24'), toFinland) },
  {
    rule: 'PEPPOL-COMMON-R040',
    fails: addressed('0088', '73500001'),
    passes: addressed('0088', '7350000000009'),
  },
  {
    rule: 'PEPPOL-COMMON-R040',
    fails: addressed('0088', '7350000000008'),
    passes: addressed('0088', '7350000000009'),
  },
  {
    rule: 'PEPPOL-COMMON-R043',
    fails: addressed('0208', '2000000042'),
    passes: addressed('0208', '0202239951'),
  },
  {
    rule: 'PEPPOL-COMMON-R043',
    fails: addressed('0208', '0202239952'),
    passes: addressed('0208', '1000000021'),
  },
  { rule: 'PEPPOL-COMMON-R054', fails: addressed('0106', '1234567'), passes: addressed('0106', '12345678') },
  {
    rule: 'PEPPOL-COMMON-R055',
    fails: addressed('0190', '1'),
    passes: addressed('0190', '12345678901234567890'),
  },
  {
    rule: 'PEPPOL-COMMON-R056-1',
    fails: addressed('9944', 'NL1'),
    passes: addressed('9944', 'NL123456789B12'),
  },
  {
    rule: 'PEPPOL-COMMON-R056-2',
    fails: set(`${buyer}/${vatNumber}`, 'NL123456789B1'),
    passes: set(`${buyer}/${vatNumber}`, 'NL123456789B12'),
  },
  { rule: 'PEPPOL-COMMON-R057', fails: addressed('0217', '1'), passes: addressed('0217', '123456789012') },
  {
    rule: 'PEPPOL-EN16931-P0112',
    fails: set('cbc:InvoiceTypeCode', '384'),
    passes: all(within('SK', 'SK2020202020'), set('cbc:InvoiceTypeCode', '384')),
  },
  {
    rule: 'PEPPOL-EN16931-P0112',
    fails: all(within('SK', 'SK2020202020'), set('cbc:InvoiceTypeCode', '326')),
    passes: all(within('DE', 'DE136695976'), set('cbc:InvoiceTypeCode', '326')),
  },
  {
    rule: 'DE-R-017',
    fails: all(within('DE', 'DE136695976'), set('cbc:InvoiceTypeCode', '383')),
    passes: all(within('DE', 'DE136695976'), set('cbc:InvoiceTypeCode', '389')),
  },
]

const account = '<cac:PayerFinancialAccount><cbc:ID>1</cbc:ID></cac:PayerFinancialAccount>'

/** What an invoice or a credit note of ours may have, and what ours never have: now every needed element is there. */
export const whole: Edit = all(
  add('.', representative('SE', 'SE559999000801')),
  add('.', document('Bilaga 3', 'Bild', 'https://example.se/bild')),
  add(
    '.',
    `<cac:PayeeParty>
      <cac:PartyName><cbc:Name>Fakturabolaget</cbc:Name></cac:PartyName>
      <cac:PartyLegalEntity><cbc:CompanyID>5599990008</cbc:CompanyID></cac:PartyLegalEntity>
    </cac:PayeeParty>`,
  ),
  add('cac:PaymentMeans', `<cac:PaymentMandate>${account}</cac:PaymentMandate>`),
)

/** A path of `needs` as edits take it: from the root on. */
export function pathInDocument(path: string, child: string): string {
  return [...path.split('/').slice(2), child].join('/')
}

/** The rules that 3.0.22 changes or adds, seen from both sides. */
export const release3022Cases: readonly RuleCase[] = [
  ...changedCases,
  ...needs.map(({ rule, path, child }) => ({
    rule,
    base: path.startsWith('/Invoice') ? ('full-invoice' as const) : ('full-credit-note' as const),
    fails: all(whole, remove(pathInDocument(path, child))),
    passes: whole,
  })),
]

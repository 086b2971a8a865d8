import { expect, test } from 'vitest'
import { modelPatterns } from '#lib/rules/en16931/model-pattern.ts'
import { judge } from '#lib/rules/judge.ts'
import { type BaseDocument, baseDocuments } from '../base-documents.ts'
import { add, all, asIs, type Edit, edited, remove, repeat, set } from '../edit.ts'

const rules = { release: 'test', patterns: modelPatterns }

function judged(base: BaseDocument = 'invoice', edit: Edit = asIs) {
  const seen = new Set<string>()
  const { fired, notEvaluable } = judge(edited(base, edit), rules, ({ id }) => seen.add(id))
  return { seen, broken: new Set(fired.map(({ rule }) => rule.id)), notEvaluable }
}

test.each(Object.keys(baseDocuments) as BaseDocument[])(
  'nothing that we write breaks a rule of the model: %s',
  (base) => {
    expect(judged(base)).toMatchObject({ broken: new Set(), notEvaluable: null })
  },
)

test('the period of a line is judged by the rules of lines alone', () => {
  const period = '<cac:InvoicePeriod><cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>'
  const { seen, broken } = judged('invoice', add('cac:InvoiceLine', period))
  expect(broken).toEqual(new Set(['BR-CO-20']))
  expect(seen).not.toContain('BR-CO-19')
})

test('an allowance of a line counts as use of a VAT category, but not for category O', () => {
  const inLine = (code: string) =>
    add(
      'cac:InvoiceLine',
      `<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cac:TaxCategory><cbc:ID>${code}</cbc:ID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:AllowanceCharge>`,
    )
  const noNumbers = remove('cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme')
  expect(judged('invoice', all(inLine('Z'), noNumbers)).broken).toContain('BR-Z-03')
  expect(judged('invoice', inLine('O')).broken).not.toContain('BR-O-03')
})

test('a line with several categories counts for each, and for each rate with each code', () => {
  const second = all(
    repeat('cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory'),
    set('cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory[2]/cbc:ID', 'Z'),
    set('cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory[2]/cbc:Percent', '7'),
    set('cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent', '7'),
  )
  expect(judged('invoice', second).broken).not.toContain('BR-S-08')
})

test.each([
  ['BR-06', repeat('cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity')],
  ['BR-52', add('cac:AdditionalDocumentReference[1]', '<cbc:ID>2</cbc:ID>')],
  ['BR-29', set('cac:InvoicePeriod/cbc:EndDate', '2026-02-30')],
  ['BR-CO-10', set('cac:InvoiceLine[1]/cbc:LineExtensionAmount', '1e2')],
  ['BR-27', set('cac:InvoiceLine[1]/cac:Price/cbc:PriceAmount', 'gratis')],
  ['BR-S-05', set('cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent', '')],
])('%s cannot be judged where the official test gives up', (rule, edit) => {
  const { notEvaluable, broken } = judged('full-invoice', edit)
  expect(notEvaluable).not.toBeNull()
  expect(broken).not.toContain(rule)
})

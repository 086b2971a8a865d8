import { expect, test } from 'vitest'
import { notUsedPath } from '#lib/rules/en16931/syntax/not-used.ts'
import { notUsedPaths } from '#lib/rules/en16931/syntax/not-used-paths.ts'
import { syntaxPatterns } from '#lib/rules/en16931/syntax-pattern.ts'
import { judge } from '#lib/rules/judge.ts'
import { type BaseDocument, baseDocuments } from '../base-documents.ts'
import { add, asIs, type Edit, edited } from '../edit.ts'
import { put } from './en-syntax.ts'

const rules = { release: 'test', patterns: syntaxPatterns }

function judged(base: BaseDocument = 'invoice', edit: Edit = asIs) {
  const seen = new Set<string>()
  const { fired, notEvaluable } = judge(edited(base, edit), rules, ({ id }) => seen.add(id))
  return { seen, broken: new Set(fired.map(({ rule }) => rule.id)), notEvaluable }
}

test.each(Object.keys(baseDocuments) as BaseDocument[])(
  'nothing that we write breaks a syntax rule: %s',
  (base) => {
    expect(judged(base)).toMatchObject({ broken: new Set(), notEvaluable: null })
  },
)

const linePaths = Object.entries(notUsedPaths).filter(([, path]) => path.startsWith('cac:InvoiceLine/'))

test.each(linePaths)('%s is judged on the lines of a credit note too', (rule, path) => {
  const edit = put(path.replace('cac:InvoiceLine', 'cac:CreditNoteLine'))
  expect(judged('credit-note', edit).broken).toContain(rule)
})

test('a path is only broken where it leads from: the same element elsewhere is free', () => {
  expect(judged('invoice', put('cac:Contract/cac:OrderReference/cbc:UUID')).broken).toEqual(new Set())
})

test('the path of a rule can be told, and only of a rule that has one', () => {
  expect(notUsedPath('UBL-CR-017')).toBe('cac:OrderReference/cbc:UUID')
  expect(notUsedPath('UBL-SR-01')).toBeNull()
  expect(notUsedPath('toString')).toBeNull()
})

test('several identifiers of a tax scheme, where one is read, cannot be judged', () => {
  const twice = add(
    'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme',
    '<cbc:ID>VAT</cbc:ID>',
  )
  expect(judged('invoice', twice).notEvaluable).toMatch(/^UBL-SR-1/)
})

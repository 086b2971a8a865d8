import { expect, test } from 'vitest'
import { fullCodeLists } from '#lib/rules/en16931/code-lists.ts'
import { codesPattern } from '#lib/rules/en16931/code-rules.ts'
import { codesPatterns } from '#lib/rules/en16931/codes-pattern.ts'
import { judge } from '#lib/rules/judge.ts'
import type { Pattern } from '#lib/rules/rule.ts'
import { type BaseDocument, baseDocuments } from '../base-documents.ts'
import { asIs, attribute, type Edit, edited, set } from '../edit.ts'

function judged(
  base: BaseDocument = 'invoice',
  edit: Edit = asIs,
  patterns: readonly Pattern[] = codesPatterns,
) {
  const seen = new Set<string>()
  const { fired } = judge(edited(base, edit), { release: 'test', patterns }, ({ id }) => seen.add(id))
  return { seen, broken: new Set(fired.map(({ rule }) => rule.id)) }
}

test.each(Object.keys(baseDocuments) as BaseDocument[])(
  'every code that we write is in its list: %s',
  (base) => {
    expect(judged(base).broken).toEqual(new Set())
  },
)

test('a code rule is silent where its code does not stand', () => {
  const free: readonly Edit[] = [
    attribute('cac:AdditionalDocumentReference[1]/cbc:ID', 'schemeID', null),
    set('cac:AllowanceCharge[1]/cbc:ChargeIndicator', 'kanske'),
  ]
  for (const edit of free) expect(judged('full-invoice', edit).broken).toEqual(new Set())
})

test('a list cut to what is offered refuses the rest and nothing else', () => {
  const cut = [codesPattern({ ...fullCodeLists, units: new Set(['C62']) })]
  expect(judged('full-invoice', asIs, cut).broken).toEqual(new Set())
  const hours = attribute('//cbc:InvoicedQuantity', 'unitCode', 'HUR')
  expect(judged('full-invoice', hours, cut).broken).toEqual(new Set(['BR-CL-23']))
  expect(judged('full-invoice', hours).broken).toEqual(new Set())
})

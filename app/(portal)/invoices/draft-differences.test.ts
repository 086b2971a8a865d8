import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameDraft } from '#app/_invoice/same-draft.ts'
import { sampleDraft, sampleLine } from '#lib/invoice/sample-input.ts'
import { someDraft, someEdit } from '#tests/setup/draft-edits.ts'
import { draftDifferences } from './draft-differences.ts'

test('a field, a cell, a line that only one has, and another order are each said once, with both values', () => {
  const [a, b, c] = [sampleLine('a'), sampleLine('b'), sampleLine('c')]
  const mine = sampleDraft({ buyerReference: 'FM1', lines: [a, b, { ...c, unitPrice: '1' }] })
  const theirs = sampleDraft({ buyerReference: 'FM2', lines: [c, a, sampleLine('d')] })
  expect(draftDifferences(mine, theirs)).toEqual([
    { kind: 'field', field: 'buyerReference', mine: 'FM1', theirs: 'FM2' },
    { kind: 'only-mine', number: 2, line: b },
    { kind: 'part', number: 3, key: 'c', part: 'unitPrice', mine: '1', theirs: '595' },
    { kind: 'only-theirs', number: 3, line: sampleLine('d') },
    { kind: 'order' },
  ])
})

test('two drafts are without differences if, and only if, they are the same; and every field that differs is listed', () => {
  fc.assert(
    fc.property(someDraft, fc.array(someEdit, { maxLength: 4 }), (draft, edits) => {
      const other = edits.reduce((before, edit) => edit(before), draft)
      const found = draftDifferences(draft, other)
      expect(found.length === 0).toBe(isSameDraft(draft, other))
      const listed = new Set<string>(found.map((each) => (each.kind === 'field' ? each.field : 'lines')))
      const names = Object.keys(draft) as (keyof typeof draft)[]
      expect(listed).toEqual(new Set(names.filter((name) => !isSameDraft(draft[name], other[name]))))
    }),
  )
})

test('the order in which the database gives the keys of a draft is no difference', () => {
  const draft = sampleDraft()
  const reversed = Object.fromEntries(Object.entries(draft).toReversed()) as typeof draft
  expect(draftDifferences(draft, reversed)).toEqual([])
})

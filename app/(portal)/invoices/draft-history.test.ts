import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameDraft } from '#app/_invoice/same-draft.ts'
import { emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { sampleDraft, sampleLine } from '#lib/invoice/sample-input.ts'
import { someDraft, someEdit } from '#tests/setup/draft-edits.ts'
import { type DraftStep, withoutChange, withStep } from './draft-history.ts'

const at = '2026-11-26T12:00:00.000Z'

test('changes taken back one after the other, the last first, give what there was: whatever was done', () => {
  fc.assert(
    fc.property(someDraft, fc.array(someEdit, { maxLength: 12 }), (draft, edits) => {
      const drafts = [draft]
      for (const edit of edits) drafts.push(edit(drafts.at(-1) ?? draft))
      let now: InvoiceDraft | null = structuredClone(drafts.at(-1) ?? draft)
      for (const [index, before] of [...drafts.entries()].toReversed()) {
        const after = drafts[index + 1]
        if (after !== undefined && now !== null) now = withoutChange(now, { before, after })
        expect(isSameDraft(now, before)).toBe(true)
      }
    }),
  )
})

test('an earlier change is taken back alone where nothing of it has changed since, and what came after stays', () => {
  const before = sampleDraft({ lines: [sampleLine('a'), sampleLine('b'), sampleLine('c')] })
  const removed = { ...before, lines: before.lines.filter((line) => line.key !== 'b') }
  const since = { ...removed, note: 'sedan', lines: [sampleLine('a', { quantity: '7' }), sampleLine('c')] }
  expect(withoutChange(since, { before, after: removed })).toEqual({
    ...since,
    lines: [sampleLine('a', { quantity: '7' }), sampleLine('b'), sampleLine('c')],
  })
})

test.each<[what: string, before: InvoiceDraft, after: InvoiceDraft, now: InvoiceDraft]>([
  ['a field', sampleDraft(), sampleDraft({ note: 'ett' }), sampleDraft({ note: 'två' })],
  [
    'a cell',
    sampleDraft(),
    sampleDraft({ lines: [sampleLine('a', { unitPrice: '1' })] }),
    sampleDraft({ lines: [sampleLine('a', { unitPrice: '2' })] }),
  ],
  [
    'a line that is gone',
    sampleDraft({ lines: [sampleLine('a'), sampleLine('b')] }),
    sampleDraft({ lines: [sampleLine('a'), sampleLine('b', { unitPrice: '1' })] }),
    sampleDraft({ lines: [sampleLine('a')] }),
  ],
  [
    'a new line with something in it',
    sampleDraft({ lines: [sampleLine('a')] }),
    sampleDraft({ lines: [sampleLine('a'), emptyLine('b')] }),
    sampleDraft({ lines: [sampleLine('a'), sampleLine('b')] }),
  ],
])('%s that has changed again since is not taken back over it', (_what, before, after, now) => {
  expect(withoutChange(now, { before, after })).toBeNull()
})

test('the only line comes back before what was written in the one that stood in for it', () => {
  const before = sampleDraft({ lines: [sampleLine('a')] })
  const after = sampleDraft({ lines: [emptyLine('spare')] })
  const now = sampleDraft({ lines: [sampleLine('spare')] })
  expect(withoutChange(now, { before, after })?.lines.map(({ key }) => key)).toEqual(['a', 'spare'])
})

test('typing that goes on in a field is one step, and no more than fifty are kept', () => {
  const note = (text: string) => sampleDraft({ note: text })
  let steps: readonly DraftStep[] = []
  steps = withStep(steps, { before: note(''), after: note('h'), field: 'note', at }, false)
  steps = withStep(steps, { before: note('h'), after: note('ha'), field: 'note', at }, true)
  expect(steps).toMatchObject([{ before: { note: '' }, after: { note: 'ha' }, isUndone: false }])
  for (let count = 0; count < 60; count += 1) {
    steps = withStep(steps, { before: note('ha'), after: note('ha'), field: 'lines', at }, false)
  }
  expect(steps).toHaveLength(50)
  expect(new Set(steps.map(({ id }) => id)).size).toBe(50)
})

import { describe, expect, test } from 'vitest'
import { emptyDraft, emptyLine } from '#lib/invoice/draft.ts'
import { draftSchema } from './draft.ts'

const draft = emptyDraft({ lineKey: 'a' })

describe('the draft a form sends', () => {
  test('an empty draft may be saved and comes back as it was', () => {
    expect(draftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  })

  test.each([
    ['a field of another', { ...draft, tenantId: 'x' }],
    ['a field that is missing', { ...draft, note: undefined }],
    ['a longer note than there is room for', { ...draft, note: 'x'.repeat(1001) }],
    ['a number where text is asked', { ...draft, dueDate: 20261220 }],
    ['another version', { ...draft, version: 2 }],
    ['a line with a field of another', { ...draft, lines: [{ ...emptyLine('a'), sum: '1' }] }],
    ['two lines with one key', { ...draft, lines: [emptyLine('a'), emptyLine('a')] }],
    ['a thousand lines', { ...draft, lines: Array.from({ length: 1000 }, (_, at) => emptyLine(String(at))) }],
  ])('refuses %s', (_, sent) => {
    expect(draftSchema.safeParse(sent).success).toBe(false)
  })
})

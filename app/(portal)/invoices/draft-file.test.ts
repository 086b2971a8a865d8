import { expect, test } from 'vitest'
import { emptyDraft } from '#lib/invoice/draft.ts'
import { draftFile } from './draft-file.ts'

test('the file has all of the draft, and a name that every system takes', () => {
  const draft = { ...emptyDraft({ lineKey: 'a' }), invoiceNumber: 'Å/2026:7' }
  expect(draftFile(draft).name).toBe('talong-Å-2026-7.json')
  expect(JSON.parse(draftFile(draft).text)).toEqual(draft)
  expect(draftFile({ ...draft, invoiceNumber: '' }).name).toBe('talong.json')
})

import { expect, test } from 'vitest'
import { emptyDraft } from '#lib/invoice/draft.ts'
import { type DeviceRecord, readRecord, recordKey, sortRecords, weighRecord } from './device-record.ts'

const now = new Date('2026-11-25T13:00:00.000Z')
const draft = (note: string) => ({ ...emptyDraft({ lineKey: 'a' }), note })

function recordOf(change: Partial<DeviceRecord> = {}): DeviceRecord {
  const ids = { userId: 'lo', invoiceId: 'i1', windowId: 'w1', ...change }
  const rest = { baseRevision: 2, at: '2026-11-25T12:00:00.000Z', draft: draft('typed'), sent: [] }
  return { ...ids, key: recordKey(ids), ...rest, ...change }
}

test('what was typed on the revision that the server still has goes back', () => {
  expect(weighRecord(recordOf(), { revision: 2, draft: draft('before') })).toBe('restore')
})

test('what the server has already, in whatever order of keys, is no find', () => {
  const reversed = Object.fromEntries(Object.entries(draft('typed')).toReversed())
  expect(weighRecord(recordOf(), { revision: 3, draft: reversed })).toBe('same')
})

test('a server that has moved on is never overwritten: both are shown', () => {
  expect(weighRecord(recordOf(), { revision: 3, draft: draft('theirs') })).toBe('both')
})

test("a server that has moved on by the window's own last save, crashed before its answer, is no stranger", () => {
  const record = recordOf({ sent: [draft('type')] })
  expect(weighRecord(record, { revision: 3, draft: draft('type') })).toBe('restore')
  expect(weighRecord(record, { revision: 3, draft: draft('theirs') })).toBe('both')
})

test("another user's records, old ones, and what cannot be read go; the rest comes newest first", () => {
  const at = (day: string) => `2026-11-${day}T12:00:00.000Z`
  const records = [
    recordOf({ windowId: 'old', at: '2026-11-04T12:59:59.000Z' }),
    recordOf({ windowId: 'first', at: at('24') }),
    recordOf({ windowId: 'last', at: at('25') }),
    recordOf({ userId: 'kim' }),
    { key: 'strange', draft: 1 },
  ]
  const { kept, surplus } = sortRecords(records, 'lo', now)
  expect(kept.map(({ windowId }) => windowId)).toEqual(['last', 'first'])
  expect(surplus).toEqual(['lo/i1/old', 'kim/i1/w1', 'strange'])
})

test('no more than twenty are kept, the newest', () => {
  const records = Array.from({ length: 25 }, (_, index) =>
    recordOf({ windowId: `w${index}`, at: `2026-11-25T12:00:${String(index).padStart(2, '0')}.000Z` }),
  )
  const { kept, surplus } = sortRecords(records, 'lo', now)
  expect(kept).toHaveLength(20)
  expect(surplus).toEqual([0, 1, 2, 3, 4].map((index) => `lo/i1/w${index}`))
})

test('a record of an earlier form is completed; what is no draft is none', () => {
  const { note: _note, ...older } = draft('')
  expect(readRecord({ ...recordOf(), draft: older })?.draft.note).toBe('')
  expect(readRecord({ ...recordOf(), draft: { version: 1 } })).toBeNull()
  expect(readRecord(null)).toBeNull()
})

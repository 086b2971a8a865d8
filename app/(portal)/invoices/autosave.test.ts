import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SaveAnswer } from '#app/_invoice/draft-transport.ts'
import { emptyDraft, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { Autosave } from './autosave.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A server of one draft that behaves as ours does. */
function open(revision = 0) {
  const server: { revision: number; draft: InvoiceDraft; saves: number } = {
    revision,
    draft: emptyDraft({ lineKey: 'a' }),
    saves: 0,
  }
  const link = { isDown: false, losesAnswers: false, isSignedOut: false, asked: 0, firstSaves: 0 }
  let draft = emptyDraft({ lineKey: 'a' })
  const autosave = new Autosave({
    revision,
    draft: () => draft,
    onFirstSave: () => {
      link.firstSaves += 1
    },
    transport: {
      async put(body): Promise<SaveAnswer> {
        await Promise.resolve()
        link.asked += 1
        if (link.isSignedOut) return { ok: false, code: 'signed-out' }
        if (link.isDown) return { ok: false, code: 'failed' }
        if (body.revision !== server.revision) return { ok: false, code: 'conflict' }
        server.saves += 1
        server.revision += 1
        server.draft = body.draft
        if (link.losesAnswers) return { ok: false, code: 'failed' }
        return { ok: true, revision: server.revision, savedAt: '2026-11-23T13:32:00.000Z' }
      },
      async get() {
        // The database gives keys back in an order of its own.
        const draftInItsOrder = Object.fromEntries(Object.entries(server.draft).toReversed()) as InvoiceDraft
        return { revision: server.revision, draft: draftInItsOrder, savedAt: '2026-11-23T13:31:00.000Z' }
      },
    },
  })
  const type = (note: string) => {
    draft = { ...draft, note }
    autosave.change()
  }
  return { autosave, server, link, type }
}

test('a burst of keys is one save, 800 ms after the last', async () => {
  const { autosave, server, link, type } = open()
  type('a')
  await vi.advanceTimersByTimeAsync(500)
  type('ab')
  await vi.advanceTimersByTimeAsync(799)
  expect(server.saves).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(server).toMatchObject({ saves: 1, draft: { note: 'ab' } })
  expect(autosave.getSnapshot()).toEqual({ kind: 'saved', at: '2026-11-23T13:32:00.000Z' })
  expect(link.firstSaves).toBe(1)
})

test('somebody who never pauses is saved every five seconds', async () => {
  const { server, type } = open()
  for (let key = 0; key < 26; key += 1) {
    type(`key ${key}`)
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(server.saves).toBe(1)
})

test('flush says true only when all that was typed is on the server', async () => {
  const { autosave, server, link, type } = open()
  type('a')
  expect(await autosave.flush()).toBe(true)
  link.isDown = true
  type('b')
  expect(await autosave.flush()).toBe(false)
  expect(autosave.getSnapshot().kind).toBe('failed')
  link.isDown = false
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.draft.note).toBe('b')
  expect(autosave.getSnapshot().kind).toBe('saved')
})

test('another window is never overwritten in silence', async () => {
  const { autosave, server, type } = open(3)
  server.revision = 4
  server.draft = { ...server.draft, note: 'theirs' }
  type('mine')
  expect(await autosave.flush()).toBe(false)
  expect(autosave.getSnapshot()).toMatchObject({
    kind: 'conflict',
    theirs: { draft: { note: 'theirs' }, savedAt: '2026-11-23T13:31:00.000Z' },
  })
  expect(autosave.hasUnsaved).toBe(true)
  type('mine too')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.draft.note).toBe('theirs')
  expect(await autosave.keepMine()).toBe(true)
  expect(server.draft.note).toBe('mine too')
})

test('mine is saved over the version that was shown, and over no later one: that one is shown first', async () => {
  const { autosave, server, type } = open(3)
  server.revision = 4
  server.draft = { ...server.draft, note: 'theirs' }
  type('mine')
  await autosave.flush()
  server.revision = 5
  server.draft = { ...server.draft, note: 'theirs, and more' }
  expect(await autosave.keepMine()).toBe(false)
  expect(server.draft.note).toBe('theirs, and more')
  expect(autosave.getSnapshot()).toMatchObject({
    kind: 'conflict',
    theirs: { draft: { note: 'theirs, and more' } },
  })
  expect(await autosave.keepMine()).toBe(true)
  expect(server.draft.note).toBe('mine')
})

test('a save whose answer was lost is no conflict', async () => {
  const { autosave, server, link, type } = open()
  link.losesAnswers = true
  type('a')
  expect(await autosave.flush()).toBe(false)
  link.losesAnswers = false
  expect(await autosave.flush()).toBe(true)
  expect(autosave.revision).toBe(server.revision)
  expect(server.saves).toBe(1)
  type('b')
  expect(await autosave.flush()).toBe(true)
  expect(server.draft.note).toBe('b')
})

test('a save whose answer was lost is no conflict either when more was typed since: it goes on from there', async () => {
  const { autosave, server, link, type } = open()
  link.losesAnswers = true
  type('a')
  await autosave.flush()
  link.isDown = true
  type('ab')
  await autosave.flush()
  link.isDown = false
  link.losesAnswers = false
  type('abc')
  expect(await autosave.flush()).toBe(true)
  expect(server).toMatchObject({ saves: 2, revision: 2, draft: { note: 'abc' } })
  expect(autosave.hasUnsaved).toBe(false)
  expect(autosave.unanswered).toEqual([])
  expect(link.firstSaves).toBe(1)
})

test('a failure stands while one tries again by itself, and the failed draft is known as sent', async () => {
  const { autosave, link, type } = open()
  link.isDown = true
  type('a')
  await autosave.flush()
  const told: string[] = []
  autosave.subscribe(() => told.push(autosave.getSnapshot().kind))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(new Set(told)).toEqual(new Set(['failed']))
  expect(autosave.unanswered.map(({ note }) => note)).toEqual(['a'])
})

test("taking the other window's draft is no change of it, and goes on from its revision", async () => {
  const { autosave, server, type } = open(3)
  server.revision = 7
  type('mine')
  await autosave.flush()
  type('theirs, now in the form')
  autosave.takeTheirs({ revision: 7, draft: server.draft, savedAt: '2026-11-23T13:31:00.000Z' })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.saves).toBe(0)
  type('after')
  expect(await autosave.flush()).toBe(true)
  expect(server).toMatchObject({ revision: 8, draft: { note: 'after' } })
})

test('signed out, nothing is sent again until somebody asks: leaving the form does not', async () => {
  const { autosave, server, link, type } = open()
  link.isSignedOut = true
  type('a')
  expect(await autosave.flush()).toBe(false)
  type('ab')
  expect(await autosave.flush()).toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(link.asked).toBe(1)
  expect(autosave.getSnapshot().kind).toBe('signed-out')
  link.isSignedOut = false
  expect(await autosave.retry()).toBe(true)
  expect(server.draft.note).toBe('ab')
})

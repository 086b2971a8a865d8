import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DeviceStore } from '#app/_components/device-store.ts'
import { type DeviceRecord, recordKey } from '#app/_invoice/device-record.ts'
import type { DraftTransport } from '#app/_invoice/draft-transport.ts'
import { emptyDraft, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { Autosave } from './autosave.ts'
import { DeviceCopy } from './device-copy.ts'
import { Recovery } from './recovery.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-25T13:00:00.000Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const note = (text: string): InvoiceDraft => ({ ...emptyDraft({ lineKey: 'a' }), note: text })

type Server = Map<string, { revision: number; draft: InvoiceDraft }>
const savedAt = '2026-11-25T12:59:00.000Z'

/** A server that behaves as ours does, and a device, that outlive windows. */
function place() {
  const server: Server = new Map()
  const records = new Map<string, unknown>()
  const link = { isDown: false, isFull: false }
  const transportOf = (id: string): DraftTransport => ({
    put: async ({ revision, draft }) => {
      if (link.isDown) return { ok: false, code: 'failed' }
      if ((server.get(id)?.revision ?? 0) !== revision) return { ok: false, code: 'conflict' }
      server.set(id, { revision: revision + 1, draft })
      return { ok: true, revision: revision + 1, savedAt }
    },
    get: async () => {
      const found = server.get(id)
      return link.isDown || found === undefined ? null : { ...found, savedAt }
    },
  })
  const deviceStore: DeviceStore = {
    all: async () => [...records.values()],
    change: async ({ put, remove = [] }) => {
      if (link.isFull) throw new Error('the device is full')
      if (put !== undefined) records.set(put.key, structuredClone(put))
      for (const key of remove) records.delete(key)
    },
    close: () => undefined,
  }
  const living = new Set<string>()
  let windows = 0
  /** A window on a draft, as the page opens it. */
  const open = (invoiceId: string, { userId = 'lo', hasDevice = true } = {}) => {
    windows += 1
    const windowId = `w${windows}`
    const opened = server.get(invoiceId) ?? { revision: 0, draft: note('') }
    let draft = opened.draft
    const went: string[] = []
    const autosave = new Autosave({
      revision: opened.revision,
      draft: () => draft,
      transport: transportOf(invoiceId),
      onFirstSave: () => undefined,
    })
    const device = new DeviceCopy({
      ...{ userId, invoiceId, windowId, autosave },
      draft: () => draft,
      open: async () => (hasDevice ? deviceStore : null),
      living: async () => living,
    })
    const change = (next: InvoiceDraft) => {
      draft = next
      autosave.change()
      device.change()
    }
    const stop = device.follow()
    const recovery = new Recovery({
      ...{ invoiceId, autosave, device, transportOf },
      store: { isHeld: false, getSnapshot: () => ({ draft }), change },
      goTo: (path) => went.push(path),
    })
    const crash = async () => {
      stop()
      vi.clearAllTimers()
    }
    return {
      autosave,
      device,
      recovery,
      went,
      windowId,
      type: (text: string) => change(note(text)),
      crash,
      now: () => draft.note,
    }
  }
  const leave = (change: Partial<DeviceRecord>) => {
    const ids = { userId: 'lo', invoiceId: 'i1', windowId: 'gone', ...change }
    const rest = { baseRevision: 0, at: '2026-11-25T12:29:00.000Z', draft: note('left'), sent: [] }
    records.set(recordKey(ids), { key: recordKey(ids), ...ids, ...rest, ...change })
  }
  return { server, records, link, living, open, leave }
}

test('what is typed is on the device within 50 ms, and off it once the server has it', async () => {
  const { records, open, server } = place()
  const window = open('i1')
  await window.recovery.look()
  window.type('hal')
  await vi.advanceTimersByTimeAsync(50)
  expect([...records.values()]).toMatchObject([{ draft: { note: 'hal' }, baseRevision: 0, userId: 'lo' }])
  await vi.advanceTimersByTimeAsync(800)
  expect(server.get('i1')?.draft.note).toBe('hal')
  expect(records.size).toBe(0)
})

test('what is typed while a save is on its way stays on the device, on the new revision', async () => {
  const { records, open } = place()
  const window = open('i1')
  await window.recovery.look()
  window.type('a')
  const saving = window.autosave.flush()
  window.type('ab')
  await saving
  window.type('abc')
  await vi.advanceTimersByTimeAsync(50)
  expect([...records.values()]).toMatchObject([{ draft: { note: 'abc' }, baseRevision: 2 }])
})

test('a window that crashes in a word: the next one has all of it, saves it, says so, and can go back and forth', async () => {
  const { server, records, open } = place()
  server.set('i1', { revision: 3, draft: note('before') })
  const first = open('i1')
  await first.recovery.look()
  first.type('befor')
  await vi.advanceTimersByTimeAsync(50)
  await first.crash()
  const second = open('i1')
  await second.recovery.look()
  expect(second.now()).toBe('befor')
  expect(second.recovery.getSnapshot().notice).toMatchObject({
    kind: 'restored',
    at: '2026-11-25T13:00:00.000Z',
  })
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.get('i1')).toMatchObject({ revision: 4, draft: { note: 'befor' } })
  expect(records.size).toBe(0)
  second.recovery.press()
  expect(second.now()).toBe('before')
  second.recovery.press()
  expect(second.now()).toBe('befor')
})

test('a server that has moved on since: both are there, and neither is lost by the choice', async () => {
  const { server, records, open, leave } = place()
  server.set('i1', { revision: 5, draft: note('theirs') })
  leave({ baseRevision: 4 })
  const window = open('i1')
  await window.recovery.look()
  expect(window.now()).toBe('left')
  expect(window.autosave.getSnapshot()).toMatchObject({
    kind: 'conflict',
    foundAt: '2026-11-25T12:29:00.000Z',
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.get('i1')?.draft.note).toBe('theirs')
  expect([...records.values()]).toMatchObject([{ draft: { note: 'left' } }])
  expect(await window.recovery.takeTheirs()).toBe(true)
  expect(window.now()).toBe('theirs')
  window.recovery.press()
  expect(window.now()).toBe('left')
  expect(await window.autosave.flush()).toBe(true)
  expect(server.get('i1')).toMatchObject({ revision: 6, draft: { note: 'left' } })
})

test('a window that crashes before the choice is made puts it again: what it showed has overwritten nothing', async () => {
  const { server, open, leave } = place()
  server.set('i1', { revision: 5, draft: note('theirs') })
  leave({ baseRevision: 4 })
  const first = open('i1')
  await first.recovery.look()
  first.type('left, and more')
  await vi.advanceTimersByTimeAsync(50)
  await first.crash()
  const second = open('i1')
  await second.recovery.look()
  expect(second.now()).toBe('left, and more')
  expect(second.autosave.getSnapshot().kind).toBe('conflict')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.get('i1')?.draft.note).toBe('theirs')
})

test('a window that lives keeps its own: another one on the same draft does not take it', async () => {
  const { records, living, open, leave } = place()
  leave({ windowId: 'alive' })
  living.add('alive')
  const window = open('i1')
  await window.recovery.look()
  expect(window.now()).toBe('')
  expect(window.recovery.getSnapshot().offers).toEqual([])
  expect(records.size).toBe(1)
})

test('a new invoice that never reached the server is offered, opened at its own address, or let go of and had back', async () => {
  const { server, records, link, open, leave } = place()
  leave({ invoiceId: 'lost' })
  const window = open('new')
  await window.recovery.look()
  const [offer] = window.recovery.getSnapshot().offers
  if (offer === undefined) throw new Error('nothing was offered')
  window.recovery.dropOffer(offer)
  expect(window.recovery.getSnapshot()).toMatchObject({ offers: [], dropped: offer })
  window.recovery.undoDrop()
  expect(window.recovery.getSnapshot()).toMatchObject({ offers: [offer], dropped: null })
  link.isDown = true
  await window.recovery.openOffer(offer)
  expect(window.recovery.getSnapshot().isOfferStuck).toBe(true)
  expect(records.size).toBe(1)
  link.isDown = false
  await window.recovery.openOffer(offer)
  expect(server.get('lost')).toMatchObject({ revision: 1, draft: { note: 'left' } })
  expect(window.went).toEqual(['/invoices/lost'])
  expect(records.size).toBe(0)
})

test('another user of the device sees nothing of it, and it is gone when they have opened the form', async () => {
  const { records, open, leave } = place()
  leave({})
  leave({ invoiceId: 'new one' })
  const window = open('i1', { userId: 'kim' })
  await window.recovery.look()
  expect(window.now()).toBe('')
  expect(window.recovery.getSnapshot()).toMatchObject({ notice: null, offers: [] })
  expect(records.size).toBe(0)
})

test('where the device keeps nothing, or ceases to, the form does not claim it and saves as ever', async () => {
  const { server, link, open } = place()
  const without = open('i1', { hasDevice: false })
  await without.recovery.look()
  expect(without.device.getSnapshot()).toBe(false)
  without.type('a')
  expect(await without.autosave.flush()).toBe(true)
  const full = open('i2')
  await full.recovery.look()
  expect(full.device.getSnapshot()).toBe(true)
  link.isFull = true
  full.type('b')
  await vi.advanceTimersByTimeAsync(50)
  expect(full.device.getSnapshot()).toBe(false)
  expect(await full.autosave.flush()).toBe(true)
  expect(server.get('i2')?.draft.note).toBe('b')
})

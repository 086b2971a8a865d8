import { expect, test } from 'vitest'
import type { Press } from './proofs/double-send/rounds.ts'
import { type Evidence, judge } from './proofs/double-send/verdict.ts'

// What the proof of double sending believes must not be blind: each fault is planted once and found by its own check.

const press = (web: Press['web'], said: Record<string, string> | null): Press => ({
  web,
  invoiceIds: ['a', 'b'],
  began: 0,
  ended: 10,
  said: said && new Map(Object.entries(said)),
})
const sentHere = press('web-1', { a: '', b: '' })
const sentBefore = press('web-2', { a: 'already-sent', b: 'already-sent' })
const delivered = { state: 'delivered' as const, attempts: 1 }
const toInbox = { invoiceId: 'a', messageId: 'm-a', sha256: 'bytes a' }
const toNetwork = { invoiceId: 'b', messageId: 'm-b', sha256: 'bytes b' }
const line = { ...toNetwork, receiver: '', documentType: '', country: 'SE', fault: 'none' as const, at: '' }
const inboxDelivery = { ...toInbox, ...delivered, channel: 'inbox' as const }
const networkDelivery = { ...toNetwork, ...delivered, channel: 'access-point' as const }

/** Two invoices, one each way, and one press that came too late for both. */
const good: Evidence = {
  rounds: [{ invoiceIds: ['a', 'b'], presses: [sentHere, sentBefore] }],
  versions: ['a', 'b'],
  deliveries: [inboxDelivery, networkDelivery],
  inbox: [toInbox],
  ledger: [line],
}

const broken = (change: Partial<Evidence>) =>
  judge({ ...good, ...change })
    .checks.filter(({ found }) => found.length > 0)
    .map(({ what }) => what)

const pressed = (...presses: Press[]) => ({ rounds: [{ invoiceIds: ['a', 'b'], presses }] })

test('what was sent once is found to be', () => {
  expect(broken({})).toEqual([])
  expect(judge(good).counts).toMatchObject({ presses: 2, sent: 2, refusedAsSent: 2, roundsThatRaced: 1 })
})

test.each<[string, Partial<Evidence>, string]>([
  [
    'a press without an answer',
    pressed(sentHere, sentBefore, press('web-2', null)),
    'every press is answered',
  ],
  [
    'two presses that are told so',
    pressed(sentHere, sentBefore, sentHere),
    'of each invoice exactly one press is told that it sent it',
  ],
  [
    'a loser who is told something else',
    pressed(sentHere, sentBefore, press('web-2', { a: 'broken', b: 'already-sent' })),
    'every other press is told that it was sent already',
  ],
  ['a second version', { versions: ['a', 'b', 'a'] }, 'each invoice has one frozen version'],
  [
    'a message twice in an inbox',
    { inbox: [toInbox, toInbox] },
    'the inboxes hold each message to them once, byte for byte',
  ],
  [
    'a message twice at the access point',
    { ledger: [line, line] },
    'the access point took each message to it once, byte for byte',
  ],
  [
    'a message of other bytes',
    { ledger: [{ ...line, sha256: 'others' }] },
    'the access point took each message to it once, byte for byte',
  ],
  [
    'presses one after the other',
    pressed(sentHere, { ...sentBefore, began: 11, ended: 12 }),
    'in at least 90 % of the rounds a loser pressed at the other web process before the winner was answered',
  ],
])('%s is found', (_what, change, check) => {
  expect(broken(change)).toEqual([check])
})

test('a second delivery under an id of its own is found, wherever it went', () => {
  const second = { ...inboxDelivery, messageId: 'm-2' }
  expect(broken({ deliveries: [...good.deliveries, second], inbox: [toInbox, second] })).toEqual([
    'each invoice has one delivery',
  ])
  expect(broken({ deliveries: [inboxDelivery, { ...networkDelivery, state: 'queued' }] })).toEqual([
    'each delivery is Klar',
  ])
})

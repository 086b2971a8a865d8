import { expect, test } from 'vitest'
import { type Evidence, judge } from './proofs/crash/verdict.ts'

// What the proof of crashes believes must not be blind: each fault is planted once and found by its own check.

const fate = (id: string, messageId: string, sha256: string) => ({ invoiceId: id, messageId, sha256 })
const taken = {
  messageId: 'm-network',
  sha256: 'network bytes',
  receiver: '',
  documentType: '',
  country: 'SE',
  fault: 'answer-lost' as const,
  at: new Date(1_500).toISOString(),
}
const network = {
  ...fate('network', 'm-network', 'network bytes'),
  channel: 'access-point' as const,
  state: 'delivered' as const,
  attempts: 2,
}
const inbox = {
  ...fate('inbox', 'm-inbox', 'inbox bytes'),
  channel: 'inbox' as const,
  state: 'delivered' as const,
  attempts: 1,
}

/** Two invoices, one each way, sent as they should be; one kill, under which the call broke off. */
const good: Evidence = {
  invoiceIds: ['network', 'inbox'],
  presses: [{ web: 'web-1', began: 500, ended: 900, isAnswered: true }],
  kills: [{ victim: 'worker-1', at: 2_000 }],
  ledger: [taken],
  calls: [
    {
      caller: '/worker-1',
      verb: 'submit',
      messageId: 'm-network',
      began: 1_400,
      ended: 2_010,
      isAnswered: false,
    },
  ],
  inbox: [fate('inbox', 'm-inbox', 'inbox bytes')],
  deliveries: [network, inbox],
  screen: [
    { invoiceId: 'network', word: 'Klar', sha256: 'network bytes' },
    { invoiceId: 'inbox', word: 'Klar', sha256: 'inbox bytes' },
  ],
}

const broken = (change: Partial<Evidence>) =>
  judge({ ...good, ...change })
    .checks.filter(({ found }) => found.length > 0)
    .map(({ what }) => what)

test('what went as it should is found to have', () => {
  expect(broken({})).toEqual([])
  expect(judge(good).counts).toMatchObject({ lost: 0, acceptedTwice: 0, stuck: 0, killsThatLanded: 1 })
})

const planted: [fault: string, what: string, change: Partial<Evidence>][] = [
  ['an invoice nobody has', 'no invoice is lost', { ledger: [] }],
  ['an invoice that was never sent', 'no invoice is lost', { deliveries: [inbox] }],
  ['the same id accepted again', 'no invoice is accepted twice', { ledger: [taken, taken] }],
  [
    'the same invoice under another id',
    'no invoice is accepted twice',
    { ledger: [taken, { ...taken, messageId: 'm-other' }] },
  ],
  [
    'one in an inbox twice',
    'no invoice is accepted twice',
    { inbox: [...good.inbox, fate('inbox', 'm-other', 'inbox bytes')] },
  ],
  [
    'one that waits for ever',
    'no delivery is stuck',
    { deliveries: [{ ...network, state: 'retrying' }, inbox] },
  ],
  [
    'one said to have failed',
    'no delivery is said to have failed',
    { deliveries: [{ ...network, state: 'failed' }, inbox] },
  ],
  ['a second delivery', 'each invoice has one delivery', { deliveries: [network, inbox, inbox] }],
  [
    'an id the database does not know',
    'what the access point accepted is what the database says it delivered, id by id',
    { ledger: [{ ...taken, messageId: 'm-other' }] },
  ],
  [
    'a Klar that no inbox has',
    'what lies in the inboxes is what the database says it delivered, id by id',
    { inbox: [] },
  ],
  [
    'other bytes at the access point',
    'the bytes that were accepted are those that were frozen',
    { ledger: [{ ...taken, sha256: 'other bytes' }] },
  ],
  [
    'a screen that says less',
    'what the screen calls Klar is what was delivered',
    { screen: good.screen.map((row) => ({ ...row, word: 'Skickas' })) },
  ],
  [
    'other bytes to download',
    'what the sender can download is what was frozen, byte for byte',
    { screen: good.screen.map((row) => ({ ...row, sha256: 'other bytes' })) },
  ],
  [
    'kills beside the sending',
    'at least 30 % of the kills landed while something was being sent',
    { kills: [{ victim: 'worker-2', at: 2_000 }] },
  ],
  [
    'no second attempt',
    'at least 5 % of the invoices needed a second attempt',
    { deliveries: [{ ...network, attempts: 1 }, inbox] },
  ],
  [
    'every answer heard',
    'at least 1 % were accepted without an answer',
    {
      ledger: [{ ...taken, fault: 'none' }],
      calls: good.calls.map((call) => ({ ...call, isAnswered: true })),
    },
  ],
]

test.each(planted)('%s is found', (_fault, what, change) => {
  expect(broken(change)).toContain(what)
})

test('a delivery that is uncertain is counted apart: neither lost nor stuck nor failed', () => {
  const { checks, counts } = judge({
    ...good,
    deliveries: [{ ...network, state: 'uncertain' }, inbox],
    ledger: [],
    screen: good.screen.map((row) => (row.invoiceId === 'network' ? { ...row, word: 'Osäkert' } : row)),
  })
  expect(counts).toMatchObject({ uncertain: 1, lost: 0, stuck: 0 })
  expect(checks.slice(0, 4).every(({ found }) => found.length === 0)).toBe(true)
})

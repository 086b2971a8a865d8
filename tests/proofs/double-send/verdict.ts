import type { LedgerLine } from '../system/access-point.ts'
import type { DeliveryRow, InboxRow } from '../system/records.ts'
import { type Check, type Counts, unlike } from '../system/sets.ts'
import type { Press, Round } from './rounds.ts'

/** Everything that is believed, as it stood at the end. */
export type Evidence = {
  readonly rounds: readonly Round[]
  /** Of each frozen version, its invoice. */
  readonly versions: readonly string[]
  readonly deliveries: readonly DeliveryRow[]
  readonly inbox: readonly InboxRow[]
  readonly ledger: readonly LedgerLine[]
}

/** Judges by sets alone. An invoice is known in the ledger by its bytes: no two invoices have the same. */
export function judge({ rounds, versions, deliveries, inbox, ledger }: Evidence): {
  checks: Check[]
  counts: Counts
} {
  const invoiceIds = rounds.flatMap((round) => round.invoiceIds)
  const presses = rounds.flatMap((round) => round.presses)
  const raced = rounds.filter(isRace)
  const wins = presses.flatMap((press) => saidOf(press).filter(([, problem]) => problem === ''))
  const losses = presses.flatMap((press) => saidOf(press).filter(([, problem]) => problem !== ''))
  const through = (channel: DeliveryRow['channel']) => deliveries.filter((row) => row.channel === channel)
  const receipts = (rows: readonly { messageId: string; sha256: string }[]) =>
    rows.map(({ messageId, sha256 }) => `${messageId} ${sha256}`)
  const checks: Check[] = [
    {
      what: 'every press is answered',
      found: presses.filter(({ said }) => said === null).map(({ web }) => web),
    },
    {
      what: 'of each invoice exactly one press is told that it sent it',
      found: unlike(
        invoiceIds,
        wins.map(([id]) => id),
      ),
    },
    {
      what: 'every other press is told that it was sent already',
      found: losses
        .filter(([, problem]) => problem !== 'already-sent')
        .map(([id, problem]) => `${id}: ${problem}`),
    },
    { what: 'each invoice has one frozen version', found: unlike(invoiceIds, versions) },
    {
      what: 'each invoice has one delivery',
      found: unlike(
        invoiceIds,
        deliveries.map((row) => row.invoiceId),
      ),
    },
    {
      what: 'each delivery is Klar',
      found: deliveries
        .filter(({ state }) => state !== 'delivered')
        .map((row) => `${row.messageId} is ${row.state}`),
    },
    {
      what: 'the inboxes hold each message to them once, byte for byte',
      found: unlike(receipts(inbox), receipts(through('inbox'))),
    },
    {
      what: 'the access point took each message to it once, byte for byte',
      found: unlike(receipts(ledger), receipts(through('access-point'))),
    },
    // Without this nothing has been proved.
    {
      what: 'in at least 90 % of the rounds a loser pressed at the other web process before the winner was answered',
      found:
        raced.length >= 0.9 * rounds.length && rounds.length > 0
          ? []
          : [`it was ${raced.length} of ${rounds.length}: this run proves nothing`],
    },
  ]
  const counts = {
    rounds: rounds.length,
    roundsThatRaced: raced.length,
    invoices: invoiceIds.length,
    presses: presses.length,
    mostPressesAtOnce: Math.max(0, ...rounds.map((round) => round.presses.length)),
    sent: wins.length,
    refusedAsSent: losses.filter(([, problem]) => problem === 'already-sent').length,
    versions: versions.length,
    messages: deliveries.length,
    inInboxes: inbox.length,
    atAccessPoint: ledger.length,
  }
  return { checks, counts }
}

function saidOf({ said }: Press): [invoiceId: string, problem: string][] {
  return [...(said ?? [])]
}

/** Whether for one of its invoices at least the outcome was open: somebody lost at the other process who pressed in time. */
function isRace({ invoiceIds, presses }: Round): boolean {
  return invoiceIds.some((id) => {
    const winner = presses.find(({ said }) => said?.get(id) === '')
    return presses.some(
      ({ web, said, began }) =>
        winner !== undefined &&
        web !== winner.web &&
        said?.get(id) === 'already-sent' &&
        began < winner.ended,
    )
  })
}

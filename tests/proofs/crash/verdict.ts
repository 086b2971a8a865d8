import type { CallLine, LedgerLine } from '../system/access-point.ts'
import type { DeliveryRow, InboxRow, ScreenRow } from '../system/records.ts'
import { type Check, type Counts, unlike } from '../system/sets.ts'
import { hasLanded, type Kill } from './kills.ts'
import type { Press } from './people.ts'

/** Everything that is believed, as it stood at the end. */
export type Evidence = {
  /** What was to be sent. */
  readonly invoiceIds: readonly string[]
  readonly presses: readonly Press[]
  readonly kills: readonly Kill[]
  readonly ledger: readonly LedgerLine[]
  readonly calls: readonly CallLine[]
  readonly inbox: readonly InboxRow[]
  readonly deliveries: readonly DeliveryRow[]
  readonly screen: readonly ScreenRow[]
}

const final: readonly string[] = ['delivered', 'uncertain', 'failed', 'cancelled', 'mailed']

/** Whether nothing will happen to a delivery by itself any more. */
export function isFinal({ state }: Pick<DeliveryRow, 'state'>): boolean {
  return final.includes(state)
}

/** An acceptance by somebody: of which bytes, under which id. */
type Acceptance = { readonly messageId: string; readonly sha256: string }

/** Judges by sets alone. An invoice is known in the ledger by its bytes: no two invoices have the same. */
export function judge(evidence: Evidence): { checks: Check[]; counts: Counts } {
  const { invoiceIds, presses, kills, ledger, calls, inbox, deliveries, screen } = evidence
  const accepted = Map.groupBy<string, Acceptance>([...ledger, ...inbox], ({ sha256 }) => sha256)
  const byInvoice = Map.groupBy(deliveries, ({ invoiceId }) => invoiceId)
  const through = (channel: DeliveryRow['channel']) =>
    deliveries.filter((each) => each.channel === channel && each.state === 'delivered')
  const uncertain = deliveries.filter(({ state }) => state === 'uncertain')
  const lost = invoiceIds.filter((id) => {
    const [delivery] = byInvoice.get(id) ?? []
    return delivery?.state !== 'uncertain' && !accepted.has(delivery?.sha256 ?? '')
  })
  const doubled = [...accepted].filter(([, acceptances]) => acceptances.length > 1)
  const stuck = deliveries.filter((each) => !isFinal(each))
  const shownDone = screen.filter(({ word }) => word === 'Klar')
  const hashes = (rows: readonly { invoiceId: string; sha256: string }[]) =>
    rows.map(({ invoiceId, sha256 }) => `${invoiceId} ${sha256}`)
  const ids = (rows: readonly { messageId: string }[]) => rows.map(({ messageId }) => messageId)
  const receipts = (rows: readonly Acceptance[]) => rows.map((row) => `${row.messageId} ${row.sha256}`)
  const pressed = presses.filter(({ isAnswered }) => isAnswered).length
  const landings = kills.filter((kill) => hasLanded(kill, presses, calls))
  const of = (kind: string, some: readonly Kill[]) =>
    some.filter(({ victim }) => victim.startsWith(kind)).length
  const repeated = deliveries.filter(({ attempts }) => attempts > 1).length
  const unheard = new Set([
    ...ledger.filter(({ fault }) => fault !== 'none').map(({ messageId }) => messageId),
    ...calls.filter((call) => isUnheard(call, ledger)).map(({ messageId }) => messageId),
  ]).size
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  const checks: Check[] = [
    { what: 'no invoice is lost', found: lost },
    {
      what: 'no invoice is accepted twice',
      found: doubled.map(([, all]) => `${all.length} × as ${[...new Set(ids(all))].join(', ')}`),
    },
    { what: 'no delivery is stuck', found: stuck.map((each) => `${each.messageId} is ${each.state}`) },
    {
      what: 'no delivery is said to have failed',
      found: deliveries.filter(({ state }) => state === 'failed').map(({ messageId }) => messageId),
    },
    {
      what: 'each invoice has one delivery',
      found: unlike(
        invoiceIds,
        deliveries.map(({ invoiceId }) => invoiceId),
      ),
    },
    {
      what: 'what the access point accepted is what the database says it delivered, id by id',
      found: unlike([...new Set(ids(ledger))], ids(through('access-point'))),
    },
    {
      what: 'what lies in the inboxes is what the database says it delivered, id by id',
      found: unlike(ids(inbox), ids(through('inbox'))),
    },
    {
      what: 'the bytes that were accepted are those that were frozen',
      found: unlike(
        [...new Set(receipts([...ledger, ...inbox]))],
        receipts(deliveries.filter(({ state }) => state === 'delivered')),
      ),
    },
    {
      what: 'what the screen calls Klar is what was delivered',
      found: unlike(
        shownDone.map(({ invoiceId }) => invoiceId),
        deliveries.filter(({ state }) => state === 'delivered').map(({ invoiceId }) => invoiceId),
      ),
    },
    {
      what: 'what the sender can download is what was frozen, byte for byte',
      found: unlike(hashes(screen), hashes(deliveries)),
    },
    // Without these nothing has been proved.
    valid(
      'at least 30 % of the kills landed while something was being sent',
      share(landings.length, kills.length),
      0.3,
    ),
    valid('at least 5 % of the invoices needed a second attempt', share(repeated, deliveries.length), 0.05),
    valid('at least 1 % were accepted without an answer', share(unheard, deliveries.length), 0.01),
  ]
  const counts = {
    invoices: invoiceIds.length,
    toInbox: inbox.length,
    toAccessPoint: new Set(ids(ledger)).size,
    lost: lost.length,
    acceptedTwice: doubled.length,
    stuck: stuck.length,
    uncertain: uncertain.length,
    shownAsKlar: shownDone.length,
    presses: presses.length,
    pressesWithoutAnswer: presses.length - pressed,
    submissionsAndQuestions: calls.length,
    neededSecondAttempt: repeated,
    acceptedWithoutAnswer: unheard,
    kills: kills.length,
    killsThatLanded: landings.length,
    workerKills: of('worker', kills),
    workerKillsThatLanded: of('worker', landings),
    webKills: of('web', kills),
    webKillsThatLanded: of('web', landings),
    databaseKills: of('postgres', kills),
    databaseKillsThatLanded: of('postgres', landings),
  }
  return { checks, counts }
}

/** A submission that was taken and whose sender was gone before the answer. */
function isUnheard(call: CallLine, ledger: readonly LedgerLine[]): boolean {
  return (
    call.verb === 'submit' &&
    !call.isAnswered &&
    ledger.some(
      ({ messageId, at }) =>
        messageId === call.messageId && call.began <= Date.parse(at) && Date.parse(at) <= call.ended,
    )
  )
}

function valid(what: string, share: number, least: number): Check {
  return {
    what,
    found: share >= least ? [] : [`it was ${(share * 100).toFixed(1)} %: this run proves nothing`],
  }
}

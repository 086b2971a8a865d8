import { isFinal } from '../crash/verdict.ts'
import { type Check, unlike } from '../system/sets.ts'
import { nameOf } from './matrix.ts'
import type { Evidence } from './outage.ts'

/** One cell in numbers, for its line and the report. */
export type CellReport = {
  readonly cell: string
  readonly invoices: number
  readonly once: number
  readonly uncertainLetters: number
  readonly lost: number
  readonly twice: number
  readonly stuck: number
  readonly secondAttempts: number
  readonly hits: number
  readonly probesMs: Readonly<Record<string, number>>
  readonly pressMs: number
  readonly finalAfterSeconds: number
}

/** The longest a press may take while the store is away, while nothing it needs is, and while nothing can be done. */
const pressMostMs = { storage: 8_000, 'access-point': 5_000, mail: 5_000, database: 20_000 } as const

type Acceptance = { readonly messageId: string; readonly sha256: string }

/**
 * Judges a cell by the ledgers of those who took something. A letter whose answer nobody heard is honestly uncertain: it is
 * counted apart, and may have been taken once, or not.
 */
export function judge(evidence: Evidence): { checks: Check[]; report: CellReport } {
  const { cell, invoiceIds, ledger, letters, inbox, deliveries, probes, hits } = evidence
  const accepted: readonly Acceptance[] = [...ledger, ...letters, ...inbox]
  const byHash = Map.groupBy(accepted, ({ sha256 }) => sha256)
  const byInvoice = Map.groupBy(deliveries, ({ invoiceId }) => invoiceId)
  const uncertain = deliveries.filter((row) => row.state === 'uncertain' && row.channel === 'email')
  const lost = invoiceIds.filter((id) => {
    const [row] = byInvoice.get(id) ?? []
    return row === undefined || (!byHash.has(row.sha256) && !uncertain.includes(row))
  })
  const twice = [...byHash.values()].filter((all) => all.length > 1)
  const stuck = deliveries.filter((row) => !isFinal(row))
  const done = deliveries.filter(({ state }) => state === 'delivered' || state === 'mailed')
  const ids = (rows: readonly Acceptance[]) => rows.map(({ messageId, sha256 }) => `${messageId} ${sha256}`)
  const unclear = new Set(uncertain.map(({ messageId }) => messageId))
  const repeated = deliveries.filter(({ attempts }) => attempts > 1).length
  const troubled = [...(evidence.pressed?.values() ?? ['no answer'])].filter((each) => each !== '').length
  const felt = repeated + uncertain.length + troubled
  const name = nameOf(cell)
  const found = (what: string, against: readonly string[]): Check => ({
    what: `${name}: ${what}`,
    found: against,
  })
  const checks = [
    found('no invoice is lost', lost),
    found(
      'nobody took an invoice twice',
      twice.map(
        (all) => `${all.length} × as ${[...new Set(all.map(({ messageId }) => messageId))].join(', ')}`,
      ),
    ),
    found(
      'nothing is stuck',
      stuck.map((row) => `${row.messageId} is ${row.state} by ${row.channel}`),
    ),
    found(
      'nothing is said to have failed, and nothing but a letter is uncertain',
      deliveries
        .filter((row) => row.state === 'failed' || (row.state === 'uncertain' && row.channel !== 'email'))
        .map((row) => `${row.messageId} is ${row.state} by ${row.channel}`),
    ),
    found(
      'each invoice has one delivery',
      unlike(
        invoiceIds,
        deliveries.map(({ invoiceId }) => invoiceId),
      ),
    ),
    found(
      'what was taken is what the database says was delivered, id by id and byte for byte',
      unlike(ids(accepted.filter(({ messageId }) => !unclear.has(messageId))), ids(done)),
    ),
    found('Skicka is answered in time and plainly', pressTrouble(evidence)),
    ...probes.map(({ what, ms, mostMs, trouble }) =>
      found(what, [
        ...(trouble === '' ? [] : [trouble]),
        ...(ms <= mostMs ? [] : [`it took ${ms} ms of ${mostMs}`]),
      ]),
    ),
    // Without this nothing has been proved. To a port where nobody listens no connection can be counted.
    found('the fault was met', felt > 0 || (cell.fault !== 'refused' && hits > 0) ? [] : ['nobody met it']),
  ]
  const report = {
    cell: name,
    invoices: invoiceIds.length,
    once: done.length,
    uncertainLetters: uncertain.length,
    lost: lost.length,
    twice: twice.length,
    stuck: stuck.length,
    secondAttempts: repeated,
    hits,
    probesMs: Object.fromEntries(probes.map(({ what, ms }) => [what, ms])),
    pressMs: evidence.pressMs,
    finalAfterSeconds: Math.round(evidence.finalAfterMs / 1_000),
  }
  return { checks, report }
}

/** Without the store each invoice is said to stay; without the database there may be no answer but the page's own. */
function pressTrouble({ cell, pressed, pressMs }: Evidence): string[] {
  const allowed = {
    'access-point': [''],
    mail: [''],
    storage: ['store-away'],
    database: ['', 'already-sent', 'broken', 'unsaid'],
  }[cell.dependency]
  const said = pressed === null ? ['no answer'] : [...pressed.values()]
  const most = pressMostMs[cell.dependency]
  return [
    ...said.filter((each) => !allowed.includes(each)),
    ...(pressMs <= most ? [] : [`it took ${pressMs} ms of ${most}`]),
  ]
}

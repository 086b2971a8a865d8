/**
 * `npm run bench:send` (G5): how many invoices a second become durably *queued*, and how many *Klar*.
 *
 * Everything is as `npm start` starts it, one web process, one worker, PostgreSQL, the folder store; only the access
 * point is a fake one that takes 50 ms to answer. Four suppliers press *Skicka* at once over HTTP, each with batches of
 * a hundred invoices of one to ten lines to the Peppol network. Queued: from the first press to the last answer, every
 * invoice answered as sent. *Klar*: from when the first could leave (ten seconds can be undone) until the last receipt
 * is in the database; the submission, the question after ten seconds and its answer are in it. The PDFs are put off,
 * but for one run beside them that is shown and not judged. `-- --invoices N --runs N`.
 */
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Sender } from '#tests/proofs/system/sender.ts'
import { judged } from './bench-portal.ts'
import { type BusyPortal, makeReady, processNames, type Used, withBusyPortal } from './busy-portal.ts'
import { quantile, type Row, report } from './measure.ts'
import { floors } from './send-floor.ts'

const { values } = parseArgs({
  options: {
    invoices: { type: 'string', default: '1200' },
    runs: { type: 'string', default: '3' },
  },
})
const suppliers = 4
const batch = 100
const pauseMs = 50
const undoMs = 10_000
const least = { queued: 200, delivered: 50 }
const patienceMs = 900_000
const each = Number(values.invoices) / suppliers
if (each % batch !== 0) throw new Error(`--invoices: a multiple of ${suppliers * batch}`)

type Run = {
  readonly queued: number
  readonly delivered: number
  /** Between the first and the last tenth. */
  readonly steady: number
  readonly queueCpu: Used
  readonly deliverCpu: Used
  readonly invoiceIds: readonly string[]
}

async function run(portal: BusyPortal, senders: readonly Sender[], withPdfs: boolean): Promise<Run> {
  const waiting = await Promise.all(portal.suppliers.map((supplier) => makeReady(supplier, each)))
  const before = portal.used()
  const began = Date.now()
  await Promise.all(
    senders.map(async (sender, index) => {
      const ids = waiting[index] ?? []
      for (let from = 0; from < ids.length; from += batch)
        await pressAll(sender, ids.slice(from, from + batch))
    }),
  )
  const queuedMs = Date.now() - began
  const queued = portal.used()
  const invoiceIds = waiting.flat()
  if (!withPdfs) await putOffPdfs(portal)
  const { firstLeaves, delivered } = await untilDelivered(portal, invoiceIds.length, began)
  const seconds = (from: number, to: number) => (to - from) / 1_000
  const at = (share: number) => delivered[Math.floor(share * (delivered.length - 1))] ?? 0
  return {
    queued: invoiceIds.length / (queuedMs / 1_000),
    delivered: invoiceIds.length / seconds(firstLeaves, at(1)),
    steady: (invoiceIds.length * 0.8) / seconds(at(0.1), at(0.9)),
    queueCpu: perInvoice(before, queued, invoiceIds.length),
    deliverCpu: perInvoice(queued, portal.used(), invoiceIds.length),
    invoiceIds,
  }
}

async function pressAll(sender: Sender, ids: readonly string[]): Promise<void> {
  const said = await sender.press('web-1', ids)
  const unsent = ids.filter((id) => said?.get(id) !== '')
  if (unsent.length > 0) throw new Error(`${unsent.length} were not sent: ${said?.get(unsent[0] ?? '')}`)
}

async function putOffPdfs({ owner }: BusyPortal): Promise<void> {
  await owner`update pgboss.job set start_after = now() + interval '1 day' where name = 'make-pdf' and state = 'created'`
}

/** The moments at which those sent since `began` were delivered, in order. */
async function untilDelivered({ owner }: BusyPortal, count: number, began: number) {
  for (const limit = Date.now() + patienceMs; Date.now() < limit; await sleep(1_000)) {
    const [[arrived], rows] = await owner.begin(async (tx) => {
      await tx`select set_config('app.operator', 'on', true)`
      const since = new Date(began)
      const counted = await tx<{ total: number; first: Date }[]>`
        select count(*) filter (where state = 'delivered')::int as total, min(created_at) as first
        from deliveries where created_at >= ${since}`
      if (counted[0]?.total !== count) return [counted, []]
      const moments = tx<{ at: Date }[]>`
        select delivered_at as at from deliveries where created_at >= ${since} order by delivered_at`
      return [counted, await moments]
    })
    if (arrived && rows.length === count) {
      const firstLeaves = arrived.first.getTime() + undoMs
      return { firstLeaves, delivered: rows.map(({ at }) => at.getTime()) }
    }
  }
  throw new Error('they were not all delivered in time')
}

function perInvoice(from: Used, to: Used, count: number): Used {
  const of = (name: keyof Used) => (to[name] - from[name]) / count
  return {
    web: of('web'),
    worker: of('worker'),
    PostgreSQL: of('PostgreSQL'),
    'access point': of('access point'),
  }
}

const cpuOf = (used: Used) => processNames.map((name) => `${name} ${used[name].toFixed(1)}`).join(', ')
const rows: Row[] = []
const runs: Run[] = []
const show = (what: string, rates: readonly number[], cpu: string) => {
  const of = (share: number) => quantile({ name: what, rounds: rates }, share).toFixed(0)
  rows.push({ '': what, 'least /s': of(0), 'median /s': of(0.5), 'most /s': of(1), 'CPU-ms an invoice': cpu })
}

await withBusyPortal({ suppliers, pauseMs }, async (portal) => {
  const origins = { 'web-1': portal.origin, 'web-2': portal.origin }
  const senders = portal.suppliers.map(({ ctx }) => {
    const supplier = { tenantId: ctx.tenantId, email: ctx.userEmail, invoiceIds: [] }
    return new Sender({ origins }, supplier, portal.surfaces)
  })
  for (const sender of senders) await sender.browser('web-1')
  const bare: Awaited<ReturnType<typeof floors>>[] = []
  for (let count = 0; count < Number(values.runs); count += 1) {
    const done = await run(portal, senders, false)
    runs.push(done)
    bare.push(await floors(portal, done.invoiceIds))
    console.log(
      `run ${count + 1}: queued ${done.queued.toFixed(0)}/s, Klar ${done.delivered.toFixed(0)}/s, load ${loadavg()[0]?.toFixed(2)}`,
    )
  }
  const beside = await run(portal, senders, true)
  const last = runs.at(-1) ?? beside
  show(
    'queued',
    runs.map(({ queued }) => queued),
    cpuOf(last.queueCpu),
  )
  show(
    '  floor: the same rows and objects, bare',
    bare.map(({ stored }) => stored),
    '',
  )
  show(
    'Klar',
    runs.map(({ delivered }) => delivered),
    cpuOf(last.deliverCpu),
  )
  show(
    '  between the first and last tenth',
    runs.map(({ steady }) => steady),
    '',
  )
  show(
    '  floor: the same two calls, bare',
    bare.map(({ carried }) => carried),
    '',
  )
  show('Klar with the PDFs made beside', [beside.delivered], cpuOf(beside.deliverCpu))
})

const best = (of: (done: Run) => number) => Math.max(...runs.map(of))
const { passed, failed } = judged([
  [
    best(({ queued }) => queued) >= least.queued,
    `${best(({ queued }) => queued).toFixed(0)} invoices a second to queued in the best run (at least ${least.queued})`,
  ],
  [
    best(({ delivered }) => delivered) >= least.delivered,
    `${best(({ delivered }) => delivered).toFixed(0)} invoices a second to Klar in the best run (at least ${least.delivered})`,
  ],
])
report(
  'send',
  `Sending: ${values.runs} runs of ${values.invoices} invoices, ${suppliers} suppliers at once, batches of ${batch}`,
  rows,
  passed,
  failed,
)

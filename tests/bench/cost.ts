/**
 * `npm run bench:cost` (G18): what an invoice of ten lines costs the processor, from created to *Klar* with its PDF, in
 * the web process, the worker and PostgreSQL, as `npm start` runs them, over HTTP as a browser asks.
 *
 * Judged is the invoice: its draft saved, *Gå vidare*, *Skicka* with the page that comes in its answer, then the
 * worker's part: submission, the question ten seconds later, the PDF. Beside it, in rounds of its own and not judged,
 * what a person at a browser asks for besides: the form opened, the draft saved twice more while it is typed, the page
 * after *Gå vidare*. Counted is all that the processes use from the first request until the last PDF is made, what they
 * use with nothing to do included, which stands apart. The first invoices only warm up. `-- --invoices N --rounds N`.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { newId } from '#lib/core/ids.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { startDraft } from '#lib/services/invoices/drafts.ts'
import type { Visitor } from '#tests/proofs/isolation/http.ts'
import { Sender } from '#tests/proofs/system/sender.ts'
import { judged } from './bench-portal.ts'
import {
  type BusyPortal,
  type BusySupplier,
  linesOf,
  processNames,
  type Used,
  withBusyPortal,
} from './busy-portal.ts'
import { quantile, type Row, report } from './measure.ts'

const { values } = parseArgs({
  options: {
    invoices: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
  },
})
/** Each sends little, as suppliers do: what one has just sent stands on its pages for ten seconds. */
const suppliers = 40
const atOnce = 4
const lines = 10
const warmUp = 240
const idleSeconds = 10
const most = 60
const patienceMs = 300_000
const counted = ['web', 'worker', 'PostgreSQL'] as const

type Writer = { visitor: Visitor; supplier: BusySupplier; draft: InvoiceDraft; prepare: string; send: string }

/** What happens to an invoice, each until it is answered. */
type Step = (writer: Writer, invoiceId: string, from: { revision: number }) => Promise<void>

const save =
  (known: number): Step =>
  async ({ visitor, draft }, invoiceId, from) => {
    const body = JSON.stringify({ ...from, draft: { ...draft, lines: linesOf(known) } })
    const headers = { 'content-type': 'application/json' }
    await expectStatus(visitor.send('PUT', `/api/drafts/${invoiceId}`, body, headers), 'a save')
    from.revision += 1
  }

const goOn: Step = async ({ visitor, prepare }, invoiceId, { revision }) => {
  const fields = { invoiceId, revision: String(revision) }
  const { status, text } = await visitor.act('/invoices/new', prepare, fields)
  if (!text.includes('"status":"ok"')) throw new Error(`not prepared: ${status}`)
}

const send: Step = async ({ visitor, send }, invoiceId) => {
  const { status, text } = await visitor.act('/send', send, { 'invoiceIds[]': [invoiceId] })
  const said = new RegExp(`"invoiceId":"${invoiceId}","number":"[^"]*","problem":null`)
  if (!said.test(text)) throw new Error(`not sent: ${status}`)
}

const invoice: Readonly<Record<string, Step>> = { saved: save(lines), 'Gå vidare': goOn, Skicka: send }

const person: Readonly<Record<string, Step>> = {
  'the form opened': ({ visitor, supplier }) =>
    expectStatus(visitor.get(`/invoices/new?customer=${supplier.customerId}`), 'the form'),
  'saved with one line': save(1),
  'saved with five': save(lines / 2),
  'saved with ten': save(lines),
  'Gå vidare': goOn,
  'the page after it': ({ visitor }) => expectStatus(visitor.get('/send?_rsc', { rsc: '1' }), 'the page'),
  Skicka: send,
}

async function expectStatus(asked: ReturnType<Visitor['get']>, what: string): Promise<void> {
  const { status } = await asked
  if (status !== 200) throw new Error(`${what} answered ${status}`)
}

async function writerOf(portal: BusyPortal, supplier: BusySupplier): Promise<Writer> {
  const { ctx, customerId } = supplier
  const origins = { 'web-1': portal.origin, 'web-2': portal.origin }
  const person = { tenantId: ctx.tenantId, email: ctx.userEmail, invoiceIds: [] }
  const visitor = await new Sender({ origins }, person, portal.surfaces).browser('web-1')
  const { draft } = await startDraft(ctx, { invoiceId: newId(), lineKey: newId(), customerId })
  const idOf = (name: string) => portal.surfaces.actions.find((action) => action.name === name)?.id ?? ''
  return {
    visitor,
    supplier,
    draft: { ...draft, buyerReference: 'FM8440' },
    prepare: idOf('prepareInvoiceAction'),
    send: idOf('sendInvoicesAction'),
  }
}

/** Makes and sends so many, waits until all are *Klar* and have their PDF, and gives what it used and how long it took. */
async function run(
  portal: BusyPortal,
  writers: readonly Writer[],
  steps: Readonly<Record<string, Step>>,
  count: number,
) {
  const began = Date.now()
  const before = portal.used()
  const ofWeb = new Map<string, number>()
  for (let begun = 0; begun < count; begun += atOnce) {
    const first = begun % writers.length
    const busy = writers.slice(first, first + atOnce)
    const made = busy.map((writer) => ({ writer, invoiceId: newId(), from: { revision: 0 } }))
    for (const [name, step] of Object.entries(steps)) {
      const { web } = portal.used()
      await Promise.all(made.map(({ writer, invoiceId, from }) => step(writer, invoiceId, from)))
      ofWeb.set(name, (ofWeb.get(name) ?? 0) + (portal.used().web - web) / count)
    }
  }
  await untilDone(portal, began, count)
  return { ofWeb, whole: lessBy(before, portal.used(), count), ms: Date.now() - began }
}

async function untilDone({ owner }: BusyPortal, began: number, count: number): Promise<void> {
  const since = new Date(began)
  for (const limit = Date.now() + patienceMs; Date.now() < limit; await sleep(1_000)) {
    const [found] = await owner.begin(async (tx) => {
      await tx`select set_config('app.operator', 'on', true)`
      return tx<{ delivered: number; waiting: number }[]>`
        select (select count(*)::int from deliveries where created_at >= ${since} and state = 'delivered') as delivered,
          (select count(*)::int from pgboss.job where name = 'make-pdf' and state < 'completed') as waiting`
    })
    if (found?.delivered === count && found.waiting === 0) return
  }
  throw new Error('they were not all delivered in time')
}

function lessBy(from: Used, to: Used, count: number): Used {
  const of = (name: keyof Used) => (to[name] - from[name]) / count
  return {
    web: of('web'),
    worker: of('worker'),
    PostgreSQL: of('PostgreSQL'),
    'access point': of('access point'),
  }
}

/** CPU milliseconds a second with nothing to do. */
async function idle(portal: BusyPortal): Promise<Used> {
  const before = portal.used()
  await sleep(idleSeconds * 1_000)
  return lessBy(before, portal.used(), idleSeconds)
}

const sumOf = (used: Used) => counted.reduce((sum, name) => sum + used[name], 0)
const judgedRun = 'the invoice'
const runs: Readonly<Record<string, Readonly<Record<string, Step>>>> = {
  [judgedRun]: invoice,
  'and what a person asks for besides': person,
}
const rounds = new Map<string, Awaited<ReturnType<typeof run>>[]>()
const rows: Row[] = []

await withBusyPortal({ suppliers, pauseMs: 50 }, async (portal) => {
  const count = Number(values.invoices)
  const writers = await Promise.all(portal.suppliers.map((supplier) => writerOf(portal, supplier)))
  await run(portal, writers, person, warmUp)
  const atRest = await idle(portal)
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const [name, steps] of Object.entries(runs)) {
      const used = await run(portal, writers, steps, count)
      rounds.set(name, [...(rounds.get(name) ?? []), used])
      console.log(
        `round ${round}, ${name}: ${sumOf(used.whole).toFixed(1)} CPU-ms, ${(used.ms / 1_000).toFixed(0)} s`,
      )
    }
  }
  for (const [name, used] of rounds) rows.push(...rowsOf(name, runs[name] ?? {}, used, atRest))
})

type Runs = Awaited<ReturnType<typeof run>>[]

function rowsOf(run: string, steps: Readonly<Record<string, Step>>, used: Runs, atRest: Used): Row[] {
  const row = (
    where: string,
    of: (round: Runs[number]) => number,
    atRestOf?: (round: Runs[number]) => number,
  ): Row => {
    const figure = (share: number, read = of) =>
      quantile({ name: '', rounds: used.map(read) }, share).toFixed(1)
    return {
      run,
      where,
      'CPU-ms an invoice, median': figure(0.5),
      least: figure(0),
      'of it with nothing to do': atRestOf ? figure(0.5, atRestOf) : '',
    }
  }
  const count = Number(values.invoices)
  return [
    row('web, worker and PostgreSQL', ({ whole }) => sumOf(whole)),
    ...processNames.map((name) =>
      row(
        `  ${name}`,
        ({ whole }) => whole[name],
        ({ ms }) => (atRest[name] * ms) / 1_000 / count,
      ),
    ),
    ...Object.keys(steps).map((step) => row(`    web: ${step}`, ({ ofWeb }) => ofWeb.get(step) ?? 0)),
  ]
}

const totals = (rounds.get(judgedRun) ?? []).map(({ whole }) => sumOf(whole))
const least = Math.min(...totals)
const middle = quantile({ name: '', rounds: totals })
const claim = `${middle.toFixed(1)} CPU-ms an invoice in the middle, ${least.toFixed(1)} at least, in web, worker and PostgreSQL (at most ${most})`
const { passed, failed } = judged([[middle <= most, claim]])
report(
  'cost',
  `An invoice of ${lines} lines, created to Klar with its PDF: ${values.rounds} rounds of ${values.invoices} each way`,
  rows,
  passed,
  failed,
)

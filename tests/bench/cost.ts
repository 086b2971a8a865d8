/**
 * `npm run bench:cost` (G18): what an invoice costs the processor from *Skapa e-faktura* to *Klar* and its PDF, in the
 * web process, the worker and PostgreSQL, as `npm start` runs them.
 *
 * Each invoice over HTTP, as a browser asks: the form opened, the draft saved three times as typed, *Gå vidare*, and
 * *Skicka*, with the pages that come with those answers; then the worker's part: submission, the question ten seconds
 * later, the PDF. Ten lines each. Counted is all that the processes use from the first request until the last PDF is
 * made, what they use with nothing to do included, which stands apart. The first invoices only warm up.
 * `-- --invoices N --rounds N`.
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
const warmUp = 80
const idleSeconds = 10
const most = 60
const patienceMs = 300_000
const counted = ['web', 'worker', 'PostgreSQL'] as const

type Writer = { visitor: Visitor; supplier: BusySupplier; draft: InvoiceDraft; prepare: string; send: string }

const saves = [1, lines / 2, lines]

/** What a person does, one after the other, each until it is answered. */
const steps: Readonly<Record<string, (writer: Writer, invoiceId: string) => Promise<void>>> = {
  'the form opened': ({ visitor, supplier }) =>
    expectStatus(visitor.get(`/invoices/new?customer=${supplier.customerId}`), 'the form'),
  'saved three times': async ({ visitor, draft }, invoiceId) => {
    const typed = linesOf(lines)
    for (const [revision, known] of saves.entries()) {
      const body = JSON.stringify({ revision, draft: { ...draft, lines: typed.slice(0, known) } })
      const headers = { 'content-type': 'application/json' }
      await expectStatus(visitor.send('PUT', `/api/drafts/${invoiceId}`, body, headers), 'a save')
    }
  },
  'Gå vidare': async ({ visitor, prepare }, invoiceId) => {
    const fields = { invoiceId, revision: String(saves.length) }
    const { status, redirect } = await visitor.act('/invoices/new', prepare, fields)
    if (!redirect.includes('/send?prepared=')) throw new Error(`not prepared: ${status}`)
  },
  Skicka: async ({ visitor, send }, invoiceId) => {
    const { status, text } = await visitor.act('/send', send, { 'invoiceIds[]': [invoiceId] })
    const said = new RegExp(`"invoiceId":"${invoiceId}","number":"[^"]*","problem":null`)
    if (!said.test(text)) throw new Error(`not sent: ${status}`)
  },
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
async function run(portal: BusyPortal, writers: readonly Writer[], count: number) {
  const began = Date.now()
  const before = portal.used()
  const ofWeb = new Map<string, number>()
  for (let made = 0; made < count; made += atOnce) {
    const first = made % writers.length
    const busy = writers.slice(first, first + atOnce)
    const invoiceIds = busy.map(() => newId())
    for (const [name, step] of Object.entries(steps)) {
      const { web } = portal.used()
      await Promise.all(busy.map((writer, index) => step(writer, invoiceIds[index] ?? '')))
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
const rows: Row[] = []
const totals: number[] = []

await withBusyPortal({ suppliers, pauseMs: 50 }, async (portal) => {
  const writers = await Promise.all(portal.suppliers.map((supplier) => writerOf(portal, supplier)))
  await run(portal, writers, warmUp)
  const atRest = await idle(portal)
  const rounds: Awaited<ReturnType<typeof run>>[] = []
  for (let round = 0; round < Number(values.rounds); round += 1) {
    rounds.push(await run(portal, writers, Number(values.invoices)))
    const { whole, ms } = rounds.at(-1) ?? { whole: atRest, ms: 0 }
    console.log(
      `round ${round + 1}: ${sumOf(whole).toFixed(1)} CPU-ms an invoice, ${(ms / 1_000).toFixed(0)} s`,
    )
  }
  totals.push(...rounds.map(({ whole }) => sumOf(whole)))
  const middle = (of: (round: (typeof rounds)[number]) => number, share = 0.5) =>
    quantile({ name: '', rounds: rounds.map(of) }, share).toFixed(1)
  for (const name of processNames) {
    rows.push({
      where: name,
      'CPU-ms an invoice, median': middle(({ whole }) => whole[name]),
      least: middle(({ whole }) => whole[name], 0),
      'of it with nothing to do': middle(({ ms }) => (atRest[name] * ms) / 1_000 / Number(values.invoices)),
      'with nothing to do, a second': atRest[name].toFixed(1),
    })
  }
  for (const name of Object.keys(steps)) {
    rows.push({
      where: `  web: ${name}`,
      'CPU-ms an invoice, median': middle(({ ofWeb }) => ofWeb.get(name) ?? 0),
      least: middle(({ ofWeb }) => ofWeb.get(name) ?? 0, 0),
    })
  }
})

const least = Math.min(...totals)
const middle = quantile({ name: '', rounds: totals })
const claim = `${least.toFixed(1)} CPU-ms an invoice at least, ${middle.toFixed(1)} in the middle, in web, worker and PostgreSQL (at most ${most})`
const { passed, failed } = judged([[least <= most, claim]])
report(
  'cost',
  `An invoice of ${lines} lines from the form to Klar with its PDF: ${values.rounds} rounds of ${values.invoices}`,
  rows,
  passed,
  failed,
)

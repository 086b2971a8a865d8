import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type countUnsettled, findOfAnyCompany, listInStates } from '#db/queries/operator-deliveries.ts'
import { withOperator, withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import type { TenantContext, UserContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { readDeliveries, retryDelivery, stopDelivery } from '#lib/services/operator/deliveries.ts'
import { readMetrics } from '#lib/services/operator/metrics.ts'
import { createTestDatabase, rowsOfTenant, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice, undeliveredInvoice } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: TestPlatform
let owner: postgres.Sql
let operator: UserContext
let suppliers: TenantContext[]
let partyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  suppliers = [
    await newCompany(platform, 'supplier', '5599990008'),
    await newCompany(platform, 'supplier', '5599991006'),
  ]
  const recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
  const who = {
    sessionId: newId(),
    userId: newId(),
    userName: 'Dana Drift',
    userEmail: 'drift@talong.example',
  }
  operator = { ...platform, ...who, address: '127.0.0.1', locale: 'sv' }
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

const supplierAt = (at: number) => suppliers[at] ?? expect.unreachable()

type Sent = { supplier: TenantContext; invoiceId: string; deliveryId: string }

async function sent(by: TenantContext, undoSeconds = 0): Promise<Sent> {
  const supplier = { ...by, undoSeconds }
  const invoiceId = await readyInvoice(supplier, partyId)
  await sendInvoices(supplier, [invoiceId])
  return { supplier, invoiceId, deliveryId: (await getInvoice(supplier, invoiceId))?.delivery?.id ?? '' }
}

/** Sent, with one attempt that came to this. */
async function attempted(by: TenantContext, state: 'failed' | 'uncertain' | 'retrying'): Promise<Sent> {
  const invoiceId = await readyInvoice(by, partyId)
  return { supplier: by, invoiceId, deliveryId: await undeliveredInvoice(by, invoiceId, state) }
}

const stateOf = async ({ supplier, invoiceId }: Sent) => {
  const found = await getInvoice(supplier, invoiceId)
  return { invoice: found?.invoice.state, delivery: found?.delivery?.state }
}

/** The attempts that are due. */
const jobsOf = ({ deliveryId }: Sent, after: number) =>
  owner`select 1 from pgboss.job where data->>'deliveryId' = ${deliveryId} and (data->>'after')::int = ${after}
    and start_after <= now()`

const auditOf = ({ supplier }: Sent, action: string) =>
  rowsOfTenant(owner, supplier.tenantId, 'audit_log', { action })

/** The samples of the metrics: `name{labels}` → value. */
async function samples(): Promise<Map<string, number>> {
  const lines = (await readMetrics(platform))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

test('the metrics count jobs and deliveries of all companies, with ages and what is overdue', async () => {
  expect((await samples()).get('talong_deliveries_overdue')).toBe(0)
  await sent(supplierAt(0))
  await sent(supplierAt(1), 300)
  await attempted(supplierAt(0), 'uncertain')
  await attempted(supplierAt(1), 'failed')
  await attempted(supplierAt(1), 'retrying')
  const late = await sent(supplierAt(0))
  await owner.begin(async (tx) => {
    await tx`select set_config('app.tenant', ${late.supplier.tenantId}, true)`
    await tx`update deliveries set created_at = now() - interval '2 hours', updated_at = now() - interval '2 hours' where id = ${late.deliveryId}`
  })
  const found = await samples()
  // Two first jobs are due, no worker being there; the one that can be undone and a second attempt are planned.
  expect(found.get('talong_queue_jobs{queue="deliver",state="waiting"}')).toBe(2)
  expect(found.get('talong_queue_jobs{queue="deliver",state="planned"}')).toBe(2)
  expect(found.get('talong_queue_jobs{queue="deliver",state="active"}')).toBe(0)
  expect(found.get('talong_queue_oldest_seconds{queue="deliver"}')).toBeGreaterThanOrEqual(0)
  expect(found.get('talong_deliveries{state="queued",channel="inbox"}')).toBe(3)
  for (const state of ['uncertain', 'failed', 'retrying'])
    expect(found.get(`talong_deliveries{state="${state}",channel="inbox"}`)).toBe(1)
  expect(found.get('talong_delivery_oldest_seconds{state="queued",channel="inbox"}')).toBeGreaterThan(7_100)
  expect(found.get('talong_deliveries_overdue')).toBe(1)
  const text = await readMetrics(platform)
  expect(text).toMatch(/^# HELP talong_queue_jobs .+\n# TYPE talong_queue_jobs gauge\n/)
  expect(text.endsWith('\n')).toBe(true)
  for (const { tenantId } of suppliers) expect(text).not.toContain(tenantId)
})

test('the operator sees the deliveries of all companies, and neither whose they are nor what they carry', async () => {
  const [one, two] = [
    await attempted(supplierAt(0), 'uncertain'),
    await attempted(supplierAt(1), 'uncertain'),
  ]
  const groups = await readDeliveries(operator)
  const ids = groups.find(({ group }) => group === 'uncertain')?.rows.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([one.deliveryId, two.deliveryId]))
  const told = JSON.stringify(groups)
  for (const { supplier, invoiceId } of [one, two]) {
    const invoice = (await getInvoice(supplier, invoiceId))?.invoice
    for (const secret of [supplier.tenantId, invoiceId, invoice?.buyerName, 'Provbolaget'])
      expect(told).not.toContain(secret)
  }
})

test('as the operator the database shows deliveries alone, and changes none; otherwise it shows none', async () => {
  const made = await attempted(supplierAt(0), 'uncertain')
  await withOperator(platform.db, async (tx) => {
    expect(await findOfAnyCompany(tx, made.deliveryId)).toMatchObject({ tenantId: made.supplier.tenantId })
    for (const table of [
      'companies',
      'invoices',
      'invoice_versions',
      'invoice_events',
      'customers',
      'audit_log',
      'inbox_documents',
      'attachments',
    ]) {
      expect([table, (await tx.execute(sql`select 1 from ${sql.identifier(table)}`)).length]).toEqual([
        table,
        0,
      ])
    }
    const changed = await tx.execute(sql`update deliveries set failure_code = 'x' returning id`)
    expect(changed).toHaveLength(0)
  })
  for (const run of [
    (work: (tx: Parameters<typeof countUnsettled>[0]) => Promise<void>) => platform.db.transaction(work),
    (work: (tx: Parameters<typeof countUnsettled>[0]) => Promise<void>) =>
      withTenant(platform.db, supplierAt(1).tenantId, work),
  ]) {
    await run(async (tx) => {
      expect(await findOfAnyCompany(tx, made.deliveryId)).toBeNull()
      const found = await listInStates(tx, { states: ['uncertain'], first: 'oldest', limit: 50 })
      expect(found.map(({ id }) => id)).not.toContain(made.deliveryId)
    })
  }
})

test('retry lets the worker take up what is unclear, once, and is written to the company’s audit log', async () => {
  const made = await attempted(supplierAt(0), 'uncertain')
  const presses = await Promise.all([
    retryDelivery(operator, made.deliveryId),
    retryDelivery(operator, made.deliveryId),
  ])
  expect(presses.map(({ ok }) => ok)).toEqual([true, true])
  expect(await jobsOf(made, 1)).toHaveLength(1)
  const audit = await auditOf(made, 'delivery.retried-by-operator')
  expect(audit).toMatchObject([{ user_id: operator.userId, subject_id: made.invoiceId }, {}])
  await deliver(platform, { tenantId: made.supplier.tenantId, deliveryId: made.deliveryId, after: 1 })
  expect(await stateOf(made)).toEqual({ invoice: 'sent', delivery: 'delivered' })
  expect(await retryDelivery(operator, made.deliveryId)).toMatchObject({ code: 'delivery-moved-on' })
})

test('retry lets what waits for its next attempt go at once, and leaves alone what can be undone or has failed', async () => {
  const waiting = await attempted(supplierAt(0), 'retrying')
  expect(await retryDelivery(operator, waiting.deliveryId)).toMatchObject({ ok: true })
  expect(await jobsOf(waiting, 1)).toHaveLength(1)
  for (const made of [await sent(supplierAt(0), 60), await attempted(supplierAt(1), 'failed')]) {
    const before = await stateOf(made)
    expect(await retryDelivery(operator, made.deliveryId)).toMatchObject({ code: 'delivery-moved-on' })
    expect(await stateOf(made)).toEqual(before)
  }
  expect(await retryDelivery(operator, newId())).toMatchObject({ code: 'unknown-delivery' })
})

test('stop takes back what has not begun: the company has it ready, with who did it', async () => {
  const made = await sent(supplierAt(1))
  expect(await stopDelivery(operator, made.deliveryId)).toMatchObject({ ok: true })
  expect(await stateOf(made)).toEqual({ invoice: 'ready', delivery: 'cancelled' })
  const events = (await getInvoice(made.supplier, made.invoiceId))?.events
  expect(events?.at(-1)).toMatchObject({ event: 'stopped', actorName: '' })
  expect(await auditOf(made, 'delivery.stopped-by-operator')).toMatchObject([{ user_id: operator.userId }])
  await deliver(platform, { tenantId: made.supplier.tenantId, deliveryId: made.deliveryId, after: 0 })
  expect(await stateOf(made)).toEqual({ invoice: 'ready', delivery: 'cancelled' })

  const begun = await attempted(supplierAt(1), 'retrying')
  expect(await stopDelivery(operator, begun.deliveryId)).toMatchObject({ code: 'delivery-moved-on' })
  expect(await stateOf(begun)).toEqual({ invoice: 'sent', delivery: 'retrying' })
})

import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertInvoiceVersion } from '#db/queries/invoice-versions.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { mostAttempts } from '#lib/services/delivery/schedule.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { takeBack } from '#lib/services/invoices/take-back.ts'
import { createTestDatabase, rowsOfTenant, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice, savedDraft } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: TestPlatform
let owner: postgres.Sql
let supplier: TenantContext
let recipient: TenantContext
let partyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  supplier = await newCompany(platform, 'supplier', '5599990008')
  recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

const rowsOf = (tenantId: string, table: string, invoiceId: string) =>
  rowsOfTenant(owner, tenantId, table, { invoice_id: invoiceId })

test('twenty presses on Skicka at once give one version, one delivery, one message and one job', async () => {
  const invoiceId = await readyInvoice(supplier, partyId)
  const presses = await Promise.all(Array.from({ length: 20 }, () => sendInvoices(supplier, [invoiceId])))
  const problems = presses.flat().map((outcome) => outcome.problem)
  expect(problems.filter((problem) => problem === null)).toHaveLength(1)
  expect(problems.filter((problem) => problem === 'already-sent')).toHaveLength(19)
  expect(await rowsOf(supplier.tenantId, 'invoice_versions', invoiceId)).toHaveLength(1)
  const deliveries = await rowsOf(supplier.tenantId, 'deliveries', invoiceId)
  expect(deliveries).toHaveLength(1)
  const deliveryId = String(deliveries[0]?.id)
  const jobs =
    await owner`select 1 from pgboss.job where name = 'deliver' and data->>'deliveryId' = ${deliveryId}`
  expect(jobs).toHaveLength(1)

  // However often the worker takes the job, the recipient has it once.
  const job = { tenantId: supplier.tenantId, deliveryId, after: 0 }
  await Promise.allSettled(Array.from({ length: 5 }, () => deliver(platform, job)))
  await deliver(platform, job)
  const { documents } = await listInbox(recipient)
  const found = await getInvoice(supplier, invoiceId)
  expect(documents.filter((document) => document.number === found?.invoice.number)).toHaveLength(1)
  expect(found?.delivery).toMatchObject({ state: 'delivered' })
  expect(found?.events.filter((event) => event.event === 'delivered')).toHaveLength(1)
})

test('two presses on the same thirty at once, in opposite orders: each is sent by one of them, and the audit log is whole', async () => {
  const own = await newCompany(platform, 'supplier', '5599992004')
  const invoiceIds = await readyInvoices(own, 30)
  const presses = await Promise.all([
    sendInvoices(own, invoiceIds),
    sendInvoices(own, invoiceIds.toReversed()),
  ])
  for (const invoiceId of invoiceIds) {
    const problems = presses.flat().flatMap((each) => (each.invoiceId === invoiceId ? [each.problem] : []))
    expect(problems.sort()).toEqual(['already-sent', null])
    expect(await rowsOf(own.tenantId, 'deliveries', invoiceId)).toHaveLength(1)
  }
  const sent = await rowsOfTenant(owner, own.tenantId, 'audit_log', { action: 'invoice.sent' })
  expect(sent.map(({ subject_id }) => subject_id).sort()).toEqual(invoiceIds.toSorted())
  expect(await brokenLinks(own.tenantId)).toEqual([])
})

test('one of many that the database refuses is said to have broken; the others leave all the same', async () => {
  const own = await newCompany(platform, 'supplier', '5599993002')
  const invoiceIds = await readyInvoices(own, 4)
  const [, refused = ''] = invoiceIds
  // Its next version is there already: nothing else can be frozen as that.
  await withTenant(platform.db, own.tenantId, (tx) =>
    insertInvoiceVersion(tx, own.tenantId, {
      ...{ invoiceId: refused, version: 1, snapshot: {}, xmlKey: 'xml/none', xmlHash: '', attachments: [] },
      ...{ frozenAt: new Date(), frozenBy: own.userId },
    }),
  )
  const outcomes = await sendInvoices(own, invoiceIds)
  expect(outcomes.map(({ problem }) => problem)).toEqual([null, 'broken', null, null])
  for (const invoiceId of invoiceIds) {
    const deliveries = await rowsOf(own.tenantId, 'deliveries', invoiceId)
    expect(deliveries).toHaveLength(invoiceId === refused ? 0 : 1)
  }
})

/** Invoices in *Godkänn och skicka*, all to one customer. */
async function readyInvoices(own: TenantContext, count: number): Promise<string[]> {
  const { customerId } = expectValue(await addCustomer(own, { partyId, customerNumber: '', message: '' }))
  const drafts = []
  for (let made = 0; made < count; made += 1) drafts.push(await savedDraft(own, customerId))
  for (const draft of drafts) expectValue(await prepareInvoice(own, draft))
  return drafts.map(({ invoiceId }) => invoiceId)
}

/** The rows of a company's audit log whose hash does not cover the one before them. */
async function brokenLinks(tenantId: string) {
  return owner.begin(async (tx) => {
    await tx`select set_config('app.tenant', ${tenantId}, true)`
    return tx`
      select id from (select *, lag(hash) over (order by id) as previous from audit_log) a
      where hash is distinct from encode(sha256(convert_to(jsonb_build_array(previous, tenant_id, id, user_id, action,
        subject_id, details, extract(epoch from at))::text, 'UTF8')), 'hex')`
  })
}

test('numbers of the series are taken without gaps by fifty drafts at once, one each (R5)', async () => {
  const own = await newCompany(platform, 'supplier', '5599991006')
  const { customerId } = expectValue(await addCustomer(own, { partyId, customerNumber: '', message: '' }))
  const drafts = await Promise.all(Array.from({ length: 50 }, () => savedDraft(own, customerId)))
  const prepared = await Promise.all(drafts.map((draft) => prepareInvoice(own, draft)))
  const numbers = prepared.map((result) => Number(expectValue(result).number)).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
})

test('a number typed by hand that is taken is said at its field, and nothing is used up', async () => {
  const own = await newCompany(platform, 'supplier', '5599992004')
  const { customerId } = expectValue(await addCustomer(own, { partyId, customerNumber: '', message: '' }))
  const first = await prepareInvoice(own, await savedDraft(own, customerId))
  const second = await prepareInvoice(
    own,
    await savedDraft(own, customerId, { invoiceNumber: '1', invoiceNumberEdited: true }),
  )
  expect(first).toMatchObject({ ok: true, value: { number: '1' } })
  expect(second).toMatchObject({
    ok: false,
    code: 'incomplete',
    details: [{ ruleId: 'T-04', field: 'invoiceNumber', params: { number: '1', next: '2' } }],
  })
})

test('an invoice taken back and sent again keeps its number', async () => {
  const own = await newCompany(platform, 'supplier', '5599993002')
  const invoiceId = await readyInvoice(own, partyId)
  expect(await takeBack(own, invoiceId)).toMatchObject({ ok: true })
  const revision = (await getInvoice(own, invoiceId))?.invoice.revision ?? 0
  expect(expectValue(await prepareInvoice(own, { invoiceId, revision })).number).toBe('1')
  expect(await sendInvoices(own, [invoiceId])).toMatchObject([{ problem: null, number: '1' }])
})

test('what cannot be sent stays, with its reason: approval awaited, or no channel yet', async () => {
  const manual = await newParty(database.ownerUrl, {
    orgNumber: '5599994000',
    approval: 'manual',
    companyId: recipient.tenantId,
  })
  const peppolOnly = await newParty(database.ownerUrl, { orgNumber: '5599995007', channels: ['peppol'] })
  const waiting = await readyInvoice(supplier, manual)
  const unreachable = await readyInvoice(supplier, peppolOnly)
  const outcomes = await sendInvoices(supplier, [waiting, unreachable])
  expect(outcomes.map((outcome) => outcome.problem)).toEqual(['awaiting-approval', 'channel-missing'])
  expect((await getInvoice(supplier, waiting))?.invoice.state).toBe('ready')
  expect((await getInvoice(supplier, unreachable))?.invoice.state).toBe('ready')
})

test('what was sent cannot change, not even as the database’s owner', async () => {
  const invoiceId = await readyInvoice(supplier, partyId)
  await sendInvoices(supplier, [invoiceId])
  const change = (statement: (sql: postgres.TransactionSql) => Promise<unknown>) =>
    owner.begin(async (sql) => {
      await sql`select set_config('app.tenant', ${supplier.tenantId}, true)`
      await statement(sql)
    })
  await expect(
    change((sql) => sql`update invoice_versions set xml_key = 'xml/other' where invoice_id = ${invoiceId}`),
  ).rejects.toThrow('immutable')
  await expect(
    change((sql) => sql`update invoices set amount_due = 1 where id = ${invoiceId}`),
  ).rejects.toThrow('immutable')
  await expect(change((sql) => sql`delete from invoices where id = ${invoiceId}`)).rejects.toThrow(
    'immutable',
  )
  await expect(
    change((sql) => sql`update invoices set state = 'draft' where id = ${invoiceId}`),
  ).rejects.toThrow('state_move')
  await expect(
    change(
      (sql) => sql`update deliveries set message_id = gen_random_uuid() where invoice_id = ${invoiceId}`,
    ),
  ).rejects.toThrow('immutable')
  await expect(change((sql) => sql`delete from audit_log`)).rejects.toThrow('immutable')
})

test('a stored invoice whose bytes no longer match is never handed over (R15)', async () => {
  const own = await newCompany(platform, 'supplier', '5599996005')
  const invoiceId = await readyInvoice(own, partyId)
  await sendInvoices(own, [invoiceId])
  const [version] = await rowsOf(own.tenantId, 'invoice_versions', invoiceId)
  await appendFile(join(platform.storeFolder, 'attachments', String(version?.xml_key)), ' ')
  const deliveryId = (await getInvoice(own, invoiceId))?.delivery?.id ?? ''
  await deliver(platform, { tenantId: own.tenantId, deliveryId, after: 0 })
  expect((await getInvoice(own, invoiceId))?.delivery).toMatchObject({
    state: 'failed',
    failureCode: 'bytes-changed',
  })
  const { documents } = await listInbox(recipient)
  expect(documents.filter((document) => document.senderName === 'Provbolaget 5599996005 AB')).toEqual([])
})

test('a delivery that cannot be handed over is tried again, and after the last attempt said to have failed', async () => {
  const own = await newCompany(platform, 'supplier', '5599997003')
  // An inbox that is no longer there: the hand-over is refused by the database each time.
  const gone = await newParty(database.ownerUrl, { orgNumber: '5569990004', companyId: newId() })
  const invoiceId = await readyInvoice(own, gone)
  await sendInvoices(own, [invoiceId])
  const deliveryId = (await getInvoice(own, invoiceId))?.delivery?.id ?? ''
  const attempt = (after: number) => deliver(platform, { tenantId: own.tenantId, deliveryId, after })
  await attempt(0)
  expect((await getInvoice(own, invoiceId))?.delivery).toMatchObject({ state: 'retrying', attempts: 1 })
  const jobs =
    await owner`select start_after, created_on from pgboss.job where data->>'deliveryId' = ${deliveryId} and data->>'after' = '1'`
  expect(jobs).toHaveLength(1)
  expect(Number(jobs[0]?.start_after) - Number(jobs[0]?.created_on)).toBeGreaterThan(3_000)
  // What asked for the first attempt does not make a second one.
  await attempt(0)
  expect((await getInvoice(own, invoiceId))?.delivery).toMatchObject({ state: 'retrying', attempts: 1 })
  for (let made = 1; made < mostAttempts; made += 1) await attempt(made)
  const found = await getInvoice(own, invoiceId)
  expect(found?.delivery).toMatchObject({ state: 'failed', attempts: mostAttempts, failureCode: 'gave-up' })
  expect(found?.invoice.state).toBe('failed')
  expect(found?.events.at(-1)).toMatchObject({ event: 'failed', evidence: { code: 'gave-up' } })
})

import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginAttempt } from '#db/queries/deliveries.ts'
import { withTenant } from '#db/with-tenant.ts'
import { expectValue } from '#lib/core/result.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { listAttachments } from '#lib/services/attachments/read-attachments.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { readLeaving, undoSend } from '#lib/services/delivery/undo-send.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { getInvoice, listReady } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { voidInvoice } from '#lib/services/invoices/void-invoice.ts'
import { createTestDatabase, rowsOfTenant, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { csvOf } from '#tests/setup/files.ts'
import { readyInvoice } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

const undoSeconds = 10

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
  supplier = { ...(await newCompany(platform, 'supplier', '5599990008')), undoSeconds }
  recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

async function sentInvoice() {
  const invoiceId = await readyInvoice(supplier, partyId)
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: null }])
  const deliveryId = (await getInvoice(supplier, invoiceId))?.delivery?.id ?? ''
  const job = { tenantId: supplier.tenantId, deliveryId, after: 0 }
  const received = async () => {
    const number = (await getInvoice(supplier, invoiceId))?.invoice.number
    return (await listInbox(recipient)).documents.filter((document) => document.number === number).length
  }
  return { invoiceId, deliveryId, job, received }
}

test('what is sent waits in the queue for its ten seconds, and is shown with them', async () => {
  const { invoiceId, deliveryId } = await sentInvoice()
  const [job] = await owner`
    select extract(epoch from start_after - created_on) as wait from pgboss.job where data->>'deliveryId' = ${deliveryId}`
  expect(Number(job?.wait)).toBeGreaterThan(undoSeconds - 1)
  expect(Number(job?.wait)).toBeLessThanOrEqual(undoSeconds + 1)
  const leaving = (await readLeaving(supplier)).find((row) => row.invoiceId === invoiceId)
  expect(leaving?.leavesInMs).toBeGreaterThan((undoSeconds - 5) * 1_000)
  expect(leaving?.leavesInMs).toBeLessThanOrEqual(undoSeconds * 1_000)
  expect(leaving?.buyerName).not.toBe('')
})

test('without the setting it leaves at once and there is nothing to wait for', async () => {
  const { undoSeconds: _none, ...atOnce } = supplier
  const invoiceId = await readyInvoice(atOnce, partyId)
  await sendInvoices(atOnce, [invoiceId])
  const found = await getInvoice(atOnce, invoiceId)
  expect(found?.delivery).toMatchObject({ state: 'queued', nextAttemptAt: null })
  expect((await readLeaving(atOnce)).map((row) => row.invoiceId)).not.toContain(invoiceId)
})

test('undone in time it is ready again with number, files and content, and what the worker finds later sends nothing', async () => {
  const invoiceId = await readyInvoice(supplier, partyId)
  const file = { invoiceId, fileName: 'tabell.csv', bytes: csvOf() }
  expectValue(await addAttachment(supplier, file))
  const before = (await getInvoice(supplier, invoiceId))?.invoice
  await sendInvoices(supplier, [invoiceId])
  const deliveryId = (await getInvoice(supplier, invoiceId))?.delivery?.id ?? ''
  expect(await undoSend(supplier, [invoiceId])).toEqual([
    { invoiceId, number: before?.number, problem: null },
  ])
  const after = await getInvoice(supplier, invoiceId)
  expect(after?.invoice).toMatchObject({ state: 'ready', number: before?.number, sentAt: null })
  expect(after?.invoice.snapshot).toEqual(before?.snapshot)
  expect((await listAttachments(supplier, invoiceId)).map((each) => each.fileName)).toEqual(['tabell.csv'])
  expect(after?.delivery?.state).toBe('cancelled')
  expect(after?.events.at(-1)).toMatchObject({ event: 'undone', actorName: supplier.userName })
  expect(
    await rowsOfTenant(owner, supplier.tenantId, 'audit_log', { action: 'invoice.send-undone' }),
  ).toHaveLength(1)
  expect((await listReady(supplier)).find((row) => row.id === invoiceId)?.problem).toBeNull()

  await deliver(platform, { tenantId: supplier.tenantId, deliveryId, after: 0 })
  expect((await getInvoice(supplier, invoiceId))?.delivery).toMatchObject({ state: 'cancelled', attempts: 0 })
  const { documents } = await listInbox(recipient)
  expect(documents.filter((document) => document.number === before?.number)).toEqual([])
})

test('sent again after that it is a version of its own, with its own message, and arrives once', async () => {
  const { invoiceId, job, received } = await sentInvoice()
  const first = (await getInvoice(supplier, invoiceId))?.delivery?.messageId
  await undoSend(supplier, [invoiceId])
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: null }])
  const again = (await getInvoice(supplier, invoiceId))?.delivery
  expect(again).toMatchObject({ state: 'queued', version: 2 })
  expect(again?.messageId).not.toBe(first)
  for (const deliveryId of [job.deliveryId, again?.id ?? '']) await deliver(platform, { ...job, deliveryId })
  expect(await received()).toBe(1)
})

test('an undo after the first attempt has begun is answered too-late and changes nothing', async () => {
  const { invoiceId, deliveryId, job, received } = await sentInvoice()
  const begun = { after: 0, now: new Date() }
  await withTenant(platform.db, supplier.tenantId, (tx) =>
    beginAttempt(tx, supplier.tenantId, deliveryId, begun),
  )
  expect(await undoSend(supplier, [invoiceId])).toMatchObject([{ problem: 'too-late' }])
  expect(await getInvoice(supplier, invoiceId)).toMatchObject({
    invoice: { state: 'sent' },
    delivery: { state: 'sending' },
  })
  await deliver(platform, job)
  expect(await undoSend(supplier, [invoiceId])).toMatchObject([{ problem: 'too-late' }])
  expect(await received()).toBe(1)
})

test('forty races between Ångra and the worker: exactly one of the two wins each', async () => {
  const won = { undo: 0, worker: 0 }
  for (let round = 0; round < 40; round += 1) {
    const { invoiceId, job, received } = await sentInvoice()
    const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 6))
    const [[outcome]] = await Promise.all([
      pause().then(() => undoSend(supplier, [invoiceId])),
      pause().then(() => deliver(platform, job)),
    ])
    const found = await getInvoice(supplier, invoiceId)
    const states = { invoice: found?.invoice.state, delivery: found?.delivery?.state }
    if (outcome?.problem === null) {
      expect(states).toEqual({ invoice: 'ready', delivery: 'cancelled' })
      expect(await received()).toBe(0)
      won.undo += 1
    } else {
      expect(states).toEqual({ invoice: 'sent', delivery: 'delivered' })
      expect(await received()).toBe(1)
      won.worker += 1
    }
  }
  // Or nothing was raced.
  expect(won.undo).toBeGreaterThan(0)
  expect(won.worker).toBeGreaterThan(0)
})

test('a batch is undone as a whole, each answered for itself; pressed twice it is done once', async () => {
  const [one, two, gone] = [await sentInvoice(), await sentInvoice(), await sentInvoice()]
  await deliver(platform, gone.job)
  const ids = [one.invoiceId, two.invoiceId, gone.invoiceId, '00000000-0000-4000-8000-000000000000']
  const [first, second] = await Promise.all([undoSend(supplier, ids), undoSend(supplier, ids)])
  const problems = [null, null, 'too-late', 'unknown']
  expect(first.map(({ problem }) => problem)).toEqual(problems)
  expect(second.map(({ problem }) => problem)).toEqual(problems)
  const events = (await getInvoice(supplier, one.invoiceId))?.events ?? []
  expect(events.filter(({ event }) => event === 'undone')).toHaveLength(1)
})

test('what was undone can be taken away: its number is kept, and what is under way cannot', async () => {
  const { invoiceId } = await sentInvoice()
  expect(await voidInvoice(supplier, invoiceId)).toMatchObject({ code: 'moved-on' })
  await undoSend(supplier, [invoiceId])
  const number = (await getInvoice(supplier, invoiceId))?.invoice.number
  expect(await voidInvoice(supplier, invoiceId)).toMatchObject({ ok: true, value: { number } })
  expect((await getInvoice(supplier, invoiceId))?.invoice).toMatchObject({ state: 'voided', number })
})

test('nobody undoes what another company sent', async () => {
  const other = { ...(await newCompany(platform, 'supplier', '5599991006')), undoSeconds }
  const { invoiceId } = await sentInvoice()
  expect(await undoSend(other, [invoiceId])).toMatchObject([{ problem: 'unknown' }])
  expect((await getInvoice(supplier, invoiceId))?.delivery?.state).toBe('queued')
  expect((await readLeaving(other)).length).toBe(0)
})

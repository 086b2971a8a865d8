import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectValue } from '#lib/core/result.ts'
import { chooseMail, readMailChoice } from '#lib/services/account/user-settings.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { undoSend } from '#lib/services/delivery/undo-send.ts'
import { watchDelivery } from '#lib/services/delivery/watch.ts'
import { answerDocument } from '#lib/services/inbox/answer-document.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice, undeliveredInvoice } from '#tests/setup/invoices.ts'
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
  recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
})

beforeEach(async () => {
  supplier = await newCompany(platform, 'supplier', '5599990008')
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

const letters = async () =>
  (
    await owner`select letter, subject_id, params from mails where recipient = ${supplier.userEmail}
      order by created_at, letter`
  ).map(({ letter, subject_id: subject, params }) => ({ letter, subject, ...params }))

/** An invoice that was sent, and its delivery. */
async function sent(ctx = supplier) {
  const invoiceId = await readyInvoice(ctx, partyId)
  await sendInvoices(ctx, [invoiceId])
  const deliveryId = (await getInvoice(ctx, invoiceId))?.delivery?.id ?? ''
  return { invoiceId, job: { tenantId: ctx.tenantId, deliveryId } }
}

const party = 'Mottagaren 2120009903'

test('K30 of Klar only who chose it gets a letter', async () => {
  const first = await sent()
  await deliver(platform, { ...first.job, after: 0 })
  expect(await letters()).toEqual([])
  expect(await readMailChoice(supplier)).toBe('none')
  expectValue(await chooseMail(supplier, { mailChoice: 'each' }))
  expect(await readMailChoice(supplier)).toBe('each')
  const second = await sent()
  await deliver(platform, { ...second.job, after: 0 })
  expect(await letters()).toEqual([
    { letter: 'invoice-delivered', subject: second.invoiceId, number: '2', party },
  ])
})

test('K30 whoever sent it is told of a rejection with its reason, and of what did not arrive', async () => {
  const rejected = await sent()
  await deliver(platform, { ...rejected.job, after: 0 })
  const documentId = (await listInbox(recipient)).documents[0]?.id ?? ''
  const answer = { documentId, answer: 'rejected', text: 'Fel referens.' } as const
  expectValue(await answerDocument(recipient, answer))
  const failed = await readyInvoice(supplier, partyId)
  await undeliveredInvoice(supplier, failed, 'failed')
  expect(await letters()).toEqual([
    { letter: 'invoice-rejected', subject: rejected.invoiceId, number: '1', party, reason: 'Fel referens.' },
    { letter: 'invoice-failed', subject: failed, number: '2', party },
  ])
})

test('R9 within half an hour somebody is told that there is no receipt, once', async () => {
  const { invoiceId, job } = await sent()
  const [planned] = await owner`
    select extract(epoch from start_after - created_on) / 60 as minutes from pgboss.job
    where name = 'watch-delivery' and data->>'deliveryId' = ${job.deliveryId}`
  expect(Number(planned?.minutes)).toBeGreaterThan(29)
  expect(Number(planned?.minutes)).toBeLessThanOrEqual(30.1)
  await Promise.all([watchDelivery(platform, job), watchDelivery(platform, job)])
  await watchDelivery(platform, job)
  expect(await letters()).toEqual([{ letter: 'invoice-no-receipt', subject: invoiceId, number: '1', party }])
})

test('R9 nobody is told of what has arrived or was undone', async () => {
  const arrived = await sent()
  await deliver(platform, { ...arrived.job, after: 0 })
  const undone = await sent({ ...supplier, undoSeconds: 10 })
  await undoSend(supplier, [undone.invoiceId])
  for (const { job } of [arrived, undone]) await watchDelivery(platform, job)
  expect(await letters()).toEqual([])
})

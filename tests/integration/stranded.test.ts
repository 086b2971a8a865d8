import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { chooseMail } from '#lib/services/account/user-settings.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { listInbox, openInboxDocument } from '#lib/services/inbox/inbox.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice, undeliveredInvoice } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'
import { findStranded } from '#tests/setup/stranded.ts'

let database: TestDatabase
let platform: TestPlatform
let owner: postgres.Sql
let supplier: TenantContext
let recipient: TenantContext
let partyId: string
/** What the tests below strand. */
const onPurpose: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined })
  supplier = await newCompany(platform, 'supplier', '5599990008')
  recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop(onPurpose)
})

/** Takes a row's job away and expects the row to be found, where nothing of it was before. */
async function expectStrandedWithout(
  id: string,
  job: { name: string; key: string; value: string },
  what: RegExp,
) {
  const foundOf = async () => (await findStranded(owner)).filter((row) => row.id === id)
  expect(await foundOf()).toEqual([])
  const gone = await owner`
    delete from pgboss.job where name = ${job.name} and data->>${job.key} = ${job.value} returning id`
  expect(gone).toHaveLength(1)
  expect(await foundOf()).toEqual([{ id, what: expect.stringMatching(what) }])
  onPurpose.push(id)
}

async function sent(ctx = supplier) {
  const invoiceId = await readyInvoice(ctx, partyId)
  await sendInvoices(ctx, [invoiceId])
  return { invoiceId, deliveryId: (await getInvoice(ctx, invoiceId))?.delivery?.id ?? '' }
}

test('R17 a first attempt that no job makes is found', async () => {
  const { deliveryId } = await sent()
  const job = { name: 'deliver', key: 'deliveryId', value: deliveryId }
  await expectStrandedWithout(deliveryId, job, /^delivery, queued after attempt 0/)
})

test('R17 a next attempt that no job makes is found', async () => {
  const deliveryId = await undeliveredInvoice(supplier, await readyInvoice(supplier, partyId), 'retrying')
  const job = { name: 'deliver', key: 'deliveryId', value: deliveryId }
  await expectStrandedWithout(deliveryId, job, /^delivery, retrying after attempt 1/)
})

test('R17 what nobody knows the outcome of is a person’s, and is not stranded', async () => {
  const deliveryId = await undeliveredInvoice(supplier, await readyInvoice(supplier, partyId), 'uncertain')
  expect((await findStranded(owner)).filter(({ id }) => id === deliveryId)).toEqual([])
})

test('R17 a PDF that no job makes is found', async () => {
  const { invoiceId, deliveryId } = await sent()
  const job = { name: 'make-pdf', key: 'invoiceId', value: invoiceId }
  await expectStrandedWithout(deliveryId, job, /PDF was not made/)
})

test('R17 a letter that no job sends is found', async () => {
  const id = newId()
  await platform.db.transaction((tx) =>
    queueMail(platform, tx, {
      id,
      letter: 'already-registered',
      locale: 'sv',
      recipient: 'kim@exempel.invalid',
    }),
  )
  await expectStrandedWithout(
    id,
    { name: 'send-mail', key: 'mailId', value: id },
    /already-registered, not sent/,
  )
})

test('R17 an opening that no job tells the sender of is found', async () => {
  const { invoiceId, deliveryId } = await sent()
  await deliver(platform, { tenantId: supplier.tenantId, deliveryId, after: 0 })
  const [document] = (await listInbox(recipient)).documents
  if (!document) return expect.unreachable()
  await openInboxDocument(recipient, document.id)
  const job = { name: 'note-fetched', key: 'invoiceId', value: invoiceId }
  await expectStrandedWithout(document.id, job, /opened, and the sender not told/)
})

test('R17 a letter of the day that no job writes is found', async () => {
  const other = await newCompany(platform, 'supplier', '5599991006')
  // A long time ago: choosing plans that day's letter, not today's.
  const clock = { now: () => new Date('2026-02-01T09:00:00Z') }
  expectValue(await chooseMail({ ...other, clock }, { mailChoice: 'daily' }))
  await owner`delete from pgboss.job where name = 'send-digest'`
  const { deliveryId } = await sent(other)
  await deliver(platform, { tenantId: other.tenantId, deliveryId, after: 0 })
  const job = { name: 'send-digest', key: 'userId', value: other.userId }
  await expectStrandedWithout(deliveryId, job, /no letter of the day/)
})

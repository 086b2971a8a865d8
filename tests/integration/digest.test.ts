import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Jobs } from '#db/jobs.ts'
import { insertUser } from '#db/queries/users.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { chooseMail } from '#lib/services/account/user-settings.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { sendDigest } from '#lib/services/delivery/send-digest.ts'
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
let partyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  const recipient = await newCompany(platform, 'recipient', '2120009903')
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

const clockAt = (time: string) => ({ clock: { now: () => new Date(time) } })

/** Chooses, as at `time`. */
async function choose(mailChoice: 'none' | 'each' | 'daily', time = '2026-02-01T09:00:00Z', ctx = supplier) {
  expectValue(await chooseMail({ ...ctx, ...clockAt(time) }, { mailChoice }))
}

/** Sends an invoice that becomes *Klar* at `time`. */
async function delivered(time: string, ctx = supplier): Promise<string> {
  const invoiceId = await readyInvoice(ctx, partyId)
  await sendInvoices(ctx, [invoiceId])
  const deliveryId = (await getInvoice(ctx, invoiceId))?.delivery?.id ?? ''
  await deliver({ ...platform, ...clockAt(time) }, { tenantId: ctx.tenantId, deliveryId, after: 0 })
  return invoiceId
}

/** The jobs for a user's letters, in the order of their days. */
async function planned(ctx = supplier) {
  return owner<{ data: Jobs['send-digest']; startsAt: Date }[]>`
    select data, start_after as "startsAt" from pgboss.job
    where name = 'send-digest' and data->>'userId' = ${ctx.userId} order by data->>'day'`
}

/** Does every job there is for a user. */
async function runDigests(ctx = supplier): Promise<void> {
  for (const { data } of await planned(ctx)) await sendDigest(platform, data)
}

/** What a user was told: of each letter its name and the numbers of the invoices in it. */
async function told(ctx = supplier): Promise<string[]> {
  const rows = await owner<{ letter: string; params: { number?: string }; items: { number: string }[] }[]>`
    select letter, params, items from mails where recipient = ${ctx.userEmail} order by created_at, params->>'day', id`
  return rows.map(
    ({ letter, params, items }) =>
      `${letter} ${params.number ?? items.map(({ number }) => number).join(', ')}`,
  )
}

test('K30 what became Klar in a day is told in one letter, with what still waits', async () => {
  await choose('daily')
  await delivered('2026-02-10T09:00:00Z')
  await delivered('2026-02-10T13:00:00Z')
  await readyInvoice(supplier, partyId)
  await undeliveredInvoice(supplier, await readyInvoice(supplier, partyId), 'retrying')
  await undeliveredInvoice(supplier, await readyInvoice(supplier, partyId), 'failed')
  await runDigests()
  const [letter] = await owner`
    select locale, params, items from mails
    where recipient = ${supplier.userEmail} and letter = 'invoices-delivered'`
  const item = {
    kind: 'invoice',
    party: 'Mottagaren 2120009903',
    amount: (await getInvoice(supplier, await delivered('2026-02-11T16:00:00Z')))?.invoice.amountDue,
    currency: 'SEK',
  }
  expect(letter).toEqual({
    locale: 'sv',
    params: { day: '2026-02-10', count: '2', more: '0', underWay: '1', ready: '1', failed: '1' },
    items: [
      { ...item, number: '1' },
      { ...item, number: '2' },
    ],
  })
  expect(await told()).toContain('invoice-failed 5')
})

test('K30 the letter goes right after 16.00, of a day on which something became Klar, and of no other', async () => {
  await choose('daily')
  await delivered('2026-02-12T09:00:00Z')
  expect(await planned()).toMatchObject([
    { data: { day: '2026-02-01' } },
    { data: { day: '2026-02-12' }, startsAt: new Date('2026-02-12T15:01:00Z') },
  ])
  await runDigests()
  expect(await told()).toEqual(['invoices-delivered 1'])
})

test('K30 what becomes Klar at 16.00 is of the next letter, and nothing is told twice, in summer and winter', async () => {
  await choose('daily', '2026-03-27T20:00:00Z')
  for (const time of [
    '2026-03-28T14:59:59.999Z',
    '2026-03-28T15:00:00Z',
    '2026-03-29T13:59:59.999Z',
    '2026-03-29T14:00:00Z',
    '2026-10-25T14:59:59.999Z',
    '2026-10-25T15:00:00Z',
  ])
    await delivered(time)
  await runDigests()
  expect(await told()).toEqual([
    'invoices-delivered 1',
    'invoices-delivered 2, 3',
    'invoices-delivered 4',
    'invoices-delivered 5',
    'invoices-delivered 6',
  ])
})

test('K30 a letter is written once, however often and at once its job is done', async () => {
  await choose('daily')
  await delivered('2026-02-10T09:00:00Z')
  await Promise.all([runDigests(), runDigests()])
  await runDigests()
  await choose('each')
  await runDigests()
  expect(await told()).toEqual(['invoices-delivered 1'])
  const [jobs] = await owner`
    select count(*)::int as sends from pgboss.job where name = 'send-mail'
      and data->>'mailId' in (select id::text from mails where recipient = ${supplier.userEmail})`
  expect(jobs?.sends).toBe(1)
})

test('K30 a letter holds what its user sent, nothing of colleagues or of other companies', async () => {
  const other = await newCompany(platform, 'supplier', '5599991006')
  const userId = newId()
  const email = `${userId}@provbolaget.example`
  await insertUser(platform.db, {
    id: userId,
    kind: 'supplier',
    companyId: supplier.tenantId,
    email,
    name: 'En Kollega',
    locale: 'en',
    passwordHash: 'none',
  })
  const colleague = { ...supplier, userId, userEmail: email }
  for (const ctx of [supplier, colleague, other]) await choose('daily', undefined, ctx)
  await delivered('2026-02-10T09:00:00Z')
  await delivered('2026-02-10T09:10:00Z', colleague)
  await delivered('2026-02-10T09:20:00Z', other)
  for (const ctx of [supplier, colleague, other]) await runDigests(ctx)
  expect(await told()).toEqual(['invoices-delivered 1'])
  expect(await told(colleague)).toEqual(['invoices-delivered 2'])
  expect(await told(other)).toEqual(['invoices-delivered 1'])
})

test('K30 nobody who is no longer with the company is told', async () => {
  const other = await newCompany(platform, 'supplier', '5599991006')
  await choose('daily')
  await delivered('2026-02-10T09:00:00Z')
  await owner`update users set company_id = ${other.tenantId} where id = ${supplier.userId}`
  await runDigests()
  expect(await told()).toEqual([])
})

test('K30 at 16.00 what is chosen then counts: none, or one for each that was not told', async () => {
  await choose('daily')
  await delivered('2026-02-10T09:00:00Z')
  await choose('none')
  await runDigests()
  expect(await told()).toEqual([])
  await choose('each')
  await runDigests()
  expect(await told()).toEqual(['invoice-delivered 1'])
})

test('K30 the day on which a letter a day is chosen is told too, without what a letter of its own has told', async () => {
  await delivered('2026-02-10T08:00:00Z')
  await choose('each', '2026-02-10T08:30:00Z')
  await delivered('2026-02-10T09:00:00Z')
  expect(await told()).toEqual(['invoice-delivered 2'])
  await choose('daily', '2026-02-10T10:00:00Z')
  await runDigests()
  expect(await told()).toEqual(['invoice-delivered 2', 'invoices-delivered 1'])
})

import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSession } from '#db/queries/users.ts'
import { expectValue } from '#lib/core/result.ts'
import { signIn } from '#lib/services/account/sessions.ts'
import { startSandbox } from '#lib/services/account/start-sandbox.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { sweepOrphans } from '#lib/services/attachments/sweep-orphans.ts'
import type { PublicContext, TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { prune } from '#lib/services/operator/prune.ts'
import { listRequests } from '#lib/services/recipients/requests.ts'
import { sha256 } from '#lib/services/secrets.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { csvOf } from '#tests/setup/files.ts'
import { readyInvoice } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: TestPlatform
let owner: postgres.Sql
let recipient: TenantContext
let partyId: string
let serial = 0

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined })
  recipient = await newCompany(platform, 'recipient', '2120009903')
  // It approves its suppliers, has an inbox here, is in the network, and has an address: every way there is out.
  partyId = await newParty(database.ownerUrl, {
    orgNumber: '2120009903',
    approval: 'manual',
    channels: ['inbox', 'peppol'],
    contactEmail: 'leverantor@provkoping.example',
    companyId: recipient.tenantId,
  })
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

const visitor = (address: string): PublicContext => ({ ...platform, address, locale: 'sv' })

/** A company to try with, as its user's requests see it. */
async function sandbox(): Promise<TenantContext> {
  serial += 1
  const anyone = visitor(`192.0.2.${serial}`)
  const { secret } = expectValue(await startSandbox(anyone))
  const limits = { idleAfter: new Date(0), begunAfter: new Date(0) }
  const session = await findSession(platform.db, sha256(secret), limits)
  if (!session?.companyId) throw new Error('no session')
  const { id: sessionId, userId, name: userName, email: userEmail, isSandbox, companyId } = session
  return { ...anyone, sessionId, userId, userName, userEmail, isSandbox, tenantId: companyId }
}

/** Something that takes whatever it is given, and tells. */
function network() {
  const taken: string[] = []
  const submit = async ({ messageId }: { messageId: string }) => {
    taken.push(messageId)
    return { answer: 'taken' as const }
  }
  return { taken, accessPoint: { submit, status: async () => ({ answer: 'unknown' as const }) } }
}

test('K35 a company to try with sends a whole invoice at once, which is Klar, and nobody gets anything', async () => {
  const ctx = await sandbox()
  const { taken, accessPoint } = network()
  const supplier = { ...ctx, accessPoint }
  const before = await owner`select count(*)::int as letters from mails`
  const invoiceId = await readyInvoice(supplier, partyId)
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: null }])
  const deliveryId = (await getInvoice(supplier, invoiceId))?.delivery?.id ?? ''
  await deliver({ ...platform, accessPoint }, { tenantId: ctx.tenantId, deliveryId, after: 0 })
  const found = await getInvoice(supplier, invoiceId)
  expect(found?.delivery).toMatchObject({ state: 'delivered', channel: 'simulator' })
  expect(found?.events.at(-1)).toMatchObject({ event: 'delivered', evidence: { channel: 'simulator' } })
  expect((await listInbox(recipient)).documents).toEqual([])
  expect((await listRequests(recipient)).open).toEqual([])
  expect(taken).toEqual([])
  expect(await owner`select count(*)::int as letters from mails`).toEqual(before)
})

test('K35 the database lets nothing else of it out, nothing else in, and no company change sides', async () => {
  const tried = await sandbox()
  const real = await newCompany(platform, 'supplier', '5599990008')
  const ready = await readyInvoice(tried, partyId)
  const away = { ...tried, isSandbox: false }
  expect(await sendInvoices(away, [ready])).toMatchObject([{ problem: 'broken' }])
  expect((await getInvoice(tried, ready))?.invoice.state).toBe('ready')
  const open = await newParty(database.ownerUrl, { orgNumber: '2399990015', companyId: recipient.tenantId })
  const own = await readyInvoice(real, open)
  expect(await sendInvoices({ ...real, isSandbox: true }, [own])).toMatchObject([{ problem: 'broken' }])
  expect((await getInvoice(real, own))?.invoice.state).toBe('ready')
  const asTenant = (
    tenantId: string,
    change: (sql: postgres.TransactionSql) => postgres.PendingQuery<never[]>,
  ) =>
    owner.begin(async (sql) => {
      await sql`select set_config('app.tenant', ${tenantId}, true)`
      await change(sql)
    })
  await expect(
    asTenant(real.tenantId, (sql) => sql`update companies set is_sandbox = true where id = ${real.tenantId}`),
  ).rejects.toThrow('from its first day')
  await expect(
    asTenant(tried.tenantId, (sql) => sql`update users set is_sandbox = false where id = ${tried.userId}`),
  ).rejects.toThrow('from its first day')
})

test('K35 nobody signs in to it again, and five are made from an address in a quarter of an hour', async () => {
  const { userEmail } = await sandbox()
  const anyone = visitor('198.51.100.7')
  for (const password of ['none', '']) {
    expect(await signIn(anyone, { email: userEmail, password })).toMatchObject({ ok: false, code: 'wrong' })
  }
  const presses = await Promise.all(Array.from({ length: 8 }, () => startSandbox(anyone)))
  expect(presses.filter(({ ok }) => ok).length).toBeLessThanOrEqual(5)
  expect(presses.some(({ ok }) => ok)).toBe(true)
  expect(await startSandbox(anyone)).toMatchObject({ ok: false, code: 'too-many' })
  expect(await startSandbox(visitor('198.51.100.8'))).toMatchObject({ ok: true })
  const later = { now: () => new Date(Date.now() + 16 * 60_000) }
  expect(await startSandbox({ ...anyone, clock: later })).toMatchObject({ ok: true })
})

const dayMilliseconds = 86_400_000

/** How many rows of a company there are in each table that has any. */
async function rowsOf(tenantId: string): Promise<Record<string, number>> {
  const tables = await owner<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'tenant_id'`
  const counted = await owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${tenantId}, true)`
    const counts: [string, number][] = []
    for (const { name } of tables) {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from ${sql(name)} where tenant_id = ${tenantId}`
      counts.push([name, row?.count ?? 0])
    }
    const [company] = await sql<{ count: number }[]>`
      select (select count(*) from companies where id = ${tenantId})::int
        + (select count(*) from users where company_id = ${tenantId})::int as count`
    return [...counts, ['companies and users', company?.count ?? 0] as [string, number]]
  })
  return Object.fromEntries(counted.filter(([, count]) => count > 0))
}

/** Sends an invoice with a file; gives the keys of its objects. */
async function sendWithFile(ctx: TenantContext): Promise<void> {
  const invoiceId = await readyInvoice(ctx, partyId)
  expectValue(await addAttachment(ctx, { invoiceId, fileName: 'tabell.csv', bytes: csvOf() }))
  expect(await sendInvoices(ctx, [invoiceId])).toMatchObject([{ problem: null }])
  const deliveryId = (await getInvoice(ctx, invoiceId))?.delivery?.id ?? ''
  await deliver(platform, { tenantId: ctx.tenantId, deliveryId, after: 0 })
}

async function objectsOf(tenantId: string): Promise<number> {
  let count = 0
  for (const prefix of ['attachments/', 'xml/', 'pdf/']) {
    for await (const { key } of platform.store.list(prefix)) if (key.includes(tenantId)) count += 1
  }
  return count
}

test('K35 a company to try with goes whole, files and all, when nobody was seen in it for a week; others stay', async () => {
  const [left, used] = [await sandbox(), await sandbox()]
  const real = await newCompany(platform, 'supplier', '5599990107')
  const before = new Map<string, Record<string, number>>()
  for (const ctx of [left, used]) await sendWithFile(ctx)
  for (const { tenantId } of [left, used, real]) before.set(tenantId, await rowsOf(tenantId))
  const guarded = ['audit_log', 'invoice_events', 'invoice_versions', 'invoices', 'deliveries', 'attachments']
  expect(Object.keys(before.get(left.tenantId) ?? {})).toEqual(expect.arrayContaining(guarded))

  const later = new Date(Date.now() + 8 * dayMilliseconds)
  const then = { ...platform, clock: { now: () => later } }
  const dayBefore = new Date(later.getTime() - dayMilliseconds)
  await owner`update sessions set last_seen_at = ${dayBefore} where user_id = ${used.userId}`
  await prune({ ...platform, clock: { now: () => new Date(Date.now() + 6 * dayMilliseconds) } })
  expect(await rowsOf(left.tenantId)).toEqual(before.get(left.tenantId))
  await prune(then)
  expect(await rowsOf(left.tenantId)).toEqual({})
  for (const { tenantId } of [used, real]) expect(await rowsOf(tenantId)).toEqual(before.get(tenantId))

  expect(await objectsOf(left.tenantId)).toBeGreaterThan(1)
  const kept = await objectsOf(used.tenantId)
  await sweepOrphans(then)
  expect(await objectsOf(left.tenantId)).toBe(0)
  expect(await objectsOf(used.tenantId)).toBe(kept)
})

test('K35 by the way a trial is removed nothing else is: not by the application, not by the database’s owner', async () => {
  const real = await newCompany(platform, 'supplier', '5599990206')
  const open = await newParty(database.ownerUrl, { orgNumber: '5599990305', companyId: recipient.tenantId })
  expect(await sendInvoices(real, [await readyInvoice(real, open)])).toMatchObject([{ problem: null }])
  const tried = await sandbox()
  const app = postgres(database.appUrl, { max: 1, onnotice: () => undefined })
  const before = await rowsOf(real.tenantId)
  for (const sql of [owner, app]) {
    for (const as of [real.tenantId, tried.tenantId]) {
      const remove = sql.begin(async (tx) => {
        await tx`select set_config('app.tenant', ${as}, true)`
        await tx`select remove_sandbox(${real.tenantId})`
      })
      await expect(remove).rejects.toThrow('only a company that tries Talong out')
    }
  }
  for (const table of ['invoices', 'invoice_versions', 'invoice_events', 'audit_log']) {
    const remove = owner.begin(async (tx) => {
      await tx`select set_config('app.tenant', ${real.tenantId}, true)`
      await tx`delete from ${tx(table)} where tenant_id = ${real.tenantId}`
    })
    await expect(remove, table).rejects.toThrow(/^immutable/)
  }
  // What the application removes of a trial it removes whole: of a log alone it may not.
  const removeLog = app.begin(async (tx) => {
    await tx`select set_config('app.tenant', ${tried.tenantId}, true)`
    await tx`delete from audit_log where tenant_id = ${tried.tenantId}`
  })
  await expect(removeLog).rejects.toThrow('permission denied')
  expect(await rowsOf(real.tenantId)).toEqual(before)
  await app.end()
})

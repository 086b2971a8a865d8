import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { readMailbox } from '#lib/adapters/mail/mailbox.ts'
import { expectValue } from '#lib/core/result.ts'
import { registerCompany } from '#lib/services/account/register-company.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { getInvoicePdf } from '#lib/services/pdf/read-pdf.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform } from '#tests/setup/platform.ts'

// The real worker process on the real queue. A crash is SIGKILL.

let database: TestDatabase
let platform: Awaited<ReturnType<typeof openPlatform>>
let owner: postgres.Sql
let supplier: TenantContext
let recipient: TenantContext
let partyId: string
let dataDir: string
const workers: ChildProcess[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 2 })
  supplier = await newCompany(platform, 'supplier', '5599990008')
  recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
  dataDir = platform.storeFolder
})

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => end(worker, 'SIGKILL')))
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

function startWorker(): ChildProcess {
  const worker = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../lib/worker/main.ts', import.meta.url))],
    {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DATABASE_URL: database.appUrl,
        DATA_DIR: dataDir,
        AUTH_SECRET: platform.linkSecret,
        PUBLIC_ORIGIN: 'http://localhost:3999',
      },
      stdio: 'ignore',
    },
  )
  workers.push(worker)
  return worker
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode
  const ended = new Promise<number | null>((resolve) => worker.on('exit', (code) => resolve(code)))
  worker.kill(signal)
  return ended
}

const deliveryOf = async (invoiceId: string) => (await getInvoice(supplier, invoiceId))?.delivery

/** Sends an invoice while `table` is held, so that the worker stands in the middle of the delivery; then kills it. */
async function killInTheMiddle(table: 'inbox_documents' | 'invoice_events'): Promise<string> {
  const invoiceId = await readyInvoice(supplier, partyId)
  await owner.begin(async (sql) => {
    await sendInvoices(supplier, [invoiceId])
    await sql`lock table ${sql(table)} in exclusive mode`
    const worker = startWorker()
    await vi.waitFor(
      async () => {
        const waiting =
          await owner`select 1 from pg_locks where not granted and relation = ${table}::regclass`
        expect(waiting.length).toBeGreaterThan(0)
      },
      { timeout: 30_000, interval: 50 },
    )
    expect((await deliveryOf(invoiceId))?.state).toBe('sending')
    await end(worker, 'SIGKILL')
  })
  return invoiceId
}

async function expectDeliveredOnce(invoiceId: string): Promise<void> {
  await vi.waitFor(async () => expect((await deliveryOf(invoiceId))?.state).toBe('delivered'), {
    timeout: 60_000,
    interval: 200,
  })
  const found = await getInvoice(supplier, invoiceId)
  const { documents } = await listInbox(recipient)
  expect(documents.filter((document) => document.number === found?.invoice.number)).toHaveLength(1)
  expect(found?.events.filter((event) => event.event === 'delivered')).toHaveLength(1)
  expect(found?.delivery?.attempts).toBe(2)
}

test('a worker killed before the recipient had it: another delivers, once, within a minute', async () => {
  const invoiceId = await killInTheMiddle('inbox_documents')
  expect((await listInbox(recipient)).documents).toEqual([])
  startWorker()
  await expectDeliveredOnce(invoiceId)
}, 120_000)

test('a worker killed after the recipient had it, before that was noted: still once, within a minute', async () => {
  const before = (await listInbox(recipient)).documents.length
  const invoiceId = await killInTheMiddle('invoice_events')
  expect((await listInbox(recipient)).documents).toHaveLength(before + 1)
  startWorker()
  await expectDeliveredOnce(invoiceId)
}, 120_000)

test('the PDF of what was sent is made beside the delivery', async () => {
  const invoiceId = await readyInvoice(supplier, partyId)
  await sendInvoices(supplier, [invoiceId])
  startWorker()
  const pdf = await vi.waitFor(async () => expectValue(await getInvoicePdf(supplier, invoiceId)), {
    timeout: 60_000,
    interval: 200,
  })
  expect(Buffer.from(pdf.bytes).toString('latin1', 0, 8)).toBe('%PDF-1.7')
}, 120_000)

test('a letter is written in its receiver’s language with a link that is nowhere else, and SIGTERM ends the worker', async () => {
  const worker = startWorker()
  await registerCompany(
    { ...platform, address: '127.0.0.1', locale: 'en' },
    { companyName: 'Mail AB', orgNumber: '5599991006', contactName: 'Mia Mail', email: 'mia@mail.example' },
  )
  const letters = await vi.waitFor(
    async () => {
      const found = (await readMailbox(dataDir, 10)).filter((letter) => letter.to === 'mia@mail.example')
      expect(found).toHaveLength(1)
      return found
    },
    { timeout: 30_000, interval: 100 },
  )
  expect(letters[0]?.subject).toBe('Activate your Talong account')
  expect(letters[0]?.text).toMatch(/http:\/\/localhost:3999\/activate\/[\w-]{43}/)
  expect(await end(worker, 'SIGTERM')).toBe(0)
})

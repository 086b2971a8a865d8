import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { beginAttempt } from '#db/queries/deliveries.ts'
import { deliveries } from '#db/schema/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { readMailbox } from '#lib/adapters/mail/mailbox.ts'
import type { Mailer } from '#lib/adapters/mail/mailer.ts'
import { openSmtp } from '#lib/adapters/mail/smtp.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { tryAgain } from '#lib/services/delivery/try-again.ts'
import { getInvoice, getInvoiceXml, listReady } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { retryDelivery } from '#lib/services/operator/deliveries.ts'
import { getInvoicePdf } from '#lib/services/pdf/read-pdf.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice } from '#tests/setup/invoices.ts'
import { type MailServer, openMailServer } from '#tests/setup/mail-server.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

// Letters go over TCP to a server that breaks where it is told to; only what it says has arrived is believed.

const address = 'ekonomi@mottagaren.example'
let database: TestDatabase
let platform: TestPlatform
let owner: postgres.Sql
let supplier: TenantContext
let partyId: string
let server: MailServer
let mailer: Mailer

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  const party = { orgNumber: '2120009903', channels: ['email' as const], contactEmail: address }
  partyId = await newParty(database.ownerUrl, party)
  supplier = await newCompany(platform, 'supplier', '5599990008')
  server = await openMailServer()
  mailer = openSmtp(server.url, 'Talong <talong@talong.example>')
})

beforeEach(() => {
  server.manner = 'take'
})

afterAll(async () => {
  await server.close()
  await platform.close()
  await owner.end()
  await database.drop()
})

async function sentLetter() {
  const invoiceId = await readyInvoice(supplier, partyId)
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: null }])
  const delivery = (await getInvoice(supplier, invoiceId))?.delivery
  if (!delivery) throw new Error('it was not sent')
  const { id: deliveryId, messageId } = delivery
  const { tenantId } = supplier
  const attempt = (after = 0, by = mailer) =>
    deliver({ ...platform, mailer: by }, { tenantId, deliveryId, after })
  const now = async () => {
    const found = await getInvoice(supplier, invoiceId)
    const { state, failureCode, attempts } = found?.delivery ?? {}
    return { state, failureCode, attempts, invoice: found?.invoice.state, last: found?.events.at(-1) }
  }
  const jobs = async () =>
    (
      await owner`select id from pgboss.job where name = 'deliver' and data->>'deliveryId' = ${deliveryId}
        and (data->>'after')::int > 0`
    ).length
  const letters = () => server.arrived.filter((letter) => letter.includes(`<${messageId}@talong>`))
  return { invoiceId, deliveryId, messageId, attempt, now, jobs, letters }
}

/** The files of a letter, by their type. */
function fileOf(letter: string, type: string): Buffer {
  const part = letter.split(/--[-_A-Za-z0-9]+/).find((each) => each.includes(`Content-Type: ${type}`))
  return Buffer.from(part?.split('\r\n\r\n')[1] ?? '', 'base64')
}

test('an invoice to a party that takes letters leaves as one, with its PDF and the exact bytes, and is E-post, not Klar', async () => {
  const ready = await readyInvoice(supplier, partyId)
  const row = (await listReady(supplier)).find(({ id }) => id === ready)
  expect(row).toMatchObject({ problem: null, channel: { channel: 'email', recipientEmail: address } })
  const { invoiceId, attempt, now, letters } = await sentLetter()
  await attempt()
  expect(await now()).toMatchObject({ state: 'mailed', attempts: 1, invoice: 'sent' })
  expect((await now()).last).toMatchObject({ event: 'mailed', evidence: { channel: 'email', address } })
  const [letter = '', ...others] = letters()
  expect(others).toEqual([])
  expect(letter).toContain(`To: ${address}`)
  expect(letter).toContain('Reply-To: faktura@provbolaget.example')
  const text = letter.replaceAll('=\r\n', '')
  expect(text).toContain('inte en e-faktura')
  const xml = expectValue(await getInvoiceXml(supplier, invoiceId))
  const pdf = expectValue(await getInvoicePdf(supplier, invoiceId))
  expect(fileOf(letter, 'application/xml').equals(xml.bytes)).toBe(true)
  expect(fileOf(letter, 'application/pdf').equals(pdf.bytes)).toBe(true)
})

test('the address is the one of the moment it was sent, and never changes', async () => {
  const { deliveryId, attempt, letters } = await sentLetter()
  await owner`update parties set contact_email = 'annan@mottagaren.example' where id = ${partyId}`
  await attempt()
  await owner`update parties set contact_email = ${address} where id = ${partyId}`
  expect(letters()[0]).toContain(`To: ${address}`)
  await expect(
    withTenant(platform.db, supplier.tenantId, (tx) =>
      tx.update(deliveries).set({ recipientEmail: 'x@y.example' }).where(eq(deliveries.id, deliveryId)),
    ),
  ).rejects.toThrow()
})

test.each(['greeting', 'ehlo', 'mail', 'rcpt', 'before-data'] as const)(
  'a connection that is cut at %s has delivered nothing: the letter goes at the next attempt, once',
  async (cut) => {
    const { attempt, now, letters, jobs } = await sentLetter()
    server.manner = { cut }
    await attempt()
    expect(await now()).toMatchObject({ state: 'retrying', failureCode: 'mail-no-answer' })
    expect(await jobs()).toBe(1)
    server.manner = 'take'
    await attempt(1)
    expect(await now()).toMatchObject({ state: 'mailed', attempts: 2 })
    expect(letters()).toHaveLength(1)
  },
)

test('a letter that is cut while it still is being written has not arrived; one that was written whole may have', async () => {
  const letter = (size: number) => ({
    to: address,
    subject: 'En faktura',
    text: 'Hej',
    html: '<p>Hej</p>',
    attachments: [{ fileName: 'a.pdf', mimeType: 'application/pdf', bytes: new Uint8Array(size) }],
  })
  server.manner = { cut: 'data' }
  const before = server.arrived.length
  expect(await mailer.post(newId(), letter(60_000_000))).toEqual({
    answer: 'again',
    code: 'mail-no-answer',
  })
  // All of it is on its way to the server when that falls: from here nobody can tell how far it came.
  expect(await mailer.post(newId(), letter(10))).toEqual({ answer: 'unclear' })
  expect(server.arrived).toHaveLength(before)
})

test('a server that nobody listens at is tried again', async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => probe.once('listening', listening))
  const found = probe.address()
  await new Promise((closed) => probe.close(closed))
  const port = found !== null && typeof found === 'object' ? found.port : 0
  const { attempt, now } = await sentLetter()
  await attempt(0, openSmtp(`smtp://127.0.0.1:${port}`, 'talong@talong.example'))
  expect(await now()).toMatchObject({ state: 'retrying', failureCode: 'mail-no-answer' })
})

test.each([
  ['rcpt', '450 4.2.0 grey listed'],
  ['mail', '550 5.7.1 not from you'],
  ['before-data', '451 4.3.0 later'],
  ['after-data', '452 4.3.1 no room'],
] as const)('an answer at %s that is not of the letter, or only for now, is tried again', async (at, say) => {
  const { attempt, now, jobs } = await sentLetter()
  server.manner = { at, say }
  await attempt()
  expect(await now()).toMatchObject({ state: 'retrying', failureCode: 'mail-not-now' })
  expect(await jobs()).toBe(1)
})

test.each([
  ['rcpt', '550 5.1.1 no such user', 'address-refused'],
  ['after-data', '554 5.6.0 not this content', 'letter-refused'],
] as const)(
  'a refusal at %s is final: the invoice can be mended, with the server’s words',
  async (at, say, code) => {
    const { attempt, now, jobs } = await sentLetter()
    server.manner = { at, say }
    await attempt()
    expect(await now()).toMatchObject({ state: 'failed', failureCode: code, invoice: 'failed' })
    expect((await now()).last?.evidence.reason).toBe(say)
    expect(await jobs()).toBe(0)
  },
)

test('a connection that is cut between the data and its answer is uncertain, and nobody’s press sends a second letter', async () => {
  const { invoiceId, deliveryId, attempt, now, letters, jobs } = await sentLetter()
  server.manner = { cut: 'after-data' }
  await attempt()
  expect(await now()).toMatchObject({
    state: 'uncertain',
    failureCode: 'letter-unknown',
    invoice: 'sent',
    last: { event: 'uncertain', evidence: { address } },
  })
  server.manner = 'take'
  expect(await tryAgain(supplier, invoiceId)).toMatchObject({ ok: false, code: 'delivery-moved-on' })
  expect(await retryDelivery(supplier, deliveryId)).toMatchObject({ ok: false, code: 'delivery-moved-on' })
  expect(await jobs()).toBe(0)
  // Not even a job that should not be there.
  await attempt(1)
  expect(await now()).toMatchObject({ state: 'uncertain', attempts: 2 })
  expect(letters()).toHaveLength(1)
})

test('an attempt that a worker left without an outcome is uncertain, and is not made again', async () => {
  const { deliveryId, attempt, now, letters } = await sentLetter()
  await withTenant(platform.db, supplier.tenantId, (tx) =>
    beginAttempt(tx, supplier.tenantId, deliveryId, { after: 0, now: new Date() }),
  )
  await attempt()
  expect(await now()).toMatchObject({ state: 'uncertain', attempts: 2, failureCode: 'letter-unknown' })
  expect(letters()).toEqual([])
})

test('without a mail server the letter is kept with its files, to be looked at', async () => {
  const { invoiceId, messageId, attempt, now } = await sentLetter()
  await attempt(0, platform.mailer)
  expect((await now()).state).toBe('mailed')
  const [kept] = (await readMailbox(platform.storeFolder, 50)).filter(({ id }) => id === messageId)
  const xml = expectValue(await getInvoiceXml(supplier, invoiceId))
  expect(kept).toMatchObject({
    to: address,
    files: [{}, { fileName: xml.fileName, size: xml.bytes.byteLength }],
  })
  const file = await readFile(join(platform.storeFolder, 'mailbox', messageId, xml.fileName))
  expect(file.equals(xml.bytes)).toBe(true)
})

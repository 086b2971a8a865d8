import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectValue } from '#lib/core/result.ts'
import { sweepOrphans } from '#lib/services/attachments/sweep-orphans.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { readReceivedXml } from '#lib/services/inbox/read-received.ts'
import { getInvoice, getInvoiceXml } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { makePdf } from '#lib/services/pdf/make-pdf.ts'
import { getInvoicePdf, isInvoicePdfMade, readReceivedPdf } from '#lib/services/pdf/read-pdf.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform } from '#tests/setup/platform.ts'
import { readPdf } from '#tests/setup/read-pdf.ts'

let database: TestDatabase
let platform: Awaited<ReturnType<typeof openPlatform>>
let supplier: TenantContext
let recipient: TenantContext
let stranger: TenantContext
let partyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  supplier = await newCompany(platform, 'supplier', '5599990008')
  stranger = await newCompany(platform, 'supplier', '5599991006')
  recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
})

afterAll(async () => {
  await platform.close()
  await database.drop()
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function sent(): Promise<string> {
  const invoiceId = await readyInvoice(supplier, partyId)
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: null }])
  return invoiceId
}

/** The received document that is this invoice. */
async function receivedOf(invoiceId: string): Promise<string> {
  const found = await getInvoice(supplier, invoiceId)
  await deliver(platform, { tenantId: supplier.tenantId, deliveryId: found?.delivery?.id ?? '', after: 0 })
  const { documents } = await listInbox(recipient)
  return documents.find(({ number }) => number === found?.invoice.number)?.id ?? expect.unreachable()
}

const make = (invoiceId: string) => makePdf(platform, { tenantId: supplier.tenantId, invoiceId, version: 1 })

/** Jobs that are to make the PDF of an invoice. */
async function plannedFor(invoiceId: string): Promise<number> {
  const rows = await platform.db.execute(
    sql`select 1 from pgboss.job where name = 'make-pdf' and data ->> 'invoiceId' = ${invoiceId}`,
  )
  return rows.length
}

const pdfFolder = () => join(platform.storeFolder, 'attachments', 'pdf', supplier.tenantId)

test('sending plans the PDF once; until it is made it is said to be', async () => {
  const invoiceId = await sent()
  expect(await plannedFor(invoiceId)).toBe(1)
  expect(await getInvoicePdf(supplier, invoiceId)).toMatchObject({ ok: false, code: 'being-made' })
  expect(await isInvoicePdfMade(supplier, invoiceId)).toBe(false)
  const documentId = await receivedOf(invoiceId)
  expect(await readReceivedPdf(recipient, documentId)).toMatchObject({ ok: false, code: 'being-made' })
  expect(await plannedFor(invoiceId)).toBe(1)
})

test('sender and recipient get the same bytes, with the XML that was sent inside', async () => {
  const invoiceId = await sent()
  const documentId = await receivedOf(invoiceId)
  await make(invoiceId)
  const own = expectValue(await getInvoicePdf(supplier, invoiceId))
  const received = expectValue(await readReceivedPdf(recipient, documentId))
  expect(sha256(received.bytes)).toBe(sha256(own.bytes))
  const number = (await getInvoice(supplier, invoiceId))?.invoice.number
  expect(own).toMatchObject({ fileName: `faktura-${number}.pdf`, mimeType: 'application/pdf' })
  const pdf = readPdf(own.bytes)
  const [inside = Buffer.alloc(0)] = pdf.files.values()
  expect(sha256(inside)).toBe(sha256(expectValue(await getInvoiceXml(supplier, invoiceId)).bytes))
  expect(sha256(inside)).toBe(sha256(expectValue(await readReceivedXml(recipient, documentId)).bytes))
  expect(pdf.elements.find(({ type }) => type === 'H1')?.text).toBe(`Faktura ${number}`)
})

test('made again, also at once, it stays one object and the same bytes', async () => {
  const invoiceId = await sent()
  const before = (await readdir(pdfFolder())).length
  await Promise.all([make(invoiceId), make(invoiceId), make(invoiceId)])
  const first = expectValue(await getInvoicePdf(supplier, invoiceId)).bytes
  await make(invoiceId)
  expect((await readdir(pdfFolder())).length).toBe(before + 1)
  expect(sha256(expectValue(await getInvoicePdf(supplier, invoiceId)).bytes)).toBe(sha256(first))
  expect(await readdir(pdfFolder())).toContain(sha256(first))
})

test('nobody else gets it, and there is none of what was not sent', async () => {
  const invoiceId = await sent()
  await make(invoiceId)
  const ready = await readyInvoice(supplier, partyId)
  for (const [ctx, id] of [
    [stranger, invoiceId],
    [recipient, invoiceId],
    [supplier, ready],
    [supplier, 'x'],
  ] as const) {
    expect(await getInvoicePdf(ctx, id)).toMatchObject({ ok: false, code: 'unknown' })
    expect(await isInvoicePdfMade(ctx, id)).toBeNull()
  }
  expect(await plannedFor(ready)).toBe(0)
  const documentId = await receivedOf(invoiceId)
  expect(await readReceivedPdf(stranger, documentId)).toMatchObject({ ok: false, code: 'unknown' })
})

test('bytes that have changed in the store are not handed out, and none are made of a document that has', async () => {
  const invoiceId = await sent()
  await make(invoiceId)
  const { bytes } = expectValue(await getInvoicePdf(supplier, invoiceId))
  await writeFile(join(pdfFolder(), sha256(bytes)), 'something else')
  expect(await getInvoicePdf(supplier, invoiceId)).toMatchObject({ ok: false, code: 'attachment-corrupt' })

  const other = await sent()
  const [row] = await platform.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.tenant', ${supplier.tenantId}, true)`)
    return tx.execute<{ key: string }>(
      sql`select xml_key as key from invoice_versions where invoice_id = ${other}`,
    )
  })
  await writeFile(join(platform.storeFolder, 'attachments', ...(row?.key ?? '').split('/')), '<Invoice/>')
  await make(other)
  expect(await getInvoicePdf(supplier, other)).toMatchObject({ ok: false, code: 'being-made' })
})

test('a PDF that is pointed to is not swept; one that is not is', async () => {
  const invoiceId = await sent()
  await make(invoiceId)
  await platform.store.put(`pdf/${supplier.tenantId}/orphan`, Buffer.from('left behind'))
  const inTwoDays = { now: () => new Date(Date.now() + 2 * 86_400_000) }
  await sweepOrphans({ ...platform, clock: inTwoDays })
  expect(await getInvoicePdf(supplier, invoiceId)).toMatchObject({ ok: true })
  expect(await readdir(pdfFolder())).not.toContain('orphan')
})

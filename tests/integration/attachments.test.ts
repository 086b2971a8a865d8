import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAttachments as listRows } from '#db/queries/attachments.ts'
import { withTenant } from '#db/with-tenant.ts'
import { StoreError } from '#lib/adapters/storage/store.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import {
  describeAttachment,
  moveAttachment,
  removeAttachment,
  restoreAttachment,
} from '#lib/services/attachments/change-attachment.ts'
import {
  countAttachments,
  listAttachments,
  readAttachment,
} from '#lib/services/attachments/read-attachments.ts'
import { sweepOrphans } from '#lib/services/attachments/sweep-orphans.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { readReceivedAttachment, readReceivedXml } from '#lib/services/inbox/read-received.ts'
import { getInvoice, getInvoiceXml } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { csvOf, exeOf, jpegOf, odsOf, pdfOf, pngOf, xlsxOf } from '#tests/setup/files.ts'
import { readyInvoice } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'
import { expectValidDocument } from '#tests/setup/ubl-schema.ts'

let database: TestDatabase
let platform: TestPlatform
let supplier: TenantContext
let stranger: TenantContext
let recipient: TenantContext
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

/** A ready invoice of the supplier's, without files. */
const newInvoice = () => readyInvoice(supplier, partyId)

const add = (invoiceId: string, fileName: string, bytes: Uint8Array, ctx = supplier) =>
  addAttachment(ctx, { invoiceId, fileName, bytes })

const namesOf = async (invoiceId: string) =>
  (await listAttachments(supplier, invoiceId)).map(({ fileName }) => fileName)

const problemOf = async (invoiceId: string) =>
  (await sendInvoices(supplier, [invoiceId])).map((outcome) => outcome.problem)

/** The file in which the folder store keeps an object. */
const pathOf = (key: string) => join(platform.storeFolder, 'attachments', key)

const keysOf = async (invoiceId: string) =>
  (await withTenant(platform.db, supplier.tenantId, (tx) => listRows(tx, supplier.tenantId, invoiceId))).map(
    ({ key }) => key,
  )

/** How many objects the store holds. */
async function countObjects(): Promise<number> {
  let total = 0
  for (const prefix of ['attachments/', 'xml/']) for await (const _ of platform.store.list(prefix)) total += 1
  return total
}

/** A store that answers nothing, as a platform has it. */
const away = (ctx: TenantContext, error: Error = new StoreError('unreachable', 'test')): TenantContext => {
  const refuse = async () => {
    throw error
  }
  return { ...ctx, store: { ...ctx.store, put: refuse, read: refuse } }
}

describe('what is refused leaves neither row nor object', () => {
  test.each<[what: string, name: string, bytes: () => Uint8Array, code: string]>([
    ['a program named .pdf', 'faktura.pdf', exeOf, 'attachment-type'],
    ['a PDF with JavaScript', 'a.pdf', () => pdfOf('4 0 obj<</S/JavaScript>>endobj'), 'attachment-active'],
    ['10 MB', 'stor.pdf', () => pdfOf('', 10_000_000), 'attachment-too-large'],
    ['nothing', 'tom.pdf', () => new Uint8Array(), 'attachment-empty'],
  ])('%s', async (_what, name, bytes, code) => {
    const invoiceId = await newInvoice()
    const before = await countObjects()
    expect(await add(invoiceId, name, bytes())).toMatchObject({ ok: false, code, details: { name } })
    expect(await namesOf(invoiceId)).toEqual([])
    expect(await countObjects()).toBe(before)
  })

  test('the eleventh file, and whatever exceeds 10 MB together', async () => {
    const many = await newInvoice()
    for (let count = 0; count < 10; count += 1) expectValue(await add(many, 'a.png', pngOf()))
    expect(await add(many, 'a.png', pngOf())).toMatchObject({ code: 'attachments-too-many' })
    expect(await namesOf(many)).toEqual([
      'a.png',
      ...Array.from({ length: 9 }, (_, at) => `a (${at + 2}).png`),
    ])
    const large = await newInvoice()
    expectValue(await add(large, 'a.pdf', pdfOf('', 5_000_000)))
    expectValue(await add(large, 'b.pdf', pdfOf('', 4_999_000)))
    expect(await add(large, 'c.pdf', pdfOf('', 1_001))).toMatchObject({ code: 'attachments-too-large' })
    expectValue(await add(large, 'c.pdf', pdfOf('', 1_000)))
  })

  test('uploads at once cannot exceed the limits together', async () => {
    const invoiceId = await newInvoice()
    const before = await countObjects()
    const added = await Promise.all(
      Array.from({ length: 6 }, (_, at) => add(invoiceId, `${at}.pdf`, pdfOf('', 4_000_000))),
    )
    expect(added.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await namesOf(invoiceId)).toHaveLength(2)
    expect(await countObjects()).toBe(before + 2)
  })

  test('another company’s invoice, whose files are not to be had either', async () => {
    const invoiceId = await newInvoice()
    const { id } = expectValue(await add(invoiceId, 'a.pdf', pdfOf()))
    expect(await add(invoiceId, 'a.pdf', pdfOf(), stranger)).toMatchObject({ code: 'unknown' })
    expect(await readAttachment(stranger, id)).toMatchObject({ code: 'unknown' })
    expect(await removeAttachment(stranger, id)).toMatchObject({ code: 'unknown-attachment' })
    expect(await listAttachments(stranger, invoiceId)).toEqual([])
    expect(await namesOf(invoiceId)).toEqual(['a.pdf'])
  })

  test('a file while the store is away', async () => {
    const invoiceId = await newInvoice()
    expect(await add(invoiceId, 'a.pdf', pdfOf(), away(supplier))).toMatchObject({ code: 'store-away' })
    expect(await namesOf(invoiceId)).toEqual([])
  })

  test('a file while a store is away that another bundle of the build has opened, with a class of its own', async () => {
    class Foreign extends Error {
      override readonly name = 'StoreError'
      readonly kind = 'unreachable'
    }
    const ctx = away(supplier, new Foreign())
    expect(await add(await newInvoice(), 'a.pdf', pdfOf(), ctx)).toMatchObject({ code: 'store-away' })
  })
})

describe('an upload whose answer was lost, sent again,', () => {
  const upload = (invoiceId: string, uploadId: string, ctx = supplier) =>
    addAttachment(ctx, { invoiceId, uploadId, fileName: 'a.png', bytes: pngOf() })

  test('is the file that is there, also where there is room for no more, or the invoice has been sent', async () => {
    const invoiceId = await newInvoice()
    const before = await countObjects()
    const uploadId = newId()
    const first = expectValue(await upload(invoiceId, uploadId))
    for (let count = 1; count < 10; count += 1) expectValue(await add(invoiceId, `${count}.png`, pngOf()))
    expect(first.id).toBe(uploadId)
    expect(expectValue(await upload(invoiceId, uploadId))).toEqual(first)
    expect(await problemOf(invoiceId)).toEqual([null])
    expect(expectValue(await upload(invoiceId, uploadId))).toEqual(first)
    expect(await namesOf(invoiceId)).toHaveLength(10)
    expect(await countObjects()).toBe(before + 11)
  })

  test('is there once and leaves no second object while the first is still on its way', async () => {
    const invoiceId = await newInvoice()
    const before = await countObjects()
    const uploadId = newId()
    // The second overtakes the first between its object and its row.
    const put = async (key: string, bytes: Uint8Array) => {
      await supplier.store.put(key, bytes)
      expectValue(await upload(invoiceId, uploadId))
    }
    const overtaken = { ...supplier, store: { ...supplier.store, put } }
    expect(expectValue(await upload(invoiceId, uploadId, overtaken)).id).toBe(uploadId)
    expect(await namesOf(invoiceId)).toEqual(['a.png'])
    expect(await countObjects()).toBe(before + 1)
  })

  test('reaches no other invoice and no other company, and brings nothing back that was taken away', async () => {
    const [invoiceId, other] = [await newInvoice(), await newInvoice()]
    const uploadId = newId()
    expectValue(await upload(invoiceId, uploadId))
    expect(await upload(other, uploadId)).toMatchObject({ code: 'unknown' })
    expect(await upload(invoiceId, uploadId, stranger)).toMatchObject({ code: 'unknown' })
    expectValue(await removeAttachment(supplier, uploadId))
    expect(await upload(invoiceId, uploadId)).toMatchObject({ code: 'unknown' })
    expect(await namesOf(invoiceId)).toEqual([])
    expect(await namesOf(other)).toEqual([])
  })
})

test('a file is described, moved, taken away and brought back while the invoice waits', async () => {
  const invoiceId = await newInvoice()
  const first = expectValue(await add(invoiceId, 'kvitto.png', pngOf()))
  const second = expectValue(await add(invoiceId, 'tider.csv', csvOf()))
  expect(second).toMatchObject({ mimeType: 'text/csv', description: 'tider' })
  const moved = expectValue(await moveAttachment(supplier, { attachmentId: second.id, direction: 'up' }))
  expect(moved.map(({ fileName }) => fileName)).toEqual(['tider.csv', 'kvitto.png'])
  expectValue(await describeAttachment(supplier, { attachmentId: first.id, description: 'Originalfaktura' }))
  expectValue(await removeAttachment(supplier, second.id))
  expect(await listAttachments(supplier, invoiceId)).toMatchObject([{ description: 'Originalfaktura' }])
  expect(await readAttachment(supplier, second.id)).toMatchObject({ code: 'unknown' })
  expectValue(await restoreAttachment(supplier, second.id))
  expect(await namesOf(invoiceId)).toEqual(['tider.csv', 'kvitto.png'])
  expect(await countAttachments(supplier, [invoiceId])).toEqual(new Map([[invoiceId, 2]]))
  expect(expectValue(await readAttachment(supplier, second.id)).bytes).toEqual(csvOf())
})

test('the recipient gets the files inside a valid document, byte for byte, and beside it', async () => {
  const invoiceId = await newInvoice()
  const files = {
    'original.pdf': pdfOf('', 20_000),
    'bild.jpg': jpegOf(),
    'tid.xlsx': xlsxOf(),
    'tid.ods': odsOf(),
  }
  for (const [name, bytes] of Object.entries(files)) expectValue(await add(invoiceId, name, bytes))
  expect(await problemOf(invoiceId)).toEqual([null])
  const found = await getInvoice(supplier, invoiceId)
  await deliver(platform, {
    tenantId: supplier.tenantId,
    deliveryId: found?.delivery?.id ?? '',
    after: 0,
  })
  const { documents } = await listInbox(recipient)
  const documentId = documents.find(({ number }) => number === found?.invoice.number)?.id ?? ''
  for (const [index, [fileName, bytes]] of Object.entries(files).entries()) {
    const received = expectValue(await readReceivedAttachment(recipient, documentId, index))
    expect(received).toMatchObject({ fileName })
    expect(received.bytes).toEqual(bytes)
  }
  const received = expectValue(await readReceivedXml(recipient, documentId)).bytes
  expect(received).toEqual(expectValue(await getInvoiceXml(supplier, invoiceId)).bytes)
  expectValidDocument(received)
  const xml = Buffer.from(received).toString()
  expect(xml.match(/<cbc:ID>Bilaga [1-4]<\/cbc:ID>/g)).toHaveLength(4)
  for (const bytes of Object.values(files)) expect(xml).toContain(Buffer.from(bytes).toString('base64'))
  expect(await readReceivedAttachment(recipient, documentId, 4)).toMatchObject({ code: 'unknown' })
  const [sent] = await listAttachments(supplier, invoiceId)
  expect(await removeAttachment(supplier, sent?.id ?? '')).toMatchObject({ code: 'already-sent' })
  expect(await add(invoiceId, 'b.png', pngOf())).toMatchObject({ code: 'already-sent' })
})

test('a file whose bytes have changed or are gone is never sent; taken away, the invoice leaves', async () => {
  const invoiceId = await newInvoice()
  const { id } = expectValue(await add(invoiceId, 'a.pdf', pdfOf()))
  const [key = ''] = await keysOf(invoiceId)
  const bytes = await readFile(pathOf(key))
  bytes[10] = (bytes[10] ?? 0) ^ 1
  await writeFile(pathOf(key), bytes)
  expect(await problemOf(invoiceId)).toEqual(['attachment-corrupt'])
  expect(await readAttachment(supplier, id)).toMatchObject({ code: 'attachment-corrupt' })
  await platform.store.remove(key)
  expect(await problemOf(invoiceId)).toEqual(['attachment-corrupt'])
  expect((await getInvoice(supplier, invoiceId))?.invoice.state).toBe('ready')
  expectValue(await removeAttachment(supplier, id))
  expect(await problemOf(invoiceId)).toEqual([null])
})

test('a store that is away delays a sending and a delivery, and loses nothing', async () => {
  const invoiceId = await newInvoice()
  expectValue(await add(invoiceId, 'a.pdf', pdfOf()))
  expect(await sendInvoices(away(supplier), [invoiceId])).toMatchObject([{ problem: 'store-away' }])
  expect((await getInvoice(supplier, invoiceId))?.invoice.state).toBe('ready')
  expect(await problemOf(invoiceId)).toEqual([null])
  const deliveryId = (await getInvoice(supplier, invoiceId))?.delivery?.id ?? ''
  await deliver(away(supplier), { tenantId: supplier.tenantId, deliveryId, after: 0 })
  expect((await getInvoice(supplier, invoiceId))?.delivery?.state).toBe('retrying')
  await deliver(platform, { tenantId: supplier.tenantId, deliveryId, after: 1 })
  expect((await getInvoice(supplier, invoiceId))?.delivery?.state).toBe('delivered')
})

test('files added and taken away while Skicka is pressed: what left is a list that was there', async () => {
  const invoiceId = await newInvoice()
  const { id } = expectValue(await add(invoiceId, 'a.pdf', pdfOf()))
  await Promise.all([
    sendInvoices(supplier, [invoiceId]),
    add(invoiceId, 'b.png', pngOf()),
    removeAttachment(supplier, id),
  ])
  const shown = await namesOf(invoiceId)
  const document = Buffer.from(expectValue(await getInvoiceXml(supplier, invoiceId)).bytes).toString()
  expect([...document.matchAll(/filename="([^"]+)"/g)].map(([, name]) => name)).toEqual(shown)
})

test('the sweep removes what nothing points to, after a day, and nothing else', async () => {
  const invoiceId = await newInvoice()
  expectValue(await add(invoiceId, 'a.pdf', pdfOf()))
  const gone = expectValue(await add(invoiceId, 'b.pdf', pdfOf()))
  expectValue(await removeAttachment(supplier, gone.id))
  expect(await problemOf(invoiceId)).toEqual([null])
  const orphan = `attachments/${supplier.tenantId}/${newId()}`
  await platform.store.put(orphan, pdfOf())
  const before = await countObjects()
  expect(await sweepOrphans(platform)).toBe(0)
  const later = { now: () => new Date(Date.now() + 2 * 86_400_000) }
  const swept = await sweepOrphans({ ...platform, clock: later })
  expect(swept).toBeGreaterThanOrEqual(2)
  expect(await countObjects()).toBe(before - swept)
  await expect(platform.store.read(orphan)).rejects.toMatchObject({ kind: 'missing' })
  const [file] = await listAttachments(supplier, invoiceId)
  expect(expectValue(await readAttachment(supplier, file?.id ?? '')).bytes).toEqual(pdfOf())
  expectValue(await getInvoiceXml(supplier, invoiceId))
})

test('the sweep removes what a process that ended left half written, after a day, and no object by it', async () => {
  const key = `attachments/${supplier.tenantId}/${newId()}`
  await platform.store.put(key, pdfOf())
  const folder = dirname(pathOf(key))
  const [half, young] = [`${pathOf(key)}.half.part`, `${pathOf(key)}.young.part`]
  for (const path of [half, young]) await writeFile(path, pdfOf())
  const yesterday = new Date(Date.now() - 86_400_000 - 1_000)
  await utimes(half, yesterday, yesterday)
  expect(await sweepOrphans(platform)).toBe(0)
  const parts = (await readdir(folder)).filter((name) => name.endsWith('.part'))
  expect(parts.map((name) => join(folder, name))).toEqual([young])
  expect(await platform.store.read(key)).toEqual(pdfOf())
})

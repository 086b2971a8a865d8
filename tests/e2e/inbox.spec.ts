import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { expectValue } from '#lib/core/result.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { creditInvoice } from '#lib/services/invoices/credit-invoice.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { pdfOf } from '#tests/setup/files.ts'
import { readPdf } from '#tests/setup/read-pdf.ts'
import { expectValidDocument } from '#tests/setup/ubl-schema.ts'
import { expectAccessible } from './fixtures.ts'
import { deliveredTo, type Office, test } from './office-steps.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function downloadedBy(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFile(await download.path())
}

async function sendCreditOf({ supplier }: Office, invoiceId: string): Promise<string> {
  const { draftId } = expectValue(await creditInvoice(supplier, invoiceId))
  const { number } = expectValue(await prepareInvoice(supplier, { invoiceId: draftId, revision: 1 }))
  await sendInvoices(supplier, [draftId])
  return number
}

test('S41 K32 the inbox shows what is unread; XML and attachment are the bytes that were sent', async ({
  page,
  office,
}) => {
  const original = pdfOf('', 40_000)
  const invoice = await office.ready()
  const file = { invoiceId: invoice.invoiceId, fileName: 'Original.pdf', bytes: original }
  expectValue(await addAttachment(office.supplier, file))
  await sendInvoices(office.supplier, [invoice.invoiceId])
  await deliveredTo(office, invoice.number)
  await office.signIn(page.context())
  const sent = await (await page.request.get(`/documents/${invoice.invoiceId}/xml`)).body()

  await office.signIn(page.context(), 'recipient')
  await page.goto('/inbox')
  await expect(page.getByText('1 oläst faktura.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Provbolaget' })
  await expect(row.getByText('Oläst')).toBeVisible()
  await expectAccessible(page)
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Faktura ${invoice.number}`)
  await expect(page.getByText('Hyvlade lister').first()).toBeVisible()
  await expectAccessible(page)
  const xml = await downloadedBy(page, page.getByRole('link', { name: 'Ladda ner XML' }))
  expectValidDocument(xml)
  expect(sha256(xml)).toBe(sha256(sent))
  const files = page.getByRole('region', { name: 'Bilagor' }).first()
  const attached = await downloadedBy(page, files.getByRole('link', { name: 'Original.pdf' }))
  expect(sha256(attached)).toBe(sha256(original))
  await page.getByRole('link', { name: 'Till inkorgen' }).click()
  await expect(page.getByText('Alla fakturor är öppnade.')).toBeVisible()
  await expect(page.getByText('Oläst')).toHaveCount(0)
})

test('K20 K32 a credit note is marked in the inbox; search finds by number and supplier', async ({
  page,
  office,
}) => {
  const invoice = await office.sent()
  const creditNumber = await sendCreditOf(office, invoice.invoiceId)
  for (const number of [invoice.number, creditNumber]) await deliveredTo(office, number)
  await office.signIn(page.context(), 'recipient')
  await page.goto('/inbox')
  await expect(page.getByText('2 olästa fakturor.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Kreditfaktura' })
  await expect(row).toHaveCount(1)
  await page.getByLabel('Leverantör, nummer eller belopp').fill('finns inte')
  await page.getByRole('button', { name: 'Sök' }).click()
  await expect(page.getByRole('heading', { name: 'Inga fakturor i urvalet' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Visa allt' }).click()
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Kreditfaktura ${creditNumber}`)
  await expect(page.getByText(`Krediterar faktura ${invoice.number} av `)).toBeVisible()
  await expectAccessible(page)
  const xml = await downloadedBy(page, page.getByRole('link', { name: 'Ladda ner XML' }))
  expect(xml.toString('utf8')).toContain('<CreditNote ')
})

test('K33 sender and recipient download the same PDF, with the e-invoice inside', async ({
  page,
  office,
}) => {
  const invoice = await office.ready()
  await sendInvoices(office.supplier, [invoice.invoiceId])
  await deliveredTo(office, invoice.number)
  await office.signIn(page.context())
  await page.goto(`/documents/${invoice.invoiceId}`)
  // The page learns by itself when the worker has made it.
  const link = page.getByRole('link', { name: 'Ladda ner PDF' })
  const own = await downloadedBy(page, link)
  expect(own.toString('latin1', 0, 5)).toBe('%PDF-')
  const sent = await (await page.request.get(`/documents/${invoice.invoiceId}/xml`)).body()
  const [inside] = readPdf(own).files.values()
  expect(sha256(inside ?? Buffer.alloc(0))).toBe(sha256(sent))
  const headers = (await page.request.get(`/api/invoices/${invoice.invoiceId}/pdf`)).headers()
  expect(headers['content-disposition']).toContain(`attachment; filename="faktura-${invoice.number}.pdf"`)
  expect(headers['content-type']).toBe('application/pdf')
  await expectAccessible(page)

  await office.signIn(page.context(), 'recipient')
  await page.goto('/inbox')
  await page.getByRole('row').filter({ hasText: invoice.number }).getByRole('link').click()
  const received = await downloadedBy(page, page.getByRole('link', { name: 'Ladda ner PDF' }))
  expect(sha256(received)).toBe(sha256(own))
  await expectAccessible(page)
})

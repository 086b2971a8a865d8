import { expect, type Page } from '@playwright/test'
import { expectValue } from '#lib/core/result.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { customerOf, draftOf, expectForm, heading, type Supplier } from './editor-steps.ts'
import { type Instance, newCompany, openAs, password, test } from './instance-steps.ts'
import { type Touch, tapAndType, tapsOf, touchTable, watchTouches } from './taps-steps.ts'

/** From the sign-in page to sent, for whoever invoices the same customer again. */
const mostAgain = 8

/** From *Start* to sent, for a first invoice of one line. */
const mostFirst = 12

/** `npm run proof:taps` shows what was touched. */
function show(title: string, touches: readonly Touch[]): void {
  if (process.env.TALONG_TAPS === 'shown') console.log(touchTable(title, touches))
}

async function supplierOf(instance: Instance): Promise<Supplier> {
  const company = await newCompany(instance)
  return { ...company, ...(await customerOf(instance, company)) }
}

/** From *Godkänn och skicka* to sent. */
async function send(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText('Godkänn och skicka')
  await page.getByLabel(/^Markera faktura /).tap()
  await page.getByRole('button', { name: 'Skicka 1 faktura' }).tap()
  await page.getByRole('button', { name: 'Skicka nu' }).tap()
  await expect(page.getByText('1 faktura skickad.')).toBeVisible()
}

test('K19 as last time: from the sign-in page to sent in at most eight taps', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await supplierOf(instance)
  const { invoiceId, revision } = await draftOf(supplier)
  expectValue(await prepareInvoice(supplier, { invoiceId, revision }))
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: null }])
  const touches = await watchTouches(context)
  await page.goto('/sign-in')
  await tapAndType(page, page.getByLabel('E-post'), supplier.userEmail)
  await tapAndType(page, page.getByLabel('Lösenord', { exact: true }), password)
  await page.getByRole('button', { name: 'Logga in' }).tap()
  await page.getByRole('button', { name: `Som förra gången: ${supplier.customerName}` }).tap()
  await expect(heading(page)).toHaveText('Skapa e-faktura')
  await expectForm(page)
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).tap()
  await send(page)
  show('As last time, from the sign-in page', touches)
  expect(tapsOf(touches)).toBeGreaterThan(0)
  expect(tapsOf(touches)).toBeLessThanOrEqual(mostAgain)
})

test('a first invoice of one line, from Start to sent', async ({ page, context, instance }) => {
  const supplier = await supplierOf(instance)
  await openAs(page, instance, supplier)
  const touches = await watchTouches(context)
  await page.goto('/')
  await page.getByRole('link', { name: 'Skapa e-faktura' }).first().tap()
  await expectForm(page)
  const recipient = page.getByLabel('Välj mottagare')
  await recipient.tap()
  await recipient.selectOption(supplier.customerId)
  await tapAndType(page, page.getByLabel('Er referens'), 'FM8440')
  await page.getByRole('button', { name: /^Redigera rad 1:/ }).tap()
  const sheet = page.getByRole('dialog', { name: 'Rad 1' })
  await tapAndType(page, sheet.getByLabel(/^Benämning/), 'Hyvling')
  await tapAndType(page, sheet.getByLabel(/^À-pris/), '650')
  await sheet.getByRole('button', { name: 'Klar', exact: true }).tap()
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).tap()
  await send(page)
  show('A first invoice of one line, from Start', touches)
  expect(tapsOf(touches)).toBeLessThanOrEqual(mostFirst)
})

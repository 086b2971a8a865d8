import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { newId } from '#lib/core/ids.ts'
import { type DraftLine, emptyLine } from '#lib/invoice/draft.ts'
import { asSupplier, draftOf, expectForm, goOn, heading, openForm } from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { test } from './instance-steps.ts'

/** Bytes over the wire that the rules may cost, packed. */
const mostBytes = 60_000

const check = (page: Page) => page.locator('details').filter({ hasText: 'Fakturakontroll' }).first()

test('K14 the rules come when the form can be used already, in 60 kB at most, and say that the invoice is valid', async ({
  page,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (/\/_next\/static\/.*\.js/.test(response.url())) scripts.set(response.url(), response.body())
  })
  await openForm(page, `/invoices/${invoiceId}`)
  await expect(check(page)).toContainText('Allt stämmer – fakturan är giltig')
  const bodies = await Promise.all([...scripts].map(async ([url, body]) => ({ url, body: await body })))
  const withRules = bodies.filter(({ body }) => body.includes('PEPPOL-EN16931-R120'))
  expect(withRules.length).toBeGreaterThan(0)
  const packed = withRules.reduce((sum, { body }) => sum + gzipSync(body).length, 0)
  expect(packed).toBeLessThanOrEqual(mostBytes)
  const html = await (await page.request.get(`/invoices/${invoiceId}`)).text()
  for (const { url } of withRules) expect(html).not.toContain(new URL(url).pathname)
  // What is typed is judged anew, a moment after the last key.
  await page.getByLabel('Er referens').fill('')
  await expect(check(page)).toContainText('1 kvar att fylla i')
  await page.getByLabel('Er referens').fill('FM8440')
  await expect(check(page)).toContainText('Allt stämmer – fakturan är giltig')
})

test('K14 a rule that nothing else foresaw stops at its field, in plain words, with its id on demand', async ({
  page,
  instance,
}) => {
  const supplier = await asSupplier(page, instance, { peppolIds: ['0192:123456789'] })
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await expect(check(page)).toContainText('1 att rätta')
  await goOn(page)
  const sentence = 'Kontrollera det norska organisationsnumret: nio siffror och rätt kontrollsiffra'
  const summary = page.getByRole('group', { name: 'Rätta det här innan du går vidare' })
  await summary.getByRole('link', { name: sentence }).click()
  await expect(page.getByRole('region', { name: 'Mottagare' }).getByText(sentence)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Byt mottagare' })).toBeFocused()
  await expect(heading(page)).toHaveText('Skapa e-faktura')
  await check(page).locator('summary').first().click()
  await check(page).getByText('Tekniska detaljer').click()
  await expect(check(page).getByText('PEPPOL-COMMON-R041')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expectForm(page)
})

test('*Fakturakontroll* and the list after *Gå vidare* count the same: what is wrong, and what is left to fill in', async ({
  page,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const line = (typed: Partial<DraftLine>) => ({ ...emptyLine(newId(), { vatChoice: 'rate-25' }), ...typed })
  const lines = [
    line({ itemName: 'Kök', quantity: '1', unitPrice: '595 kr/tim' }),
    line({ itemName: 'Virke', quantity: '' }),
  ]
  const { invoiceId } = await draftOf(supplier, { buyerReference: '', lines })
  await openForm(page, `/invoices/${invoiceId}`)
  await expect(check(page)).toContainText('1 att rätta')
  await expect(check(page)).toContainText('3 kvar att fylla i')
  await goOn(page)
  const summary = page.getByRole('group', { name: 'Rätta det här innan du går vidare' })
  await expect(summary.getByRole('link')).toHaveText([
    'Ange Er referens eller ordernummer. Mottagaren behöver en av dem.',
    'À-pris på rad 1 ska vara ett tal, till exempel 595,00',
    'Ange antal på rad 2',
    'Ange à-pris på rad 2',
  ])
  await check(page).locator('summary').first().click()
  await expect(check(page).locator('ol').getByRole('link')).toHaveText(
    await summary.getByRole('link').allTextContents(),
  )
  await expectAccessible(page)
})

test('K28 the timeline says by which rules an invoice was checked', async ({ page, instance }) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await goOn(page)
  await expect(heading(page)).toHaveText('Godkänn och skicka')
  await page.goto(`/documents/${invoiceId}`)
  await page.getByRole('region', { name: 'Tidslinje' }).locator('summary').last().click()
  await expect(page.getByText('Peppol BIS Billing 3.0.21 · EN 16931 UBL 1.3.16')).toBeVisible()
})

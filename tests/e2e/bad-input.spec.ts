import { expect, type Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { paymentAccounts } from '#db/schema/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import {
  asSupplier,
  closeLine,
  draftOf,
  goOn,
  openDetails,
  openForm,
  openGroups,
  openLine,
} from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { test } from './instance-steps.ts'

/** What stands at a field as wrong: the element its description points to. */
async function expectFault(page: Page, label: string | RegExp, sentence: string): Promise<void> {
  const control = page.getByLabel(label, { exact: true })
  await expect(control).toHaveAttribute('aria-invalid', 'true')
  const ids = (await control.getAttribute('aria-describedby')) ?? ''
  const texts = await Promise.all(ids.split(' ').map((id) => page.locator(`[id="${id}"]`).textContent()))
  expect(texts.join(' ')).toContain(sentence)
}

test('S29 K14 days and numbers that cannot be are said at their fields when one leaves them', async ({
  page,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  await withTenant(instance.platform.db, supplier.tenantId, (tx) =>
    tx
      .update(paymentAccounts)
      .set({ ocrMode: 'check-digit' })
      .where(eq(paymentAccounts.tenantId, supplier.tenantId)),
  )
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  const type = async (label: string, text: string) => {
    const control = page.getByLabel(label, { exact: true })
    await control.fill(text)
    await control.blur()
  }
  await openGroups(page, 'Leverans och period', 'Valuta, förskott, avdrag och tillägg')
  await type('Fakturadatum', '2026-02-30')
  await expectFault(page, 'Fakturadatum', 'Skriv datumet så här: 2026-03-09')
  await type('Fakturadatum', '2026-11-20')
  await type('Förfallodatum', '2026-11-19')
  await expectFault(page, 'Förfallodatum', 'Förfallodatum måste vara samma dag som eller efter fakturadatum')
  await type('Leveransdatum', '31 februari')
  await expectFault(page, 'Leveransdatum', 'Skriv datumet så här: 2026-03-09')
  await type('Leveransplatsens GLN', '7350000000012')
  await expectFault(page, 'Leveransplatsens GLN', 'Kontrollera GLN: 13 siffror och rätt kontrollsiffra')
  await type('Redan betalt (förskott)', 'tusen')
  await expectFault(
    page,
    'Redan betalt (förskott)',
    'Det redan betalda ska vara ett tal, till exempel 500,00',
  )
  await type('OCR', '10')
  await expectFault(page, 'OCR', 'Kontrollera OCR: sista siffran ska vara 8')
  await expectAccessible(page)
  // Nothing typed was taken away.
  await expect(page.getByLabel('Leveransdatum')).toHaveValue('31 februari')
  await expect(page.getByLabel('Redan betalt (förskott)')).toHaveValue('tusen')
})

test('S31 S33 K14 letters in amounts and no lines: said on the line and in the summary, whose links lead to the control', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  const line = await openLine(page, isMobile, 1)
  const cell = (name: string) => line.getByLabel(isMobile ? new RegExp(`^${name}`) : `${name}, rad 1`)
  await cell('À-pris').fill('femhundra')
  await cell('Antal').fill('två')
  await openDetails(line, isMobile, 1)
  await line.getByLabel('GTIN (streckkod)').fill('7350000000012')
  await line.getByRole('button', { name: 'Lägg till rabatt' }).click()
  await line.getByLabel('Belopp').fill('-5')
  await closeLine(page, isMobile)
  await goOn(page)
  const summary = page.getByRole('group', { name: 'Rätta det här innan du går vidare' })
  await expect(summary).toBeFocused()
  await expectAccessible(page)
  const price = 'À-pris på rad 1 ska vara ett tal, till exempel 595,00'
  const sentences = [
    'Antal på rad 1 ska vara ett tal, till exempel 12,5',
    'Kontrollera GTIN på rad 1: 8, 12, 13 eller 14 siffror och rätt kontrollsiffra',
    'Skriv avdraget eller tillägget på rad 1 utan minus',
  ]
  if (isMobile) {
    await summary.getByRole('link').first().click()
    await expect(page.locator('button[id^=card-]')).toBeFocused()
    await page.keyboard.press('Enter')
    for (const sentence of [price, ...sentences]) await expect(line.getByText(sentence)).toBeVisible()
    await expectAccessible(page)
    await line.getByRole('button', { name: 'Ta bort rad' }).click()
  } else {
    for (const sentence of sentences)
      await expect(summary.getByRole('link', { name: sentence })).toBeVisible()
    await summary.getByRole('link', { name: price }).click()
    await expect(page.getByLabel('À-pris, rad 1')).toBeFocused()
    await summary.getByRole('link', { name: sentences[2] ?? '' }).click()
    await expect(line.getByLabel('Belopp')).toBeFocused()
    await page.getByRole('button', { name: 'Ta bort rad 1' }).click()
  }
  await goOn(page)
  await summary.getByRole('link', { name: 'Lägg till minst en rad' }).click()
  await expect(
    isMobile ? page.locator('button[id^=card-]') : page.getByLabel('Benämning, rad 1'),
  ).toBeFocused()
})

test('K14 G the same faults in English', async ({ page, instance }) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier, { buyerReference: '' })
  await openForm(page, `/invoices/${invoiceId}`)
  await page.getByRole('button', { name: 'English' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create e-invoice')
  const due = page.getByLabel('Due date')
  await due.fill('2020-01-01')
  await due.blur()
  await expectFault(page, 'Due date', 'Due date must be the same as or after the invoice date')
  await page.getByRole('button', { name: 'Continue with invoice' }).click()
  await expect(page.getByRole('heading', { name: 'Fix this before you continue' })).toBeVisible()
  await expectAccessible(page)
})

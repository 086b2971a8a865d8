import { expect, type Page } from '@playwright/test'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { startDraft } from '#lib/services/invoices/drafts.ts'
import { saveTemplate } from '#lib/services/templates/save-template.ts'
import {
  asSupplier,
  closeLine,
  draftOf,
  expectSaved,
  fillLine,
  heading,
  openForm,
  openGroups,
  openLine,
  type Supplier,
} from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { openAs, test } from './instance-steps.ts'

/** Templates of a supplier, named 1, 2, 3 … */
async function templatesOf(supplier: Supplier, count: number): Promise<void> {
  const { draft } = await startDraft(supplier, { invoiceId: newId(), lineKey: newId() })
  for (let number = 1; number <= count; number += 1) {
    expectValue(
      await saveTemplate(supplier, { name: `Mall nummer ${number}`, termsDays: '', keepLines: false, draft }),
    )
  }
}

const card = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })

test('S21 S22 S23 S24 S25 S27 an unfinished form becomes a template, and opened it brings everything back but number and dates', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  await openForm(page, `/invoices/new?customer=${supplier.customerId}`)
  await page.getByLabel('Fakturanummer').fill('777')
  const line = await openLine(page, isMobile, 1)
  await fillLine(line, isMobile, 1, {
    itemName: 'Månadshyra verktyg',
    quantity: '1',
    price: '900',
    vat: '25 %',
  })
  if (isMobile) await line.getByLabel(/^Radanteckning/).fill('Avser innevarande månad')
  else {
    await page.getByRole('button', { name: 'Anteckning, rad 1' }).click()
    await page.getByLabel('Radanteckning, rad 1').fill('Avser innevarande månad')
  }
  await closeLine(page, isMobile)
  await openGroups(page, 'Leverans och period')
  await page.getByLabel('Leveransadress').fill('Lagergatan 7')
  await page.getByRole('button', { name: 'Spara som mall' }).click()
  const dialog = page.getByRole('dialog', { name: 'Spara som mall' })
  await expect(dialog.getByLabel('Mallens namn')).toHaveValue(`${supplier.customerName} – månadsfaktura`)
  await expectAccessible(page)
  await dialog.getByLabel('Mallens namn').fill('')
  await dialog.getByLabel('Betalningsvillkor (dagar)').fill('snart')
  await dialog.getByRole('button', { name: 'Spara och stäng' }).click()
  await expect(dialog.getByText('Skriv ett namn på mallen')).toBeVisible()
  await expect(dialog.getByText('Skriv betalningsvillkoret som antal dagar, 0 till 365')).toBeVisible()
  await expect(dialog.getByLabel('Mallens namn')).toBeFocused()
  await expectAccessible(page)
  await dialog.getByLabel('Mallens namn').fill('Verktyg')
  await dialog.getByLabel('Betalningsvillkor (dagar)').fill('20')
  await dialog.getByRole('button', { name: 'Spara och stäng' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Mallen Verktyg är sparad.')).toBeVisible()
  await page.getByRole('link', { name: 'Visa mallarna' }).click()

  await expect(heading(page)).toHaveText('Sparade fakturamallar')
  await expect(page.getByText('1 av 10 mallar')).toBeVisible()
  await expect(card(page, 'Verktyg')).toContainText(supplier.customerName)
  await expect(card(page, 'Verktyg')).toContainText('20 dagar netto')
  await expect(card(page, 'Verktyg')).toContainText('1 125,00 kr')
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Öppna/ }).click()
  await expect(heading(page)).toHaveText('Skapa e-faktura')
  await expect(page.getByLabel('Fakturanummer')).toHaveValue('1')
  const day = 86_400_000
  const issued = Date.parse(await page.getByLabel('Fakturadatum').inputValue())
  const due = Date.parse(await page.getByLabel('Förfallodatum').inputValue())
  expect((due - issued) / day).toBe(20)
  await expect(page.getByText(supplier.customerName).first()).toBeVisible()
  await expect(page.getByLabel('Leveransadress')).toHaveValue('Lagergatan 7')
  if (isMobile) await expect(page.getByText('Avser innevarande månad')).toBeVisible()
  else await expect(page.getByLabel('Radanteckning, rad 1')).toHaveValue('Avser innevarande månad')
  await page.getByLabel('Er referens').fill('FM8440')
  await expectSaved(page)
  await page.getByRole('button', { name: 'Spara som mall' }).click()
  await dialog.getByRole('button', { name: 'Uppdatera mallen ‘Verktyg’' }).click()
  await expect(page.getByText('Mallen Verktyg är uppdaterad.')).toBeVisible()
})

test('S25 K38 a template is renamed, duplicated, and removed with undo', async ({ page, instance }) => {
  const supplier = await asSupplier(page, instance)
  await page.goto('/templates')
  await expect(page.getByText('Spara tid med en mall')).toBeVisible()
  await expectAccessible(page)
  await templatesOf(supplier, 1)
  await page.reload()
  const more = async (name: string) => card(page, name).locator('summary').click()
  await more('Mall nummer 1')
  await expectAccessible(page)
  await card(page, 'Mall nummer 1').getByRole('button', { name: 'Byt namn' }).click()
  const dialog = page.getByRole('dialog', { name: 'Byt namn' })
  await dialog.getByLabel('Mallens namn').fill('')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog.getByText('Skriv ett namn på mallen').first()).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Mallens namn').fill('Hyra')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog).toBeHidden()
  await expect(card(page, 'Hyra')).toBeVisible()
  await card(page, 'Hyra').getByRole('button', { name: 'Duplicera' }).click()
  await expect(card(page, 'Hyra (kopia)').getByRole('link')).toBeFocused()
  await card(page, 'Hyra').getByRole('button', { name: 'Ta bort' }).click()
  await expect(page.getByText('Mallen Hyra togs bort.')).toBeVisible()
  await expect(card(page, 'Hyra')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(card(page, 'Hyra').getByRole('link')).toBeFocused()
  await expect(page.getByText('2 av 10 mallar')).toBeVisible()
})

test('S26 the eleventh template is refused, and one can give way to it', async ({ page, instance }) => {
  const supplier = await asSupplier(page, instance)
  await templatesOf(supplier, 10)
  await openAs(page, instance, supplier)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await page.getByRole('button', { name: 'Spara som mall' }).click()
  const dialog = page.getByRole('dialog', { name: 'Spara som mall' })
  await expect(dialog.getByText('Du har 10 mallar, det är max.')).toBeVisible()
  await dialog.getByLabel('Mallens namn').fill('Den elfte')
  await dialog.getByRole('button', { name: 'Spara och stäng' }).click()
  await expect(dialog.getByLabel('Ersätt en mall')).toBeFocused()
  await expectAccessible(page)
  await dialog.getByLabel('Ersätt en mall').selectOption('Mall nummer 4')
  await dialog.getByRole('button', { name: 'Spara och stäng' }).click()
  await expect(page.getByText('Mallen Den elfte är sparad.')).toBeVisible()
  await page.goto('/templates')
  await expect(page.getByText('10 av 10 mallar')).toBeVisible()
  await expect(card(page, 'Mall nummer 4')).toHaveCount(0)
  await expect(card(page, 'Den elfte')).toBeVisible()
})

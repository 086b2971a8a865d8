import { expect, type Locator, type Page } from '@playwright/test'
import {
  asSupplier,
  closeLine,
  draftOf,
  expectForm,
  expectSaved,
  fillLine,
  openForm,
  openLine,
  openPaper,
} from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { test } from './instance-steps.ts'

const wide = { width: 1440, height: 900 }

/** The preview wherever it stands: a panel beside the form, or a sheet over it. */
const preview = (page: Page): Locator =>
  page
    .getByRole('region', { name: 'Förhandsgranskning' })
    .or(page.getByRole('dialog', { name: 'Förhandsgranskning' }))

async function openPreview(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Förhandsgranska', exact: true }).click()
  await expect(preview(page).getByRole('article')).toBeVisible()
  return preview(page)
}

/** The paper's text, without the mark of a draft. */
async function textOf(paper: Locator): Promise<string> {
  return ((await paper.textContent()) ?? '')
    .replace('Utkast – inte skickad', '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** How many pages a PDF of the page as it prints has. */
async function printedPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

test('K22 the preview follows what is typed, says what is left, and is the paper that the recipient gets', async ({
  page,
  instance,
  isMobile,
}) => {
  if (!isMobile) await page.setViewportSize(wide)
  const supplier = await asSupplier(page, instance)
  await openForm(page, `/invoices/new?customer=${supplier.customerId}`)
  const shown = await openPreview(page)
  const paper = shown.getByRole('article')
  await expect(paper).toContainText('Utkast – inte skickad')
  await expect(paper).toContainText(supplier.customerName)
  await expect(paper.getByText('Inte ifyllt')).toHaveCount(2)
  await expectAccessible(page)
  // The phone's sheet lies over the form: the next look shows what was typed since.
  if (isMobile) await page.keyboard.press('Escape')
  await expect(preview(page)).toHaveCount(isMobile ? 0 : 1)
  await page.getByLabel('Er referens').fill('FM8440')
  const line = await openLine(page, isMobile, 1)
  await fillLine(line, isMobile, 1, { itemName: 'Hyvling', quantity: '2', price: '1234,5', vat: '25 %' })
  await closeLine(page, isMobile)
  if (isMobile) await openPreview(page)
  await expect(paper).toContainText('3 086,25 kr')
  await expect(paper.getByText('Inte ifyllt')).toHaveCount(0)
  const seen = await textOf(paper)
  if (isMobile) await shown.getByRole('button', { name: 'Stäng' }).click()
  await expectSaved(page)
  expect(await textOf(await openPaper(page))).toBe(seen)
})

test('K22 the preview closes where it was opened, and speaks the invoice’s language', async ({
  page,
  instance,
  isMobile,
}) => {
  if (!isMobile) await page.setViewportSize(wide)
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier, {
    documentLanguage: 'en',
    dueDate: 'snart',
    dueDateEdited: true,
  })
  await openForm(page, `/invoices/${invoiceId}`)
  const shown = await openPreview(page)
  await expect(shown.locator('[lang=en]')).toContainText('Draft – not sent')
  await expect(shown.getByRole('article')).toContainText('Due dateNot filled in')
  await shown.getByRole('button', { name: 'Stäng' }).click()
  await expect(page.getByRole('button', { name: 'Förhandsgranska', exact: true })).toBeFocused()
  await expect(preview(page)).toHaveCount(0)
})

test('Skriv ut and Ctrl+P print the paper alone, of a draft in preview and of what is ready', async ({
  page,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  const shown = await openPreview(page)
  await page.emulateMedia({ media: 'print' })
  await expect(shown.getByRole('article')).toBeVisible()
  await expect(page.getByLabel('Er referens')).toBeHidden()
  await expect(shown.getByRole('button', { name: 'Skriv ut', includeHidden: true })).toBeHidden()
  expect(await printedPages(page)).toBe(1)
  await page.emulateMedia({ media: null })
  await page.keyboard.press('Escape')
  await expectForm(page)
  await openPaper(page)
  expect(await printedPages(page)).toBe(1)
})

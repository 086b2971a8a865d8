import { expect, type Locator, type Page } from '@playwright/test'
import { expectValue } from '#lib/core/result.ts'
import { type DraftLine, emptyLine } from '#lib/invoice/draft.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import {
  asSupplier,
  closeLine,
  draftOf,
  expectSaved,
  openForm,
  openLine,
  type Supplier,
  talong,
} from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { test } from './instance-steps.ts'

/** An invoice of such lines that has gone on. */
async function invoiced(supplier: Supplier, lines: readonly Partial<DraftLine>[]): Promise<void> {
  const filled = lines.map((line, at) => ({ ...emptyLine(`line-${at}`), ...line }))
  expectValue(await prepareInvoice(supplier, await draftOf(supplier, { lines: filled })))
}

const wall = {
  itemName: 'Rivning av vägg',
  unit: 'HUR',
  unitPrice: '1 234,50',
  vatChoice: 'rate-12',
  sellerItemId: 'R-1',
}

/** A new invoice's first line, ready to be typed in. */
async function firstLine(page: Page, supplier: Supplier, isMobile: boolean): Promise<Locator> {
  const { invoiceId } = await draftOf(supplier, { lines: [emptyLine('first')] })
  await openForm(page, `/invoices/${invoiceId}`)
  return openLine(page, isMobile, 1)
}

/** The earlier lines that are offered. */
const offered = (line: Locator) =>
  line.getByRole('listbox', { name: 'Rader från tidigare fakturor' }).getByRole('option')

const cellOf = (line: Locator, name: string) => line.getByLabel(`${name}, rad 1`, { exact: true })

test('K21 the second invoice takes a line of the first: by keyboard at the desk, by a tap on a phone; undo gives it back', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  await invoiced(supplier, [wall, { itemName: 'Kök, vägghylla', unitPrice: '10' }])
  const line = await firstLine(page, supplier, isMobile)
  const name = cellOf(line, 'Benämning')
  if (isMobile) await name.tap()
  else await name.focus()
  await page.keyboard.type('väg')
  await expect(offered(line)).toHaveCount(2)
  await expect(page.getByText('2 tidigare rader att välja på.')).toBeAttached()
  await expectAccessible(page)
  await name.press('Backspace')
  await name.press('g')
  const wanted = offered(line).filter({ hasText: 'Rivning av vägg' })
  await expect(wanted).toContainText('1 234,50 kr / tim · 12 % moms · R-1')
  if (isMobile) {
    await wanted.tap()
  } else {
    // The name that was invoiced last stands first; from above the first, arrow up goes to the last.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const pointed = line.locator('[aria-selected="true"]')
    await expect(name).toHaveAttribute('aria-activedescendant', (await pointed.getAttribute('id')) ?? '')
    while (!(await pointed.textContent())?.startsWith('Rivning')) await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
  }
  await expect(offered(line)).toHaveCount(0)
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('Rivning av vägg')
  await expect(cellOf(line, 'Enhet')).toHaveValue('HUR')
  await expect(cellOf(line, 'À-pris')).toHaveValue(/^1\s234,50$/)
  await expect(cellOf(line, 'Moms')).toHaveValue('rate-12')
  await (isMobile ? line : page).getByRole('button', { name: 'Ångra' }).press('Enter')
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('väg')
  await expect(cellOf(line, 'Enhet')).toHaveValue('C62')
  await expect(cellOf(line, 'À-pris')).toHaveValue('')
  await expect(cellOf(line, 'Moms')).toHaveValue('rate-25')
  // Taken again after a unit and VAT were chosen: these stay. By the item number this time.
  await cellOf(line, 'Enhet').selectOption('DAY')
  await name.fill('')
  await name.pressSequentially('r1')
  await offered(line).filter({ hasText: 'Rivning av vägg' }).click()
  await expect(cellOf(line, 'Enhet')).toHaveValue('DAY')
  await expect(cellOf(line, 'Moms')).toHaveValue('rate-12')
  await closeLine(page, isMobile)
  // 1 234,50 and 12 % of it.
  await expect(talong(page)).toContainText('1 382,64')
  await expectSaved(page)
})

test('K21 typed on without taking, nothing changes: Enter goes down, Esc closes the list alone; what is wrong is forgotten', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  await invoiced(supplier, [wall, { itemName: 'Rivning av tak', unitPrice: '10' }])
  const line = await firstLine(page, supplier, isMobile)
  const name = cellOf(line, 'Benämning')
  await name.pressSequentially('riv')
  await expect(offered(line)).toHaveCount(2)
  await name.press('Escape')
  await expect(offered(line)).toHaveCount(0)
  await expect(name).toHaveValue('riv')
  if (isMobile) await expect(page.getByRole('dialog')).toBeVisible()
  // Forgotten with a button, or with a key where the arrows point; both can be undone.
  await name.pressSequentially('n')
  await line.getByRole('button', { name: 'Glöm Rivning av tak' }).click()
  await expect(line.getByText('Rivning av tak föreslås inte mer.')).toBeVisible()
  await expect(offered(line)).toHaveText([/^Rivning av vägg/])
  await line.getByRole('button', { name: 'Ångra' }).click()
  await expect(offered(line)).toHaveCount(2)
  await name.press('ArrowUp')
  const pointed = await line.locator('[aria-selected="true"] > :first-child').textContent()
  await name.press('Shift+Delete')
  await expect(line.getByText(`${pointed} föreslås inte mer.`)).toBeVisible()
  await expect(offered(line)).toHaveCount(1)
  if (!isMobile) {
    await name.press('Enter')
    await expect(page.getByLabel('Benämning, rad 2')).toBeFocused()
    await expect(offered(line)).toHaveCount(0)
  }
  await expect(name).toHaveValue('rivn')
  await expect(cellOf(line, 'À-pris')).toHaveValue('')
})

test('a line is written as always when what was invoiced before cannot be asked', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  await invoiced(supplier, [wall])
  const line = await firstLine(page, supplier, isMobile)
  await page.route('**/api/articles?*', (route) => route.abort())
  const asked = page.waitForEvent('requestfailed')
  await cellOf(line, 'Benämning').pressSequentially('riv')
  await asked
  await expect(offered(line)).toHaveCount(0)
  await cellOf(line, 'À-pris').fill('100')
  await closeLine(page, isMobile)
  await expect(talong(page)).toContainText('125,00')
})

test('every control of a line says which line it belongs to', async ({ page, instance, isMobile }) => {
  const supplier = await asSupplier(page, instance)
  const adjustment = { key: 'a', isCharge: false, reasonCode: '95', reason: '', value: '10', unit: 'percent' }
  const full = {
    ...emptyLine('first'),
    itemName: 'Hyvling',
    unitPrice: '1.234',
    vatChoice: 'exempt-other',
    lineNote: 'Enligt avtal',
    adjustments: [adjustment as DraftLine['adjustments'][number]],
    attributes: [{ name: 'Färg', value: 'Grön' }],
  }
  const { invoiceId } = await draftOf(supplier, { lines: [full] })
  await openForm(page, `/invoices/${invoiceId}`)
  if (isMobile) {
    const card = page.locator('button[id^=card-]')
    await expect(card).toHaveAccessibleName(/^Redigera rad 1: Hyvling/)
  }
  const line = await openLine(page, isMobile, 1)
  const price = cellOf(line, 'À-pris')
  await price.focus()
  await price.blur()
  await expect(line.getByText('Tolkas som')).toBeVisible()
  const controls = line.locator('input, select, textarea, button, summary').filter({ visible: true })
  // Cells, note, reason, discount, details, properties, and what moves a line; the rare ones come a moment later.
  await expect.poll(() => controls.count()).toBeGreaterThan(35)
  const names: string[] = []
  for (const control of await controls.all()) {
    const snapshot = await control.ariaSnapshot()
    names.push(/"([^"]*)"/.exec(snapshot)?.[1] ?? snapshot)
  }
  // What a sheet has of its own, beside its title *Rad 1*.
  const ofSheet = ['Stäng', 'Klar', 'Klar, lägg till ny rad']
  expect(names.filter((name) => !/\brad 1\b/.test(name))).toEqual(isMobile ? ofSheet : [])
})

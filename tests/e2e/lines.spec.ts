import { expect } from '@playwright/test'
import { emptyLine } from '#lib/invoice/draft.ts'
import {
  asSupplier,
  closeLine,
  draftOf,
  expectSaved,
  openForm,
  openLine,
  paste,
  talong,
} from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { test } from './instance-steps.ts'

test('K21 forty lines of a spreadsheet come in at once with their sum, and one press takes them away', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier, { lines: [] })
  await openForm(page, `/invoices/${invoiceId}`)
  const header = 'Antal\tBenämning\tEnhet\tÀ-pris\tMoms'
  const rows = Array.from({ length: 40 }, (_, index) => `2\tVara ${index + 1}\ttim\t1 000,50\t25 %`)
  if (isMobile) await page.getByRole('button', { name: 'Lägg till rad', exact: true }).click()
  else await page.getByRole('button', { name: 'Lägg till rad först' }).click()
  const name = isMobile
    ? page.getByRole('dialog').getByLabel(/^Benämning/)
    : page.getByLabel('Benämning, rad 1')
  const copied = [header, ...rows].join('\r\n')
  await name.focus()
  await paste(page, copied)
  await expect(page.getByText('40 rader klistrades in från kalkylblad.')).toBeVisible()
  // 40 × 2 × 1 000,50 = 80 040; a quarter of it is VAT.
  await expect(talong(page)).toContainText('100 050,00')
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(talong(page)).not.toContainText('100 050,00')
  await expect(page.getByText('40 rader klistrades in från kalkylblad.')).toBeHidden()
  // Pasted again, in the line that came back.
  await openLine(page, isMobile, 1)
  await name.focus()
  await paste(page, copied)
  await expect(talong(page)).toContainText('100 050,00')
  const last = await openLine(page, isMobile, 40)
  await expect(last.getByLabel(isMobile ? /^Enhet/ : 'Enhet, rad 40')).toHaveValue('HUR')
  await closeLine(page, isMobile)
  await expectSaved(page)
  await expectAccessible(page)
})

test('K21 a cell that cannot be read keeps what was written in the spreadsheet, with its sentence', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  const first = await openLine(page, isMobile, 1)
  await first.getByLabel(isMobile ? /^Benämning/ : 'Benämning, rad 1').focus()
  await paste(page, 'Virke\ttvå\tfamn\t100\t25\nSpik\t1\tst\t5\t25')
  await expect(page.getByText('2 rader klistrades in från kalkylblad.')).toBeVisible()
  await expect(page.getByText('Antal på rad 2 ska vara ett tal, till exempel 12,5')).toBeVisible()
  await expect(page.getByText('Välj enhet ur listan på rad 2')).toBeVisible()
  const second = await openLine(page, isMobile, 2)
  await expect(second.getByLabel(isMobile ? /^Antal/ : 'Antal, rad 2')).toHaveValue('två')
  await expect(second.getByLabel(isMobile ? /^Enhet/ : 'Enhet, rad 2')).toHaveValue('famn')
  await second.getByLabel(isMobile ? /^Enhet/ : 'Enhet, rad 2').selectOption('m')
  await closeLine(page, isMobile)
  await expect(page.getByText('Välj enhet ur listan på rad 2')).toBeHidden()
})

test('the unit menu has the ten common units and those in use; Fler enheter brings the rest, by keyboard too', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const line = { quantity: '1', unitPrice: '10', vatChoice: '25' }
  const { invoiceId } = await draftOf(supplier, {
    lines: [
      { ...emptyLine('one'), ...line, itemName: 'El', unit: 'KMT' },
      { ...emptyLine('two'), ...line, itemName: 'Frakt', unit: 'XPX' },
    ],
  })
  await openForm(page, `/invoices/${invoiceId}`)
  const first = await openLine(page, isMobile, 1)
  const unit = first.getByLabel(isMobile ? /^Enhet/ : 'Enhet, rad 1')
  const offered = ['st', 'tim', 'dag', 'mån', 'm', 'm²', 'm³', 'kg', 'l', 'km']
  await expect(unit.getByRole('option')).toHaveText([...offered, 'pall', 'Fler enheter…'])
  if (isMobile) {
    await unit.selectOption('Fler enheter…')
  } else {
    await unit.focus()
    await page.keyboard.press('End')
  }
  // Asked for more, nothing else has changed: the unit is what it was, and the focus is in the menu.
  await expect(unit.getByRole('option')).toHaveCount(30)
  await expect(unit).toHaveValue('KMT')
  if (!isMobile) await expect(unit).toBeFocused()
  await unit.selectOption('kWh')
  await closeLine(page, isMobile)
  await expectSaved(page)
  await page.reload()
  const again = await openLine(page, isMobile, 1)
  await expect(again.getByLabel(isMobile ? /^Enhet/ : 'Enhet, rad 1')).toHaveValue('KWH')
})

test('1.234 is read as 1,234, asks whether 1 234 was meant, and takes the answer', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  const line = await openLine(page, isMobile, 1)
  const price = line.getByLabel(isMobile ? /^À-pris/ : 'À-pris, rad 1')
  await price.fill('1.234')
  await expect(page.getByText('Tolkas som')).toBeHidden()
  await price.blur()
  await expect(line.getByText('Tolkas som 1,234. Menade du 1 234,00?')).toBeVisible()
  await expectAccessible(page)
  await line.getByRole('button', { name: '1 234,00' }).click()
  await expect(price).toBeFocused()
  await expect(price).toHaveValue('1234')
  await expect(line.getByText('Tolkas som')).toBeHidden()
  await closeLine(page, isMobile)
  // 2 × 1 234 and VAT.
  await expect(talong(page)).toContainText('3 085,00')
})

/** How people write amounts, and how each stands once it was left. */
const spellings: readonly (readonly [typed: string, shown: string])[] = [
  ['595', '595,00'],
  ['595,5', '595,50'],
  ['595.50', '595,50'],
  ['12 340', '12 340,00'],
  ['12\u00a0340,50', '12 340,50'],
  ['12\u202f340,50', '12 340,50'],
  ['12\u2009340', '12 340,00'],
  ['1.234,50', '1 234,50'],
  ['1,234.50', '1 234,50'],
  ['1.234.567,89', '1 234 567,89'],
  ['1,234,567', '1 234 567,00'],
  ['0.125', '0,125'],
  ['1 234.567', '1 234,567'],
  ['100 kr', '100,00'],
  ['100kr', '100,00'],
  ['1 234,50 SEK', '1 234,50'],
  ['500:-', '500,00'],
  [',50', '0,50'],
  ['12,', '12,00'],
  ['007', '7,00'],
]

for (const language of ['svenska', 'English'] as const) {
  test(`amounts in twenty spellings stand as the same numbers once they are left, in ${language}`, async ({
    page,
    instance,
    isMobile,
  }) => {
    const supplier = await asSupplier(page, instance)
    const { invoiceId } = await draftOf(supplier)
    await page.goto('/more')
    if (language === 'English') await page.getByRole('button', { name: 'English' }).first().click()
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'sv')
    await openForm(page, `/invoices/${invoiceId}`)
    if (isMobile) await page.locator('button[id^=card-]').click()
    const price = page.locator(isMobile ? '#sheet-unitPrice' : '[data-cell="unitPrice"]')
    for (const [typed, shown] of spellings) {
      await price.fill(typed)
      await price.blur()
      // The spaces between thousands are narrow ones that do not break.
      await expect
        .poll(async () => (await price.inputValue()).replaceAll(/\s/g, ' '), { message: typed })
        .toBe(shown)
    }
  })
}

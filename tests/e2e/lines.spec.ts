import { expect, type Page } from '@playwright/test'
import { asSupplier, closeLine, draftOf, expectSaved, openForm, openLine, talong } from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { test } from './instance-steps.ts'

/** Pastes text in the field that has the focus, as the system does it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}

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

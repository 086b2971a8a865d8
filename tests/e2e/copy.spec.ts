import { expect } from '@playwright/test'
import { todayInStockholm } from '#lib/core/dates.ts'
import { emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { removeCustomer } from '#lib/services/customers/customers.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { expectForm, expectSaved, openLine } from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { test } from './office-steps.ts'
import { rowOf } from './send-steps.ts'

const draftPage = /\/invoices\/[0-9a-f-]{36}$/

test('K19 Kopiera till ny: a sent invoice becomes a draft that goes on with a new number and today’s date', async ({
  page,
  office,
}) => {
  const invoice = await office.sent({ contractReference: 'AV-77', despatchReference: 'FS-1' })
  await office.signIn(page.context())
  await page.goto(`/documents/${invoice.invoiceId}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Kopiera till ny' }).click()
  await expect(page).toHaveURL(draftPage)
  const draftId = page.url().slice(-36)
  await expectForm(page)
  await expect(page.getByLabel('Er referens')).toHaveValue('FM8440')
  await expect(page.getByText('812,50 kr').filter({ visible: true }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Godkänn och skicka')
  const number = String(Number(invoice.number) + 1)
  await expect(rowOf(page, number).getByText('Klar att skicka', { exact: true })).toBeVisible()
  const copy = await getInvoice(office.supplier, draftId)
  expect(copy?.invoice).toMatchObject({
    state: 'ready',
    number,
    issueDate: todayInStockholm(new Date()),
    draft: { contractReference: 'AV-77', despatchReference: '' },
  })
  expect((await getInvoice(office.supplier, invoice.invoiceId))?.invoice.number).toBe(invoice.number)
})

test('K19 every sent invoice in the list is copied in one tap, by keyboard too', async ({ page, office }) => {
  const invoice = await office.sent()
  await office.signIn(page.context())
  await page.goto('/documents')
  const copy = rowOf(page, invoice.number).getByRole('button', { name: `Kopiera till ny: ${invoice.number}` })
  await expect(copy).toBeVisible()
  await expectAccessible(page)
  await copy.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(draftPage)
  await expect(page.getByLabel('Er referens')).toHaveValue('FM8440')
})

test('K19 Som förra gången on the customer’s page: a draft of the newest invoice to it', async ({
  page,
  office,
}) => {
  await office.signIn(page.context())
  await page.goto(`/customers/${office.customerId}`)
  await expect(page.getByRole('heading', { name: 'Senaste fakturor' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Som förra gången' })).toHaveCount(0)
  await office.sent({ buyerReference: 'Gammal1', issueDate: '2026-01-15', issueDateEdited: true })
  const newest = await office.sent({ buyerReference: 'Ny1' })
  await office.sent({ buyerReference: 'Gammal2', issueDate: '2026-02-15', issueDateEdited: true })
  await page.reload()
  await expect(page.getByText(`Faktura ${newest.number} blir ett nytt utkast`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Som förra gången' }).click()
  await expect(page).toHaveURL(draftPage)
  await expect(page.getByLabel('Er referens')).toHaveValue('Ny1')
})

test('K19 a customer that is gone since then is named before the copy is opened', async ({
  page,
  office,
}) => {
  const invoice = await office.sent()
  await removeCustomer(office.supplier, { customerId: office.customerId })
  await office.signIn(page.context())
  await page.goto(`/documents/${invoice.invoiceId}`)
  await page.getByRole('button', { name: 'Kopiera till ny' }).click()
  const told = page.getByRole('dialog', { name: 'Kopian är klar, men något har ändrats sedan förra gången' })
  await expect(told).toContainText(`${office.partyName} finns inte längre i ditt kundregister`)
  await expectAccessible(page)
  await told.getByRole('link', { name: 'Öppna kopian' }).click()
  await expect(page).toHaveURL(draftPage)
  await expect(page.getByLabel('Er referens')).toHaveValue('FM8440')
})

/** Rent for November in two lines and food, to a customer that gave an order number. */
const rent: Partial<InvoiceDraft> = {
  issueDate: '2026-03-15',
  issueDateEdited: true,
  periodStart: '2026-03-01',
  periodEnd: '2026-03-31',
  purchaseOrderReference: 'PO-1',
  note: 'Tack för mars',
  lines: [
    { ...emptyLine('rent', { vatChoice: 'rate-25' }), itemName: 'Hyra mars 2026', unitPrice: '9000' },
    { ...emptyLine('food', { vatChoice: 'food' }), itemName: 'Fruktkorgar', unitPrice: '400' },
  ],
}

test('K19 from Start in one tap: what was brought is told, texts change in a tap and back, an old order number is looked at', async ({
  page,
  office,
  isMobile,
}) => {
  const invoice = await office.sent(rent)
  await office.signIn(page.context())
  await page.goto('/')
  await expectAccessible(page)
  await page.getByRole('button', { name: `Som förra gången: ${office.partyName}` }).click()
  await expect(page).toHaveURL(draftPage)
  await expectForm(page)
  const strip = page.getByRole('region', {
    name: `Som förra gången: faktura ${invoice.number} av 2026-03-15`,
  })
  await expect(strip).toContainText('Datum, förfallodag och period är nya.')
  await expectAccessible(page)

  // The texts: one by one, back, all at once.
  await strip.getByRole('button', { name: 'Ändra till Hyra april 2026' }).click()
  await expect(strip.getByRole('status')).toHaveText('Texten är ändrad.')
  await expect(page.getByText('Hyra april 2026').filter({ visible: true }).last()).toBeVisible()
  await strip.getByRole('button', { name: 'Ångra, skriv Hyra mars 2026 igen' }).click()
  await strip.getByRole('button', { name: 'Ändra alla 2' }).click()
  await expect(page.getByLabel('Meddelande på fakturan')).toHaveValue('Tack för april')
  const line = await openLine(page, isMobile, 1)
  await expect(line.getByLabel(isMobile ? /^Benämning/ : 'Benämning, rad 1')).toHaveValue('Hyra april 2026')
  if (isMobile) await page.getByRole('dialog').getByRole('button', { name: 'Klar', exact: true }).click()

  // Food was 12 % on that day.
  await expect(page.getByText('Momsen på livsmedel är nu 6 %. På förra fakturan var den 12 %.')).toBeVisible()

  // The order number stops nothing, and is confirmed for good.
  const order = page.getByLabel('Ordernummer', { exact: true })
  await expect(order).toHaveAccessibleDescription(/Kontrollera/)
  await page.getByRole('button', { name: 'Gäller fortfarande' }).click()
  await expect(order).not.toHaveAccessibleDescription(/Kontrollera/)
  await strip.getByRole('button', { name: 'Dölj vad som kopierades' }).click()
  await expect(strip).toHaveCount(0)
  await expectSaved(page)
  await page.reload()
  await expectForm(page)
  await expect(order).toHaveValue('PO-1')
  await expect(order).not.toHaveAccessibleDescription(/Kontrollera/)
  await expect(strip).toHaveCount(0)
})

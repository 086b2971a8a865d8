import { expect } from '@playwright/test'
import { todayInStockholm } from '#lib/core/dates.ts'
import { removeCustomer } from '#lib/services/customers/customers.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { expectForm } from './editor-steps.ts'
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

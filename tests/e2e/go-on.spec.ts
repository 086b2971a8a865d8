import { expect, type Page } from '@playwright/test'
import { expectForm, goOn } from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { type Office, test } from './office-steps.ts'

/** A complete draft opened from the list of drafts, as one does. */
async function openDraft(page: Page, office: Office): Promise<string> {
  const { invoiceId } = await office.draft()
  await office.signIn(page.context())
  await page.goto('/documents/drafts')
  await page.locator(`a[href="/invoices/${invoiceId}"]`).filter({ visible: true }).first().click()
  await expectForm(page)
  return invoiceId
}

const refusal = (page: Page) => page.getByRole('alert').filter({ hasText: 'Fakturan gick inte vidare' })

test('Gå vidare leads to what it says, which has the focus, and Back to where the form was opened from', async ({
  page,
  office,
}) => {
  await openDraft(page, office)
  await goOn(page)
  await expect(page).toHaveURL(/\/send\?prepared=1$/)
  await expect(page.locator(':focus').getByRole('status')).toHaveText(
    'Faktura 1 ligger nu i Godkänn och skicka.',
  )
  await expectAccessible(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/documents\/drafts$/)
})

test('Gå vidare without an answer keeps the form, and the next press shows where the invoice is', async ({
  page,
  office,
}) => {
  const invoiceId = await openDraft(page, office)
  const isAction = (url: URL) => url.pathname === `/invoices/${invoiceId}`
  await page.route(isAction, (route) =>
    route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
  )
  await goOn(page)
  await expect(refusal(page)).toContainText('Inget svar kom, men allt är sparat.')
  await expect(refusal(page)).toBeInViewport()
  await expect(page.locator(':focus').filter({ has: refusal(page) })).toBeVisible()
  await page.unroute(isAction)
  // This time only the answer is lost.
  await page.route(isAction, async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  const lost = page.waitForEvent('requestfailed')
  await goOn(page)
  await lost
  await expect(refusal(page)).toContainText('Inget svar kom, men allt är sparat.')
  await page.unroute(isAction)
  await goOn(page)
  await expect(refusal(page)).toContainText('Fakturan är inte längre ett utkast')
  await expectAccessible(page)
  await refusal(page).getByRole('link', { name: 'Visa fakturan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Faktura 1')
})

test('Gå vidare in a second window says that the invoice is no draft, typed in or not', async ({
  page,
  context,
  office,
}) => {
  const invoiceId = await openDraft(page, office)
  const other = await context.newPage()
  await other.goto(`/invoices/${invoiceId}`)
  await expectForm(other)
  await goOn(page)
  await expect(page).toHaveURL(/\/send/)
  await goOn(other)
  await expect(refusal(other).getByRole('link', { name: 'Visa fakturan' })).toBeVisible()
  await other.getByLabel('Er referens').fill('FM8499')
  await expect(other.getByRole('status').getByText('Fakturan är inte längre ett utkast.')).toBeVisible()
  await goOn(other)
  await expect(refusal(other).getByRole('link', { name: 'Visa fakturan' })).toBeVisible()
  await expect(other.getByText('Utkastet är inte sparat')).toHaveCount(0)
})

test('Gå vidare after the session has ended asks for the password over the form', async ({
  page,
  office,
}) => {
  await openDraft(page, office)
  await page.context().clearCookies()
  await goOn(page)
  await expect(page.getByRole('dialog', { name: 'Logga in igen' })).toBeVisible()
  await expect(page.getByLabel('Er referens')).toHaveValue('FM8440')
})

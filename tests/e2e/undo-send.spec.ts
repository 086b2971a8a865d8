import { expect, type Page } from '@playwright/test'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { expectAccessible } from './fixtures.ts'
import { deliveredTo, instanceFolder, type Office, test as officeTest } from './office-steps.ts'
import { startWeb } from './outage-steps.ts'
import { sendAll } from './send-steps.ts'

// The instance under test sends at once; this web process on the same data gives ten seconds, as an instance does that
// nobody has configured.
const test = officeTest.extend<object, { origin: string }>({
  origin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from the pattern.
    async ({}, use) => {
      const web = await startWeb(openPostgres(instanceFolder()).appUrl(), undefined, { UNDO_SECONDS: '' })
      await use(web.origin)
      await web.stop()
    },
    { scope: 'worker' },
  ],
})

const leavingList = (page: Page) => page.getByRole('region', { name: /skickas strax$/ })
const undoOf = (page: Page, number: string) =>
  page.getByRole('button', { name: `Ångra faktura ${number}`, exact: true })

async function isInInbox({ recipient }: Office, number: string): Promise<boolean> {
  return (await listInbox(recipient)).documents.some((document) => document.number === number)
}

test('K25 what was sent is undone by keyboard within its ten seconds; what is not leaves by itself', async ({
  page,
  office,
  origin,
}) => {
  const [one, two, three] = [await office.ready(), await office.ready(), await office.ready()]
  await office.signIn(page.context())
  await page.goto(`${origin}/send`)
  await sendAll(page, [one.number, two.number, three.number])
  await expect(page.locator(':focus').getByRole('status')).toHaveText('3 fakturor skickas strax.')
  await expect(leavingList(page).getByText(/^Skickas om ([1-9]|10) s$/)).toHaveCount(3)
  // The server's, not this window's: it is there after a reload.
  await page.reload()
  await expect(leavingList(page).getByText(/^Skickas om [1-9] s$/)).toHaveCount(3)
  await undoOf(page, one.number).focus()
  await page.keyboard.press('Enter')
  const answer = page.getByText(`Faktura ${one.number} skickades inte. Den ligger kvar i Godkänn och skicka.`)
  await expect(answer).toBeVisible()
  await expect(page.locator(':focus').filter({ has: answer })).toBeVisible()
  await expect(page.getByLabel(`Markera faktura ${one.number}`)).toBeVisible()
  await expectAccessible(page)

  for (const { number } of [two, three]) await deliveredTo(office, number)
  await expect(leavingList(page)).toHaveCount(0)
  for (const { invoiceId } of [two, three]) {
    await page.goto(`${origin}/documents/${invoiceId}`)
    await expect(page.getByText('Klar – levererad till mottagarens inkorg')).toBeVisible()
  }
  expect(await isInInbox(office, one.number)).toBe(false)
  await page.goto(`${origin}/documents/${one.invoiceId}`)
  await expect(page.getByText('Ångrad innan den skickades')).toBeVisible()

  // And it is sent as any other, under its number.
  await page.goto(`${origin}/send`)
  await sendAll(page, [one.number])
  await deliveredTo(office, one.number)
})

test('K25 a batch is undone as a whole', async ({ page, office, origin }) => {
  const invoices = [await office.ready(), await office.ready()]
  await office.signIn(page.context())
  await page.goto(`${origin}/send`)
  await sendAll(
    page,
    invoices.map(({ number }) => number),
  )
  await expect(page.getByRole('heading', { name: 'Inget att skicka' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ångra alla 2' }).click()
  for (const { number, invoiceId } of invoices) {
    await expect(page.getByText(`Faktura ${number} skickades inte.`)).toBeVisible()
    await expect(page.getByLabel(`Markera faktura ${number}`)).toBeVisible()
    expect((await getInvoice(office.supplier, invoiceId))?.delivery?.state).toBe('cancelled')
  }
  await expect(leavingList(page)).toHaveCount(0)
  // What was undone is not said to have been sent.
  await expect(page.getByText(/skickad\.|skickade\.|skickas strax/)).toHaveCount(0)
})

test('K25 one is undone on its own page, and one that has left says so', async ({ page, office, origin }) => {
  const [kept, left] = [await office.ready(), await office.ready()]
  await office.signIn(page.context())
  await page.goto(`${origin}/send`)
  await sendAll(page, [kept.number, left.number])
  await expect(leavingList(page)).toBeVisible()
  await page.goto(`${origin}/documents/${kept.invoiceId}`)
  await expect(page.getByText(/^Skickas om [1-9] s$/)).toBeVisible()
  await expectAccessible(page)
  await undoOf(page, kept.number).click()
  await expect(page.getByText('Klar att skicka').first()).toBeVisible()
  await expect(page.getByText(`Faktura ${kept.number} skickades inte.`)).toBeVisible()

  await page.goto(`${origin}/documents/${left.invoiceId}`)
  await expect(undoOf(page, left.number)).toBeVisible()
  // The worker is first, while the page still offers it.
  const deliveryId = (await getInvoice(office.supplier, left.invoiceId))?.delivery?.id ?? ''
  await page.route(/documents/, (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  )
  await deliver(office.supplier, { tenantId: office.supplier.tenantId, deliveryId, after: 0 })
  await undoOf(page, left.number).click()
  await expect(
    page.getByText(`Faktura ${left.number} hann iväg och går inte att ångra längre.`),
  ).toBeVisible()
  expect(await isInInbox(office, left.number)).toBe(true)
  expect(await isInInbox(office, kept.number)).toBe(false)
})

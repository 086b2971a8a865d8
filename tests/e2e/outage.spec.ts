import { expect } from '@playwright/test'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { expectAccessible } from './fixtures.ts'
import { deliveriesOf, instanceFolder, test } from './office-steps.ts'
import { openWire, startWeb } from './outage-steps.ts'

const outageMs = 10_000

test('R3 the database is gone for ten seconds: said in words, nothing typed or saved is lost, and one tries again', async ({
  context,
  page: editor,
  office,
}) => {
  test.setTimeout(120_000)
  const draft = await office.draft()
  const sent = await office.sent()
  const ready = await office.ready()
  const wire = await openWire()
  const web = await startWeb(wire.url)
  try {
    await office.signIn(context)
    const [list, documents] = [await context.newPage(), await context.newPage()]
    await editor.goto(`${web.origin}/invoices/${draft.invoiceId}`)
    await expect(editor.getByLabel('Er referens')).toHaveValue('FM8440')
    await list.goto(`${web.origin}/send`)
    await list.getByLabel(`Markera faktura ${ready.number}`).check()
    await list.getByRole('button', { name: 'Skicka 1 faktura' }).click()

    wire.cut()
    const began = Date.now()
    await editor.getByLabel('Er referens').fill('FM9000')
    await expect(editor.getByText(/Kunde inte spara\./)).toBeVisible()
    await editor.getByRole('button', { name: 'Försök igen' }).filter({ visible: true }).first().click()
    await expect(editor.getByText(/Kunde inte spara\./)).toBeVisible()
    await expect(editor.getByLabel('Er referens')).toHaveValue('FM9000')
    await expectAccessible(editor)

    await list.getByRole('button', { name: 'Skicka nu' }).click()
    await expect(list.getByText(/Något gick fel hos oss/).first()).toBeVisible()
    await expect(list.getByLabel(`Markera faktura ${ready.number}`)).toBeVisible()

    const answer = await documents.goto(`${web.origin}/documents`)
    expect(answer?.status()).toBe(500)
    await expect(documents.getByRole('heading', { level: 1 })).toHaveText('Något gick fel hos oss')
    await expect(documents.getByText(/Referens/)).toBeVisible()
    const text = (await documents.locator('body').textContent()) ?? ''
    expect(text).not.toMatch(/ECONN|postgres|\bat .+:\d+:\d+|Error:/i)
    await expectAccessible(documents)
    expect((await context.request.get(`${web.origin}/healthz`)).status(), 'the process lives').toBe(200)
    expect((await context.request.get(`${web.origin}/readyz`)).status(), 'and says it cannot').toBe(503)
    await expect.poll(() => Date.now() - began, { timeout: outageMs * 2 }).toBeGreaterThan(outageMs)
    await expect(editor.getByLabel('Er referens')).toHaveValue('FM9000')

    wire.mend()
    await documents.getByRole('button', { name: 'Försök igen' }).click()
    await expect(documents.getByRole('link', { name: sent.number, exact: true })).toBeVisible()
    // The form tries again by itself, whoever presses or not.
    await expect(editor.getByText(/Utkastet sparat kl\./)).toBeVisible({ timeout: 20_000 })
    const saved = await getInvoice(office.supplier, draft.invoiceId)
    expect(saved?.invoice.draft).toMatchObject({ buyerReference: 'FM9000' })
    await list.goto(`${web.origin}/send`)
    await list.getByLabel(`Markera faktura ${ready.number}`).check()
    await list.getByRole('button', { name: 'Skicka 1 faktura' }).click()
    await list.getByRole('button', { name: 'Skicka nu' }).click()
    await expect(list.getByText('1 faktura skickad.')).toBeVisible()
    expect(await deliveriesOf(office, ready.invoiceId)).toBe(1)
    expect(web.child.exitCode, 'it was the same process all the time').toBeNull()
  } finally {
    await web.stop()
    await wire.close()
  }
})

test('K15 the server is gone for half a minute while one types: kept on the device, and saved by itself when it is back', async ({
  context,
  page,
  office,
}) => {
  test.setTimeout(120_000)
  const draft = await office.draft()
  const address = openPostgres(instanceFolder()).appUrl()
  let web = await startWeb(address)
  try {
    await office.signIn(context)
    await page.goto(`${web.origin}/invoices/${draft.invoiceId}`)
    const reference = page.getByLabel('Er referens')
    await expect(reference).toHaveValue('FM8440')
    await expect(page.locator('form[aria-label=Faktura]:not([inert])')).toBeVisible()
    let failed = 0
    page.on('requestfailed', (request) => {
      if (request.url().includes('/api/drafts/')) failed += 1
    })
    await web.stop()
    await reference.clear()
    await reference.pressSequentially('MEDAN ')
    await expect(
      page.getByText('Kunde inte spara. Dina ändringar finns kvar på den här enheten.'),
    ).toBeVisible()
    // It tries by itself every ten seconds, and what is typed meanwhile stays.
    await expect.poll(() => failed, { timeout: 40_000 }).toBeGreaterThanOrEqual(3)
    await reference.pressSequentially('SERVERN VAR BORTA')
    await expect(reference).toHaveValue('MEDAN SERVERN VAR BORTA')
    web = await startWeb(address, Number(new URL(web.origin).port))
    await expect(page.getByText(/Utkastet sparat kl\./)).toBeVisible({ timeout: 20_000 })
    const saved = await getInvoice(office.supplier, draft.invoiceId)
    expect(saved?.invoice.draft).toMatchObject({ buyerReference: 'MEDAN SERVERN VAR BORTA' })
  } finally {
    await web.stop()
  }
})

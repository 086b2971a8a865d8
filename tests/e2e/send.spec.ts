import { expect } from '@playwright/test'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { csvOf, exeOf, pdfOf, pngOf } from '#tests/setup/files.ts'
import { expectForm, goOn } from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { deliveriesOf, manualParty, test } from './office-steps.ts'
import { filesPanel, rowOf, sendAll, sendName, show } from './send-steps.ts'

const file = (name: string, mimeType: string, bytes: Uint8Array) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
})

test('S34 S35 S36 a chosen invoice shows its information and takes files with it; wrong ones are refused at their place', async ({
  page,
  office,
  isMobile,
}) => {
  const first = await office.ready()
  const second = await office.ready()
  // A row with a reason is the widest there is.
  await office.ready({ customerId: (await manualParty(office)).customerId })
  await office.signIn(page.context())
  await page.goto('/send')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await show(page, first.number, isMobile)
  await expect(page).toHaveURL(
    isMobile ? new RegExp(`/send/${first.invoiceId}$`) : new RegExp(`show=${first.invoiceId}`),
  )
  if (!isMobile) {
    // Looking is not ticking.
    await expect(page.getByLabel(`Markera faktura ${first.number}`)).not.toBeChecked()
    const [list, paper] = await Promise.all([
      page.getByRole('table').first().boundingBox(),
      page.locator('#invoice').boundingBox(),
    ])
    expect(paper?.x ?? 0, 'beside the list').toBeGreaterThan((list?.x ?? 0) + (list?.width ?? 0))
  }
  await expect(page.getByText('Hyvlade lister').first()).toBeVisible()
  const panel = filesPanel(page)
  await expect(
    panel.getByText('Enligt god bokföringssed bör du bifoga originalfakturan om du har en.'),
  ).toBeVisible()
  await expect(panel.getByText(/Högst 5 MB per fil, 10 filer och 10 MB tillsammans/)).toBeVisible()
  await expectAccessible(page)

  await panel.getByLabel('Välj fil').setInputFiles([
    file('Original.pdf', 'application/pdf', pdfOf()),
    file('foto.png', 'image/png', pngOf()),
    file('rader.csv', 'text/csv', csvOf()),
    // A program under another name, and a file of 10 MB.
    file('faktura.pdf', 'application/pdf', exeOf()),
    file('stor.pdf', 'application/pdf', pdfOf('', 10_000_000)),
  ])
  for (const name of ['Original.pdf', 'foto.png', 'rader.csv'])
    await expect(panel.getByRole('link', { name })).toBeVisible()
  const refused = (name: string) => panel.getByRole('listitem').filter({ hasText: name })
  await expect(
    refused('faktura.pdf').getByText(/”faktura.pdf” är inte en PDF-, PNG-, JPEG-, CSV-, XLSX- eller ODS-fil/),
  ).toBeVisible()
  await expect(refused('stor.pdf').getByText(/”stor.pdf” är större än 5 MB/)).toBeVisible()
  await expectAccessible(page)
  await refused('faktura.pdf')
    .getByRole('button', { name: /Ta bort ur listan/ })
    .click()
  await refused('stor.pdf')
    .getByRole('button', { name: /Ta bort ur listan/ })
    .click()

  const described = panel.getByRole('listitem').filter({ hasText: 'Original.pdf' }).getByRole('textbox')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await described.fill('Originalfakturan')
  await described.press('Enter')
  await saved
  await panel.getByRole('button', { name: 'Ta bort foto.png' }).click()
  await expect(panel.getByText('foto.png är borttagen')).toBeVisible()
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Ångra' }).click()
  await expect(panel.getByRole('link', { name: 'foto.png' })).toBeVisible()
  await panel.getByRole('button', { name: 'Ta bort rader.csv' }).click()
  await expect(panel.getByText('rader.csv är borttagen')).toBeVisible()
  await expect(panel.getByText('Borttagningen av rader.csv är sparad')).toBeAttached()

  // Each invoice has its own: two here, none with the other, and all of it is there after a reload.
  await page.goto('/send')
  await expect(
    rowOf(page, first.number)
      .getByRole('cell')
      .filter({ hasText: /^(Bilagor:)?2$/ }),
  ).toBeVisible()
  await expect(
    rowOf(page, second.number)
      .getByRole('cell')
      .filter({ hasText: /^(Bilagor:)?0$/ }),
  ).toBeVisible()
  await show(page, first.number, isMobile)
  await expect(filesPanel(page).getByLabel(/Beskrivning.*Original.pdf/)).toHaveValue('Originalfakturan')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    filesPanel(page).getByRole('link', { name: 'Original.pdf' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('Original.pdf')
})

test('S37 K25 one, several or all are ticked and sent; a double click sends once; each has its result', async ({
  page,
  office,
}) => {
  const invoices = [await office.ready(), await office.ready(), await office.ready(), await office.ready()]
  const [a, b, c, d] = invoices.map(({ number }) => number)
  await office.signIn(page.context())
  await page.goto('/send')
  // Nothing ticked: the button says what to do.
  await page.getByRole('button', { name: 'Skicka', exact: true }).click()
  await expect(page.getByText('Markera minst en faktura att skicka')).toBeVisible()

  await page.getByLabel(`Markera faktura ${a}`).check()
  await page.getByRole('button', { name: sendName(1) }).click()
  const summary = page.getByRole('region', { name: 'Skicka 1 faktura?' })
  await expect(summary.getByRole('heading')).toBeFocused()
  await expect(summary.getByText(office.partyName)).toBeVisible()
  await expect(summary.getByText('E-faktura till mottagarens inkorg')).toBeVisible()
  await expect(summary.getByText(`Faktura ${a} saknar bilaga`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Skicka nu' }).dblclick()
  const result = page.getByRole('status').filter({ hasText: 'skickad' })
  await expect(result.getByText('1 faktura skickad.')).toBeVisible()
  await expect(result.getByRole('link', { name: `Faktura ${a}` })).toBeVisible()
  await expectAccessible(page)
  expect(await deliveriesOf(office, invoices[0]?.invoiceId ?? '')).toBe(1)
  await expect(page.getByLabel(`Markera faktura ${a}`)).toHaveCount(0)

  await sendAll(page, [b ?? '', c ?? ''])
  await expect(result.getByText('2 fakturor skickade.')).toBeVisible()
  for (const number of [b, c])
    await expect(result.getByRole('link', { name: `Faktura ${number}` })).toBeVisible()

  await page.getByLabel('Markera alla').check()
  await expect(page.getByLabel(`Markera faktura ${d}`)).toBeChecked()
  await page.getByRole('button', { name: sendName(1) }).click()
  // One may think again; the tick stays.
  await page.getByRole('button', { name: 'Vänta med att skicka' }).click()
  await expect(page.getByLabel(`Markera faktura ${d}`)).toBeChecked()
  await page.getByRole('button', { name: sendName(1) }).click()
  await page.getByRole('button', { name: 'Skicka nu' }).click()
  await expect(page.getByRole('heading', { name: 'Inget att skicka' })).toBeVisible()
  await expectAccessible(page)
})

test('S37 two windows send the same invoice: it leaves once, and the second is told so', async ({
  page,
  office,
}) => {
  const [one, two] = [await office.ready(), await office.ready()]
  await office.signIn(page.context())
  const other = await page.context().newPage()
  for (const window of [page, other]) await window.goto('/send')
  await other.getByLabel(`Markera faktura ${one.number}`).check()
  await other.getByLabel(`Markera faktura ${two.number}`).check()
  await other.getByRole('button', { name: sendName(2) }).click()
  await sendAll(page, [one.number])
  await expect(page.getByText('1 faktura skickad.')).toBeVisible()
  await other.getByRole('button', { name: 'Skicka nu' }).click()
  await expect(other.getByText('1 faktura skickad.')).toBeVisible()
  await expect(
    other.getByText(`Faktura ${one.number} var redan skickad. Den har inte skickats igen.`),
  ).toBeVisible()
  await expect(other.getByRole('link', { name: `Faktura ${two.number}` })).toBeVisible()
  for (const { invoiceId } of [one, two]) expect(await deliveriesOf(office, invoiceId)).toBe(1)
})

test('S35 Ändra leads back to the form with everything kept; Ta bort leaves a voided number', async ({
  page,
  office,
  isMobile,
}) => {
  const invoice = await office.ready({ note: 'Tack för beställningen', projectReference: 'Etapp 2' })
  await office.signIn(page.context())
  await page.goto('/send')
  await show(page, invoice.number, isMobile)
  await filesPanel(page)
    .getByLabel('Välj fil')
    .setInputFiles([file('Original.pdf', 'application/pdf', pdfOf())])
  await expect(filesPanel(page).getByRole('link', { name: 'Original.pdf' })).toBeVisible()
  await page.getByRole('button', { name: 'Ändra', exact: true }).last().click()
  await expect(page).toHaveURL(new RegExp(`/invoices/${invoice.invoiceId}$`))
  await expect(
    page.getByText(`Faktura ${invoice.number}`).or(page.getByLabel('Fakturanummer')).first(),
  ).toBeVisible()
  await expect(page.getByLabel('Er referens')).toHaveValue('FM8440')
  await expect(page.getByLabel('Meddelande på fakturan')).toHaveValue('Tack för beställningen')
  await expect(page.getByText('812,50 kr').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Original.pdf' })).toBeVisible()
  await page.getByLabel('Er referens').fill('FM9000')
  await expect(page.getByText(/Utkastet sparat kl\./)).toBeVisible()
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).click()
  await expect(page.getByText(`Faktura ${invoice.number} ligger nu i Godkänn och skicka.`)).toBeVisible()

  await show(page, invoice.number, isMobile)
  await expect(page.getByText('FM9000').first()).toBeVisible()
  await page.getByText('Ta bort', { exact: true }).click()
  await expect(page.getByText(`Ta bort faktura ${invoice.number}?`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ta bort fakturan' }).click()
  await expect(page.getByText(/är makulerad\. Den finns kvar i Mina dokument/)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/documents?range=all')
  await expect(rowOf(page, invoice.number).getByText('Makulerad')).toBeVisible()
})

test('S17 K26 what became impossible to send while it waited says why and what to do, and cannot be ticked', async ({
  page,
  office,
}) => {
  const removed = await office.ready()
  const waiting = await manualParty(office)
  const held = await office.ready({ customerId: waiting.customerId })
  await office.signIn(page.context())
  await page.goto('/send')
  const row = rowOf(page, held.number)
  await expect(row.getByText('Inväntar godkännande av mottagaren')).toBeVisible()
  await expect(row.getByRole('checkbox')).toHaveCount(0)

  // Approved meanwhile, ticked, and withdrawn before the press.
  await waiting.approve()
  await page.reload()
  await page.getByLabel(`Markera faktura ${held.number}`).check()
  await page.getByLabel(`Markera faktura ${removed.number}`).check()
  await page.getByRole('button', { name: sendName(2) }).click()
  await waiting.withdraw('Avtalet är slut')
  await page.getByRole('button', { name: 'Skicka nu' }).click()
  await expect(page.getByText('1 faktura skickad. 1 kunde inte skickas.')).toBeVisible()
  await expect(
    page.getByText(`Faktura ${held.number}: Mottagaren tar inte längre emot fakturor från dig`),
  ).toBeVisible()
  await expect(row.getByText('Måste rättas')).toBeVisible()
  await expect(row.getByText('Mottagaren tar inte längre emot fakturor från dig.')).toBeVisible()
  await expect(row.getByRole('checkbox')).toHaveCount(0)
  await expectAccessible(page)
  expect(await deliveriesOf(office, held.invoiceId)).toBe(0)
  expect((await getInvoice(office.supplier, held.invoiceId))?.invoice.state).toBe('ready')
  await row.getByRole('link', { name: 'Visa kunden' }).click()
  await expect(page.getByText('Avtalet är slut').first()).toBeVisible()
})

test('the number at Godkänn och skicka goes up with each Gå vidare and is counted anew by Skicka', async ({
  page,
  office,
}) => {
  const first = await office.draft()
  const second = await office.draft()
  await office.signIn(page.context())
  const ways = page.getByRole('navigation', { name: 'Huvudmeny' }).filter({ visible: true })
  const waiting = ways.locator('a[href="/send"]')
  await page.goto('/documents/drafts')
  await expect(waiting).not.toHaveText(/\d/)
  // Never loaded anew: the frame stays from here on.
  for (const [before, { invoiceId }] of [first, second].entries()) {
    await page.locator(`a[href="/invoices/${invoiceId}"]`).filter({ visible: true }).first().click()
    await expectForm(page)
    await goOn(page)
    await expect(page).toHaveURL(/\/send\?prepared=/)
    await expect(waiting).toHaveText(new RegExp(`${before + 1}$`))
    if (before > 0) break
    await ways.locator('a[href="/documents"]').click()
    await page.getByRole('link', { name: /^Utkast/ }).click()
  }
  await sendAll(page, ['1', '2'])
  await expect(waiting).not.toHaveText(/\d/)
})

import { expect, type Page, type Route } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { sessions } from '#db/schema/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { expectValue } from '#lib/core/result.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { exeOf, pdfOf } from '#tests/setup/files.ts'
import {
  allGroups,
  asSupplier,
  closeLine,
  customerOf,
  draftOf,
  expectForm,
  expectSaved,
  fillLine,
  goOn,
  heading,
  openDetails,
  openForm,
  openGroups,
  openLine,
  openPaper,
  showSums,
  talong,
} from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { newCompany, openAs, password, test } from './instance-steps.ts'

const picker = (page: Page) => page.getByLabel('Välj mottagare')

test('S8 S18 S19 S20 the menu leads to the form, and its recipient menu knows who has approved and who has not', async ({
  page,
  instance,
}) => {
  const supplier = await newCompany(instance)
  await openAs(page, instance, supplier)
  await openForm(page, '/invoices/new')
  await expect(page.getByText('Du har inga kunder ännu.')).toBeVisible()
  // Without a customer nothing goes on, and the form says so.
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).click()
  await expect(page.getByRole('link', { name: 'Välj mottagare' })).toBeVisible()
  await expectAccessible(page)
  const waiting = await customerOf(instance, supplier, { approval: 'manual' })
  await page.reload()
  await expectForm(page)
  await expect(page.getByText('Ingen av dina kunder har godkänt dig ännu.')).toBeVisible()
  const { customerName, customerId } = await customerOf(instance, supplier)
  await page.goto('/more')
  await page.getByRole('link', { name: 'Skapa och skicka fakturor' }).click()
  await expectForm(page)
  await page.goto('/')
  await page
    .getByRole('link', { name: /^Skapa( e-faktura)?$/ })
    .first()
    .click()
  await expect(heading(page)).toHaveText('Skapa e-faktura')
  const options = (label: string) => page.locator(`optgroup[label="${label}"] option`)
  await expect(options('Tar emot e-faktura')).toHaveText([new RegExp(customerName)])
  await expect(options('Inväntar godkännande')).toHaveText([new RegExp(waiting.customerName)])
  await picker(page).selectOption(waiting.customerId)
  await expect(page.getByText(`Den kan skickas när ${waiting.customerName} har godkänt dig.`)).toBeVisible()
  await picker(page).selectOption(customerId)
  const recipient = page.getByRole('region', { name: 'Mottagare', exact: true })
  await expect(recipient.getByText('Tar emot e-faktura')).toBeVisible()
  await recipient.getByText('Adress och e-fakturaadress').click()
  await expect(recipient.getByText('Torget 1, 111 20 Provköping')).toBeVisible()
  await expectAccessible(page)
  await expectSaved(page)
  await page.reload()
  await expectForm(page)
  await page.getByRole('button', { name: 'Byt mottagare' }).click()
  await expect(picker(page)).toBeFocused()
  await expect(picker(page)).toHaveValue(customerId)
})

test('S28 K20 a credit note takes its number from its own series and names the invoice chosen in the picker', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const original = await draftOf(supplier)
  expectValue(await prepareInvoice(supplier, original))
  expect(await sendInvoices(supplier, [original.invoiceId])).toMatchObject([{ problem: null }])
  await openForm(page, `/invoices/new?customer=${supplier.customerId}`)
  await expect(page.getByLabel('Fakturanummer')).toHaveValue('2')
  await page.getByText('Kreditfaktura', { exact: true }).click()
  await expect(page.getByText('Beloppen skrivs som positiva tal.')).toBeVisible()
  await expect(page.getByLabel('Kreditfakturanummer')).toHaveValue('K1')
  await expect(page.getByLabel('Förfallodatum')).toHaveCount(0)
  await goOn(page)
  await expect(page.getByRole('link', { name: 'Välj vilken faktura som krediteras' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Fakturan som krediteras').selectOption({ index: 1 })
  await page.getByLabel('Er referens').fill('FM8440')
  const line = await openLine(page, isMobile, 1)
  await fillLine(line, isMobile, 1, { itemName: 'Hyvling, avdrag', quantity: '3', price: '500', vat: '25 %' })
  await closeLine(page, isMobile)
  await expect(talong(page)).toContainText('Att kreditera')
  // Two were invoiced: three cannot be credited.
  await goOn(page)
  await expect(page.getByText(/Sänk krediteringen/).first()).toBeVisible()
  const again = await openLine(page, isMobile, 1)
  await again.getByLabel(isMobile ? /^Antal/ : 'Antal, rad 1').fill('1')
  await closeLine(page, isMobile)
  await expect(talong(page)).toContainText('625,00 kr')
  await expectSaved(page)
  const paper = await openPaper(page)
  await expect(paper).toContainText('Kreditfaktura')
  await expect(paper).toContainText('K1')
  await expect(paper).toContainText(/Krediterar faktura 1 av \d{4}-\d{2}-\d{2}/)
  await expectAccessible(page)
})

test('S28 what was not sent from here is credited by number and date', async ({ page, instance }) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await page.getByText('Kreditfaktura', { exact: true }).click()
  await page.getByLabel('Den krediterade fakturans nummer').fill('2019-77')
  await goOn(page)
  await page.getByRole('link', { name: 'Skriv datumet på fakturan som krediteras' }).click()
  const date = page.getByLabel('Dess datum')
  await expect(date).toBeFocused()
  await date.fill('9 mars 2026')
  await date.blur()
  await expect(date).toHaveValue('2026-03-09')
  await expectSaved(page)
  await expect(await openPaper(page)).toContainText('Krediterar faktura 2019-77 av 2026-03-09')
})

test('S29 S30 S31 S32 mandatory fields, lines from above and below, tick, cross with undo, note', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  await openForm(page, `/invoices/new?customer=${supplier.customerId}`)
  const reference = page.getByLabel('Er referens')
  await expect(reference).toHaveAttribute('required')
  await expect(page.locator('.field').filter({ has: reference })).toContainText('Obligatoriskt')
  await goOn(page)
  await expect(reference).toHaveAttribute('aria-invalid', 'true')
  const [red, plain] = await page.evaluate(() =>
    ['buyerReference', 'purchaseOrderReference'].map(
      (name) => getComputedStyle(document.getElementById(`field-${name}`) ?? document.body).borderTopColor,
    ),
  )
  expect(red).not.toBe(plain)
  await expectAccessible(page)
  await reference.fill('FM8440')

  const first = await openLine(page, isMobile, 1)
  await fillLine(first, isMobile, 1, { itemName: 'Underst', quantity: '1', price: '100', vat: '25 %' })
  await closeLine(page, isMobile)
  await page.getByRole('button', { name: 'Lägg till rad först' }).click()
  const above = isMobile ? page.getByRole('dialog') : page.locator('tbody').first()
  await fillLine(above, isMobile, 1, { itemName: 'Överst', quantity: '2', price: '10', vat: '25 %' })
  if (isMobile) {
    await above.getByLabel(/^Radanteckning/).fill('Enligt överenskommelse')
    await closeLine(page, isMobile)
    await expect(page.locator('button[id^=card-]')).toHaveText([/Överst[\s\S]*Enligt/, /Underst/])
    await page.getByRole('button', { name: /Överst/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ta bort rad' }).click()
  } else {
    await page.getByRole('button', { name: 'Anteckning, rad 1' }).click()
    await page.getByLabel('Radanteckning, rad 1').fill('Enligt överenskommelse')
    await expect(page.getByLabel('Benämning, rad 2')).toHaveValue('Underst')
    await expect(page.getByText('Rad 1 är klar')).toBeAttached()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ta bort rad 1' }).click()
  }
  await expect(page.getByText('Rad 1 togs bort.')).toBeVisible()
  await expect(talong(page)).toContainText('125,00 kr')
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(talong(page)).toContainText('150,00 kr')
  await page.getByRole('button', { name: 'Lägg till rad', exact: true }).click()
  await (isMobile
    ? page.getByRole('dialog').getByLabel(/^Benämning/)
    : page.getByLabel('Benämning, rad 3')
  ).fill('Bara ett namn')
  await closeLine(page, isMobile)
  await expect(page.getByText('Någon rad saknas i summan')).toBeVisible()
  await expect(page.getByText('Rad 3 är klar')).toHaveCount(0)
  // S33: what is left is counted before one goes on.
  const check = page.locator('details').filter({ hasText: 'Fakturakontroll' }).first()
  await check.locator('summary').click()
  await check.getByRole('link', { name: 'Ange à-pris på rad 3' }).click()
  await expect(
    isMobile ? page.locator('button[id^=card-]').nth(2) : page.getByLabel('À-pris, rad 3'),
  ).toBeFocused()
  await expectAccessible(page)
})

test('S34 a file is added in the form; a disguised one, a big one and another kind are refused in its place', async ({
  page,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  await openForm(page, `/invoices/new?customer=${supplier.customerId}`)
  const files = page.getByRole('region', { name: 'Bilagor' })
  await expect(files).toContainText('Enligt god bokföringssed bör du bifoga originalfakturan om du har en.')
  await expect(files).toContainText('Högst 5 MB per fil')
  const choose = files.getByLabel('Välj fil')
  const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })
  await choose.setInputFiles(file('original.pdf', pdfOf()))
  await expect(files.getByRole('link', { name: 'original.pdf' })).toBeVisible()
  // The draft was saved first: the file has somewhere to be.
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}$/)
  let uploads = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/attachments')) uploads += 1
  })
  await choose.setInputFiles(file('stor.pdf', pdfOf('', 10_000_000)))
  await expect(files.getByText('”stor.pdf” är större än 5 MB.')).toBeVisible()
  expect(uploads).toBe(0)
  await choose.setInputFiles([file('kvitto.pdf', exeOf()), file('anteckning.txt', Buffer.from('hej'))])
  await expect(files.getByText('”kvitto.pdf” är inte en PDF-')).toBeVisible()
  await expect(files.getByText('”anteckning.txt” är inte en PDF-')).toBeVisible()
  await expectAccessible(page)
  await files.getByLabel('Beskrivning original.pdf').fill('Originalet')
  await files.getByLabel('Beskrivning original.pdf').blur()
  await expect(files.getByText('Beskrivningen av original.pdf är sparad')).toBeAttached()
  await page.reload()
  await expectForm(page)
  await expect(files.getByRole('link')).toHaveText(['original.pdf'])
  await expect(files.getByLabel('Beskrivning original.pdf')).toHaveValue('Originalet')
  await files.getByRole('button', { name: 'Ta bort original.pdf' }).click()
  await files.getByRole('button', { name: 'Ångra' }).click()
  await expect(files.getByRole('link', { name: 'original.pdf' })).toBeVisible()
})

test('S34 a file whose answer is lost is there once when it is sent again', async ({ page, instance }) => {
  const supplier = await asSupplier(page, instance)
  await openForm(page, `/invoices/new?customer=${supplier.customerId}`)
  const files = page.getByRole('region', { name: 'Bilagor' })
  const loseAnswer = async (route: Route) => {
    await route.fetch()
    await route.abort()
  }
  await page.route(/\/attachments$/, loseAnswer, { times: 1 })
  const original = { name: 'original.pdf', mimeType: '', buffer: Buffer.from(pdfOf()) }
  await files.getByLabel('Välj fil').setInputFiles(original)
  await files.getByRole('button', { name: 'Försök igen original.pdf' }).click()
  await expect(files.getByRole('link')).toHaveText(['original.pdf'])
  await page.reload()
  await expectForm(page)
  await expect(files.getByRole('link')).toHaveText(['original.pdf'])
})

test('S33 K16 K17 discounts on line and document, a charge, price per 100, and every reference: sums and paper are right', async ({
  page,
  instance,
  isMobile,
}) => {
  test.setTimeout(90_000)
  const supplier = await asSupplier(page, instance)
  await withTenant(instance.platform.db, supplier.tenantId, (tx) =>
    tx.update(companies).set({ roundToKrona: true }).where(eq(companies.id, supplier.tenantId)),
  )
  await openForm(page, `/invoices/new?customer=${supplier.customerId}`)
  await page.getByLabel('Er referens').fill('FM8440')
  const screws = await openLine(page, isMobile, 1)
  await fillLine(screws, isMobile, 1, { itemName: 'Skruv', quantity: '2500', price: '48,60', vat: '25 %' })
  await openDetails(screws, isMobile, 1)
  await screws.getByRole('button', { name: 'Lägg till rabatt' }).click()
  await screws.getByLabel('Belopp').fill('7,5')
  await screws.getByLabel('Pris per').fill('100')
  await screws.getByLabel('Beskrivning, rad 1', { exact: true }).fill('Förzinkad 4,2 x 35')
  await screws.getByLabel('Artikelnummer, rad 1', { exact: true }).fill('SK-42')
  await screws.getByLabel('GTIN (streckkod)').fill('7350000000016')
  await screws.getByLabel('Varukodens lista').selectOption('CPV')
  await screws.getByLabel('Varukod, rad 1', { exact: true }).fill('44531000')
  await screws.getByLabel('Ursprungsland').selectOption('Tyskland')
  await screws.getByLabel('Orderrad').fill('7')
  await screws.getByRole('button', { name: 'Lägg till egenskap' }).click()
  await screws.getByLabel('Egenskap 1, rad 1', { exact: true }).fill('Färg')
  await screws.getByLabel('Värde 1').fill('Blank')
  await expectAccessible(page)
  await closeLine(page, isMobile)
  await page.getByRole('button', { name: 'Lägg till rad', exact: true }).click()
  const work = isMobile ? page.getByRole('dialog') : page.locator('tbody').nth(1)
  const typed = { itemName: 'Montering', quantity: '3', unit: 'tim', price: '640', vat: '25 %' }
  await fillLine(work, isMobile, 2, typed)
  await openDetails(work, isMobile, 2)
  await work.getByRole('button', { name: 'Lägg till tillägg' }).click()
  await work.getByLabel('Belopp').fill('250')
  await closeLine(page, isMobile)
  await openGroups(page, ...allGroups)
  await page.getByRole('button', { name: 'Lägg till avdrag eller tillägg' }).click()
  const discount = page.getByRole('group', { name: 'Avdrag eller tillägg 1' }).first()
  await discount.getByLabel('Belopp').fill('5')
  await discount.getByLabel('Kronor eller procent').selectOption('%')
  const references = {
    Ordernummer: 'PO-88',
    Avtalsnummer: 'AVT-9',
    Projektnummer: 'PRJ-12',
    'Ditt ordernummer': 'SO-5',
    'Kontering hos köparen': 'KST 410',
    Faktureringsobjekt: 'ABC123',
    Följesedel: 'FS-3',
    Inleveransnummer: 'IN-4',
    Upphandlingsnummer: 'UPP-6',
    Leveransdatum: '2026-11-18',
    'Leverans till': 'Kommunförrådet',
    Leveransadress: 'Lagergatan 7',
    'Kontakt hos köparen': 'Inköp Norr',
    'Kontaktens telefon': '090-12 34 56',
    'Kontaktens e-post': 'inkop@hittepa.example',
    'Köparens id': 'ENHET-7',
    'Vår referens': 'Vera Vår',
    'Meddelande på fakturan': 'Tack för beställningen',
  }
  for (const [label, value] of Object.entries(references)) {
    await page.getByLabel(label, { exact: true }).fill(value)
  }
  const delivery = page
    .locator('details')
    .filter({ has: page.locator('summary', { hasText: 'Leverans och' }) })
  await delivery.getByLabel('Postnummer').fill('90330')
  await delivery.getByLabel('Ort', { exact: true }).fill('Umeå')
  await expectAccessible(page)
  // Example 4: 3 293,87 − 164,69 = 3 129,18; VAT 782,30; rounded by −0,48.
  await expect(talong(page)).toContainText('3 911,00 kr')
  await showSums(page, isMobile)
  for (const sum of ['164,69', '3 129,18', '782,30', '-0,48']) {
    await expect(talong(page)).toContainText(sum.replace('-', '−'))
  }
  await expectSaved(page)
  const paper = await openPaper(page)
  for (const value of Object.values(references)) await expect(paper).toContainText(value)
  for (const part of [
    '903 30',
    '1 123,87',
    '2 170,00',
    '3 129,18',
    '782,30',
    '3 911,00',
    'SK-42',
    'Tyskland',
  ]) {
    await expect(paper).toContainText(part)
  }
  for (const part of ['Förzinkad 4,2 x 35', '7350000000016', '44531000', 'Färg', 'Blank', 'per 100']) {
    await expect(paper).toContainText(part)
  }
  await expectAccessible(page)
})

test('K16 K17 euro with an exchange rate and something paid already: what is to pay, and the VAT in kronor', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  await openForm(page, `/invoices/new?customer=${supplier.customerId}`)
  await page.getByLabel('Er referens').fill('FM8440')
  const line = await openLine(page, isMobile, 1)
  const typed = { itemName: 'Ritning', quantity: '10', unit: 'tim', price: '125', vat: '25 %' }
  await fillLine(line, isMobile, 1, typed)
  await closeLine(page, isMobile)
  await openGroups(page, 'Valuta, förskott, avdrag och tillägg')
  await page.getByLabel('Valuta', { exact: true }).selectOption('EUR')
  await page.getByLabel('Redan betalt (förskott)').fill('500')
  await goOn(page)
  await page.getByRole('link', { name: /Ange växelkurs/ }).click()
  await expect(page.getByLabel('Växelkurs')).toBeFocused()
  await page.getByLabel('Växelkurs').fill('11,2345')
  // Said, and no reason to stop.
  const check = page.locator('details').filter({ hasText: 'Fakturakontroll' }).first()
  await expect(check).toContainText('1 att kontrollera')
  await check.locator('summary').click()
  await check.getByRole('link', { name: 'Lägg till ett IBAN.' }).click()
  await expect(page.getByLabel(/^Bankgiro/)).toBeFocused()
  await expect(talong(page)).toContainText(/1\s062,50\s(EUR|€)/)
  await showSums(page, isMobile)
  await expect(talong(page)).toContainText('3 510,78')
  await expectAccessible(page)
})

test('K17 why 0 %: reverse charge asks for the VAT number of the buyer, another exemption for its words', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance, { vatNumber: null })
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  const line = await openLine(page, isMobile, 1)
  const vat = line.getByLabel(isMobile ? /^Moms/ : 'Moms, rad 1')
  await vat.selectOption('0 %')
  await closeLine(page, isMobile)
  await goOn(page)
  await expect(page.getByText('Välj varför momsen är 0 % på rad 1').first()).toBeVisible()
  await openLine(page, isMobile, 1)
  await line.getByLabel('Varför 0 %?').selectOption('Annan momsfri försäljning')
  await closeLine(page, isMobile)
  await goOn(page)
  await expect(page.getByText('Skriv varför försäljningen är momsfri på rad 1').first()).toBeVisible()
  await openLine(page, isMobile, 1)
  await line.getByLabel('Skäl till momsfrihet').fill('Undantag enligt beslut 12')
  await expectAccessible(page)
  await line.getByLabel('Varför 0 %?').selectOption('Omvänd byggmoms')
  await closeLine(page, isMobile)
  await goOn(page)
  // The group it lies in is closed: the link opens it.
  await page.getByRole('link', { name: /Ange mottagarens momsnummer/ }).click()
  const number = page.getByLabel('Köparens momsregistreringsnummer')
  await expect(number).toBeFocused()
  await number.fill('SE212000990301')
  await expectSaved(page)
  const paper = await openPaper(page)
  await expect(paper).toContainText('Omvänd betalningsskyldighet')
  await expect(paper).toContainText('1 000,00')
})

test('K16 K17 prices with VAT, a list price with its discount, and terms from the end of the month', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier, { issueDate: '2026-11-20', issueDateEdited: true })
  await openForm(page, `/invoices/${invoiceId}`)
  await page.getByLabel('Betalningsvillkor').selectOption('Annat')
  await page.getByLabel('Räknas från').selectOption('Månadens slut')
  await page.getByLabel('Antal dagar').fill('15')
  await expect(page.getByLabel('Förfallodatum')).toHaveValue('2026-12-15')
  await expect(page.getByLabel('Text om betalningen')).toHaveValue(/^15 dagar från månadens slut\./)
  const line = await openLine(page, isMobile, 1)
  await openDetails(line, isMobile, 1)
  await line.getByLabel('Bruttopris').fill('600')
  await line.getByLabel('Prisavdrag').fill('100')
  await line.getByLabel('Prisavdrag').blur()
  await closeLine(page, isMobile)
  await openGroups(page, 'Valuta, förskott, avdrag och tillägg')
  await page.getByLabel('Priserna är inklusive moms').check()
  await expect(talong(page)).toContainText('1 000,00 kr')
  await showSums(page, isMobile)
  await expect(talong(page)).toContainText('800,00')
  await expectSaved(page)
  const paper = await openPaper(page)
  await expect(paper).toContainText('2026-12-15')
  await expect(paper).toContainText('Bruttopris')
})

test('K15 a draft changed in another window: the second is told, and both ways out work', async ({
  page,
  context,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  const other = await context.newPage()
  for (const window of [page, other]) await openForm(window, `/invoices/${invoiceId}`)
  const reference = (window: Page) => window.getByLabel('Er referens')
  await reference(page).fill('FÖRST')
  await expectSaved(page)
  await reference(other).fill('SEDAN')
  await expect(other.getByText(/Utkastet ändrades i ett annat fönster/)).toBeVisible()
  await expectAccessible(other)
  await other.getByRole('button', { name: 'Behåll mitt' }).click()
  await expectSaved(other)
  await reference(page).fill('TREDJE')
  await page.getByRole('button', { name: 'Hämta det andra' }).click()
  await expect(reference(page)).toHaveValue('SEDAN')
})

test('K15 the session ends in the middle of the form: one signs in over it, and the save goes on', async ({
  page,
  instance,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  await openForm(page, `/invoices/${invoiceId}`)
  await instance.platform.db.delete(sessions).where(eq(sessions.userId, supplier.userId))
  await page.getByLabel('Er referens').fill('KVAR99')
  const dialog = page.getByRole('dialog', { name: 'Logga in igen för att fortsätta' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Lösenord', { exact: true }).fill('inte det här alls')
  await dialog.getByRole('button', { name: 'Logga in' }).click()
  await expect(dialog.getByText(/stämmer inte/).first()).toBeVisible()
  await dialog.getByLabel('Lösenord', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Logga in' }).click()
  await expect(dialog).toBeHidden()
  await expectSaved(page)
  await page.reload()
  await expectForm(page)
  await expect(page.getByLabel('Er referens')).toHaveValue('KVAR99')
})

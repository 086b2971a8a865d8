import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { expectValidDocument } from '#tests/setup/ubl-schema.ts'
import { expectAccessible, newRegistration, signIn, test } from './fixtures.ts'

// The main job, whole: a supplier who has never seen Talong registers, adds a customer, writes an invoice, sends
// it and sees it become Klar, because the recipient has it. Nothing but what a person can do.

const password = 'kvistar i skogen 7'

async function register(page: Page, company: ReturnType<typeof newRegistration>): Promise<void> {
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in$/)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Registrera ditt företag' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Registrera ditt företag')
  await expectAccessible(page)
  await page.getByLabel('Organisationsnummer').fill('5599990009')
  await page.getByLabel('Företagsnamn').click()
  await expect(page.getByText('Kontrollera organisationsnumret: kontrollsiffran stämmer inte')).toBeVisible()
  await page.getByLabel('Organisationsnummer').fill(company.orgNumber)
  await page.getByLabel('Företagsnamn').fill(company.companyName)
  await page.getByLabel('Ditt namn').fill(company.name)
  await page.getByLabel('E-post').fill(company.email)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kolla din e-post')
  await expect(page.getByText(company.email)).toBeVisible()
  await expectAccessible(page)
}

async function activate(page: Page, company: ReturnType<typeof newRegistration>): Promise<void> {
  const letter = page.getByRole('listitem').filter({ hasText: company.email })
  await expect(async () => {
    await page.goto('/dev/mailbox')
    await expect(letter).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await expectAccessible(page)
  await letter.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Läs och godkänn avtalet')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Godkänn och fortsätt' }).click()
  await expect(page.getByText('Kryssa i att du har läst och godkänner avtalet').first()).toBeVisible()
  await page.getByLabel(/Jag har läst och godkänner avtalet/).check()
  await page.getByRole('button', { name: 'Godkänn och fortsätt' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Välj lösenord')
  await expectAccessible(page)
  await page.getByLabel('Lösenord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Skapa konto' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Företagsuppgifter')
}

async function completeCompany(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.getByLabel('Företagsform').selectOption('Aktiebolag')
  await page.getByLabel('Säte').fill('Umeå')
  await page.getByRole('button', { name: /Använd SE/ }).click()
  await page.getByRole('textbox', { name: 'Adress', exact: true }).fill('Hyvelgatan 3')
  await page.getByLabel('Postnummer').fill('90326')
  await page.getByRole('textbox', { name: 'Ort', exact: true }).fill('Umeå')
  await page.getByRole('button', { name: 'Spara ändringar' }).click()
  await expect(page.getByText(/Sparat kl\./)).toBeVisible()
  await page.goto('/settings/payment')
  await page.getByRole('radio', { name: 'Bankgiro' }).check()
  await page.getByRole('textbox', { name: 'Bankgiro' }).fill('50501056')
  await page.getByLabel('Bekräfta med ditt lösenord').fill(password)
  await expect(page.getByText('Kontrollera bankgiro: kontrollsiffran stämmer inte').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Bankgiro' }).fill('50501055')
  await page.getByRole('button', { name: 'Spara ändringar' }).click()
  await expect(page.getByText(/Sparat kl\./)).toBeVisible()
  await expectAccessible(page)
}

async function addCustomer(page: Page): Promise<void> {
  await page.goto('/')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Lägg till kund' }).click()
  const search = page.getByLabel(/Namn, organisationsnummer/)
  await search.fill('212000-9904')
  await expect(page.getByText(/Kontrollsiffran i organisationsnumret stämmer inte/)).toBeVisible()
  await search.fill('212000-9903')
  await expect(page.getByText('1 träff')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /Provköpings kommun/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'Provköpings kommun' })).toBeFocused()
  await expect(dialog.getByText('E-faktura i inkorgen i Talong')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Stäng' }).last().click()
  await page.getByRole('link', { name: 'Lägg till Provköpings kommun' }).click()
  await expect(page.getByText(/Steg 1 av 2/)).toBeVisible()
  await page.getByLabel(/Vilket kundnummer har du/).fill('K-100')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(page.getByText(/Steg 2 av 2/)).toBeVisible()
  // The browser's own Back loses nothing that was typed.
  await page.goBack()
  await expect(page.getByLabel(/Vilket kundnummer har du/)).toHaveValue('K-100')
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(page.getByText(/Steg 2 av 2/)).toBeVisible()
  await expect(page.getByText('K-100')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Slutför' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Provköpings kommun finns nu i ditt kundregister',
  )
  await expectAccessible(page)
  await page.goto('/customers')
  await expect(page.getByText('K-100').first()).toBeVisible()
  await expectAccessible(page)
  await page.goto('/invoices/new')
}

type Line = { itemName: string; quantity: string; price: string; vat: string }

const lines: readonly Line[] = [
  { itemName: 'Snickeriarbete kök', quantity: '12,5', price: '595', vat: '25 %' },
  { itemName: 'Lunchpaket', quantity: '28', price: '84,75', vat: '12 %' },
  { itemName: 'Arbetsbok', quantity: '30', price: '149.50', vat: '6 %' },
]

async function fillLines(page: Page, isPhone: boolean): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (isPhone) {
      if (index === 0) await page.getByRole('button', { name: /Fyll i raden/ }).click()
      const sheet = page.getByRole('dialog')
      await expect(sheet.getByRole('heading')).toHaveText(`Rad ${index + 1}`)
      await sheet.getByLabel(/Benämning/).fill(line.itemName)
      await sheet.getByLabel(/Antal/).fill(line.quantity)
      await sheet.getByLabel(/À-pris/).fill(line.price)
      await sheet.getByLabel(/Moms/).selectOption(line.vat)
      if (index === 0) await expectAccessible(page)
      await sheet
        .getByRole('button', { name: index < 2 ? 'Klar, lägg till ny rad' : 'Klar', exact: true })
        .click()
    } else {
      if (index > 0) await page.getByRole('button', { name: 'Lägg till rad', exact: true }).click()
      const cell = (name: string) => page.getByLabel(`${name}, rad ${index + 1}`)
      await cell('Benämning').fill(line.itemName)
      await cell('Antal').fill(line.quantity)
      await cell('À-pris').fill(line.price)
      await cell('Moms').selectOption(line.vat)
    }
  }
}

async function writeInvoice(page: Page, isPhone: boolean): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skapa e-faktura')
  await expectAccessible(page)
  // Too early: the button leads to what is left, and takes nothing away.
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).click()
  await expect(page.getByRole('heading', { name: 'Rätta det här innan du går vidare' })).toBeVisible()
  await expect(page.getByText('Välj mottagare').first()).toBeVisible()
  await expectAccessible(page)
  const option = page.getByRole('option', { name: /Provköpings kommun/ })
  await page.getByLabel('Välj mottagare').selectOption(await option.getAttribute('value'))
  await page.getByLabel('Er referens').fill('0123ANNA')
  await fillLines(page, isPhone)
  // 7 437,50 at 25 %, 2 373,00 at 12 %, 4 485,00 at 6 %: 16 708,74 with VAT.
  await expect(page.getByText('16 708,74 kr').first()).toBeVisible()
  await expect(page.getByText(/Utkastet sparat kl\./)).toBeVisible()
  await expectAccessible(page)
  // What was saved is there again.
  await page.reload()
  await expect(page.getByText('16 708,74 kr').first()).toBeVisible()
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Godkänn och skicka')
}

async function send(page: Page): Promise<void> {
  await expect(page.getByText('Faktura 1 ligger nu i Godkänn och skicka.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Markera faktura 1').check()
  await page.getByRole('button', { name: 'Skicka 1 faktura' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Skicka nu' }).click()
  await expect(page.getByText('1 faktura skickad.')).toBeVisible()
  await expectAccessible(page)
}

async function seeKlar(page: Page): Promise<void> {
  await page.goto('/documents')
  const row = page.getByRole('row').filter({ hasText: 'Provköpings kommun' })
  await expect(row.getByText('Klar', { exact: true })).toBeVisible({ timeout: 20_000 })
  await expectAccessible(page)
  await row.getByRole('link', { name: '1', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Faktura 1')
  await expect(page.getByText('Klar – levererad till mottagarens inkorg')).toBeVisible()
  await expectAccessible(page)
}

async function openAsRecipient(page: Page, company: ReturnType<typeof newRegistration>): Promise<void> {
  await page.context().clearCookies()
  await signIn(page, 'kim@provkoping.example')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inkorg')
  await expectAccessible(page)
  const row = page.getByRole('row').filter({ hasText: company.companyName })
  await expect(row).toHaveCount(1)
  await expect(row.getByText('Oläst')).toBeVisible()
  await row.getByRole('link').first().click()
  await expect(page.getByText('16 708,74').first()).toBeVisible()
  await expectAccessible(page)
  const xmlAddress = (await page.getByRole('link', { name: 'Ladda ner XML' }).getAttribute('href')) ?? ''
  const { 'content-security-policy': sandbox, 'content-disposition': disposition } = (
    await page.request.get(xmlAddress)
  ).headers()
  expect(sandbox).toContain('sandbox')
  expect(disposition).toContain('attachment')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Ladda ner XML' }).click(),
  ])
  const bytes = await readFile(await download.path())
  expectValidDocument(bytes)
  const xml = bytes.toString('utf8')
  for (const part of [
    '<cbc:BuyerReference>0123ANNA</cbc:BuyerReference>',
    '<cbc:EndpointID schemeID="0007">2120009903</cbc:EndpointID>',
    `<cbc:CompanyID schemeID="0007">${company.orgNumber}</cbc:CompanyID>`,
    '<cbc:PayableAmount currencyID="SEK">16708.74</cbc:PayableAmount>',
    '<cbc:PriceAmount currencyID="SEK">149.50</cbc:PriceAmount>',
  ]) {
    expect(xml).toContain(part)
  }
}

test('from registration to Klar, and the recipient opens it (S1–S17, S33–S40)', async ({
  page,
  isMobile,
}) => {
  test.setTimeout(180_000)
  const company = newRegistration()
  await register(page, company)
  await activate(page, company)
  await completeCompany(page)
  await addCustomer(page)
  await writeInvoice(page, isMobile)
  await send(page)
  await seeKlar(page)
  await openAsRecipient(page, company)
})

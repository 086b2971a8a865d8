import { expect, type Page } from '@playwright/test'
import { luhnDigit } from '#lib/party/luhn.ts'
import { expectAccessible, signIn } from './fixtures.ts'
import { letterTo, newCompany, openAs, password, test } from './instance-steps.ts'

const summary = (page: Page) => page.getByRole('heading', { name: 'Rätta det här innan du går vidare' })
const save = (page: Page) => page.getByRole('button', { name: 'Spara ändringar' })

/** The number with its last digit one too high. */
const withWrongDigit = (number: string) => `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`

test('S6 S7 Företagsuppgifter: wrong check digits are said as one leaves the field, what is missing leads to its field', async ({
  page,
  instance,
}) => {
  const company = await newCompany(instance)
  await openAs(page, instance, company)
  await page.goto('/settings/company')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Organisationsnummer' }).fill(withWrongDigit(company.orgNumber))
  await page.getByLabel('Juridiskt namn').click()
  await expect(page.getByText('Kontrollera organisationsnumret: kontrollsiffran stämmer inte')).toBeVisible()
  await page.getByRole('textbox', { name: 'Organisationsnummer' }).fill(company.orgNumber)
  await expect(page.getByText('Kontrollera organisationsnumret')).toHaveCount(0)
  const vat = page.getByLabel('Momsregistreringsnummer')
  await vat.fill(`SE${withWrongDigit(company.orgNumber)}01`)
  await page.getByLabel('Postnummer').fill('9032')
  await page.getByLabel('Telefon').fill('ring mig')
  await save(page).click()
  await expect(summary(page)).toBeVisible()
  await expect(
    page.getByRole('link', { name: 'Kontrollera momsnumret: kontrollsiffran stämmer inte' }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: /Skriv telefonnumret med siffror/ })).toBeVisible()
  await expect(page.getByLabel('Telefon')).toHaveValue('ring mig')
  await expectAccessible(page)
  await page.getByRole('link', { name: /Skriv postnumret med fem siffror/ }).click()
  await expect(page.getByLabel('Postnummer')).toBeFocused()
  await page.keyboard.type('6')
  await vat.fill('')
  await page.getByRole('button', { name: `Använd SE${company.orgNumber}01` }).click()
  await expect(vat).toHaveValue(`SE${company.orgNumber}01`)
  await page.getByLabel('Telefon').fill('090-000 00 00')
  await save(page).click()
  await expect(page.getByText(/Sparat kl\./)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Postnummer')).toHaveValue('903 26')
  await expect(page.getByLabel('Telefon')).toHaveValue('090-000 00 00')
})

test('S6 K5 a sole trader’s number is masked until asked for, and a mask saved back is the number still', async ({
  page,
  instance,
}) => {
  const base = `800101${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}`
  const orgNumber = `${base}${luhnDigit(base)}`
  const sole = await newCompany(instance, { orgNumber, companyForm: 'sole-trader', name: 'Kvistens Firma' })
  await openAs(page, instance, sole)
  await page.goto('/settings/company')
  await expect(page.getByRole('textbox', { name: 'Organisationsnummer' })).toHaveValue('800101-****')
  expect(await page.content()).not.toContain(`800101-${orgNumber.slice(6)}<`)
  await page.getByLabel('Säte').waitFor({ state: 'detached' })
  await expectAccessible(page)
  await page.getByLabel('Handelsnamn').fill('Kvisten')
  await save(page).click()
  await expect(page.getByText(/Sparat kl\./)).toBeVisible()
  await page.getByRole('button', { name: 'Visa hela numret' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Organisationsnummer' })).toHaveValue(
    new RegExp(`${orgNumber.slice(6)}$`),
  )
  // A company that types such a number is asked whether it is one.
  const company = await newCompany(instance)
  await openAs(page, instance, company)
  await page.goto('/settings/company')
  await page.getByRole('textbox', { name: 'Organisationsnummer' }).fill(orgNumber)
  await expect(page.getByText('Det här är ett personnummer. Driver du enskild firma?')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ja', exact: true }).click()
  await expect(page.getByLabel('Företagsform')).toHaveValue('sole-trader')
})

test('K6 K7 Betalning: wrong digits in plain words, a wrong password keeps what was typed, several accounts, the owner told', async ({
  page,
  instance,
}) => {
  const company = await newCompany(instance)
  await openAs(page, instance, company)
  await page.goto('/settings/payment')
  await expect(page.getByText('5050-1055').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Lägg till konto' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lägg till konto')
  for (const [kind, wrong] of [
    ['Bankgiro', '50501056'],
    ['Plusgiro', '4002029'],
    ['IBAN', 'SE4550000000058398257467'],
  ] as const) {
    await page.getByRole('radio', { name: kind }).check()
    await page.getByRole('textbox', { name: kind, exact: true }).fill(wrong)
    await page.getByLabel('Bekräfta med ditt lösenord').click()
    await expect(page.getByText(new RegExp(`Kontrollera ${kind}: kontrollsiffr`, 'i'))).toBeVisible()
  }
  await save(page).click()
  await expect(summary(page)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Plusgiro' }).check()
  await page.getByRole('textbox', { name: 'Plusgiro', exact: true }).fill('4002028')
  await page.getByLabel('OCR', { exact: true }).selectOption({ label: 'OCR med fast längd' })
  await page.getByLabel('Längd').fill('10')
  await expect(page.getByText(/Faktura 1042 får OCR \d{10}$/)).toBeVisible()
  await page.getByLabel('Bekräfta med ditt lösenord').fill('inte det här alls')
  await save(page).click()
  await expect(page.getByText('Det nuvarande lösenordet stämmer inte').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Plusgiro', exact: true })).toHaveValue('40 02 02-8')
  await expect(page.getByLabel('Längd')).toHaveValue('10')
  await expectAccessible(page)
  await page.getByLabel('Bekräfta med ditt lösenord').fill(password)
  await save(page).click()
  await expect(page.getByText(/Sparat kl\./)).toBeVisible()
  const accounts = page.getByRole('list', { name: 'Konton' }).getByRole('listitem')
  await expect(accounts).toHaveCount(2)
  await expect(accounts.first()).toContainText('5050-1055')
  await expect(accounts.first()).toContainText('Standard')
  await expect(accounts.last()).toContainText('OCR med fast längd, 10 siffror')
  await expectAccessible(page)
  await letterTo(instance, company.userEmail, 'Betaluppgifterna')

  await accounts.last().getByRole('link', { name: /Ändra/ }).click()
  await page.getByLabel('Använd det här kontot först på nya fakturor').check()
  await page.getByLabel('Bekräfta med ditt lösenord').first().fill(password)
  await save(page).click()
  await expect(accounts.first()).toContainText('40 02 02-8')
  await accounts.last().getByRole('link', { name: /Ändra/ }).click()
  await page.getByText('Ta bort kontot', { exact: true }).first().click()
  await expectAccessible(page)
  const removal = page.locator('form').filter({ hasText: 'Fakturor du redan har gått vidare med' })
  await removal.getByLabel('Bekräfta med ditt lösenord').fill(password)
  await removal.getByRole('button', { name: 'Ta bort kontot' }).click()
  await expect(accounts).toHaveCount(1)
})

test('K6 K18 Fakturor: the three next numbers as one types, and a faulty series at its field', async ({
  page,
  instance,
}) => {
  await openAs(page, instance, await newCompany(instance))
  await page.goto('/settings/invoicing')
  const series = page.getByRole('region', { name: 'Fakturanummer' })
  await expect(series.getByText('De tre nästa: 1, 2, 3')).toBeVisible()
  await expectAccessible(page)
  await series.getByLabel('Prefix').fill('{åå}-')
  await series.getByLabel('Nästa nummer').fill('42')
  await series.getByLabel('Minsta antal siffror').fill('4')
  await expect(series.getByText(/De tre nästa: \d\d-0042, \d\d-0043, \d\d-0044/)).toBeVisible()
  await series.getByLabel('Prefix').fill('Ä B')
  await save(page).click()
  await expect(summary(page)).toBeVisible()
  await expectAccessible(page)
  await series.getByLabel('Prefix').fill('F-')
  await page.getByLabel('Betalningsvillkor').selectOption({ label: 'Annat antal dagar' })
  await page.getByLabel('Antal dagar').fill('25')
  await save(page).click()
  await expect(page.getByText(/Sparat kl\./)).toBeVisible()
  await page.reload()
  await expect(series.getByText('De tre nästa: F-0042, F-0043, F-0044')).toBeVisible()
  await expect(page.getByLabel('Antal dagar')).toHaveValue('25')
})

test('K18 the series is not lowered to a number that is used, and what was typed stays', async ({ page }) => {
  await signIn(page, 'ida@exempelverkstan.example')
  await page.goto('/settings/invoicing')
  const next = page.getByRole('region', { name: 'Fakturanummer' }).getByLabel('Nästa nummer')
  const stored = await next.inputValue()
  await next.fill('1')
  await save(page).click()
  await expect(
    page.getByText(/Nummer \d+ är redan använt\. Sätt nästa nummer till minst/).first(),
  ).toBeVisible()
  await expect(next).toHaveValue('1')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(next).toHaveValue(stored)
})

import { expect, type Page } from '@playwright/test'
import { madeUpParties } from '#db/seed/directory.ts'
import { expectAccessible } from './fixtures.ts'
import { newCompany, newOrgNumber, newParty, openAs, test } from './instance-steps.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const searchField = (page: Page) => page.getByLabel(/Namn, organisationsnummer/)

test('S9 S10 S11 K12 one box finds a company by every number it has and by words of its name', async ({
  page,
  instance,
}) => {
  const listed = madeUpParties().find(
    ({ bankgiros, ibans, peppolIds }) => bankgiros?.length && ibans?.length && peppolIds.length,
  )
  if (!listed?.orgNumber || !listed.vatNumber) throw new Error('the demo has no such company')
  const { name, orgNumber, vatNumber, bankgiros = [], ibans = [], peppolIds } = listed
  await openAs(page, instance, await newCompany(instance))
  await page.goto('/')
  await page.getByRole('link', { name: 'Lägg till kund' }).click()
  await expect(heading(page)).toHaveText('Sök & lägg till kunder')
  await expect(page.getByText('Så hittar du rätt')).toBeVisible()
  await expectAccessible(page)
  const hyphened = `${orgNumber.slice(0, 6)}-${orgNumber.slice(6)}`
  for (const [text, meaning] of [
    [orgNumber, `Söker på organisationsnummer ${hyphened}`],
    [hyphened, `Söker på organisationsnummer ${hyphened}`],
    [vatNumber, `Söker på momsnummer ${vatNumber}`],
    [peppolIds[0] ?? '', `Söker på Peppol-id ${peppolIds[0]}`],
    [ibans[0] ?? '', 'Söker på IBAN SE'],
    [bankgiros[0] ?? '', 'Söker på bankgiro'],
    [name.split(' ').reverse().join(' '), 'Söker på namn'],
  ] as const) {
    await searchField(page).fill(text)
    await expect(page.getByText(meaning).first()).toBeVisible()
    await expect(page.getByRole('button', { name, exact: true }), text).toBeVisible()
  }
  await searchField(page).fill('7350000000009')
  await expect(page.getByRole('button', { name: 'Granit & Gran Bygg AB' })).toBeVisible()
  await searchField(page).fill(`${hyphened.slice(0, -1)}${(Number(orgNumber.at(-1)) + 1) % 10}`)
  await expect(page.getByText(/Kontrollsiffran i organisationsnumret stämmer inte/)).toBeVisible()
  await searchField(page).fill('exempel')
  await expect(page.getByText(/Skriv mer av namnet för att hitta rätt/)).toBeVisible()
  await expectAccessible(page)
  await searchField(page).fill('finns ”inte” <b>alls</b>')
  await expect(page.getByText(/Ingen träff på ”finns ”inte” <b>alls<\/b>”/)).toBeVisible()
  await expectAccessible(page)
  // The address holds the search: it can be opened again.
  await page.reload()
  await expect(searchField(page)).toHaveValue('finns ”inte” <b>alls</b>')
})

test('S12 S13 S14 S15 S16 the name opens what is known, the wizard keeps any text as text, the register has the customer', async ({
  page,
  instance,
}) => {
  const party = await newParty(instance, { approval: 'auto' })
  const number = `"K" <b>7</b> & 'x'`
  await openAs(page, instance, await newCompany(instance))
  await page.goto('/customers')
  await expect(page.getByText('Lägg till din första kund')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Sök & lägg till kunder' }).click()
  await searchField(page).fill(party.orgNumber)
  const name = page.getByRole('button', { name: party.name })
  await name.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: party.name })).toBeFocused()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Stäng' }).last().click()
  await expect(name).toBeFocused()
  await page.getByRole('link', { name: `Lägg till ${party.name}` }).click()
  await expect(page.getByText('Steg 1 av 2')).toBeVisible()
  await page.getByLabel(/Vilket kundnummer har du/).fill(number)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(page.getByText('Steg 2 av 2')).toBeVisible()
  await expect(page.getByText(number, { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Föregående' }).click()
  await expect(page.getByLabel(/Vilket kundnummer har du/)).toHaveValue(number)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByRole('button', { name: 'Slutför' }).click()
  await expect(heading(page)).toHaveText(`${party.name} finns nu i ditt kundregister`)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Till mitt kundregister' }).click()
  await expect(page.getByRole('row').filter({ hasText: party.name })).toContainText(number)
  await expectAccessible(page)
  // Adding it again is not offered.
  await page.goto(`/customers/search?q=${party.orgNumber}`)
  await expect(page.getByText('Finns i ditt kundregister')).toBeVisible()
  await expect(page.getByRole('link', { name: `Lägg till ${party.name}` })).toHaveCount(0)
})

test('S16 the register is filtered and searched; a customer’s number is edited, and it is taken out and put back', async ({
  page,
  instance,
}) => {
  // Last in the register: its menu must not end up under the tab bar.
  const name = `Östra nämnden ${newOrgNumber('29')}`
  const [open, waiting] = [await newParty(instance, { approval: 'auto', name }), await newParty(instance)]
  await openAs(page, instance, await newCompany(instance))
  for (const { id } of [open, waiting]) {
    await page.goto(`/customers/add/${id}/confirm?customerNumber=K-1`)
    await page.getByRole('button', { name: 'Slutför' }).click()
    await expect(heading(page)).toHaveText(/finns nu i ditt kundregister/)
  }
  const rowOf = ({ name }: { name: string }) => page.getByRole('row').filter({ hasText: name })
  const show = async (filter: string) => page.getByRole('link', { name: filter, exact: true }).click()
  await page.goto('/customers')
  await expect(rowOf(open)).toBeVisible()
  await show('Inväntar godkännande')
  await expect(rowOf(open)).toHaveCount(0)
  await expect(rowOf(waiting)).toBeVisible()
  await show('Kan ta emot')
  await expect(rowOf(waiting)).toHaveCount(0)
  await expect(rowOf(open)).toBeVisible()
  await show('Nekad')
  await expect(page.getByText('Inga kunder här')).toBeVisible()
  await expectAccessible(page)
  await show('Alla')
  await expect(rowOf(waiting)).toBeVisible()
  await page.getByLabel('Sök i kundregistret').fill(open.orgNumber)
  await page.getByRole('button', { name: 'Sök' }).click()
  await expect(rowOf(waiting)).toHaveCount(0)
  await rowOf(open).locator('summary').click()
  await expect(rowOf(open).getByRole('link', { name: 'Skapa faktura' })).toBeVisible()
  await expectAccessible(page)
  await rowOf(open).getByRole('link', { name: 'Redigera kundnummer' }).click()
  await expect(heading(page)).toHaveText(open.name)
  await expectAccessible(page)
  const form = page.getByRole('region', { name: 'Kundnummer' })
  await form.getByLabel('Kundnummer').fill('K-2026')
  await form.getByRole('button', { name: 'Spara' }).click()
  await expect(form.getByText('Sparat')).toBeVisible()
  await page.goto('/customers')
  await expect(rowOf(open)).toContainText('K-2026')
  await rowOf(open).locator('summary').click()
  await rowOf(open).getByRole('button', { name: 'Ta bort' }).click()
  await expect(page.getByText(`${open.name} är borttagen ur kundregistret`)).toBeVisible()
  await expect(rowOf(open)).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(page.getByText(`${open.name} finns i kundregistret igen`)).toBeVisible()
  await expect(rowOf(open)).toContainText('K-2026')
})

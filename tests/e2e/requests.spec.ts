import { expect, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { withTenant } from '#db/with-tenant.ts'
import { expectValue } from '#lib/core/result.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { expectAccessible } from './fixtures.ts'
import {
  countLetters,
  type Instance,
  letterTo,
  linkIn,
  newCompany,
  newParty,
  openAs,
  password,
  test,
} from './instance-steps.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const awaiting = (page: Page) => page.getByRole('row').getByText('Inväntar godkännande', { exact: true })

/** A supplier that has asked a party that nobody has claimed. */
async function asked(instance: Instance, message = 'Vi hyvlar era golv.') {
  const supplier = await newCompany(instance)
  const party = await newParty(instance)
  await addCustomer(supplier, { partyId: party.id, customerNumber: 'K-9', message })
  return { supplier, party }
}

/** A recipient with a user, and its party in the directory. */
async function newRecipient(instance: Instance) {
  const recipient = await newCompany(instance, { kind: 'recipient' })
  const party = await newParty(instance, { companyId: recipient.tenantId })
  return { recipient, party }
}

test('S17 K9 the recipient approves in the portal: the orange text goes, the supplier gets a letter; undone, it waits again', async ({
  page,
  instance,
}) => {
  const supplier = await newCompany(instance)
  const { recipient, party } = await newRecipient(instance)
  await openAs(page, instance, supplier)
  await page.goto(`/customers/add/${party.id}`)
  await page.getByLabel('Meddelande till mottagaren').fill('Vi hyvlar era golv. <i>Avtal 7</i>')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByRole('button', { name: 'Slutför' }).click()
  await expect(page.getByText('Inväntar godkännande', { exact: true })).toBeVisible()
  await expect(page.getByText(/Du kan förbereda fakturor redan nu/)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/customers')
  await expect(awaiting(page)).toBeVisible()

  await openAs(page, instance, recipient)
  await page.goto('/requests')
  await expect(heading(page)).toHaveText('Kopplingsförfrågningar')
  await expect(page.getByText('Vi hyvlar era golv. <i>Avtal 7</i>')).toBeVisible()
  await expectAccessible(page)
  const approve = page.getByRole('button', { name: `Godkänn ${supplier.companyName}` })
  await approve.click()
  await expect(page.getByText('1 leverantör är godkänd')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(page.getByText('Förfrågan väntar på svar igen')).toBeVisible()
  await approve.click()
  await expect(page.getByText('1 leverantör är godkänd')).toBeVisible()

  await openAs(page, instance, supplier)
  await page.goto('/customers')
  await expect(page.getByRole('row').filter({ hasText: party.name })).toBeVisible()
  await expect(awaiting(page)).toHaveCount(0)
  await letterTo(instance, supplier.userEmail, 'tar emot dina e-fakturor')
})

test('K10 K30 what is ready leaves by itself after the approval where that was chosen; a letter on Klar is chosen too', async ({
  page,
  instance,
}) => {
  const supplier = await newCompany(instance)
  const { recipient, party } = await newRecipient(instance)
  const asked = { partyId: party.id, customerNumber: '', message: '' }
  const { customerId } = expectValue(await addCustomer(supplier, asked))
  expectValue(await prepareInvoice(supplier, await savedDraft(supplier, customerId)))
  await openAs(page, instance, supplier)
  await page.goto('/send')
  await expect(page.getByText('Kan skickas när mottagaren har godkänt dig som leverantör.')).toBeVisible()
  await page.getByRole('link', { name: 'Visa kunden' }).click()
  const choice = page.getByLabel('Skicka det som är klart så fort mottagaren godkänner')
  await expect(choice).not.toBeChecked()
  await choice.check()
  const link = page.getByRole('region', { name: 'Koppling' })
  await link.getByRole('button', { name: 'Spara' }).click()
  await expect(link.getByRole('status').filter({ hasText: 'Sparat' })).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(choice).toBeChecked()
  await page.goto('/send')
  await expect(
    page.getByText('Går iväg av sig själv när mottagaren godkänner dig som leverantör.'),
  ).toBeVisible()
  await expectAccessible(page)

  await page.goto('/settings/user')
  const letters = page.getByRole('region', { name: 'Brev till dig' })
  const choices = letters.getByRole('group', { name: 'När en faktura är Klar' })
  await expect(choices.getByLabel('Inget brev')).toBeChecked()
  await choices.getByLabel('Ett brev om dagen').check()
  await letters.getByRole('button', { name: 'Spara ändringar' }).click()
  await expect(letters.getByText(/Sparat kl\./)).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(choices.getByLabel('Ett brev om dagen')).toBeChecked()

  await openAs(page, instance, recipient)
  await page.goto('/requests')
  await page.getByRole('button', { name: `Godkänn ${supplier.companyName}` }).click()
  await expect(page.getByText('1 leverantör är godkänd')).toBeVisible()
  const approved = await letterTo(instance, supplier.userEmail, 'tar emot dina e-fakturor')
  expect(approved.text).toContain('går iväg av sig själva om en minut')
})

test('S17 K9 several are approved at once; a refusal needs a reason, and the supplier reads it; an approval is taken back', async ({
  page,
  instance,
}) => {
  const { recipient, party } = await newRecipient(instance)
  const suppliers = [await newCompany(instance), await newCompany(instance), await newCompany(instance)]
  for (const supplier of suppliers)
    await addCustomer(supplier, { partyId: party.id, customerNumber: '', message: '' })
  const [first, second, third] = suppliers.map(({ companyName }) => companyName)
  await openAs(page, instance, recipient)
  await page.goto('/requests')
  await page.getByRole('checkbox', { name: `Markera ${first}` }).check()
  await page.getByRole('checkbox', { name: `Markera ${second}` }).check()
  await page.getByRole('button', { name: 'Godkänn markerade' }).click()
  await expect(page.getByText('2 leverantörer är godkända')).toBeVisible()

  const card = (name: string | undefined) => page.getByRole('listitem').filter({ hasText: name ?? '-' })
  await card(third).locator('summary').click()
  await card(third).getByRole('button', { name: 'Neka förfrågan' }).click()
  await expect(card(third).getByText('Skriv varför. Leverantören får läsa det.').first()).toBeVisible()
  await expectAccessible(page)
  await card(third).getByRole('button', { name: 'Vi har inget avtal med er.' }).click()
  await card(third).getByRole('button', { name: 'Neka förfrågan' }).click()
  await expect(page.getByText('Förfrågan är nekad. Leverantören får besked med ditt skäl.')).toBeVisible()

  await card(first).locator('summary').click()
  await card(first).getByLabel('Varför?').fill('Avtalet gick ut i mars.')
  await expectAccessible(page)
  await card(first).getByRole('button', { name: 'Återkalla godkännandet' }).click()
  await expect(page.getByText('Godkännandet är återkallat. Leverantören får besked')).toBeVisible()
  await expectAccessible(page)

  for (const [supplier, word, reason, subject] of [
    [suppliers[2], 'Nekad', 'Vi har inget avtal med er.', 'har nekat din förfrågan'],
    [suppliers[0], 'Återkallad', 'Avtalet gick ut i mars.', 'tar inte längre emot'],
  ] as const) {
    if (!supplier) throw new Error('three suppliers were made')
    await openAs(page, instance, supplier)
    await page.goto('/customers')
    const row = page.getByRole('row').filter({ hasText: party.name })
    await expect(row.getByText(word, { exact: true })).toBeVisible()
    await expect(row).toContainText(reason)
    await expectAccessible(page)
    await letterTo(instance, supplier.userEmail, subject)
  }
})

test('S17 K9 the link in the letter: opening it changes nothing, the button answers, the second time says so', async ({
  page,
  instance,
}) => {
  const { supplier, party } = await asked(instance)
  const link = linkIn(await letterTo(instance, party.contactEmail, supplier.companyName))
  await page.goto(link)
  await expect(heading(page)).toHaveText(`${supplier.companyName} vill skicka e-fakturor`)
  await expect(page.getByText('Vi hyvlar era golv.')).toBeVisible()
  await expectAccessible(page)
  await openAs(page, instance, supplier)
  await page.goto('/customers')
  await expect(awaiting(page)).toBeVisible()
  await page.context().clearCookies()
  await page.goto(link)
  await page.getByRole('button', { name: 'Godkänn', exact: true }).click()
  await expect(heading(page)).toHaveText('Förfrågan är godkänd')
  await expectAccessible(page)
  await page.goto(link)
  await expect(heading(page)).toHaveText('Förfrågan är godkänd')
  await expect(page.getByRole('button', { name: 'Godkänn', exact: true })).toHaveCount(0)
  await letterTo(instance, supplier.userEmail, 'tar emot dina e-fakturor')
  await openAs(page, instance, supplier)
  await page.goto('/customers')
  await expect(awaiting(page)).toHaveCount(0)
})

test('S17 K9 refused by the letter with a reason, which the supplier reads; a request taken back and an old link say so', async ({
  page,
  instance,
}) => {
  const { supplier, party } = await asked(instance)
  const link = linkIn(await letterTo(instance, party.contactEmail, supplier.companyName))
  await page.goto(link)
  await page.getByText('Neka…', { exact: true }).click()
  await page.getByRole('button', { name: 'Neka förfrågan' }).click()
  await expect(page.getByText('Skriv varför. Leverantören får läsa det.').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Varför?').fill('Vi känner inte er. "Ring" <först>')
  await page.getByRole('button', { name: 'Neka förfrågan' }).click()
  await expect(heading(page)).toHaveText('Förfrågan är nekad')
  await expectAccessible(page)
  await openAs(page, instance, supplier)
  await page.goto('/customers')
  await expect(page.getByText('Vi känner inte er. "Ring" <först>')).toBeVisible()
  const letter = await letterTo(instance, supplier.userEmail, 'har nekat din förfrågan')
  expect(letter.text).toContain('Vi känner inte er. "Ring" <först>')

  const other = await asked(instance)
  const otherLink = linkIn(await letterTo(instance, other.party.contactEmail, other.supplier.companyName))
  await withTenant(instance.platform.db, other.supplier.tenantId, (tx) =>
    tx.execute(sql`update link_requests set token_expires_at = now() - interval '1 hour'`),
  )
  await page.goto(otherLink)
  await expect(heading(page)).toHaveText('Länken har gått ut')
  await expectAccessible(page)
  await openAs(page, instance, other.supplier)
  await page.goto('/customers')
  await page.locator('summary').filter({ hasText: other.party.name }).click()
  await page.getByRole('button', { name: 'Ta bort' }).click()
  await expect(page.getByText(/är borttagen ur kundregistret/)).toBeVisible()
  await page.goto(otherLink)
  await expect(heading(page)).toHaveText('Förfrågan är återtagen')
  await expectAccessible(page)
})

test('S17 a request is reminded of once in seven days, with a letter whose link answers', async ({
  page,
  instance,
}) => {
  const { supplier, party } = await asked(instance)
  await openAs(page, instance, supplier)
  await page.goto('/customers')
  await page.getByRole('button', { name: `Påminn ${party.name}` }).click()
  await expect(page.getByText(/Kan påminnas igen/)).toBeVisible()
  await expect(page.getByRole('button', { name: `Påminn ${party.name}` })).toHaveCount(0)
  await expectAccessible(page)
  const reminder = await letterTo(instance, party.contactEmail, 'Påminnelse')
  await page.goto('/customers')
  await expect(page.getByRole('button', { name: `Påminn ${party.name}` })).toHaveCount(0)
  await withTenant(instance.platform.db, supplier.tenantId, (tx) =>
    tx.execute(sql`update link_requests set reminded_at = now() - interval '8 days'`),
  )
  await page.goto('/customers')
  await page.getByRole('button', { name: `Påminn ${party.name}` }).click()
  await expect(page.getByText(/Kan påminnas igen/)).toBeVisible()
  await expect.poll(() => countLetters(instance, party.contactEmail), { timeout: 20_000 }).toBe(3)
  await page.goto(linkIn(reminder))
  await page.getByRole('button', { name: 'Godkänn', exact: true }).click()
  await expect(heading(page)).toHaveText('Förfrågan är godkänd')
})

test('K9 K32 a party is claimed by the letter to its own address, and the portal holds the requests that waited', async ({
  page,
  instance,
}) => {
  const { supplier, party } = await asked(instance)
  await page.goto('/claim')
  await page.getByRole('button', { name: 'Skicka länk' }).click()
  await expect(page.getByText('Skriv organisationsnumret, tio siffror').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Organisationsnummer').fill(party.orgNumber)
  await page.getByRole('button', { name: 'Skicka länk' }).click()
  await expect(heading(page)).toHaveText('Kolla organisationens e-post')
  await expectAccessible(page)
  const link = linkIn(await letterTo(instance, party.contactEmail, 'Ta emot e-fakturor'))
  await page.goto(link)
  await expect(heading(page)).toHaveText(`Anslut ${party.name}`)
  await page.getByRole('button', { name: 'Anslut organisationen' }).click()
  await expect(page.getByText('Kryssa i att du har läst och godkänner avtalet').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(`Jag har läst och godkänner avtalet för ${party.name}`).check()
  await page.getByLabel('Ditt namn').fill('Åsa Nämnd')
  await page.getByLabel('Lösenord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Anslut organisationen' }).click()
  await expect(page).not.toHaveURL(/claim/)
  await page.goto('/requests')
  await expect(page.getByRole('button', { name: `Godkänn ${supplier.companyName}` })).toBeVisible()
  await page.context().clearCookies()
  await page.goto(link)
  await expect(heading(page)).toHaveText('Länken är redan använd')
  await expectAccessible(page)
})

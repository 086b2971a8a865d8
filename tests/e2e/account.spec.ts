import { expect, type Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { registrations } from '#db/schema/users.ts'
import { newId } from '#lib/core/ids.ts'
import { registerCompany } from '#lib/services/account/register-company.ts'
import { expectAccessible, newRegistration } from './fixtures.ts'
import {
  countLetters,
  type Instance,
  letterTo,
  linkIn,
  newCompany,
  openAs,
  password,
  test,
} from './instance-steps.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const summary = (page: Page) => page.getByRole('heading', { name: 'Rätta det här innan du går vidare' })

async function fillRegistration(page: Page, company: ReturnType<typeof newRegistration>): Promise<void> {
  await page.goto('/register')
  await page.getByLabel('Organisationsnummer').fill(company.orgNumber)
  await page.getByLabel('Företagsnamn').fill(company.companyName)
  await page.getByLabel('Ditt namn').fill(company.name)
  await page.getByLabel('E-post').fill(company.email)
}

/** Lets time pass for a registration. */
async function setRegistration(
  instance: Instance,
  email: string,
  values: Partial<typeof registrations.$inferInsert>,
): Promise<void> {
  await instance.platform.db.update(registrations).set(values).where(eq(registrations.email, email))
}

/** A registration with its letter on the way, made as from another place: the limit for this one is not used up. */
async function registered(instance: Instance): Promise<ReturnType<typeof newRegistration>> {
  const company = newRegistration()
  await registerCompany(
    { ...instance.platform, address: newId(), locale: 'sv' },
    {
      companyName: company.companyName,
      orgNumber: company.orgNumber,
      contactName: company.name,
      email: company.email,
    },
  )
  return company
}

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-post').fill(email)
  await page.getByLabel('Lösenord', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Logga in' }).click()
}

test('K5 a wrong check digit that was typed before the script was there is said once it is', async ({
  page,
}) => {
  const { promise: typed, resolve: isTyped } = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/**', async (route) => {
    await typed
    await route.continue()
  })
  await page.goto('/register', { waitUntil: 'commit' })
  await page.getByLabel('Organisationsnummer').fill('5599990009')
  await page.getByLabel('Företagsnamn').fill('Provbolaget AB')
  const fault = page.getByText('Kontrollera organisationsnumret: kontrollsiffran stämmer inte')
  await expect(fault).toHaveCount(0)
  isTyped()
  await expect(fault).toBeVisible()
  await expect(page.getByLabel('Organisationsnummer')).toHaveValue('5599990009')
  await expect(page.getByLabel('Företagsnamn')).toHaveValue('Provbolaget AB')
  await page.getByLabel('Organisationsnummer').fill('5599990008')
  await expect(fault).toHaveCount(0)
})

test('S1 S2 S3 K1 a registration: faults at their fields, the letter again, agreement, password, in; the link works once', async ({
  page,
  instance,
}) => {
  const company = newRegistration()
  await page.goto('/register')
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(summary(page)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Skriv organisationsnumret, tio siffror' })).toBeVisible()
  await expectAccessible(page)
  await fillRegistration(page, company)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect(heading(page)).toHaveText('Kolla din e-post')
  await expect(page.getByText(/Du kan skicka igen om \d+ sekunder/)).toBeVisible()
  await page.getByRole('button', { name: 'Skicka igen' }).click()
  await expect(page.getByText(/Vänta \d+ sekunder och skicka sedan igen/)).toBeVisible()
  await expectAccessible(page)
  await setRegistration(instance, company.email, { createdAt: new Date(Date.now() - 31_000) })
  await page.getByRole('button', { name: 'Skicka igen' }).click()
  await expect(page.getByText(/Vi skickade en ny länk kl\./)).toBeVisible()
  await expectAccessible(page)
  await expect.poll(() => countLetters(instance, company.email), { timeout: 20_000 }).toBe(2)
  await page.getByRole('link', { name: 'Ändra adress' }).click()
  await expect(page.getByLabel('Företagsnamn')).toHaveValue(company.companyName)

  const link = linkIn(await letterTo(instance, company.email, 'Aktivera ditt konto'))
  await page.goto(link)
  await expect(heading(page)).toHaveText('Läs och godkänn avtalet')
  await expect(page.getByRole('button', { name: 'Skriv ut' })).toBeVisible()
  await page.getByRole('button', { name: 'Godkänn och fortsätt' }).click()
  await expect(summary(page)).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(`Jag har läst och godkänner avtalet för ${company.companyName}`).check()
  await page.getByRole('button', { name: 'Godkänn och fortsätt' }).click()
  await expect(heading(page)).toHaveText('Välj lösenord')
  await page.getByLabel('Lösenord', { exact: true }).fill('kort')
  await expect(page.getByText('4 av minst 12 tecken')).toBeVisible()
  await page.getByRole('button', { name: 'Skapa konto' }).click()
  await expect(page.getByText('Välj ett lösenord med minst 12 tecken').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Lösenord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Skapa konto' }).click()
  await expect(heading(page)).toHaveText('Företagsuppgifter')
  await page.goto(link)
  await expect(heading(page)).toHaveText('Länken är redan använd')
  await expectAccessible(page)
})

test('K1 a link that has gone out gives a new one; one that is unknown says so; an agreement changed since is read again', async ({
  page,
  instance,
}) => {
  const company = await registered(instance)
  const first = linkIn(await letterTo(instance, company.email, 'Aktivera ditt konto'))
  const anHourAgo = new Date(Date.now() - 3_600_000)
  await setRegistration(instance, company.email, { createdAt: anHourAgo, expiresAt: anHourAgo })
  await page.goto(first)
  await expect(heading(page)).toHaveText('Länken har gått ut')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Skicka en ny länk' }).click()
  await expect(heading(page)).toHaveText('Kolla din e-post')
  await expect.poll(() => countLetters(instance, company.email), { timeout: 20_000 }).toBe(2)
  const second = linkIn(await letterTo(instance, company.email, 'Aktivera ditt konto'))
  expect(second).not.toBe(first)
  await page.goto(second)
  await page.getByLabel(/Jag har läst och godkänner avtalet/).check()
  await page.getByRole('button', { name: 'Godkänn och fortsätt' }).click()
  await expect(heading(page)).toHaveText('Välj lösenord')
  await setRegistration(instance, company.email, { agreementVersion: '2020-01-01' })
  await page.goto(second)
  await expect(page.getByText('Avtalet har ändrats sedan du godkände det')).toBeVisible()
  await expect(page.getByLabel(/Jag har läst och godkänner avtalet/)).not.toBeChecked()
  await expectAccessible(page)
  await page.goto(`${second}/password`)
  await expect(heading(page)).toHaveText('Läs och godkänn avtalet')
  await page.goto('/activate/nagot-annat')
  await expect(heading(page)).toHaveText('Länken går inte att öppna')
  await expectAccessible(page)
})

test('S5 K2 a new agreement comes before everything, once', async ({ page, instance }) => {
  const company = await newCompany(instance, { hasAccepted: false })
  await signIn(page, company.userEmail, password)
  await expect(heading(page)).toHaveText('Nytt avtal')
  await expectAccessible(page)
  await page.goto('/customers')
  await expect(heading(page)).toHaveText('Nytt avtal')
  await page.getByRole('button', { name: 'Godkänn och fortsätt' }).click()
  await expect(summary(page)).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(/Jag har läst och godkänner avtalet/).check()
  await page.getByRole('button', { name: 'Godkänn och fortsätt' }).click()
  await expect(page).not.toHaveURL(/agreement/)
  await page.goto('/customers')
  await expect(heading(page)).toHaveText('Mitt kundregister')
})

test('K3 a forgotten password: opening the link does nothing, the form replaces it once and ends other sessions', async ({
  page,
  browser,
  instance,
}) => {
  const company = await newCompany(instance)
  const other = await browser.newContext()
  const elsewhere = await other.newPage()
  await openAs(elsewhere, instance, company)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Glömt lösenord?' }).click()
  await expect(heading(page)).toHaveText('Glömt lösenord?')
  await page.getByRole('button', { name: 'Skicka länk' }).click()
  await expect(summary(page)).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('E-post').fill(company.userEmail)
  await page.getByRole('button', { name: 'Skicka länk' }).click()
  await expect(heading(page)).toHaveText('Kolla din e-post')
  await expectAccessible(page)
  const link = linkIn(await letterTo(instance, company.userEmail, 'Välj ett nytt lösenord'))
  await page.goto(link)
  await expect(heading(page)).toHaveText('Välj ett nytt lösenord')
  await elsewhere.goto('/customers')
  await expect(heading(elsewhere)).toHaveText('Mitt kundregister')
  await page.getByLabel('Nytt lösenord', { exact: true }).fill('password1234')
  await page.getByRole('button', { name: 'Spara och logga in' }).click()
  await expect(page.getByText('Välj ett annat lösenord').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Nytt lösenord', { exact: true }).fill('barr och kottar 8')
  await page.getByRole('button', { name: 'Spara och logga in' }).click()
  await expect(page).toHaveURL(/\/$/)
  await elsewhere.goto('/customers')
  await expect(elsewhere).toHaveURL(/sign-in/)
  await other.close()
  await letterTo(instance, company.userEmail, 'är ändrat')
  await page.goto(link)
  await expect(heading(page)).toHaveText('Länken är redan använd')
  await expectAccessible(page)
})

test('K1 W10 whether an address has an account is told neither by registering nor by a forgotten password', async ({
  page,
  instance,
}) => {
  const company = await newCompany(instance)
  const stranger = newRegistration()
  const answerTo = async (email: string, ask: () => Promise<void>): Promise<string> => {
    await ask()
    await expect(heading(page)).toHaveText('Kolla din e-post')
    const text = (await page.getByRole('main').textContent()) ?? ''
    expect(text).toContain(email)
    return text.replaceAll(email, '…').replace(/om \d+ sekund(er)?/, 'om … sekunder')
  }
  const forget = (email: string) => async () => {
    await page.goto('/forgot-password')
    await page.getByLabel('E-post').fill(email)
    await page.getByRole('button', { name: 'Skicka länk' }).click()
  }
  const register = (email: string) => async () => {
    await fillRegistration(page, { ...newRegistration(), email })
    await page.getByRole('button', { name: 'Fortsätt' }).click()
  }
  const { userEmail } = company
  expect(await answerTo(userEmail, forget(userEmail))).toBe(
    await answerTo(stranger.email, forget(stranger.email)),
  )
  expect(await answerTo(userEmail, register(userEmail))).toBe(
    await answerTo(stranger.email, register(stranger.email)),
  )
  await letterTo(instance, userEmail, 'Du har redan ett konto')
})

test('S4 K3 the password is changed with the old one, other devices are signed out, and the new one opens', async ({
  page,
  instance,
}) => {
  const company = await newCompany(instance)
  await openAs(page, instance, company)
  await openAs(page, instance, company)
  await page.goto('/settings/user')
  await expect(page.getByText('Annan enhet')).toBeVisible()
  await expectAccessible(page)
  const form = page.getByRole('region', { name: 'Byt lösenord' })
  await form.getByLabel('Nuvarande lösenord').fill('inte det här alls')
  await form.getByLabel('Nytt lösenord', { exact: true }).fill('barr och kottar 8')
  await form.getByRole('button', { name: 'Byt lösenord' }).click()
  await expect(form.getByText('Det nuvarande lösenordet stämmer inte').first()).toBeVisible()
  await expect(form.getByLabel('Nytt lösenord', { exact: true })).toHaveValue('barr och kottar 8')
  await expectAccessible(page)
  await form.getByLabel('Nuvarande lösenord').fill(password)
  await form.getByRole('button', { name: 'Byt lösenord' }).click()
  await expect(form.getByText(/Lösenordet är bytt kl\./)).toBeVisible()
  await expect(form.getByLabel('Nuvarande lösenord')).toHaveValue('')
  await page.reload()
  await expect(page.getByText('Annan enhet')).toHaveCount(0)
  await page.context().clearCookies()
  await signIn(page, company.userEmail, password)
  await expect(page.getByText('E-postadressen eller lösenordet stämmer inte.').first()).toBeVisible()
  await expectAccessible(page)
  await signIn(page, company.userEmail, 'barr och kottar 8')
  await expect(page).not.toHaveURL(/sign-in/)
})

test('S4 K3 a new e-mail address counts only when its link is confirmed, and the old one is told', async ({
  page,
  instance,
}) => {
  const company = await newCompany(instance)
  const address = `ny-${newId()}@kvisten.example`
  await openAs(page, instance, company)
  await page.goto('/settings/user')
  const form = page.getByRole('region', { name: 'E-post' })
  await form.getByLabel('Ny e-postadress').fill(address)
  await form.getByLabel('Nuvarande lösenord').fill('inte det här alls')
  await form.getByRole('button', { name: 'Ändra adress' }).click()
  await expect(form.getByText('Det nuvarande lösenordet stämmer inte').first()).toBeVisible()
  await expect(form.getByLabel('Ny e-postadress')).toHaveValue(address)
  await expectAccessible(page)
  await form.getByLabel('Nuvarande lösenord').fill(password)
  await form.getByRole('button', { name: 'Ändra adress' }).click()
  await expect(form.getByText(/Länk skickad kl\./)).toBeVisible()
  const link = linkIn(await letterTo(instance, address, 'Bekräfta din nya e-postadress'))
  await page.goto(link)
  await expect(heading(page)).toHaveText('Bekräfta din nya e-postadress')
  await expectAccessible(page)
  await page.goto('/settings/user')
  await expect(page.getByText(`Du loggar in med ${company.userEmail}`)).toBeVisible()
  await page.goto(link)
  await page.getByRole('button', { name: 'Bekräfta adressen' }).click()
  await expect(heading(page)).toHaveText('E-postadressen är ändrad')
  await expectAccessible(page)
  await letterTo(instance, company.userEmail, 'är ändrad')
  await page.goto(link)
  await expect(heading(page)).toHaveText('Länken är redan använd')
  await expectAccessible(page)
  await page.context().clearCookies()
  await signIn(page, address, password)
  await expect(page).not.toHaveURL(/sign-in/)
})

import { expect } from '@playwright/test'
import { heading } from './editor-steps.ts'
import { expectAccessible } from './fixtures.ts'
import { newParty, test } from './instance-steps.ts'
import { sendAll } from './send-steps.ts'

test('K35 from the sign-in page in one press: an invoice becomes Klar, and every page says that nothing leaves', async ({
  page,
  instance,
  isMobile,
}) => {
  const party = await newParty(instance)
  await page.goto('/sign-in')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Prova utan konto' }).click()
  const banner = page.getByRole('complementary', { name: 'Provmiljö' })
  await expect(banner).toContainText('Provmiljö: inget lämnar Talong')
  await expectAccessible(page)
  // There is no address to confirm: the step is not said to be done.
  await expect(page.getByRole('heading', { name: 'Kom igång – 1 av 3 klara' })).toBeVisible()
  await expect(page.getByText('Bekräfta din e-post')).toHaveCount(0)
  await page.goto(`/customers/add/${party.id}`)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByRole('button', { name: 'Slutför' }).click()
  // It approves its suppliers, and is not asked.
  await expect(page.getByText('Inväntar godkännande')).toHaveCount(0)
  await page.getByRole('main').getByRole('link', { name: 'Skapa e-faktura' }).click()
  await expect(heading(page)).toHaveText('Skapa e-faktura')
  await expect(banner).toBeVisible()
  await page.getByLabel('Er referens').fill('FM8440')
  if (isMobile) {
    await page.getByRole('button', { name: /^Redigera rad 1:/ }).click()
    const sheet = page.getByRole('dialog', { name: 'Rad 1' })
    await sheet.getByLabel(/^Benämning/).fill('Hyvling')
    await sheet.getByLabel(/^À-pris/).fill('650')
    await sheet.getByRole('button', { name: 'Klar', exact: true }).click()
  } else {
    await page.getByLabel('Benämning, rad 1').fill('Hyvling')
    await page.getByLabel('À-pris, rad 1').fill('650')
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gå vidare med fakturan' }).click()
  await expect(heading(page)).toHaveText('Godkänn och skicka')
  await expect(banner).toBeVisible()
  await sendAll(page, ['1'])
  const sent = page.getByRole('status').filter({ hasText: '1 faktura skickad.' })
  await sent.getByRole('link').click()
  await expect(page.getByText('På prov: ingen har fått den')).toBeVisible()
  await expect(page.getByText('Klar – på prov, ingen har fått den')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/settings/user')
  await expect(page.getByRole('region', { name: 'Byt lösenord' })).toHaveCount(0)
  await expect(banner).toBeVisible()
})

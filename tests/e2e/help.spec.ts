import { expect } from '@playwright/test'
import { expectAccessible } from './fixtures.ts'
import { test } from './office-steps.ts'

test('S41 help answers a search, tells what a state means, and says how to reach somebody', async ({
  page,
  office,
}) => {
  await office.signIn(page.context())
  await page.goto('/')
  await page.locator('a[href="/help"]').filter({ visible: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hjälp')
  const contact = page.getByRole('region', { name: 'Har du några frågor?' })
  await expect(contact.locator('a[href^="tel:"]')).toBeVisible()
  await expect(contact.locator('a[href^="mailto:"]')).toBeVisible()
  await expectAccessible(page)
  const search = page.getByLabel('Sök i hjälpen')
  await search.fill('KREDITERA')
  await search.press('Enter')
  await expect(page.getByText(/^\d+ träffa?r? på ”KREDITERA”/)).toBeVisible()
  await expect(page.getByText(/Öppna fakturan under Skickade dokument och välj Kreditera/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Tangentbord' })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Visa allt' }).click()
  await expect(page.getByText('Mottagarens sida har bekräftat fakturan.', { exact: true })).toBeVisible()
  await page.goto('/help?q=%3Cb%3Exyzzy%3C%2Fb%3E')
  await expect(page.getByText('Inga träffar på ”<b>xyzzy</b>”')).toBeVisible()
  await expect(contact).toBeVisible()
})

test('S41 whoever is not signed in reads help too', async ({ page }) => {
  await page.goto('/help')
  await expect(page.getByRole('region', { name: 'Har du några frågor?' })).toBeVisible()
  await expectAccessible(page)
})

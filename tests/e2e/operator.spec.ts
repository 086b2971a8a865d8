import { execFileSync } from 'node:child_process'
import { expect } from '@playwright/test'
import { newId } from '#lib/core/ids.ts'
import { expectAccessible } from './fixtures.ts'
import { type Instance, newParty, password, test } from './instance-steps.ts'

/** What the operator's command prints: one link, which nobody else gets. */
function linkFrom({ dataDir }: Instance, ...words: string[]): string {
  const printed = execFileSync(process.execPath, ['scripts/operator.ts', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: dataDir },
  })
  return new URL(/https?:\S+/.exec(printed)?.[0] ?? 'no link was printed').pathname
}

test('K33 operator:invite prints a link that makes one operator, once', async ({ page, instance }) => {
  const email = `drift-${newId()}@talong.example`
  const link = linkFrom(instance, 'invite', email)
  await page.goto(link)
  await expect(page.getByText(email)).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Ditt namn').fill('Dana Drift')
  await page.getByLabel('Lösenord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Skapa konto' }).click()
  await expect(page).toHaveURL(/\/operator$/)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inbjudan är redan använd')
  await expectAccessible(page)
})

test('K32 operator:activate lets an organisation without a recorded address take its place', async ({
  page,
  instance,
}) => {
  const party = await newParty(instance, { contactEmail: null })
  const email = `registrator-${newId()}@hittepa.example`
  await page.goto(linkFrom(instance, 'activate', party.orgNumber, email))
  await expect(page.getByText(party.name).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Ditt namn').fill('Ria Registrator')
  await page.getByLabel('Lösenord', { exact: true }).fill(password)
  await page.getByLabel(/Jag har läst och godkänner avtalet/).check()
  await page.getByRole('button', { name: 'Anslut organisationen' }).click()
  await expect(page).toHaveURL(/\/requests$/)
})

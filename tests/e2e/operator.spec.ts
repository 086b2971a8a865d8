import { execFileSync } from 'node:child_process'
import { expect, mergeTests } from '@playwright/test'
import { insertUser } from '#db/queries/users.ts'
import { newId } from '#lib/core/ids.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { undeliveredInvoice } from '#tests/setup/invoices.ts'
import { expectAccessible } from './fixtures.ts'
import { type Instance, test as instanceTest, newParty, openAs, password } from './instance-steps.ts'
import { deliveredTo, instanceFolder, test as officeTest } from './office-steps.ts'
import { startWeb } from './outage-steps.ts'

const test = mergeTests(instanceTest, officeTest)

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

async function newOperator({ platform, passwordHash }: Instance): Promise<{ userId: string }> {
  const userId = newId()
  const email = `drift-${userId}@talong.example`
  const user = { kind: 'operator' as const, companyId: null, locale: 'sv' as const, passwordHash }
  await insertUser(platform.db, { ...user, id: userId, email, name: 'Dana Drift' })
  return { userId }
}

test('K33 the operator sees what has not arrived, without whose it is, and has the worker try it again', async ({
  page,
  instance,
  office,
}) => {
  const invoice = await office.ready()
  await undeliveredInvoice(office.supplier, invoice.invoiceId, 'uncertain')
  const messageId = (await getInvoice(office.supplier, invoice.invoiceId))?.delivery?.messageId ?? ''
  const name = messageId.slice(0, 8)
  await openAs(page, instance, await newOperator(instance))
  await page.goto('/operator')
  const unclear = page.getByRole('region', { name: /^Oklara \(\d+\)$/ })
  const row = unclear.getByRole('row').filter({ hasText: name })
  await expect(row.getByText('Oklart om den kom fram')).toBeVisible()
  await expect(row.getByText('Gav upp efter alla försök')).toBeVisible()
  await expect(page.getByText(office.partyName)).toHaveCount(0)
  await expectAccessible(page)
  await row.getByRole('button', { name: `Försök nu leverans ${name}` }).click()
  await expect(page.getByText(`Leverans ${name} tas upp nu.`)).toBeVisible()
  await deliveredTo(office, invoice.number)
  // The page follows by itself.
  await expect(row).toHaveCount(0, { timeout: 20_000 })
})

test('K33 the operator stops what has not left, and its company has it ready again', async ({
  page,
  instance,
  office,
}) => {
  const leaving = await office.sent({}, 3_600)
  const messageId = (await getInvoice(office.supplier, leaving.invoiceId))?.delivery?.messageId ?? ''
  await openAs(page, instance, await newOperator(instance))
  await page.goto('/operator')
  await page.getByRole('button', { name: `Stoppa leverans ${messageId.slice(0, 8)}` }).click()
  await expect(
    page.getByText(/är stoppad\. Fakturan ligger i leverantörens Godkänn och skicka\./),
  ).toBeVisible()
  await expectAccessible(page)
  await office.signIn(page.context())
  await page.goto(`/documents/${leaving.invoiceId}`)
  await expect(page.getByText('Klar att skicka').first()).toBeVisible()
  await expect(page.getByText('Stoppad av driften innan den skickades')).toBeVisible()
})

test('K33 the metrics are for who has the token, and there are none without one', async ({ request }) => {
  const token = 'a token for the metrics'
  const database = openPostgres(instanceFolder()).appUrl()
  const web = await startWeb(database, undefined, { METRICS_TOKEN: token })
  try {
    const ask = (headers: Record<string, string>) => request.get(`${web.origin}/metrics`, { headers })
    const answer = await ask({ authorization: `Bearer ${token}` })
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toContain('text/plain; version=0.0.4')
    expect(await answer.text()).toMatch(/^talong_queue_jobs\{queue="deliver",state="waiting"\} \d+$/m)
    for (const headers of [{}, { authorization: 'Bearer another' }, { authorization: token }]) {
      const refused = await ask(headers)
      expect(refused.status()).toBe(401)
      expect(await refused.text()).not.toContain('talong_')
    }
  } finally {
    await web.stop()
  }
  expect((await request.get('/metrics', { headers: { authorization: `Bearer ${token}` } })).status()).toBe(
    404,
  )
})

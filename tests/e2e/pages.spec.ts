import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { expectValue } from '#lib/core/result.ts'
import { saveTemplate } from '#lib/services/templates/save-template.ts'
import { expectAccessible, signIn } from './fixtures.ts'
import { deliveredTo, test } from './office-steps.ts'

const invoicePages = [
  '/',
  '/invoices/new',
  '/templates',
  '/send',
  '/documents',
  '/documents?status=failed&range=all',
  '/documents/drafts',
]
const registerPages = [
  '/customers',
  '/customers/search?q=exempel',
  '/settings',
  '/settings/user',
  '/settings/company',
  '/settings/payment',
  '/settings/payment/new',
  '/settings/invoicing',
  '/help',
  '/more',
]
const recipientPages = ['/inbox', '/requests', '/settings', '/settings/user', '/help', '/more']
const openPages = ['/sign-in', '/register', '/forgot-password', '/claim', '/help']

const looks = [
  ['English', 'light'],
  ['svenska', 'dark'],
] as const

/** Every page in a look: one heading, nothing axe objects to, not too wide, in the right language. */
async function expectPages(
  page: Page,
  language: 'English' | 'svenska',
  paths: readonly string[],
): Promise<void> {
  if (language === 'English') await page.getByRole('button', { name: 'English' }).first().click()
  const lang = language === 'English' ? 'en' : 'sv'
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  for (const path of paths) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(200)
    await expect(page, path).toHaveURL(path)
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
    await expect(page.locator('html'), path).toHaveAttribute('lang', lang)
    await expectAccessible(page)
  }
}

for (const [language, scheme] of looks) {
  test(`every page of a supplier about invoices in ${language}, ${scheme}: no violation, nothing too wide`, async ({
    page,
    office,
  }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme: scheme })
    const [draft, ready, sent] = [await office.draft(), await office.ready(), await office.sent()]
    await office.signIn(page.context())
    await page.goto('/')
    await expectPages(page, language, [
      ...invoicePages,
      `/invoices/${draft.invoiceId}`,
      `/send/${ready.invoiceId}`,
      `/documents/${sent.invoiceId}`,
    ])
    if (language === 'English') {
      await page.goto('/send')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Approve and send')
      await page.getByRole('button', { name: 'Svenska' }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Godkänn och skicka')
    }
  })

  test(`every other page of a supplier in ${language}, ${scheme}: no violation, nothing too wide`, async ({
    page,
    office,
  }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme: scheme })
    await office.signIn(page.context())
    await page.goto('/')
    await expectPages(page, language, [...registerPages, `/customers/${office.customerId}`])
  })

  test(`every page of a recipient and of nobody in ${language}, ${scheme}`, async ({ page, office }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto('/sign-in')
    await expectPages(page, language, openPages)
    const { number } = await office.sent()
    const documentId = await deliveredTo(office, number)
    await office.signIn(page.context(), 'recipient')
    await page.goto('/inbox')
    await expectPages(page, language, [...recipientPages, `/inbox/${documentId}`])
  })
}

test('S21 S27 the form of a template, and an invoice that waits, on pages of their own', async ({
  page,
  office,
}) => {
  const { draft } = await office.draft()
  const template = await saveTemplate(office.supplier, {
    name: 'Månadsfaktura',
    termsDays: '20',
    keepLines: true,
    replaceId: '',
    draft,
  })
  const { invoiceId, number } = await office.ready()
  await office.signIn(page.context())
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`/invoices/new?template=${expectValue(template).id}`)
  await expect(page.getByText('812,50 kr').filter({ visible: true }).first()).toBeVisible()
  await expectAccessible(page)
  await page.goto('/templates')
  await expect(page.getByText('Månadsfaktura').first()).toBeVisible()
  await expectAccessible(page)
  for (const path of [`/send?show=${invoiceId}`, `/send/${invoiceId}`, `/documents/${invoiceId}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: `Faktura ${number}` }).first()).toBeVisible()
    await expectAccessible(page)
  }
})

test('a zoomed page (320 × 256) is never wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await signIn(page, 'bo@provsnickarna.example')
  for (const path of [...invoicePages, ...registerPages]) {
    await page.goto(path)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
})

test('the operator sees the queues and the directory, and no company’s pages', async ({ page }) => {
  await signIn(page, 'operator@talong.example')
  await expect(page).toHaveURL(/\/operator$/)
  await expectAccessible(page)
  await page.goto('/documents')
  await expect(page).toHaveURL(/\/operator$/)
})

test('an unknown page and another company’s invoice are not there, said plainly', async ({ page }) => {
  await signIn(page, 'bo@provsnickarna.example')
  for (const path of [
    '/no-such-page',
    '/documents/5f0c7a52-0d6b-4d8e-9d53-0a3f0f3f7f11',
    '/documents/%27%3B',
    '/invoices/x',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByText('Sidan finns inte')).toBeVisible()
    await expectAccessible(page)
  }
})

test('what cannot be sent says why, and has no box to tick (S17)', async ({ page }) => {
  await signIn(page, 'ida@exempelverkstan.example')
  await page.goto('/send')
  const waiting = page.getByRole('row').filter({ hasText: 'Provmyndigheten' })
  await expect(waiting.getByText(/Inväntar godkännande av mottagaren/).first()).toBeVisible()
  await expect(waiting.getByRole('checkbox')).toHaveCount(0)
  const unreachable = page.getByRole('row').filter({ hasText: 'Granit & Gran Bygg AB' })
  await expect(unreachable.getByText(/Peppol/).first()).toBeVisible()
  await page.goto('/customers')
  await expect(page.getByText('Inväntar godkännande').first()).toBeVisible()
})

test('a wrong password is one sentence, and the address stays', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-post').fill('nobody@exempelverkstan.example')
  await page.getByLabel('Lösenord', { exact: true }).fill('fel lösenord här')
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page.getByText('E-postadressen eller lösenordet stämmer inte.').first()).toBeVisible()
  await expect(page.getByLabel('E-post')).toHaveValue('nobody@exempelverkstan.example')
})

test('after sign-out the old cookie opens nothing (W11)', async ({ page, context }) => {
  await signIn(page, 'bo@provsnickarna.example')
  const kept = await context.cookies()
  await page.goto('/more')
  await page.getByRole('button', { name: 'Logga ut' }).filter({ visible: true }).first().click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await context.addCookies(kept)
  await page.goto('/documents')
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('security headers stand on every answer, and foreign hosts and origins are refused (W12)', async ({
  request,
}) => {
  for (const path of ['/sign-in', '/no-such-page', '/documents', '/api/drafts/x']) {
    const answer = await request.get(path, { maxRedirects: 0 })
    const headers = answer.headers()
    expect(headers['content-security-policy'], path).toMatch(
      /script-src 'self' 'nonce-[^']+' 'strict-dynamic'/,
    )
    expect(headers['content-security-policy'], path).not.toContain('unsafe')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
  expect((await request.get('/sign-in', { headers: { host: 'evil.example' } })).status()).toBe(421)
  const foreign = await request.post('/sign-in', { headers: { origin: 'https://evil.example' }, data: {} })
  expect(foreign.status()).toBe(403)
  expect((await request.get('/healthz')).status()).toBe(200)
  expect((await request.get('/readyz')).status()).toBe(200)
})

test('the build publishes as actions only what the sources define as actions', async () => {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  const published = Object.values<{ exportedName: string; filename: string }>(manifest.node)
  expect(published.length).toBeGreaterThan(8)
  expect(
    published.filter(({ filename }) => !filename.endsWith('actions.ts')).map(({ filename }) => filename),
  ).toEqual([])
  expect(published.filter(({ exportedName }) => !/^[a-z]\w*Action$/.test(exportedName))).toEqual([])
})

import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { luhnDigit } from '#lib/party/luhn.ts'

/** Playwright's test, and after each: nothing was blocked by the content security policy, no script failed. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) faults.push(message.text())
      })
      await use(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Controls smaller than 24 px in either direction, however much of them is scrolled under the foot's strip just now. */
const smallTargets = () =>
  [...document.querySelectorAll('button, select, textarea, nav a, input:not([type=hidden])')]
    // A box or dot inside its label is pressed by the whole label.
    .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
    .filter(
      ({ element, box }) => element.checkVisibility() && box.width > 1 && (box.width < 24 || box.height < 24),
    )
    .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width} × ${box.height}`)

/** The page as it stands breaks no rule of WCAG 2.2 AA that a machine can find, and is not wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // axe takes a control half under the sticky strip for a small one: sizes are measured here instead. The title is
  // asserted below, because between two pages there is for a moment none.
  const axe = new AxeBuilder({ page }).withTags(tags).disableRules(['target-size', 'document-title'])
  const { violations } = await axe.analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
  expect([...found, ...(await page.evaluate(smallTargets))], page.url()).toEqual([])
  await expect(page).toHaveTitle(/\S – Talong$/)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0)
}

/** A company that nobody else in this run registers. */
export function newRegistration(): { companyName: string; orgNumber: string; name: string; email: string } {
  const base = `5599${String(Math.floor(Math.random() * 100_000)).padStart(5, '0')}`
  const orgNumber = `${base}${luhnDigit(base)}`
  return {
    companyName: `Kvistens Snickeri ${orgNumber} AB`,
    orgNumber,
    name: 'Kim Kvist',
    email: `kim-${orgNumber}-${Date.now()}@kvisten.example`,
  }
}

/** The demo's users share one password. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-post').fill(email)
  await page.getByLabel('Lösenord', { exact: true }).fill('demo talong 2026')
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

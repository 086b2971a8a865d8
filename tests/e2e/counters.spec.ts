import { type Browser, expect, type Page, type Request } from '@playwright/test'
import { draftOfLines } from '#tests/bench/drafts.ts'
import { keystrokes, watchTyping } from '#tests/bench/typing-watch.ts'
import { compressedBytes, isJudged, scriptsOf, scriptsOfRules } from '#tests/bench/weight-scripts.ts'
import { asSupplier, draftOf, expectForm, openLine, type Supplier } from './editor-steps.ts'
import { openAs, test } from './instance-steps.ts'

/** What a page may weigh in kB of compressed script: a little above what it does, and never above its target. */
const most = { signIn: 145, list: 151, form: 185, rules: 50, parts: 35 } as const

/** Cumulative layout shift: what G13 asks for. */
const mostShift = 0.02

const linesOf = (count: number) => ({ lines: draftOfLines(count).draft.lines })

test('a key in a line of a hundred changes that line alone, and the sums', async ({
  page,
  instance,
  isMobile,
}) => {
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier, linesOf(100))
  await page.goto(`/invoices/${invoiceId}`)
  await expectForm(page)
  await isJudged(page)
  const line = await openLine(page, isMobile, 50)
  await line.getByLabel(isMobile ? /^Antal/ : 'Antal, rad 50').focus()
  await watchTyping(page, '.text-amount', isMobile ? 'li:has(> button)' : 'tbody')
  for (const key of ['7', '2', 'Backspace', '4']) {
    const { length } = await keystrokes(page)
    await page.keyboard.press(key)
    await expect.poll(async () => (await keystrokes(page)).length).toBe(length + 1)
  }
  expect((await keystrokes(page)).map(({ rows }) => rows)).toEqual([1, 1, 1, 1])
})

test('opening a draft asks for as much with three hundred lines as with one', async ({ page, instance }) => {
  const supplier = await asSupplier(page, instance)
  const short = await draftOf(supplier, linesOf(1))
  const long = await draftOf(supplier, linesOf(300))
  // Once before: what the browser keeps from now on is the same for both.
  await requestsOf(page, short.invoiceId)
  const asked = await requestsOf(page, short.invoiceId)
  expect(asked.length).toBeGreaterThan(1)
  expect(await requestsOf(page, long.invoiceId)).toEqual(asked)
})

test('the script of sign-in, a list, the form and its rules stays within its weight', async ({
  page,
  browser,
  instance,
}) => {
  const signIn = await scriptsOf(page, '/sign-in')
  expect(await kB(signIn.first), 'sign-in').toBeLessThanOrEqual(most.signIn)
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier)
  const list = await freshScripts(browser, instance, supplier, '/documents')
  expect(await kB(list.first), 'a list').toBeLessThanOrEqual(most.list)
  const form = await freshScripts(browser, instance, supplier, `/invoices/${invoiceId}`, isJudged)
  expect(await kB(form.first), 'the form before the rules').toBeLessThanOrEqual(most.form)
  const rules = await scriptsOfRules(form.later)
  const parts = form.later.filter((url) => !rules.includes(url))
  expect(await kB(rules), 'the rules, which come later').toBeLessThanOrEqual(most.rules)
  expect(await kB(parts), 'the lower and rare parts, which come later').toBeLessThanOrEqual(most.parts)
})

test('nothing moves when the fonts come: what stands in for them is as wide and as high', async ({
  page,
  browser,
  instance,
}) => {
  expect(await shiftByFonts(page, '/sign-in'), 'sign-in').toBeLessThanOrEqual(mostShift)
  expect(await shiftByFonts(page, '/register'), 'registration').toBeLessThanOrEqual(mostShift)
  const supplier = await asSupplier(page, instance)
  const { invoiceId } = await draftOf(supplier, linesOf(3))
  for (const address of [
    '/',
    '/documents/drafts',
    '/customers',
    '/settings/company',
    `/invoices/${invoiceId}`,
  ]) {
    const context = await browser.newContext({ ...contextOptions(), viewport: page.viewportSize() })
    const fresh = await context.newPage()
    await openAs(fresh, instance, supplier)
    expect(await shiftByFonts(fresh, address), address).toBeLessThanOrEqual(mostShift)
    await context.close()
  }
})

/** How far a page moves (cumulative layout shift) when its fonts arrive only after it stands. */
async function shiftByFonts(page: Page, address: string): Promise<number> {
  const fonts = Promise.withResolvers<void>()
  await page.route('**/*.woff2', async (route) => {
    await fonts.promise
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => {
    Object.assign(window, { moved: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Object.assign(window, {
          moved: (window as unknown as Moved).moved + (entry as unknown as Shift).value,
        })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  fonts.resolve()
  return page.evaluate(async () => {
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    await document.fonts.ready
    await painted()
    await painted()
    return (window as unknown as Moved).moved
  })
}

type Moved = { moved: number }
type Shift = { value: number }

const contextOptions = () => ({ baseURL: process.env.TALONG_URL ?? 'http://localhost:3000', locale: 'sv-SE' })

const kB = async (urls: readonly string[]) => (await compressedBytes(urls)) / 1_000

/** What opening a draft asks for until the rules have judged it, without its id and what Next fetches ahead of links. */
async function requestsOf(page: Page, invoiceId: string): Promise<readonly string[]> {
  const asked: string[] = []
  const note = (request: Request) => {
    if (request.headers()['next-router-prefetch'] !== undefined) return
    asked.push(new URL(request.url()).pathname.replace(invoiceId, 'ID'))
  }
  page.on('request', note)
  await page.goto(`/invoices/${invoiceId}`, { waitUntil: 'networkidle' })
  await isJudged(page)
  page.off('request', note)
  return asked.toSorted()
}

/** The scripts of a page in a browser that knows nothing. */
async function freshScripts(
  browser: Browser,
  instance: Parameters<typeof openAs>[1],
  supplier: Supplier,
  address: string,
  settled?: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext(contextOptions())
  const page = await context.newPage()
  await openAs(page, instance, supplier)
  const scripts = await scriptsOf(page, address, settled)
  await context.close()
  return scripts
}

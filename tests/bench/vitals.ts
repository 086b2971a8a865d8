/**
 * `npm run bench:vitals` (G13): three pages on a phone, the processor four times slower and the network a slow 4G:
 * largest contentful paint, total blocking time and layout shift; the middle of five visits that know nothing.
 */
import type { Page } from '@playwright/test'
import { type BenchPortal, judged, slowDown, withBenchPortal } from './bench-portal.ts'
import { quantile, type Row, report } from './measure.ts'

const visits = 5
const draftsInList = 30
const afterLoadMs = 5_000
const phone = {
  // What such a phone says of itself: the form is then rendered for it alone.
  userAgent:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  viewport: { width: 360, height: 780 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} as const
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
} as const

type Vitals = { lcp: number; blocked: number; shift: number }

/** What the browser itself noted: every task over 50 ms from the start to 5 s after the load counts as blocking. */
async function visit(page: Page, address: string): Promise<Vitals> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow4G)
  await slowDown(page, 4)
  await page.addInitScript(() => {
    const vitals: Vitals = { lcp: 0, blocked: 0, shift: 0 }
    const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
    observe('largest-contentful-paint', (entry) => {
      vitals.lcp = entry.startTime
    })
    observe('longtask', ({ duration }) => {
      vitals.blocked += duration - 50
    })
    observe('layout-shift', (entry) => {
      const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean }
      if (!hadRecentInput) vitals.shift += value
    })
    Object.assign(window, { vitals })
  })
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(afterLoadMs)
  return page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals)
}

async function measure(
  portal: BenchPortal,
  pages: readonly (readonly [what: string, address: string, isSignedIn: boolean])[],
  rounds: number,
): Promise<ReadonlyMap<string, Vitals[]>> {
  const seen = new Map<string, Vitals[]>(pages.map(([what]) => [what, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [what, address, isSignedIn] of pages) {
      const page = isSignedIn ? await portal.visitSignedIn(phone) : await portal.visit(phone)
      seen.get(what)?.push(await visit(page, address))
      await page.context().close()
    }
  }
  return seen
}

const rows: Row[] = []
const measured = new Map<string, Vitals>()

await withBenchPortal(async (portal) => {
  for (let count = 0; count < draftsInList; count += 1) await portal.formOf(1)
  const pages = [
    ['sign-in', '/sign-in', false],
    ['a list', '/documents/drafts', true],
    ['the form', await portal.formOf(10), true],
  ] as const
  // Once before, so that the server has loaded what the first visit would wait for.
  await measure(portal, pages, 1)
  const seen = await measure(portal, pages, visits)
  for (const [what, all] of seen) {
    const of = (part: keyof Vitals, share = 0.5) =>
      quantile({ name: part, rounds: all.map((each) => each[part]) }, share)
    const middle = { lcp: of('lcp'), blocked: of('blocked'), shift: of('shift', 1) }
    measured.set(what, middle)
    rows.push({
      page: what,
      'LCP ms': middle.lcp.toFixed(0),
      'LCP at best': of('lcp', 0).toFixed(0),
      'blocking ms': middle.blocked.toFixed(0),
      'blocking at best': of('blocked', 0).toFixed(0),
      'CLS at worst': middle.shift.toFixed(3),
    })
  }
})

const of = (what: string): Vitals =>
  measured.get(what) ?? { lcp: Number.NaN, blocked: Number.NaN, shift: Number.NaN }
const worstShift = Math.max(...[...measured.values()].map(({ shift }) => shift))
const { passed, failed } = judged([
  [of('the form').lcp <= 1_500, `the form: LCP ${of('the form').lcp.toFixed(0)} ms (at most 1,500)`],
  [of('the form').blocked <= 350, `the form: blocked ${of('the form').blocked.toFixed(0)} ms (at most 350)`],
  [of('sign-in').blocked <= 150, `sign-in: blocked ${of('sign-in').blocked.toFixed(0)} ms (at most 150)`],
  [worstShift <= 0.02, `layout shift ${worstShift.toFixed(3)} at worst (at most 0.02)`],
])
report('vitals', 'A phone on slow 4G, middle of five visits in turn', rows, passed, failed)

/**
 * `npm run bench:weight` (G12): bytes of script over the wire, compressed as the server compresses them, of four
 * pages in a browser that knows nothing, beside what every page of Next's carries.
 */
import { judged, withBenchPortal } from './bench-portal.ts'
import { type Row, report } from './measure.ts'
import { compressedBytes, frameworkScripts, isJudged, scriptsOf, scriptsOfRules } from './weight-scripts.ts'

const kB = (bytes: number) => Number((bytes / 1_000).toFixed(1))
const rows: Row[] = []
const claims: (readonly [boolean, string])[] = []

function take(what: string, scripts: number, bytes: number, most?: number): void {
  rows.push({ what, scripts, 'kB on the wire': kB(bytes), 'at most': most ?? '' })
  if (most !== undefined) claims.push([bytes <= most * 1_000, `${what}: ${kB(bytes)} kB (at most ${most})`])
}

await withBenchPortal(async (portal) => {
  const floor = frameworkScripts().map((path) => new URL(path, portal.origin).href)
  take("Next's own, in every page", floor.length, await compressedBytes(floor))
  const form = await portal.formOf(10)
  const pages = [
    ['sign-in', '/sign-in', 145, false],
    ['the list of what was sent', '/documents', 155, true],
    ['the list of drafts', '/documents/drafts', 155, true],
    ['the form before the rules', form, 185, true],
  ] as const
  for (const [what, address, most, isSignedIn] of pages) {
    const page = isSignedIn ? await portal.visitSignedIn() : await portal.visit()
    const { first, later } = await scriptsOf(page, address, address === form ? isJudged : undefined)
    take(what, first.length, await compressedBytes(first), most)
    if (address === form) {
      const rules = await scriptsOfRules(later)
      const parts = later.filter((url) => !rules.includes(url))
      take('its rules, later', rules.length, await compressedBytes(rules), 60)
      take('its lower and rare parts, later', parts.length, await compressedBytes(parts), 35)
    } else if (later.length > 0) take(`${what}, later`, later.length, await compressedBytes(later))
    await page.context().close()
  }
})

const { passed, failed } = judged(claims)
report('weight', 'Script of a page, gzip', rows, passed, failed)

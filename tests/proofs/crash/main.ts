/**
 * `npm run proof:crash` (R1): two web processes, two workers, PostgreSQL, Swift and an access point that fails by the
 * seed, each a process of its own; people press *Skicka* while the first five are killed with SIGKILL and started again.
 * Then the access point's ledger and the inboxes, the database and the senders' screens must say the same: nothing lost,
 * nothing accepted twice, nothing stuck two minutes after the last kill, every byte as it was frozen.
 *
 * `-- --short`: 200 invoices and 20 kills instead of 2,000 and 130. `-- --seed TEXT`: the same plan again. `-- --sabotage
 * random-id|late-attempt`: builds the mistake in, and must fail. Writes proofs/crash.json. Exit 0 when all held, 1 when
 * not, 2 when there is no Swift and none can be installed.
 */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { buildIfStale } from '#scripts/build.ts'
import { readSurfaces } from '../isolation/surfaces.ts'
import { writeReport } from '../report.ts'
import { provideSwift } from '../s3/swift.ts'
import type { CallLine, LedgerLine } from './access-point.ts'
import { readDeliveries, readInboxes, readLines, readScreen } from './evidence.ts'
import { type Kill, killAll, type Storm } from './kills.ts'
import { Person, type Press, type UnderWay } from './people.ts'
import { randomOf } from './random.ts'
import { buildSabotaged, sabotages } from './sabotage.ts'
import { type Companies, makeCompanies } from './suppliers.ts'
import { type System, startSystem } from './system.ts'
import { type Check, type Counts, type Evidence, isFinal, judge } from './verdict.ts'

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: randomBytes(4).toString('hex') },
    sabotage: { type: 'string' },
  },
})
const root = fileURLToPath(new URL('../../..', import.meta.url))
const seed = values.seed
const sabotage = sabotages.find((name) => name === values.sabotage)
if (values.sabotage !== undefined && sabotage === undefined)
  throw new Error(`--sabotage ${sabotages.join('|')}`)

const invoices = values.short ? 200 : 2_000
const storm: Storm = values.short
  ? { workers: 15, webs: 3, databases: 2, withinMs: 50_000 }
  : { workers: 100, webs: 20, databases: 10, withinMs: 540_000 }
const patienceMs = 120_000
/** People are done a little before the last kill: what waits then is still leaving. */
const pressingMs = storm.withinMs * 0.85

const began = Date.now()
const say = (line: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)

/** Lets people send while processes fall, and waits until everything is final or the patience is over. */
async function weather(
  system: System,
  companies: Companies,
  people: readonly Person[],
  underWay: UnderWay,
): Promise<{ presses: Press[]; kills: Kill[]; waitedMs: number }> {
  let deadline = Number.POSITIVE_INFINITY
  const isOver = () => Date.now() > deadline
  const pressing = Promise.all(
    people.map((person, index) => person.sendAll(randomOf(`${seed} person ${index}`), pressingMs, isOver)),
  )
  // What breaks in it is told when it is waited for.
  pressing.catch(() => undefined)
  const kills = await killAll(system, seed, storm, underWay).finally(() => {
    deadline = Date.now() + patienceMs
  })
  const lastKill = Date.now()
  say(`${kills.length} kills; waiting until everything is final`)
  const presses = (await pressing).flat()
  const owner = postgres(system.ownerUrl, { max: 1, onnotice: () => undefined })
  const tenantIds = companies.suppliers.map(({ tenantId }) => tenantId)
  try {
    // The last kill may have been the database's: until it is back nothing is known.
    const isAllFinal = () =>
      readDeliveries(owner, tenantIds).then(
        (deliveries) => deliveries.every(isFinal),
        () => false,
      )
    while (!isOver() && !(await isAllFinal())) await sleep(1_000)
  } finally {
    await owner.end({ timeout: 2 })
  }
  return { presses, kills, waitedMs: Date.now() - lastKill }
}

async function gather(
  system: System,
  { suppliers, recipientIds }: Companies,
  people: readonly Person[],
  seen: { presses: Press[]; kills: Kill[] },
): Promise<Evidence> {
  const screens = people.map(async (person, index) => {
    const browser = await person.browser(index % 2 === 0 ? 'web-1' : 'web-2')
    return readScreen(browser)
  })
  const screen = (await Promise.all(screens)).flat()
  const owner = postgres(system.ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    return {
      invoiceIds: suppliers.flatMap(({ invoiceIds }) => invoiceIds),
      presses: seen.presses,
      kills: seen.kills,
      ledger: readLines<LedgerLine>(system.ledger),
      calls: readLines<CallLine>(`${system.ledger}.calls`),
      inbox: await readInboxes(owner, recipientIds),
      deliveries: await readDeliveries(
        owner,
        suppliers.map(({ tenantId }) => tenantId),
      ),
      screen,
    }
  } finally {
    await owner.end({ timeout: 2 })
  }
}

let running: System | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void (running?.stop(false) ?? Promise.resolve()).finally(() => process.exit(1)))
}

async function prove(folder: string): Promise<{ checks: Check[]; counts: Counts }> {
  say('Starting Swift, PostgreSQL, the access point, two web processes and two workers …')
  const system = await startSystem(folder, seed)
  running = system
  let isWhole = false
  try {
    const companies = await makeCompanies(system, invoices)
    const surfaces = readSurfaces(folder)
    const underWay: UnderWay = new Map()
    const people = companies.suppliers.map((supplier) => new Person(system, supplier, surfaces, underWay))
    say(`${invoices} invoices of ${people.length} suppliers are ready; sending`)
    const seen = await weather(system, companies, people, underWay)
    await system.isReady()
    say(`Final or given up ${(seen.waitedMs / 1000).toFixed(0)} s after the last kill; reading the ledgers`)
    const { checks, counts } = judge(await gather(system, companies, people, seen))
    isWhole = checks.every(({ found }) => found.length === 0)
    return { checks, counts: { ...counts, finalAfterSeconds: Math.round(seen.waitedMs / 1000) } }
  } finally {
    if (!isWhole) say(`Kept for whoever looks into it: ${system.folder}`)
    await system.stop(!isWhole)
  }
}

if (!provideSwift(say)) {
  console.error('This proof needs OpenStack Swift: run it as root on Debian, or see npm run proof:s3.')
  process.exit(2)
}
say(`Seed ${seed}${sabotage ? `, sabotage ${sabotage}` : ''}; load ${loadavg()[0]?.toFixed(2)}`)
let checks: readonly Check[] = []
let counts: Counts = {}
try {
  if (sabotage) say(`Building with ${sabotage} …`)
  else await buildIfStale(() => say('Building …'))
  ;({ checks, counts } = await prove(sabotage ? buildSabotaged(root, sabotage) : root))
} catch (fault) {
  checks = [
    { what: 'it runs to its end', found: [fault instanceof Error ? `${fault.stack}` : String(fault)] },
  ]
} finally {
  rmSync(join(root, '.proof'), { recursive: true, force: true })
}
const broken = checks.filter(({ found }) => found.length > 0)
for (const { what, found } of broken)
  console.log(`  did not hold: ${what} (${found.length})\n    ${found.slice(0, 5).join('\n    ')}`)
const seconds = Math.round((Date.now() - began) / 1000)
const facts = { passed: checks.length - broken.length, failed: broken.length, seed, sabotage, ...counts }
const failures = broken.map(({ what, found }) => ({ what, count: found.length, found: found.slice(0, 20) }))
writeReport(root, 'crash', { ...facts, failures, seconds })
say(`${JSON.stringify({ seed, ...counts })}; load ${loadavg()[0]?.toFixed(2)}`)
console.log(`\n${facts.passed} passed, ${facts.failed} failed`)
process.exitCode = broken.length > 0 ? 1 : 0

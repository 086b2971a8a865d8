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
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { readSurfaces } from '../isolation/surfaces.ts'
import type { CallLine, LedgerLine } from '../system/access-point.ts'
import { randomOf } from '../system/random.ts'
import { readDeliveries, readInboxes, readLines, readScreen } from '../system/records.ts'
import { readArguments, runProof } from '../system/run-proof.ts'
import { type Companies, makeCompanies } from '../system/suppliers.ts'
import type { System } from '../system/system.ts'
import { type Kill, killAll, type Storm } from './kills.ts'
import { Person, type Press, type UnderWay } from './people.ts'
import { buildSabotaged, sabotages } from './sabotage.ts'
import { type Evidence, isFinal, judge } from './verdict.ts'

const args = readArguments(sabotages)
const { seed } = args

const invoices = args.short ? 200 : 2_000
const storm: Storm = args.short
  ? { workers: 15, webs: 3, databases: 2, withinMs: 50_000 }
  : { workers: 100, webs: 20, databases: 10, withinMs: 540_000 }
const patienceMs = 120_000
/** People are done a little before the last kill: what waits then is still leaving. */
const pressingMs = storm.withinMs * 0.85

/** Lets people send while processes fall, and waits until everything is final or the patience is over. */
async function weather(
  system: System,
  companies: Companies,
  people: readonly Person[],
  underWay: UnderWay,
  say: (line: string) => void,
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

await runProof({
  name: 'crash',
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  args,
  faults: seed,
  buildSabotaged,
  prove: async (system, folder, say) => {
    const companies = await makeCompanies(system, invoices)
    const surfaces = readSurfaces(folder)
    const underWay: UnderWay = new Map()
    const people = companies.suppliers.map((supplier) => new Person(system, supplier, surfaces, underWay))
    say(`${invoices} invoices of ${people.length} suppliers are ready; sending`)
    const seen = await weather(system, companies, people, underWay, say)
    await system.isReady()
    say(`Final or given up ${(seen.waitedMs / 1000).toFixed(0)} s after the last kill; reading the ledgers`)
    const { checks, counts } = judge(await gather(system, companies, people, seen))
    return { checks, counts: { ...counts, finalAfterSeconds: Math.round(seen.waitedMs / 1000) } }
  },
})

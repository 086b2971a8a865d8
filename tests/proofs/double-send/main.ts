/**
 * `npm run proof:double-send` (R4): two web processes, two workers, PostgreSQL, Swift and an access point, each a process of
 * its own. A thousand times somebody presses *Skicka* two to twenty times at once, by two sessions, one at each web
 * process, on the same invoices or on sets that overlap. Each invoice must leave once: one press is told that it sent
 * it and every other that it was sent already; one version, one delivery, one message in the inbox or at the access
 * point.
 *
 * `-- --short`: 40 rounds. `-- --seed TEXT`: the same plan again. `-- --sabotage no-lock`: builds the mistake in, and must
 * fail. Writes proofs/double-send.json. Exit 0 when all held, 1 when not, 2 when there is no Swift and none can be
 * installed.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { readSurfaces } from '../isolation/surfaces.ts'
import type { LedgerLine } from '../system/access-point.ts'
import { readDeliveries, readInboxes, readLines, readVersions } from '../system/records.ts'
import { readArguments, runProof } from '../system/run-proof.ts'
import { Sender } from '../system/sender.ts'
import { type Companies, makeCompanies } from '../system/suppliers.ts'
import type { System } from '../system/system.ts'
import { invoicesOf, makeRounds, type Round } from './rounds.ts'
import { buildSabotaged, sabotages } from './sabotage.ts'
import { type Evidence, judge } from './verdict.ts'

const args = readArguments(sabotages)
const count = args.short ? 40 : 1_000
const invoices = invoicesOf(count)
const patienceMs = 120_000

/** Waits until the workers have nothing left, or the patience is over, and reads everything. */
async function gather(system: System, companies: Companies, rounds: readonly Round[]): Promise<Evidence> {
  const tenantIds = companies.suppliers.map(({ tenantId }) => tenantId)
  const owner = postgres(system.ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    let deliveries = await readDeliveries(owner, tenantIds)
    for (const limit = Date.now() + patienceMs; Date.now() < limit; await sleep(500)) {
      deliveries = await readDeliveries(owner, tenantIds)
      if (deliveries.every(({ state }) => state === 'delivered')) break
    }
    return {
      rounds,
      versions: await readVersions(owner, tenantIds),
      deliveries,
      inbox: await readInboxes(owner, companies.recipientIds),
      ledger: readLines<LedgerLine>(system.ledger),
    }
  } finally {
    await owner.end({ timeout: 2 })
  }
}

await runProof({
  name: 'double-send',
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  args,
  // An access point that does as it should: what comes twice was sent twice.
  faults: '',
  buildSabotaged,
  prove: async (system, folder, say) => {
    const companies = await makeCompanies(system, invoices)
    const surfaces = readSurfaces(folder)
    const suppliers = companies.suppliers.map((supplier) => ({
      supplier,
      sender: new Sender(system, supplier, surfaces),
    }))
    say(`${invoices} invoices of ${suppliers.length} suppliers are ready; ${count} rounds`)
    let made = 0
    const rounds = await makeRounds(suppliers, args.seed, () => {
      made += 1
      if (made % 100 === 0) say(`${made} rounds`)
    })
    say('All pressed; waiting until everything is delivered, and reading the ledgers')
    return judge(await gather(system, companies, rounds))
  },
})

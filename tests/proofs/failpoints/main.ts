/**
 * `npm run proof:failpoints` (R2): two web processes, two workers, PostgreSQL, Swift, an access point and a mail server, each
 * a process of its own. The failpoints are found in the source; at each, three times, a process ends by SIGKILL while
 * somebody sends, uploads or registers, and is started again; whoever got no answer asks again. Then everything must be
 * final: nothing lost, nothing twice, nothing half made, and nothing in the store, once it has been swept, that no row names.
 *
 * A letter with an invoice whose sending left no outcome is unclear and is counted apart; any other letter may go again,
 * with the same link and Message-ID.
 *
 * `-- --short`: once at each. `-- --sabotage late-attempt|row-first`: builds the mistake in, and must fail. Writes
 * proofs/failpoints.json. Exit 0 when all held, 1 when not, 2 when there is no Swift and none can be installed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { readVerified } from '#lib/adapters/storage/read-verified.ts'
import { sweepOrphans } from '#lib/services/attachments/sweep-orphans.ts'
import { findStranded } from '#tests/setup/stranded.ts'
import { readSurfaces } from '../isolation/surfaces.ts'
import type { LetterLine } from '../mail-cut/sink.ts'
import { startSink } from '../mail-cut/start-sink.ts'
import type { LedgerLine } from '../system/access-point.ts'
import { readDeliveries, readInboxes, readLines, readVersions } from '../system/records.ts'
import { readArguments, runProof } from '../system/run-proof.ts'
import type { System } from '../system/system.ts'
import { endAt } from './arming.ts'
import { planSteps } from './errands.ts'
import { People } from './people.ts'
import { findPoints } from './points.ts'
import {
  countCompanies,
  countOpenJobs,
  listKeys,
  readFiles,
  readHalfMade,
  readLetters,
  readNamedObjects,
  readPdfs,
} from './records.ts'
import { buildSabotaged, sabotages } from './sabotage.ts'
import { type Evidence, judge, type StoreEvidence } from './verdict.ts'
import { makeWorld, type World, withPlatform } from './world.ts'

const args = readArguments(sabotages)
const times = args.short ? 1 : 3
const patienceMs = 120_000
const dayMs = 86_400_000

/** Waits until no work is left, or the patience is over. */
async function settle(owner: postgres.Sql): Promise<void> {
  for (const limit = Date.now() + patienceMs; Date.now() < limit; await sleep(500))
    if ((await countOpenJobs(owner)) === 0) return
}

/** Sweeps today and tomorrow, and compares what lies in the store with what the rows name. */
async function readStore(system: System, owner: postgres.Sql, tenantIds: string[]): Promise<StoreEvidence> {
  return withPlatform(system, async (platform) => {
    const { store } = platform
    const named = await readNamedObjects(owner, tenantIds)
    const keys = new Set(named.map(({ key }) => key))
    const orphans = async () => (await listKeys(store)).filter((key) => !keys.has(key))
    const orphansBefore = (await orphans()).length
    const sweptAtOnce = await sweepOrphans(platform)
    const tomorrow = { now: () => new Date(Date.now() + dayMs + 60_000) }
    await sweepOrphans({ ...platform, clock: tomorrow })
    const missing: string[] = []
    for (const { key, sha256 } of named)
      if ((await readVerified(store, key, sha256)) === 'corrupt') missing.push(key)
    return { orphansBefore, sweptAtOnce, orphansAfter: await orphans(), missing }
  })
}

type Gathering = { system: System; world: World; people: People; letters: string }

async function gather(
  { system, world, people, letters }: Gathering,
  owner: postgres.Sql,
): Promise<Omit<Evidence, 'points' | 'times' | 'hits' | 'ends'>> {
  const { tenantId, recipientId } = world
  const emails = people.newcomers.map(({ email }) => email)
  const signedIn: string[] = []
  for (const newcomer of people.newcomers) if (await newcomer.canSignIn()) signedIn.push(newcomer.email)
  return {
    sent: people.sent,
    versions: await readVersions(owner, [tenantId]),
    deliveries: await readDeliveries(owner, [tenantId]),
    ledger: readLines<LedgerLine>(system.ledger),
    inbox: await readInboxes(owner, [recipientId]),
    mail: readLines<LetterLine>(letters),
    letters: await readLetters(owner),
    pdfs: await readPdfs(owner, [tenantId, recipientId]),
    uploaded: people.uploaded,
    files: await readFiles(owner, [tenantId]),
    newcomers: emails,
    signedIn,
    halfMade: await readHalfMade(owner, emails),
    strayCompanies: (await countCompanies(owner)) - emails.length - 2,
    openJobs: await countOpenJobs(owner),
    stranded: (await findStranded(owner)).map(({ id, what }) => `${id}: ${what}`),
    store: await readStore(system, owner, [tenantId, recipientId]),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'talong-failpoints-'))
const sink = await startSink('take')
await runProof({
  name: 'failpoints',
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  args,
  // Nothing fails but by the failpoints.
  faults: '',
  settings: { FAILPOINTS: folder, SMTP_URL: sink.url, MAIL_FROM: 'Talong <talong@talong.example>' },
  buildSabotaged,
  prove: async (system, root, say) => {
    const points = findPoints(root)
    const lanes = planSteps(points, times)
    const world = await makeWorld(
      system,
      lanes.flat().map(({ errand }) => errand),
    )
    const people = new People(system, world, readSurfaces(root), sink.ledger)
    const { postgres: database, ...talong } = system.processes
    const ends = () => Object.values(talong).reduce((sum, each) => sum + each.ends(), 0)
    const hits: string[] = []
    say(`${points.length} failpoints, ${times} × each`)
    await Promise.all(
      lanes.map(async (steps) => {
        for (const { point, errand } of steps) {
          // Whoever was cut off elsewhere just before may have nothing left to do there: then somebody else goes.
          const lead = () => people.run(errand)
          if ((await endAt(folder, point, lead)) || (await endAt(folder, point, lead))) hits.push(point)
          else say(`nobody came past ${point}`)
        }
        say(`${steps[0]?.point.split('.')[0]}: done`)
      }),
    )
    await people.settleIn()
    await system.isReady()
    say(`${hits.length} ends; waiting until everything is final`)
    const owner = postgres(system.ownerUrl, { max: 1, onnotice: () => undefined })
    try {
      await settle(owner)
      const endsInAll = ends()
      say('Final or given up; reading the ledgers and sweeping the store')
      const seen = await gather({ system, world, people, letters: sink.ledger }, owner)
      return judge({ points, times, hits, ends: endsInAll, ...seen })
    } finally {
      await owner.end({ timeout: 2 })
    }
  },
})
await sink.stop()
rmSync(folder, { recursive: true, force: true })

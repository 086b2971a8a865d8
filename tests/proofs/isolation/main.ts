/**
 * `npm run proof:isolation` (W1–W3): no visitor sees or changes what another company has. Every action, page and
 * route that the build publishes is asked by everybody who has no right to it, with the victim's ids in every
 * argument; canaries tell a leak, a comparison of all rows and files tells a change, and the rightful user shows that
 * the same request would have worked. Then once more with row-level security off, and once more with a build whose
 * queries have lost their tenant filter: each wall holds alone. Without both it must leak, or the proof proves nothing.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '#scripts/build.ts'
import { startInstance } from '../instance.ts'
import { openMailSink } from '../mail-sink.ts'
import { writeReport } from '../report.ts'
import { attackAll, controlAll, missingCases, type Outcome } from './attacks.ts'
import { buildWithoutTenantFilter } from './sabotage.ts'
import { readSurfaces, type Surfaces } from './surfaces.ts'
import { openWorld, type World } from './world.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const began = Date.now()
const failures: string[] = []
let passed = 0

function say(line: string): void {
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)
}

function take(what: string, outcome: Outcome): void {
  passed += outcome.passed
  failures.push(...outcome.failures.map((failure) => `${what}: ${failure}`))
  say(`${what}: ${outcome.passed} held, ${outcome.failures.length} did not`)
}

function check(what: string, holds: boolean): void {
  if (holds) passed += 1
  else failures.push(what)
}

/** Every address and action has a case: a new one without fails. */
function checkCases(surfaces: Surfaces): void {
  const { actions, pages, routes } = surfaces
  const missing = missingCases(surfaces)
  say(
    `${actions.length} actions, ${pages.length} pages, ${routes.length} routes; ${missing.length} without a case`,
  )
  for (const each of missing) failures.push(`no case for ${each}`)
  passed += actions.length + pages.length + routes.length - missing.length
}

/** Runs `rounds` in a world of its own, on the build in `folder`. */
async function inWorld(
  folder: string,
  settings: Readonly<Record<string, string>>,
  rounds: (world: World, surfaces: Surfaces) => Promise<void>,
): Promise<void> {
  const instance = await startInstance(folder, settings)
  try {
    // Read now: the start has built again if the sources had changed.
    const surfaces = readSurfaces(folder)
    const world = await openWorld(instance, surfaces)
    await rounds(world, surfaces).finally(() => world.close())
  } finally {
    await instance.stop()
  }
}

async function proveIsolation(settings: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  await buildIfStale(() => say('Building …'))
  checkCases(readSurfaces(root))
  await inWorld(root, settings, async (world, surfaces) => {
    take('both walls', await attackAll(world, surfaces))
    await world.setRowLevelSecurity(false)
    take('the filter alone', await attackAll(world, surfaces))
    await world.setRowLevelSecurity(true)
    take('the rightful user', await controlAll(world, surfaces))
  })
  say('Building without the tenant filter …')
  const { folder, removed } = buildWithoutTenantFilter(root)
  let leaks: readonly string[] = []
  await inWorld(folder, settings, async (world, surfaces) => {
    take('row-level security alone', await attackAll(world, surfaces))
    await world.setRowLevelSecurity(false)
    leaks = (await attackAll(world, surfaces)).failures
    say(`neither wall: ${leaks.length} leaks or changes, as there must be`)
  })
  // Both kinds, or half of the proof is blind.
  check('without filter and row-level security nobody was shown anything', leaks.some(says('was shown')))
  check('without filter and row-level security nobody changed anything', leaks.some(says('changed')))
  return { filtersRemoved: removed, leaksWithNeitherWall: leaks }
}

const says = (words: string) => (leak: string) => leak.includes(` ${words} `)

function reportOn(facts: Record<string, unknown>): void {
  const { actions, pages, routes } = readSurfaces(root)
  writeReport(root, 'isolation', {
    passed,
    failed: failures.length,
    actions: actions.length,
    pages: pages.length,
    routes: routes.length,
    failures,
    ...facts,
    seconds: Math.round((Date.now() - began) / 1000),
  })
}

// With a mail server there is no mailbox that anybody on this machine could read.
const mail = await openMailSink()
let facts: Record<string, unknown> = {}
try {
  facts = await proveIsolation({ SMTP_URL: mail.url })
} catch (fault) {
  failures.push(`broke off: ${fault instanceof Error ? fault.stack : String(fault)}`)
} finally {
  await mail.close()
  rmSync(join(root, '.proof'), { recursive: true, force: true })
}
for (const failure of failures) console.log(`  ${failure.slice(0, 1000)}`)
reportOn(facts)
console.log(`\n${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 ? 1 : 0

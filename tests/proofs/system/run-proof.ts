import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '#scripts/build.ts'
import { writeReport } from '../report.ts'
import { provideSwift } from '../s3/swift.ts'
import type { Check, Counts } from './sets.ts'
import { type Settings, type System, startSystem } from './system.ts'

/** What a proof was asked for on its command line. */
export type Arguments<Sabotage extends string> = {
  readonly short: boolean
  readonly seed: string
  readonly sabotage: Sabotage | undefined
  /** What the proof's own options say. */
  readonly own: Readonly<Record<string, string>>
}

/** Reads the command line; `own`: further options of this proof. Throws when it names a sabotage that there is not. */
export function readArguments<Sabotage extends string>(
  sabotages: readonly Sabotage[],
  own: readonly string[] = [],
): Arguments<Sabotage> {
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries(own.map((name) => [name, { type: 'string', default: '' } as const])),
      short: { type: 'boolean', default: false },
      seed: { type: 'string', default: randomBytes(4).toString('hex') },
      sabotage: { type: 'string' },
    },
  })
  const sabotage = sabotages.find((name) => name === values.sabotage)
  if (values.sabotage !== undefined && sabotage === undefined)
    throw new Error(`--sabotage ${sabotages.join('|')}`)
  const said = new Map(Object.entries(values))
  const texts = Object.fromEntries(own.map((name) => [name, String(said.get(name) ?? '')]))
  return { short: values.short, seed: values.seed, sabotage, own: texts }
}

/** Prints a line with the time. */
export type Say = (line: string) => void

/** What a proof came to. `facts`: what else is to be in the report. */
export type Verdict = { checks: Check[]; counts: Counts; facts?: Readonly<Record<string, unknown>> }

/** A proof that starts its systems itself. */
export type OwnProof<Sabotage extends string> = {
  readonly name: string
  readonly root: string
  readonly args: Arguments<Sabotage>
  buildSabotaged(root: string, sabotage: Sabotage): string
  /** `folder`: of the build that runs. */
  prove(folder: string, say: Say): Promise<Verdict>
}

/** A proof on the whole system. */
export type Proof<Sabotage extends string> = Omit<OwnProof<Sabotage>, 'prove'> & {
  /** Of the access point's faults; '' for none. */
  readonly faults: string
  /** What Talong's processes are configured with besides. */
  readonly settings?: Settings
  prove(system: System, folder: string, say: Say): Promise<Verdict>
}

/** Starts the whole system, proves on it, and ends it; otherwise as `runOwnProof`. */
export async function runProof<Sabotage extends string>(proof: Proof<Sabotage>): Promise<void> {
  await runOwnProof({
    ...proof,
    prove: (folder, say) => {
      say('Starting Swift, PostgreSQL, the access point, two web processes and two workers …')
      return onSystem(
        () => startSystem(folder, proof.faults, { settings: proof.settings }),
        (system) => proof.prove(system, folder, say),
        say,
      )
    },
  })
}

/**
 * Builds and proves. Prints what did not hold and `N passed, N failed`, writes the report, and sets the exit code: 0 when
 * all held, 1 when not, 2 when there is no Swift and none can be installed.
 */
export async function runOwnProof<Sabotage extends string>(proof: OwnProof<Sabotage>): Promise<void> {
  const { name, root, args } = proof
  const { seed, sabotage } = args
  const began = Date.now()
  const say = (line: string) =>
    console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)
  if (!provideSwift(say)) {
    console.error('This proof needs OpenStack Swift: run it as root on Debian, or see npm run proof:s3.')
    process.exit(2)
  }
  say(`Seed ${seed}${sabotage ? `, sabotage ${sabotage}` : ''}; load ${loadavg()[0]?.toFixed(2)}`)
  let checks: readonly Check[] = []
  let counts: Counts = {}
  let own: Verdict['facts'] = {}
  try {
    if (sabotage) say(`Building with ${sabotage} …`)
    else await buildIfStale(() => say('Building …'))
    const folder = sabotage ? proof.buildSabotaged(root, sabotage) : root
    ;({ checks, counts, facts: own } = await proof.prove(folder, say))
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
  writeReport(root, name, { ...facts, ...own, failures, seconds })
  say(`${JSON.stringify({ seed, ...counts })}; load ${loadavg()[0]?.toFixed(2)}`)
  console.log(`\n${facts.passed} passed, ${facts.failed} failed`)
  process.exitCode = broken.length > 0 ? 1 : 0
}

/** Does something with a system and ends it, on a signal too. Its folder is kept when not everything held. */
export async function onSystem<Running extends System>(
  start: () => Promise<Running>,
  work: (system: Running) => Promise<Verdict>,
  say: Say,
): Promise<Verdict> {
  const system = await start()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void system.stop(false).finally(() => process.exit(1)))
  let isWhole = false
  try {
    const verdict = await work(system)
    isWhole = verdict.checks.every(({ found }) => found.length === 0)
    return verdict
  } finally {
    if (!isWhole) say(`Kept for whoever looks into it: ${system.folder}`)
    await system.stop(!isWhole)
  }
}

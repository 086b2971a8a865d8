import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '#scripts/build.ts'
import { writeReport } from '../report.ts'
import { provideSwift } from '../s3/swift.ts'
import type { Check, Counts } from './sets.ts'
import { type System, startSystem } from './system.ts'

/** What a proof was asked for on its command line. */
export type Arguments<Sabotage extends string> = {
  readonly short: boolean
  readonly seed: string
  readonly sabotage: Sabotage | undefined
}

/** Reads the command line. Throws when it names a sabotage that there is not. */
export function readArguments<Sabotage extends string>(sabotages: readonly Sabotage[]): Arguments<Sabotage> {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      seed: { type: 'string', default: randomBytes(4).toString('hex') },
      sabotage: { type: 'string' },
    },
  })
  const sabotage = sabotages.find((name) => name === values.sabotage)
  if (values.sabotage !== undefined && sabotage === undefined)
    throw new Error(`--sabotage ${sabotages.join('|')}`)
  return { short: values.short, seed: values.seed, sabotage }
}

/** A proof on the whole system. */
export type Proof<Sabotage extends string> = {
  readonly name: string
  readonly root: string
  readonly args: Arguments<Sabotage>
  /** Of the access point's faults; '' for none. */
  readonly faults: string
  /** What Talong's processes are configured with besides. */
  readonly settings?: Readonly<Record<string, string>>
  buildSabotaged(root: string, sabotage: Sabotage): string
  /** `folder`: of the build that runs. */
  prove(
    system: System,
    folder: string,
    say: (line: string) => void,
  ): Promise<{ checks: Check[]; counts: Counts }>
}

/**
 * Builds, starts everything, proves, and ends everything, on a signal too. Prints what did not hold and `N passed, N
 * failed`, writes the report, and sets the exit code: 0 when all held, 1 when not, 2 when there is no Swift and none can
 * be installed.
 */
export async function runProof<Sabotage extends string>(proof: Proof<Sabotage>): Promise<void> {
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
  try {
    if (sabotage) say(`Building with ${sabotage} …`)
    else await buildIfStale(() => say('Building …'))
    const folder = sabotage ? proof.buildSabotaged(root, sabotage) : root
    ;({ checks, counts } = await proveOn(folder, proof, say))
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
  writeReport(root, name, { ...facts, failures, seconds })
  say(`${JSON.stringify({ seed, ...counts })}; load ${loadavg()[0]?.toFixed(2)}`)
  console.log(`\n${facts.passed} passed, ${facts.failed} failed`)
  process.exitCode = broken.length > 0 ? 1 : 0
}

async function proveOn<Sabotage extends string>(
  folder: string,
  proof: Proof<Sabotage>,
  say: (line: string) => void,
): Promise<{ checks: Check[]; counts: Counts }> {
  say('Starting Swift, PostgreSQL, the access point, two web processes and two workers …')
  const system = await startSystem(folder, proof.faults, proof.settings)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void system.stop(false).finally(() => process.exit(1)))
  let isWhole = false
  try {
    const verdict = await proof.prove(system, folder, say)
    isWhole = verdict.checks.every(({ found }) => found.length === 0)
    return verdict
  } finally {
    if (!isWhole) say(`Kept for whoever looks into it: ${system.folder}`)
    await system.stop(!isWhole)
  }
}

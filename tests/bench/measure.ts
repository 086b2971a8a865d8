import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'

/** What one way of doing something cost: CPU milliseconds an operation, of each round. */
export type Cost = { readonly name: string; readonly rounds: readonly number[] }

const rounds = 7
const roundMs = 60

/**
 * Measures several ways in turn, A B C A B C …, so that a machine whose speed drifts treats them alike. One warm-up
 * round, then at least five counted ones; each repeats its operation until it has run for a while.
 */
export function measureInTurn(ways: Readonly<Record<string, () => unknown>>): Readonly<Record<string, Cost>> {
  const costs = Object.fromEntries(Object.keys(ways).map((name) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, operation] of Object.entries(ways)) {
      const cost = cpuMsOf(operation)
      if (round > 0) costs[name]?.push(cost)
    }
  }
  return Object.fromEntries(Object.entries(costs).map(([name, all]) => [name, { name, rounds: all }]))
}

/** CPU milliseconds of one operation, over as many as fill a round. */
function cpuMsOf(operation: () => unknown): number {
  let times = 0
  const began = performance.now()
  const cpu = process.cpuUsage()
  do {
    kept = operation()
    times += 1
  } while (performance.now() - began < roundMs)
  const { user, system } = process.cpuUsage(cpu)
  return (user + system) / 1_000 / times
}

/** The last result: kept, so that no operation can be optimised away. */
let kept: unknown
export const lastResult = (): unknown => kept

/** The middle round, or the round below which a share of all lie. */
export function quantile({ rounds: all }: Cost, share = 0.5): number {
  const sorted = all.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** A row of the printed table: what, and its figures as text. */
export type Row = Readonly<Record<string, string | number>>

/** Prints a table with its title, and writes it as JSON with the machine's load to `benchmarks/NAME.json`. */
export function report(
  name: string,
  title: string,
  rows: readonly Row[],
  passed: readonly string[],
  failed: readonly string[],
): void {
  console.log(`${title}\n`)
  console.table(rows)
  for (const each of passed) console.log(`reached: ${each}`)
  for (const each of failed) console.log(`MISSED:  ${each}`)
  const load = loadavg().map((each) => each.toFixed(2))
  console.log(`load average ${load.join(' ')} on ${cpus().length} cores, Node ${process.version}`)
  mkdirSync('benchmarks', { recursive: true })
  const content = {
    name,
    at: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    load,
    rows,
    passed,
    failed,
  }
  writeFileSync(join('benchmarks', `${name}.json`), `${JSON.stringify(content, null, 2)}\n`)
  process.exitCode = failed.length > 0 ? 1 : 0
}

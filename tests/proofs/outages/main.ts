/**
 * `npm run proof:outages` (R3): each thing that Talong runs on or speaks with is away in each of seven ways, behind a wire
 * that breaks, while invoices leave; then it is back. Everything must then be delivered once by the ledgers of those who took
 * it, within two and a half minutes. While the store, mail or the access point are away people must sign in and write within
 * five seconds; *Skicka* and uploading must say plainly what does not work.
 *
 * Each dependency has a whole system of its own, where its cells come one after another; the systems run side by side.
 * `-- --short`: one cell of each, on two systems. `-- --only mail,access-point`: of these alone. `-- --seed TEXT`: the same moments again.
 * `-- --sabotage random-id`: builds the mistake in, and must fail. Writes proofs/outages.json. Exit 0 when all held, 1 when
 * not, 2 when there is no Swift and none can be installed.
 */
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { readSurfaces } from '../isolation/surfaces.ts'
import { randomOf } from '../system/random.ts'
import { onSystem, readArguments, runOwnProof, type Say, type Verdict } from '../system/run-proof.ts'
import type { Check } from '../system/sets.ts'
import { type Cell, cells, dependencies, missing, nameOf, shortCells } from './matrix.ts'
import { runCell } from './outage.ts'
import { buildSabotaged, sabotages } from './sabotage.ts'
import { makeSupplies } from './supplies.ts'
import { type CellReport, judge } from './verdict.ts'
import { startWired, type WiredSystem } from './wires.ts'

const args = readArguments(sabotages, ['only'])
const only = (args.own.only ?? '').split(',').filter((name) => name !== '')
const stranger = only.find((name) => !dependencies.some((dependency) => dependency === name))
if (stranger !== undefined) throw new Error(`--only ${dependencies.join(',')}: there is no ${stranger}`)
const wanted = (args.short ? shortCells : cells).filter(
  ({ dependency }) => only.length === 0 || only.includes(dependency),
)
const outageMs = args.short ? 4_000 : 6_000
/** What shares a system: one dependency's cells; of the few two, for starting a system takes longest. */
const laneOf = ({ dependency }: Cell): string =>
  args.short ? String(dependency === 'access-point' || dependency === 'database') : dependency

/** Runs cells on one system, one after another. */
async function runLane(
  system: WiredSystem,
  folder: string,
  lane: readonly Cell[],
  { allReady, say }: { allReady: () => Promise<void>; say: Say },
): Promise<Verdict> {
  const dependenciesOf = lane.map(({ dependency }) => dependency)
  const { supplies, recipientId } = await makeSupplies(system, dependenciesOf, args)
  const surfaces = readSurfaces(folder)
  // Where others are still being started, seconds say nothing.
  await allReady()
  const owner = postgres(system.ownerUrl, { max: 1, onnotice: () => undefined })
  const checks: Check[] = []
  const reports: CellReport[] = []
  try {
    for (const [index, cell] of lane.entries()) {
      const own = supplies[index]
      if (own === undefined) throw new Error('a cell has nobody who sends')
      const random = randomOf(`${args.seed} ${nameOf(cell)}`)()
      const judged = judge(
        await runCell(cell, own, { system, surfaces, owner, recipientId, random, outageMs }),
      )
      checks.push(...judged.checks)
      reports.push(judged.report)
      say(lineOf(judged.report, judged.checks.filter(({ found }) => found.length > 0).length))
    }
  } finally {
    await owner.end({ timeout: 2 })
  }
  return { checks, counts: {}, facts: { cells: reports } }
}

/** A gate that opens when so many have come to it. */
function gateFor(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let come = 0
  return () => {
    come += 1
    if (come >= count) resolve()
    return promise
  }
}

function lineOf(report: CellReport, broken: number): string {
  const { cell, invoices, once, uncertainLetters, secondAttempts, probesMs, finalAfterSeconds } = report
  const slowest = Math.max(report.pressMs, ...Object.values(probesMs)) / 1_000
  const letters = uncertainLetters === 0 ? '' : `, ${uncertainLetters} uncertain letters`
  const verdict = broken === 0 ? 'held' : `${broken} DID NOT HOLD`
  return `${cell}: ${once} of ${invoices} once${letters}, ${secondAttempts} tried again, slowest answer ${slowest.toFixed(1)} s, final ${finalAfterSeconds} s after: ${verdict}`
}

await runOwnProof({
  name: 'outages',
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  args,
  buildSabotaged,
  prove: async (folder, say) => {
    for (const { cell, why } of missing) say(`${cell}: not run: ${why}`)
    const lanes = [...Map.groupBy(wanted, laneOf).values()]
    say(`Starting ${lanes.length} systems for ${wanted.length} cells …`)
    const allReady = gateFor(lanes.length)
    const running = lanes.map((lane) =>
      onSystem(
        () => startWired(folder),
        (system) => runLane(system, folder, lane, { allReady, say }),
        say,
      ).catch((fault: unknown) => {
        // The others need not wait for one that never comes.
        void allReady()
        throw fault
      }),
    )
    // Each ends its own system before what broke in one is told.
    await Promise.allSettled(running)
    const verdicts = await Promise.all(running)
    const reports = verdicts.flatMap(({ facts }) => (facts?.cells ?? []) as CellReport[])
    const sum = (of: (report: CellReport) => number) => reports.reduce((all, each) => all + of(each), 0)
    return {
      checks: verdicts.flatMap(({ checks }) => checks),
      counts: {
        cells: reports.length,
        cellsNotRun: missing.length,
        invoices: sum(({ invoices }) => invoices),
        once: sum(({ once }) => once),
        uncertainLetters: sum(({ uncertainLetters }) => uncertainLetters),
        lost: sum(({ lost }) => lost),
        twice: sum(({ twice }) => twice),
        stuck: sum(({ stuck }) => stuck),
        secondAttempts: sum(({ secondAttempts }) => secondAttempts),
        slowestFinalSeconds: Math.max(0, ...reports.map(({ finalAfterSeconds }) => finalAfterSeconds)),
      },
      facts: { perCell: reports, notRun: missing },
    }
  },
})

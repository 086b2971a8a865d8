/** `npm run bench:hostile` (W6): what reading each hostile document costs, and that nothing of it stays in memory. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readXml } from '#lib/ubl/read-xml.ts'
import { greatestDocuments, type HostileDocument, hostileDocuments } from './hostile-documents.ts'
import { type Cost, quantile, type Row, report } from './measure.ts'

const runs = Number(process.argv[2] ?? 20)
/** Milliseconds that a refusal takes, nineteen times of twenty. */
const soon = 100
/** Milliseconds that nothing may exceed. */
const latest = 2_000
/** Bytes that all runs of a kind may leave behind: what the machine itself keeps of having run. */
const slack = 1_000_000

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes in use when nothing waits to be thrown away. */
function bytesInUse(): number {
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function outcome(bytes: Uint8Array): string {
  const read = readXml(bytes)
  return read.ok ? 'read' : read.code
}

const faults: string[] = []

function measure({ kind, code, make }: HostileDocument, isGreat: boolean): Row {
  const bytes = make()
  const got = outcome(bytes)
  const before = bytesInUse()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now()
    outcome(bytes)
    times.push(performance.now() - began)
  }
  const growth = bytesInUse() - before
  const cost: Cost = { name: kind, rounds: times }
  const [p95, max] = [quantile(cost, 0.95), Math.max(...times)]
  if (got !== (code ?? 'read')) faults.push(`${kind}: ${got} instead of ${code ?? 'read'}`)
  if (!isGreat && p95 >= soon) faults.push(`${kind}: p95 ${p95.toFixed(0)} ms`)
  if (max >= latest) faults.push(`${kind}: ${max.toFixed(0)} ms`)
  if (growth > slack) faults.push(`${kind}: ${growth} bytes are kept`)
  return {
    kind,
    MB: (bytes.length / 1_000_000).toFixed(1),
    outcome: got,
    p50: quantile(cost).toFixed(1),
    p95: p95.toFixed(1),
    max: max.toFixed(1),
    'kept kB': (growth / 1_000).toFixed(0),
  }
}

const rows = [
  ...hostileDocuments.map((each) => measure(each, false)),
  ...greatestDocuments.map((each) => measure(each, true)),
]
const claim = `${rows.length} kinds, ${runs} runs of each: every outcome as foreseen, refused with p95 below ${soon} ms, none above ${latest} ms, nothing kept`
report('hostile', 'Hostile documents, milliseconds', rows, faults.length === 0 ? [claim] : [], faults)

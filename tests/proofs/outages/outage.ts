import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { isFinal } from '../crash/verdict.ts'
import type { Surfaces } from '../isolation/surfaces.ts'
import type { LetterLine } from '../mail-cut/sink.ts'
import type { LedgerLine } from '../system/access-point.ts'
import { type DeliveryRow, type InboxRow, readDeliveries, readInboxes, readLines } from '../system/records.ts'
import { type Said, Sender } from '../system/sender.ts'
import type { Cell } from './matrix.ts'
import { type Probe, probe, probeAfter } from './probes.ts'
import type { Supplies } from './supplies.ts'
import type { WiredSystem } from './wires.ts'

/** Everything that is believed of one cell, as it stood at its end. */
export type Evidence = {
  readonly cell: Cell
  readonly invoiceIds: readonly string[]
  readonly ledger: readonly LedgerLine[]
  readonly letters: readonly LetterLine[]
  readonly inbox: readonly InboxRow[]
  readonly deliveries: readonly DeliveryRow[]
  readonly probes: readonly Probe[]
  /** *Skicka* pressed while it was away. */
  readonly pressed: Said | null
  readonly pressMs: number
  /** Connections that met the fault. */
  readonly hits: number
  readonly finalAfterMs: number
}

const patienceMs = 150_000

/** Where a cell is run. `random`: 0 to 1, when in the first press it breaks. */
export type Place = {
  readonly system: WiredSystem
  readonly surfaces: Surfaces
  readonly owner: postgres.Sql
  readonly recipientId: string
  readonly random: number
  /** How long it is away at least. */
  readonly outageMs: number
}

/** Lets one thing be away while invoices leave, lets it come back, and waits until everything is final or it is too long. */
export async function runCell(
  cell: Cell,
  supplies: Supplies,
  { system, surfaces, owner, recipientId, random, outageMs }: Place,
): Promise<Evidence> {
  const wire = system.wires[cell.dependency]
  const sender = new Sender(system, supplies, surfaces)
  const browser = await sender.browser('web-1')
  const person = { system, surfaces, supplies, browser }
  const before = sender.press('web-1', supplies.before)
  await sleep(random * 600)
  const hitsBefore = wire.hits()
  await wire.break(cell.fault)
  const began = Date.now()
  await before
  const pressing = timePress(() => sender.press('web-1', supplies.during))
  const probes = await probe(person, cell.dependency)
  const { said: pressed, ms: pressMs } = await pressing
  await sleep(Math.max(0, began + outageMs - Date.now()))
  await wire.break(null)
  const recovered = Date.now()
  await pressUntilSent(sender, supplies.invoiceIds, recovered + patienceMs)
  probes.push(...(await probeAfter(person)))
  const read = () => readDeliveries(owner, [supplies.tenantId])
  while (Date.now() < recovered + patienceMs && !(await read()).every(isFinal)) await sleep(500)
  const finalAfterMs = Date.now() - recovered
  const deliveries = await read()
  const messageIds = new Set(deliveries.map(({ messageId }) => messageId))
  const hashes = new Set(deliveries.map(({ sha256 }) => sha256))
  // By its bytes too: a wrong id must not hide it.
  const isOurs = (row: { messageId: string; sha256: string }) =>
    messageIds.has(row.messageId) || hashes.has(row.sha256)
  return {
    cell,
    invoiceIds: supplies.invoiceIds,
    ledger: readLines<LedgerLine>(system.ledger).filter(isOurs),
    letters: readLines<LetterLine>(system.letters).filter(isOurs),
    inbox: (await readInboxes(owner, [recipientId])).filter(isOurs),
    deliveries,
    probes,
    pressed,
    pressMs,
    hits: wire.hits() - hitsBefore,
    finalAfterMs,
  }
}

async function timePress(press: () => Promise<Said | null>): Promise<{ said: Said | null; ms: number }> {
  const began = performance.now()
  const said = await press()
  return { said, ms: Math.round(performance.now() - began) }
}

/** As a person does: what was not sent is sent again, until all of it is said to be. */
async function pressUntilSent(sender: Sender, invoiceIds: readonly string[], limit: number): Promise<void> {
  while (Date.now() < limit) {
    const said = await sender.press('web-1', invoiceIds)
    if (said !== null && [...said.values()].every((each) => each === '' || each === 'already-sent')) return
    await sleep(500)
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { CallLine } from '../system/access-point.ts'
import { type Random, randomOf, shuffled } from '../system/random.ts'
import type { System, Victim } from '../system/system.ts'
import type { Press, UnderWay } from './people.ts'

/** A process that was killed, and when. */
export type Kill = { readonly victim: Victim; readonly at: number }

/** How many of each kind are killed, and over which time. */
export type Storm = {
  readonly workers: number
  readonly webs: number
  readonly databases: number
  readonly withinMs: number
}

/** Kills by the seed's plan, each at a moment of its own. Ends with the last. */
export async function killAll(
  system: System,
  seed: string,
  storm: Storm,
  underWay: UnderWay,
): Promise<Kill[]> {
  const began = Date.now()
  const random = randomOf(`${seed} presses`)
  const kills: Kill[] = []
  for (const { victim, after } of plan(seed, storm)) {
    await sleep(Math.max(0, began + after - Date.now()))
    if (victim === 'web-1' || victim === 'web-2')
      await untilPressed(() => (underWay.get(victim) ?? 0) > 0, random)
    kills.push({ victim, at: await system.processes[victim].kill() })
  }
  return kills
}

/** Most of the time a web process has nothing to lose: it falls somewhere in the next press, if one comes soon. */
async function untilPressed(isPressed: () => boolean, random: Random): Promise<void> {
  for (const limit = Date.now() + 5_000; Date.now() < limit && !isPressed(); ) await sleep(5)
  await sleep(random() * 300)
}

function plan(
  seed: string,
  { workers, webs, databases, withinMs }: Storm,
): { victim: Victim; after: number }[] {
  const random = randomOf(`${seed} kills`)
  const one = (kind: 'worker' | 'web'): Victim => `${kind}-${random() < 0.5 ? 1 : 2}`
  const all: Victim[] = [
    ...Array.from({ length: workers }, () => one('worker')),
    ...Array.from({ length: webs }, () => one('web')),
    ...Array.from({ length: databases }, () => 'postgres' as const),
  ]
  return shuffled(all, random)
    .map((victim) => ({ victim, after: random() * withinMs }))
    .sort((a, b) => a.after - b.after)
}

/** How long after a kill the other side may find out. */
const noticedWithinMs = 1_000

/**
 * Whether something was being sent as it fell: the killed worker's call at the access point broke off, the killed web
 * process had a press to answer, or under the killed database there was either.
 */
export function hasLanded(
  { victim, at }: Kill,
  presses: readonly Press[],
  calls: readonly CallLine[],
): boolean {
  const spans = ({ began, ended }: Press | CallLine) => began <= at && at <= ended
  if (victim === 'postgres') return presses.some(spans) || calls.some(spans)
  if (victim.startsWith('web')) return presses.some((press) => press.web === victim && spans(press))
  return calls.some(
    (call) =>
      call.caller === `/${victim}` && spans(call) && !call.isAnswered && call.ended - at < noticedWithinMs,
  )
}

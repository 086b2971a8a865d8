import { setTimeout as sleep } from 'node:timers/promises'
import type { DeliveryRow } from '../system/records.ts'

/** What somebody does that leads past a failpoint. */
export type Errand =
  | { readonly kind: 'send'; readonly channel: DeliveryRow['channel'] }
  | { readonly kind: 'upload' | 'register' | 'open-account' }

const channels = ['access-point', 'inbox', 'email'] as const

/** The errand that leads past a failpoint, by the first part of its name. `turn`: each is through another channel. */
const errands: Readonly<Record<string, (turn: number) => Errand>> = {
  send: (turn) => ({ kind: 'send', channel: channels[turn % 3] ?? 'inbox' }),
  deliver: (turn) => ({ kind: 'send', channel: channels[turn % 3] ?? 'inbox' }),
  follow: () => ({ kind: 'send', channel: 'access-point' }),
  pdf: () => ({ kind: 'send', channel: 'inbox' }),
  upload: () => ({ kind: 'upload' }),
  register: () => ({ kind: 'register' }),
  letter: () => ({ kind: 'register' }),
  account: () => ({ kind: 'open-account' }),
}

/** A failpoint to end a process at, and what leads there. */
export type Step = { readonly point: string; readonly errand: Errand }

/** Every failpoint, so many times, by what leads there: lanes that do not wait for each other. Throws where nothing does. */
export function planSteps(points: readonly string[], times: number): Step[][] {
  const lanes = Map.groupBy(points, (point) => point.split('.')[0] ?? '')
  return [...lanes].map(([name, some]) => {
    const errandOf = errands[name]
    if (errandOf === undefined) throw new Error(`nothing leads to ${some.join(', ')}: it needs its errand`)
    return some.flatMap((point, index) =>
      Array.from({ length: times }, (_, time) => ({ point, errand: errandOf(index + time) })),
    )
  })
}

/** Longer than it takes to notice that a process has died, and to take its work up again. */
const patienceMs = 90_000

/** Does something until it is done, as a person does who gets no answer: at the other web process. Rejects when it never is. */
export async function persist<Done>(
  what: string,
  attempt: (tries: number) => Promise<Done | null>,
): Promise<Done> {
  const limit = Date.now() + patienceMs
  for (let tries = 0; Date.now() < limit; tries += 1) {
    const done = await attempt(tries).catch(() => null)
    if (done !== null) return done
    await sleep(200)
  }
  throw new Error(`${what}: never done`)
}

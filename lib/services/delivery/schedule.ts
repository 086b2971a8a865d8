/**
 * Seconds until the next try after each one that did not deliver, the last of them from then on: four tries within two
 * hours, then every fourth hour.
 */
export const usualPauses: readonly number[] = [5, 30, 120, 600, 1_800, 3_600, 4 * 3_600]

/** After so many attempts, about three days with the usual pauses, a delivery is said to have failed: none waits for ever. */
export const mostAttempts = 24

const spread = 0.2

/**
 * When a delivery is tried again. From ten minutes on, moments are spread by a fifth either way, so that a thousand
 * deliveries do not come back at once. `afterSeconds`: what the other side asked for, never shortened. `pauses`: at least
 * one, as in `usualPauses`.
 */
export function nextAttempt(
  now: Date,
  attempt: number,
  afterSeconds: number | null,
  pauses: readonly number[] = usualPauses,
  random: () => number = Math.random,
): Date {
  const pause = pauses[attempt - 1] ?? pauses.at(-1) ?? 0
  const spreadOut = pause < 600 ? pause : pause * (1 - spread + 2 * spread * random())
  return new Date(now.getTime() + Math.max(spreadOut, afterSeconds ?? 0) * 1_000)
}

const firstQuestion = 10
const longestQuestion = 3_600

/** When an access point is asked again about what it handed over: after ten seconds, then twice as long each time, up to an hour. */
export function nextQuestion(now: Date, asked: number, afterSeconds: number | null): Date {
  const pause = Math.min(firstQuestion * 2 ** Math.min(asked, 20), longestQuestion)
  return new Date(now.getTime() + Math.max(pause, afterSeconds ?? 0) * 1_000)
}

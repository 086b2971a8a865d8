import { createHash } from 'node:crypto'

/** Numbers from 0 up to 1: the same for the same seed, and independent of those for another. */
export type Random = () => number

/** The numbers of a seed. */
export function randomOf(seed: string): Random {
  let drawn = 0
  return () => {
    drawn += 1
    return createHash('sha256').update(`${seed} ${drawn}`).digest().readUInt32BE(0) / 2 ** 32
  }
}

/** The same things in another order. */
export function shuffled<Thing>(things: readonly Thing[], random: Random): Thing[] {
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}

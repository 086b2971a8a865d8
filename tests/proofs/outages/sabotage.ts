import { buildAltered } from '../altered-build.ts'
import { giveRandomIds } from '../crash/sabotage.ts'

/** Each is a mistake that a sender can be made with, and that this proof must find. */
export const sabotages = ['random-id'] as const

/** A mistake to build in. */
export type Sabotage = (typeof sabotages)[number]

/** A copy of the sources with the mistake, built. Gives its folder; throws when what it changes is not there. */
export function buildSabotaged(root: string, name: Sabotage): string {
  return buildAltered(root, `outages-${name}`, giveRandomIds)
}

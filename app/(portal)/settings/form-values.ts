import type { ActionState } from '#app/_server/action-state.ts'

/** A box left unticked sends nothing: what came back tells whether it was. */
export function tickedAt(state: ActionState, name: string, initial: boolean): boolean {
  return 'values' in state ? state.values[name] === 'on' : initial
}

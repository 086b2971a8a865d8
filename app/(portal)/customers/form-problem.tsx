import type { ActionState } from '#app/_server/action-state.ts'

/** Why a form of one button did not do it; nothing when it did. */
export function FormProblem({ state }: { state: ActionState }) {
  if (state.status === 'idle' || state.status === 'ok') return null
  return (
    <p role="alert" className="text-label font-semibold text-bad">
      {state.status === 'invalid' ? state.faults[0]?.message : state.message}
      {state.status === 'broken' && <span className="figures block text-hint">{state.reference}</span>}
    </p>
  )
}

'use client'

import { Banner } from '#app/_components/banner.tsx'
import type { ActionState } from '#app/_server/action-state.ts'

/** Why an act was refused or broke, with the reference number; nothing while all is well. */
export function ActionAnswer({ state }: { state: ActionState }) {
  if (state.status === 'idle' || state.status === 'ok') return null
  const text = state.status === 'invalid' ? state.faults[0]?.message : state.message
  return (
    <Banner tone="bad" role="alert">
      {text}
      {state.status === 'broken' && <p className="figures text-hint">{state.reference}</p>}
    </Banner>
  )
}

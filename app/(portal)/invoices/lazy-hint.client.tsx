'use client'

import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import type { FieldDemand, RequirementProfile } from '#lib/invoice/requirement-profile.ts'

/** What is said under a field that the recipient has a say in. */
export type DemandedHintProps = {
  demand: FieldDemand | undefined
  /** The fields of which it wants one. */
  choice: RequirementProfile['anyOf'][number] | undefined
  /** What the field says of itself: stays where the recipient says nothing. */
  own: ReactNode
}

let load: () => Promise<ComponentType<DemandedHintProps>> = () =>
  Promise.reject(new Error('nobody has said where the hint is'))

/** Says how the hint is fetched: the form does, for what uses it here comes with it. */
export function fetchHintBy(loader: typeof load): void {
  load = loader
}

const LazyHint = lazy(async () => ({ default: await load() }))

/** What the recipient wants of a field, under it; nothing for as long as its script is on its way. */
export function DemandedHint(props: DemandedHintProps) {
  return (
    <Suspense>
      <LazyHint {...props} />
    </Suspense>
  )
}

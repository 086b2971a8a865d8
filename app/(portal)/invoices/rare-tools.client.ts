'use client'

import { useSyncExternalStore } from 'react'
import type { demandParams } from '#lib/i18n/demand-params.ts'
import type { cleanReference } from '#lib/invoice/clean-reference.ts'
import type { pastedLines } from '#lib/invoice/pasted-lines.ts'

/** What the form seldom needs and can do without for a moment: it comes with the rare parts. */
export type RareTools = {
  readonly demandParams: typeof demandParams
  readonly cleanReference: typeof cleanReference
  readonly pastedLines: typeof pastedLines
}

let tools: RareTools | null = null
const listeners = new Set<() => void>()

/** Gives the tools to all that waits for them. */
export function giveRareTools(given: RareTools): void {
  tools = given
  for (const listener of listeners) listener()
}

/** The tools; null until they are there. */
export function rareTools(): RareTools | null {
  return tools
}

/** The tools as soon as they are there. Never rejects. */
export function whenRareTools(): Promise<RareTools> {
  if (tools !== null) return Promise.resolve(tools)
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      if (tools === null) return
      stop()
      resolve(tools)
    })
  })
}

/** The same in a component, which is rendered again when they come. */
export function useRareTools(): RareTools | null {
  return useSyncExternalStore(subscribe, rareTools, () => (typeof window === 'undefined' ? tools : null))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** True once the script runs: before that, what somebody chooses would stand in the page alone and be lost. */
export function useReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

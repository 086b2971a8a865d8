'use client'

import { useSyncExternalStore } from 'react'
import { useTools } from './editor-context.client.tsx'
import { currentLineLayout, onLineLayout } from './line-layout.ts'

/**
 * Which look of the lines is in the page: until the browser has said how wide it is both, or on what calls itself a
 * phone its own, for there every row costs.
 */
export type LineLayout = 'both' | 'desk' | 'phone'

/** The layout of the lines; changes with the window. */
export function useLineLayout(): LineLayout {
  const { isOnPhone } = useTools()
  return useSyncExternalStore<LineLayout>(onLineLayout, currentLineLayout, () =>
    isOnPhone ? 'phone' : 'both',
  )
}

'use client'

import { useSyncExternalStore } from 'react'

/** Which look of the lines is in the page: both until the browser has said how wide it is. */
export type LineLayout = 'both' | 'desk' | 'phone'

// The same line as the token --breakpoint-desk.
const deskQuery = '(width >= 52.0625rem)'

/** The layout of the lines; changes with the window. */
export function useLineLayout(): LineLayout {
  return useSyncExternalStore<LineLayout>(subscribe, currentLineLayout, () => 'both')
}

/** The layout of the lines now, in the browser. */
export function currentLineLayout(): 'desk' | 'phone' {
  return window.matchMedia(deskQuery).matches ? 'desk' : 'phone'
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(deskQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

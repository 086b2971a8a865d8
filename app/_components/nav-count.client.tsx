'use client'

import { useEffect, useSyncExternalStore } from 'react'

// What the frame was rendered with, and how many more there are since: the frame stays while one goes from page to page.
let more = 0
const listeners = new Set<() => void>()

function setMore(next: number): void {
  if (more === next) return
  more = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says that one more invoice waits in *Godkänn och skicka*, without asking the server for the frame anew. */
export function countOneMoreToSend(): void {
  setMore(more + 1)
}

/** How many invoices wait in *Godkänn och skicka*; nothing at 0. `counts` is new each time the frame is rendered. */
export function NavCount({ counts }: { counts: { toSend: number } }) {
  const toSend = counts.toSend + useSyncExternalStore(subscribe, readMore, readNone)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new frame has counted them itself
  useEffect(() => setMore(0), [counts])
  return toSend > 0 && <span className="nav-count">{toSend}</span>
}

const readMore = () => more
const readNone = () => 0

'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useDeferredValue, useEffect, useSyncExternalStore } from 'react'
import { Button } from '#app/_components/button.tsx'
import type * as RarePartsModule from './rare-parts.client.tsx'

type Parts = typeof RarePartsModule

let load: () => Promise<Parts> = () => Promise.reject(new Error('nobody has said where the rare parts are'))
let parts: Parts | 'on-the-way' | 'failed' | null = null
const listeners = new Set<() => void>()

function become(next: typeof parts) {
  parts = next
  for (const listener of listeners) listener()
}

/** Says how the rare parts are fetched: the form does, for what uses them here is among them. */
export function fetchRarePartsBy(loader: typeof load): void {
  load = loader
}

/** Gives the rare parts without fetching them: where the form is rendered without a browser. */
export function giveRareParts(given: Partial<Parts>): void {
  become(given as Parts)
}

/**
 * Fetches the form's rare parts if that is not done or under way; what failed is tried again. Never throws. The form
 * does so as soon as it stands, so that they are there when somebody presses.
 */
export function fetchRareParts(): void {
  if (parts !== null && parts !== 'failed') return
  become('on-the-way')
  load().then(become, () => become('failed'))
}

/**
 * Shows a rare part, at once when it is there. Until then it says that it is coming; when it cannot come it says so
 * and offers to try again. The form round it stays as it is, and what is typed lives in its store, not here.
 */
export function RareParts({ children }: { children: (parts: Parts) => ReactNode }) {
  const words = useTranslations('invoice')
  const common = useTranslations('common')
  const now = useParts()
  if (now !== null && typeof now === 'object') return children(now)
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 py-1 text-muted">
      {now === 'failed' ? words('partNotLoaded') : common('loading')}
      {now === 'failed' && <Button onClick={fetchRareParts}>{common('retry')}</Button>}
    </div>
  )
}

/** Shows a part that says something only after something was done: nothing stands in its place before it is there. */
export function QuietParts({ children }: { children: (parts: Parts) => ReactNode }) {
  const now = useParts()
  return now !== null && typeof now === 'object' ? children(now) : null
}

function useParts(): typeof parts {
  const latest = useSyncExternalStore(
    subscribe,
    () => parts,
    // The page comes without them, so a browser starts without them too.
    () => (typeof window === 'undefined' ? parts : null),
  )
  // When they come, all of them are rendered in small steps, between which somebody can type.
  const now = useDeferredValue(latest)
  useEffect(() => {
    if (parts === null) fetchRareParts()
    window.addEventListener('online', fetchRareParts)
    return () => window.removeEventListener('online', fetchRareParts)
  }, [])
  return now
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

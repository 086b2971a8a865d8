'use client'

import { useState } from 'react'

/**
 * A part of the form that is fetched when it is first asked for. `isStuck`: it could not be had (no network), the form
 * goes on without, and asking again tries again.
 */
export function useLoaded<Part extends object>(load: () => Promise<Part>) {
  const [part, setPart] = useState<Part | null>(null)
  const [isStuck, setStuck] = useState(false)
  const ask = () => {
    if (part !== null) return
    setStuck(false)
    load().then(setPart, () => setStuck(true))
  }
  return { part, isStuck, ask }
}

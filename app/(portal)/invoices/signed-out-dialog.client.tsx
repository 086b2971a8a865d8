'use client'

import { useState, useSyncExternalStore } from 'react'
import { useTools } from './editor-context.client.tsx'
import { RareParts } from './later-parts.client.tsx'

/** The session ended in the middle of the form: sign in over it, and the save that waited goes on. */
export function SignedOutDialog() {
  const { autosave } = useTools()
  const state = useSyncExternalStore(autosave.subscribe, autosave.getSnapshot, autosave.getSnapshot)
  const isOut = state.kind === 'signed-out'
  // Once there it stays: a dialog that is taken away instead of closed gives the focus back to nobody.
  const [hasEnded, setEnded] = useState(false)
  if (isOut && !hasEnded) setEnded(true)
  return hasEnded ? <RareParts>{({ SignInDialog }) => <SignInDialog isOut={isOut} />}</RareParts> : null
}

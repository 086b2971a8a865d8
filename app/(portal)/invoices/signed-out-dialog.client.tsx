'use client'

import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import { Dialog } from '#app/_components/dialog.client.tsx'
import { SignInAgain } from '#app/_form/sign-in-again.client.tsx'
import { useTools } from './editor-context.client.tsx'

/** The session ended in the middle of the form: sign in over it, and the save that waited goes on. */
export function SignedOutDialog() {
  const words = useTranslations('invoice')
  const { autosave, userEmail } = useTools()
  const state = useSyncExternalStore(autosave.subscribe, autosave.getSnapshot, autosave.getSnapshot)
  const [isClosed, setClosed] = useState(false)
  const isOut = state.kind === 'signed-out'
  if (!isOut && isClosed) setClosed(false)
  return (
    <Dialog open={isOut && !isClosed} onClose={() => setClosed(true)} title={words('signInAgainTitle')}>
      <p>{words('signInAgainText')}</p>
      {isOut && <SignInAgain email={userEmail} onSignedIn={() => void autosave.retry()} />}
    </Dialog>
  )
}

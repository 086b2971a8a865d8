'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '#app/_components/dialog.client.tsx'
import { SignInAgain } from '#app/_form/sign-in-again.client.tsx'
import { useTools } from './editor-context.client.tsx'

/** *Logga in igen* over the form, while the session has ended; closed without signing in, it comes at the next end. */
export function SignInDialog({ isOut }: { isOut: boolean }) {
  const words = useTranslations('invoice')
  const { autosave, userEmail } = useTools()
  const [isClosed, setClosed] = useState(false)
  if (!isOut && isClosed) setClosed(false)
  return (
    <Dialog open={isOut && !isClosed} onClose={() => setClosed(true)} title={words('signInAgainTitle')}>
      <p>{words('signInAgainText')}</p>
      {isOut && <SignInAgain email={userEmail} onSignedIn={() => void autosave.retry()} />}
    </Dialog>
  )
}

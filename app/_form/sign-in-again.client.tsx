'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { PasswordField } from '#app/_components/password-field.client.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { faultAt, idle } from '#app/_server/action-state.ts'
import { ActionForm } from './action-form.client.tsx'
import { signInAgainAction } from './actions.ts'

/**
 * What a dialog shows when the session has ended in the middle of a form: the password alone, nobody goes anywhere,
 * nothing typed is lost. Its words are of the namespaces `signIn` and `fields`. `onSignedIn` is called once a new
 * session is open: the save that waited can run.
 */
export function SignInAgain({ email, onSignedIn }: { email: string; onSignedIn: () => void }) {
  const words = useTranslations('signIn')
  const labels = useTranslations('fields')
  const [state, send] = useActionState(signInAgainAction, idle)
  const tell = useRef(onSignedIn)
  useEffect(() => {
    tell.current = onSignedIn
  })
  const isSignedIn = state.status === 'ok'
  useEffect(() => {
    if (isSignedIn) tell.current()
  }, [isSignedIn])
  return (
    <>
      <p>{words('again.text', { email })}</p>
      <ActionForm
        state={state}
        send={send}
        fieldIds={{ password: 'password-again', email: 'password-again' }}
      >
        <input hidden readOnly type="email" name="email" autoComplete="username" value={email} />
        <PasswordField
          id="password-again"
          name="password"
          autoComplete="current-password"
          label={labels('password')}
          error={faultAt(state, 'password')}
          required
        />
        <SubmitButton pendingText={words('pending')}>{words('submit')}</SubmitButton>
      </ActionForm>
    </>
  )
}

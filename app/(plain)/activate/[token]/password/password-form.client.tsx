'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { NewPasswordField } from '#app/_form/new-password-field.client.tsx'
import { faultAt, idle } from '#app/_server/action-state.ts'
import { createAccountAction } from './actions.ts'

/** One field. The address stands beside it, out of sight, so that a password manager knows whose it is. */
export function PasswordForm({ token, email }: { token: string; email: string }) {
  const words = useTranslations('activation')
  const labels = useTranslations('fields')
  const [state, send] = useActionState(createAccountAction, idle)
  return (
    <ActionForm state={state} send={send}>
      <input type="hidden" name="token" value={token} />
      <input hidden readOnly type="email" autoComplete="username" value={email} />
      <NewPasswordField label={labels('password')} error={faultAt(state, 'password')} attempt={state} />
      <SubmitButton pendingText={words('creating')} className="w-full">
        {words('create')}
      </SubmitButton>
    </ActionForm>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { NewPasswordField } from '#app/_form/new-password-field.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { acceptInvitationAction } from './actions.ts'

/** Name and password of an operator. */
export function InvitationForm({ token, email }: { token: string; email: string }) {
  const words = useTranslations('invitation')
  const labels = useTranslations('fields')
  const [state, send] = useActionState(acceptInvitationAction, idle)
  return (
    <ActionForm state={state} send={send}>
      <input type="hidden" name="token" value={token} />
      <input hidden readOnly type="email" autoComplete="username" value={email} />
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        label={labels('yourName')}
        error={faultAt(state, 'name')}
        required
        defaultValue={typedAt(state, 'name')}
      />
      <NewPasswordField label={labels('password')} error={faultAt(state, 'password')} attempt={state} />
      <SubmitButton pendingText={words('creating')} className="w-full">
        {words('create')}
      </SubmitButton>
    </ActionForm>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { NewPasswordField } from '#app/_form/new-password-field.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { claimAction } from './actions.ts'

type ClaimFormProps = { token: string; version: string; hash: string; party: string; email: string }

/** The tick under the agreement, a name and a password. */
export function ClaimForm({ token, version, hash, party, email }: ClaimFormProps) {
  const words = useTranslations('claim')
  const labels = useTranslations('fields')
  const [state, send] = useActionState(claimAction, idle)
  return (
    <ActionForm state={state} send={send} className="no-print grid gap-4">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="hash" value={hash} />
      <Checkbox
        id="accepted"
        name="accepted"
        label={words('accept', { party })}
        error={faultAt(state, 'accepted')}
        required
      />
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        label={labels('yourName')}
        error={faultAt(state, 'name')}
        required
        defaultValue={typedAt(state, 'name')}
      />
      <p className="break-words text-muted">{words('signInWith', { email })}</p>
      <input hidden readOnly type="email" autoComplete="username" value={email} />
      <NewPasswordField label={labels('password')} error={faultAt(state, 'password')} />
      <SubmitButton pendingText={words('creating')} className="w-full">
        {words('create')}
      </SubmitButton>
    </ActionForm>
  )
}

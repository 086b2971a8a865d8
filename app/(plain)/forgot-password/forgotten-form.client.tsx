'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { forgottenPasswordAction } from './actions.ts'

/** The address the link goes to. */
export function ForgottenForm() {
  const words = useTranslations('passwordReset')
  const labels = useTranslations('fields')
  const common = useTranslations('common')
  const [state, send] = useActionState(forgottenPasswordAction, idle)
  return (
    <ActionForm state={state} send={send}>
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        label={labels('email')}
        error={faultAt(state, 'email')}
        required
        defaultValue={typedAt(state, 'email')}
      />
      <SubmitButton pendingText={common('sending')} className="w-full">
        {words('submit')}
      </SubmitButton>
    </ActionForm>
  )
}

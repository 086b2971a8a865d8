'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { PasswordField } from '#app/_components/password-field.client.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { signInAction } from './actions.ts'

/** Address and password on one page, as password managers want it. */
export function SignInForm({ next }: { next: string }) {
  const words = useTranslations('signIn')
  const labels = useTranslations('fields')
  const [state, send] = useActionState(signInAction, idle)
  return (
    <ActionForm state={state} send={send}>
      {next !== '/' && <input type="hidden" name="next" value={next} />}
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
      <PasswordField
        id="password"
        name="password"
        autoComplete="current-password"
        label={labels('password')}
        error={faultAt(state, 'password')}
        required
      />
      <SubmitButton pendingText={words('pending')} className="w-full">
        {words('submit')}
      </SubmitButton>
      <p>
        <a href="/forgot-password">{words('forgotten')}</a>
      </p>
    </ActionForm>
  )
}

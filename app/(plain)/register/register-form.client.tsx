'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import type { NumberWords } from '#app/_invoice/number-check.ts'
import { OrgNumberField } from '#app/_invoice/org-number-field.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { registerAction } from './actions.ts'

/** Who the company is and where the link goes. */
export function RegisterForm({ numberWords }: { numberWords: NumberWords }) {
  const words = useTranslations('register')
  const common = useTranslations('common')
  const labels = useTranslations('fields')
  const [state, send] = useActionState(registerAction, idle)
  return (
    <ActionForm state={state} send={send}>
      <OrgNumberField
        id="orgNumber"
        name="orgNumber"
        label={labels('orgNumber')}
        hint={words('orgNumberHint')}
        words={numberWords}
        error={faultAt(state, 'orgNumber')}
        required
        defaultValue={typedAt(state, 'orgNumber')}
      />
      <TextField
        id="companyName"
        name="companyName"
        autoComplete="organization"
        label={labels('companyName')}
        error={faultAt(state, 'companyName')}
        required
        defaultValue={typedAt(state, 'companyName')}
      />
      <TextField
        id="contactName"
        name="contactName"
        autoComplete="name"
        label={labels('yourName')}
        error={faultAt(state, 'contactName')}
        required
        defaultValue={typedAt(state, 'contactName')}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        label={labels('email')}
        hint={words('emailHint')}
        error={faultAt(state, 'email')}
        required
        defaultValue={typedAt(state, 'email')}
      />
      <SubmitButton pendingText={common('sending')} className="w-full">
        {common('continue')}
      </SubmitButton>
    </ActionForm>
  )
}

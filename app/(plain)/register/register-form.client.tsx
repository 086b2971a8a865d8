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

type RegisterFormProps = {
  /** What was typed before, when it is an address to be changed. */
  typed: { orgNumber: string; companyName: string; contactName: string; email: string } | null
  numberWords: NumberWords
}

/** Who the company is and where the link goes. */
export function RegisterForm({ typed, numberWords }: RegisterFormProps) {
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
        defaultValue={typedAt(state, 'orgNumber', typed?.orgNumber)}
      />
      <TextField
        id="companyName"
        name="companyName"
        autoComplete="organization"
        label={labels('companyName')}
        error={faultAt(state, 'companyName')}
        required
        defaultValue={typedAt(state, 'companyName', typed?.companyName)}
      />
      <TextField
        id="contactName"
        name="contactName"
        autoComplete="name"
        label={labels('yourName')}
        error={faultAt(state, 'contactName')}
        required
        defaultValue={typedAt(state, 'contactName', typed?.contactName)}
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
        defaultValue={typedAt(state, 'email', typed?.email)}
      />
      <SubmitButton pendingText={common('sending')} className="w-full">
        {common('continue')}
      </SubmitButton>
    </ActionForm>
  )
}

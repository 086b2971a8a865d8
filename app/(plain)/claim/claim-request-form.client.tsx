'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import type { NumberWords } from '#app/_invoice/number-check.ts'
import { OrgNumberField } from '#app/_invoice/org-number-field.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { requestClaimAction } from './actions.ts'

/** Whose party it is; the link goes to the address that the directory has. */
export function ClaimRequestForm({ numberWords }: { numberWords: NumberWords }) {
  const words = useTranslations('claim')
  const common = useTranslations('common')
  const labels = useTranslations('fields')
  const [state, send] = useActionState(requestClaimAction, idle)
  return (
    <ActionForm state={state} send={send}>
      <OrgNumberField
        id="orgNumber"
        name="orgNumber"
        label={labels('orgNumber')}
        hint={words('hint')}
        words={numberWords}
        error={faultAt(state, 'orgNumber')}
        required
        defaultValue={typedAt(state, 'orgNumber')}
      />
      <SubmitButton pendingText={common('sending')} className="w-full">
        {words('submit')}
      </SubmitButton>
    </ActionForm>
  )
}

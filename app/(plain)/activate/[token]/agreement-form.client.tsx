'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { faultAt, idle } from '#app/_server/action-state.ts'
import { acceptAgreementAction } from './actions.ts'

type AgreementFormProps = { token: string; version: string; hash: string; company: string }

/** The tick and the button that accept the text which is shown, by its version and hash. */
export function AgreementForm({ token, version, hash, company }: AgreementFormProps) {
  const words = useTranslations('activation')
  const common = useTranslations('common')
  const [state, send] = useActionState(acceptAgreementAction, idle)
  return (
    <ActionForm state={state} send={send} className="no-print grid gap-4">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="hash" value={hash} />
      <Checkbox
        id="accepted"
        name="accepted"
        label={words('accept', { company })}
        error={faultAt(state, 'accepted')}
        required
      />
      <SubmitButton pendingText={common('saving')} className="w-full">
        {words('acceptButton')}
      </SubmitButton>
    </ActionForm>
  )
}

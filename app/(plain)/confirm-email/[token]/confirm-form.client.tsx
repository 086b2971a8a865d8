'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { confirmEmailAction } from './actions.ts'

/** The button that makes the change. */
export function ConfirmForm({ token }: { token: string }) {
  const words = useTranslations('confirmEmail')
  const [state, send] = useActionState(confirmEmailAction, idle)
  return (
    <ActionForm state={state} send={send}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton pendingText={words('confirming')} className="w-full">
        {words('confirm')}
      </SubmitButton>
    </ActionForm>
  )
}

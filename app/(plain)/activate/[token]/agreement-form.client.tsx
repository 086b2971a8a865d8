'use client'

import { useActionState } from 'react'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { faultAt, idle } from '#app/_server/action-state.ts'
import { AcceptFields } from '../../_agreement/accept-fields.client.tsx'
import { acceptAgreementAction } from './actions.ts'

type AgreementFormProps = { token: string; version: string; hash: string; company: string }

/** Accepts the agreement that is shown, for the company of the link. */
export function AgreementForm({ token, ...shown }: AgreementFormProps) {
  const [state, send] = useActionState(acceptAgreementAction, idle)
  return (
    <ActionForm state={state} send={send} className="no-print grid gap-4">
      <input type="hidden" name="token" value={token} />
      <AcceptFields {...shown} error={faultAt(state, 'accepted')} />
    </ActionForm>
  )
}

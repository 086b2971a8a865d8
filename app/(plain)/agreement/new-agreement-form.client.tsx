'use client'

import { useActionState } from 'react'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { faultAt, idle } from '#app/_server/action-state.ts'
import { AcceptFields } from '../_agreement/accept-fields.client.tsx'
import { acceptNewAgreementAction } from './actions.ts'

/** Accepts the agreement that is shown, for the company of whoever is signed in. */
export function NewAgreementForm(shown: { version: string; hash: string; company: string }) {
  const [state, send] = useActionState(acceptNewAgreementAction, idle)
  return (
    <ActionForm state={state} send={send} className="no-print grid gap-4">
      <AcceptFields {...shown} error={faultAt(state, 'accepted')} />
    </ActionForm>
  )
}

'use client'

import { useActionState } from 'react'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { SavedNote } from '#app/_form/saved-note.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { chooseSendOnApprovalAction } from '../actions.ts'

type SendOnApprovalFormProps = {
  customerId: string
  isChosen: boolean
  words: { label: string; hint: string; save: string; saving: string; saved: string }
}

/** Whether what is ready for a customer leaves by itself when it approves (K10). */
export function SendOnApprovalForm({ customerId, isChosen, words }: SendOnApprovalFormProps) {
  const [state, send] = useActionState(chooseSendOnApprovalAction, idle)
  return (
    <ActionForm state={state} send={send} className="grid gap-3">
      <input type="hidden" name="customerId" value={customerId} />
      <Checkbox
        key={String(isChosen)}
        id="isChosen"
        name="isChosen"
        label={words.label}
        hint={words.hint}
        defaultChecked={isChosen}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton look="secondary" pendingText={words.saving}>
          {words.save}
        </SubmitButton>
        <SavedNote>{state.status === 'ok' && words.saved}</SavedNote>
      </div>
    </ActionForm>
  )
}

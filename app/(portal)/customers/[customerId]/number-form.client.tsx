'use client'

import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { SavedNote } from '#app/_form/saved-note.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { changeCustomerNumberAction } from '../actions.ts'

type NumberFormProps = {
  customerId: string
  customerNumber: string
  words: { label: string; hint: string; save: string; saving: string; saved: string }
}

/** *Redigera kundnummer*. */
export function NumberForm({ customerId, customerNumber, words }: NumberFormProps) {
  const [state, send] = useActionState(changeCustomerNumberAction, idle)
  return (
    <ActionForm state={state} send={send} className="grid gap-3">
      <input type="hidden" name="customerId" value={customerId} />
      <TextField
        id="customerNumber"
        name="customerNumber"
        label={words.label}
        hint={words.hint}
        error={faultAt(state, 'customerNumber')}
        defaultValue={typedAt(state, 'customerNumber', customerNumber)}
        maxLength={30}
        autoComplete="off"
        optional
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

'use client'

import { type ReactNode, useActionState } from 'react'
import { SelectField } from '#app/_components/select-field.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { SavedNote } from '#app/_form/saved-note.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { customerDefaultFields } from '#lib/invoice/customer-defaults.ts'
import { saveCustomerCardAction } from '../actions.ts'

const fields = ['vatNumber', ...customerDefaultFields, 'street', 'street2', 'postalCode', 'city'] as const

type CardField = (typeof fields)[number]

type CardFormProps = {
  customerId: string
  initial: { [Field in CardField | 'country']?: string | undefined }
  labels: Record<CardField | 'country', string>
  hints: Partial<Record<CardField, string>>
  words: { save: string; saving: string; saved: string }
  /** The countries to choose among, as options. */
  children: ReactNode
}

/** What invoices to the customer say instead of what the directory says. */
export function CardForm({ customerId, initial, labels, hints, words, children }: CardFormProps) {
  const [state, send] = useActionState(saveCustomerCardAction, idle)
  return (
    <ActionForm state={state} send={send} className="grid gap-4">
      <input type="hidden" name="customerId" value={customerId} />
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((name) => (
          <TextField
            key={name}
            id={name}
            name={name}
            label={labels[name]}
            hint={hints[name]}
            error={faultAt(state, name)}
            defaultValue={typedAt(state, name, initial[name])}
            autoComplete="off"
            maxLength={100}
          />
        ))}
        <SelectField
          id="country"
          name="country"
          label={labels.country}
          error={faultAt(state, 'country')}
          defaultValue={typedAt(state, 'country', initial.country)}
        >
          {children}
        </SelectField>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton look="secondary" pendingText={words.saving}>
          {words.save}
        </SubmitButton>
        <SavedNote>{state.status === 'ok' && words.saved}</SavedNote>
      </div>
    </ActionForm>
  )
}

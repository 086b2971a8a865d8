'use client'

import type { ReactNode } from 'react'
import { Field, fieldWiring } from '#app/_components/field.tsx'
import { AmbiguousAmount } from './ambiguous-amount.client.tsx'
import { AmountInput } from './amount-input.client.tsx'
import type { TextFieldName } from './draft-edits.ts'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'
import type { AmountKind } from './shown-amount.ts'

type DraftAmountProps = {
  name: TextFieldName
  kind: AmountKind
  label: ReactNode
  hint?: ReactNode
  required?: boolean
}

/** A number of the draft. */
export function DraftAmount({ name, kind, label, hint, required }: DraftAmountProps) {
  const { store } = useTools()
  const value = useEditor((state) => state.draft[name])
  const error = useFieldError(name)
  const frame = { id: fieldId(name), label, hint, error, required: required === true }
  return (
    <Field {...frame}>
      <AmountInput
        {...fieldWiring(frame)}
        kind={kind}
        placeholder=" "
        value={value}
        onValue={(text) => store.setField(name, text)}
        onBlur={() => store.leave(name)}
      />
      <AmbiguousAmount
        field={name}
        controlId={frame.id}
        kind={kind}
        value={value}
        onValue={(text) => store.setField(name, text)}
      />
    </Field>
  )
}

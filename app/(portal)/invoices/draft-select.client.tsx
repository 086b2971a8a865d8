'use client'

import type { ReactNode } from 'react'
import { SelectField } from '#app/_components/select-field.tsx'
import type { TextFieldName } from './draft-edits.ts'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'

type DraftSelectProps = {
  name: TextFieldName
  label: ReactNode
  hint?: ReactNode
  /** The options: value and words, in order. */
  options: readonly (readonly [value: string, words: string])[]
}

/** A choice of the draft. */
export function DraftSelect({ name, label, hint, options }: DraftSelectProps) {
  const { store } = useTools()
  const value = useEditor((state) => state.draft[name])
  const error = useFieldError(name)
  return (
    <SelectField
      id={fieldId(name)}
      label={label}
      hint={hint}
      error={error}
      value={value}
      onChange={(event) => store.setField(name, event.currentTarget.value)}
      onBlur={() => store.leave(name)}
    >
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </SelectField>
  )
}

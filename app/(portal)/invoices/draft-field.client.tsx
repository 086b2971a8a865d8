'use client'

import type { ReactNode } from 'react'
import { TextArea, TextField } from '#app/_components/text-field.tsx'
import { cleanLine } from '#lib/core/text.ts'
import type { TextFieldName } from './draft-edits.ts'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'

type DraftFieldProps = {
  name: TextFieldName
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  maxLength: number
  rows?: 2 | 3
  inputMode?: 'text' | 'numeric'
  className?: string
}

/** A text field of the draft: what is typed is in the draft at once; left, it is cleaned and judged. */
export function DraftField({
  name,
  label,
  hint,
  required,
  maxLength,
  rows,
  inputMode,
  className,
}: DraftFieldProps) {
  const { store } = useTools()
  const value = useEditor((state) => state.draft[name])
  const error = useFieldError(name)
  const frame = { id: fieldId(name), label, hint, error, required: required === true }
  const own = {
    ...frame,
    value,
    maxLength,
    autoComplete: 'off',
    className: className ?? '',
    onBlur: () => {
      const clean = rows === undefined ? cleanLine(value) : value.trim()
      if (clean !== value) store.setField(name, clean)
      store.leave(name)
    },
  }
  return rows === undefined ? (
    <TextField
      {...own}
      inputMode={inputMode ?? 'text'}
      onChange={(event) => store.setField(name, event.currentTarget.value)}
    />
  ) : (
    <TextArea {...own} rows={rows} onChange={(event) => store.setField(name, event.currentTarget.value)} />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { afterPress } from '#app/_components/after-press.ts'
import { TextArea, TextField } from '#app/_components/text-field.tsx'
import { cleanLine } from '#lib/core/text.ts'
import { CopiedMark } from './copied.client.tsx'
import type { TextFieldName } from './draft-edits.ts'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'
import { rareTools } from './rare-tools.client.ts'
import { useDemandedFrame } from './use-demand.client.tsx'

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

/**
 * A text field of the draft: what is typed is in the draft at once; left, it is cleaned and judged. What the recipient
 * demands of it stands at it, and what was cleaned away is said, with the way back.
 */
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
  const { demand, ...frame } = useDemandedFrame(name, { label, hint, required })
  const [cleaned, setCleaned] = useState<Cleaned | null>(null)
  const leave = () => {
    const clean = rows === undefined ? cleanLine(value) : value.trim()
    const isAsked = demand !== undefined && rows === undefined && cleaned?.isKept !== true
    const { value: left, label: taken } = (isAsked && rareTools()?.cleanReference(clean, demand)) || {
      value: clean,
      label: '',
    }
    if (left !== value) store.setField(name, left)
    if (left !== clean) afterPress(() => setCleaned({ before: clean, left, taken, isKept: false }))
    store.leave(name)
  }
  const undo = (before: Cleaned) => {
    store.setField(name, before.before)
    setCleaned({ ...before, isKept: true })
    document.getElementById(fieldId(name))?.focus()
  }
  const note =
    cleaned === null || cleaned.isKept || cleaned.left !== value ? null : (
      <CleanedNote {...cleaned} onUndo={() => undo(cleaned)} />
    )
  const isOld = useEditor(({ draft }) => draft.toConfirm.includes(name))
  const shownHint = demand === undefined ? frame.hint : <DemandHint hint={frame.hint} note={note} />
  const own = {
    ...frame,
    id: fieldId(name),
    error,
    hint: isOld ? <OldHint hint={shownHint} name={name} /> : shownHint,
    value,
    maxLength,
    readOnly: demand?.fixed !== undefined && value === demand.fixed,
    autoComplete: 'off',
    className: className ?? '',
    onBlur: leave,
  }
  const type = (typed: string) => {
    setCleaned(null)
    store.setField(name, typed)
  }
  return rows === undefined ? (
    <TextField
      {...own}
      inputMode={inputMode ?? 'text'}
      onChange={(event) => type(event.currentTarget.value)}
    />
  ) : (
    <TextArea {...own} rows={rows} onChange={(event) => type(event.currentTarget.value)} />
  )
}

/** What was cleaned when the field was left; kept: the person took it back, and it stays until something is typed. */
type Cleaned = { before: string; left: string; taken: string; isKept: boolean }

/** What the recipient wants, and in its place what was just cleaned: said aloud, so its place is there before. */
function DemandHint({ hint, note }: { hint: ReactNode; note: ReactNode }) {
  return (
    <>
      <span role="status">{note}</span>
      {note === null && hint}
    </>
  )
}

/** What was copied from an earlier invoice and may be out of date, said after the field's own hint. */
function OldHint({ hint, name }: { hint: ReactNode; name: TextFieldName }) {
  return (
    <>
      {hint}
      <CopiedMark field={name} />
    </>
  )
}

function CleanedNote({ left, taken, onUndo }: Cleaned & { onUndo: () => void }) {
  const words = useTranslations('demands')
  return (
    <>
      {taken === '' ? words('cleanedValue', { value: left }) : words('cleanedLabel', { label: taken })}&nbsp;·{' '}
      <button type="button" className="inline-flex min-h-6 items-center text-link underline" onClick={onUndo}>
        {words('undo')}
      </button>
    </>
  )
}

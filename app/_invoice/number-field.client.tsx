'use client'

import { type ReactNode, useState } from 'react'
import { afterPress } from '#app/_components/after-press.ts'
import { TextField } from '#app/_components/text-field.tsx'
import { checkNumber, type NumberKind, type NumberWords } from './number-check.ts'

/** What every field for a number with a check digit takes. `words` come from `numberWords` on the server. */
export type NumberFieldProps = {
  id: string
  name: string
  label: ReactNode
  words: NumberWords
  hint?: ReactNode
  /** The server's sentence, shown until the number has been judged here. */
  error?: ReactNode
  required?: boolean
  optional?: boolean
}

type ControlledProps = NumberFieldProps & { kind: NumberKind; value: string; onValue: (text: string) => void }

/** A number with a check digit: anything may be typed, it is judged and written properly when one leaves it (K5). */
export function NumberField({ kind, words, error, value, onValue, ...frame }: ControlledProps) {
  const [judged, setJudged] = useState<{ kind: NumberKind; message: string | undefined } | null>(null)
  const leave = () => {
    if (value.trim() === '') return setJudged(null)
    const checked = checkNumber(kind, value)
    setJudged({ kind, message: checked.ok ? undefined : words[checked.code] })
    if (checked.ok) onValue(checked.value)
  }
  return (
    <TextField
      {...frame}
      error={judged?.kind === kind ? judged.message : error}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      onBlur={() => afterPress(leave)}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      inputMode={kind === 'iban' || kind === 'vat-number' ? 'text' : 'numeric'}
    />
  )
}

'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { afterPress } from '#app/_components/after-press.ts'
import { TextField } from '#app/_components/text-field.tsx'
import { checkNumber, isCertainFault, type NumberKind, type NumberWords } from './number-check.ts'

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

type ControlledProps = NumberFieldProps & {
  kind: NumberKind
  value: string
  onValue: (text: string) => void
  /** A masked number that may stand here as it is. */
  mask?: string | undefined
}

/**
 * A number with a check digit: anything may be typed (K5). While typing it is told to be wrong only when more typing
 * cannot mend it; when one leaves the field it is judged, and written properly. Once told, every change is judged. What
 * was typed before the script was there is judged as soon as it is.
 */
export function NumberField({ kind, words, error, value, onValue, mask, ...frame }: ControlledProps) {
  const [judged, setJudged] = useState<{ kind: NumberKind; message: string | undefined } | null>(null)
  const judge = (text: string, when: 'typing' | 'left') => {
    if (text.trim() === '' || text === mask) return setJudged(null)
    const checked = checkNumber(kind, text)
    const isTold = when === 'left' || judged?.message !== undefined || isCertainFault(kind, text)
    setJudged({ kind, message: checked.ok || !isTold ? undefined : words[checked.code] })
    if (checked.ok && when === 'left') onValue(checked.value)
  }
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stood in the page before the script, once
  useEffect(() => {
    const typed = field.current?.value ?? ''
    if (typed === value) return
    onValue(typed)
    judge(typed, document.activeElement === field.current ? 'typing' : 'left')
  }, [])
  return (
    <TextField
      {...frame}
      ref={field}
      error={judged?.kind === kind ? judged.message : error}
      value={value}
      onChange={(event) => {
        onValue(event.target.value)
        judge(event.target.value, 'typing')
      }}
      onBlur={() => afterPress(() => judge(value, 'left'))}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      inputMode={kind === 'iban' || kind === 'vat-number' ? 'text' : 'numeric'}
    />
  )
}

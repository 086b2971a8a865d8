'use client'

import { type ComponentProps, type FocusEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { type AmountKind, editedAmount, shownAmount } from './shown-amount.ts'

type AmountInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'style'> & {
  kind: AmountKind
  value: string
  onValue: (text: string) => void
}

/**
 * A number as text: while one edits it plain with a comma, left it is written out (`1 234,50`). What is kept is what
 * was typed; what has no reading stays as it stands.
 */
export function AmountInput({ kind, value, onValue, onFocus, onBlur, className, ...rest }: AmountInputProps) {
  const [edited, setEdited] = useState<string | null>(null)
  const focus = (event: FocusEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    // At once, so that nothing typed right after lands in the text of before.
    flushSync(() => setEdited(editedAmount(value)))
    input.select()
    onFocus?.(event)
  }
  return (
    <input
      autoComplete="off"
      enterKeyHint="next"
      {...rest}
      type="text"
      inputMode="decimal"
      maxLength={40}
      value={edited ?? shownAmount(value, kind)}
      className={`control control-amount ${className ?? ''}`}
      onFocus={focus}
      onChange={(event) => {
        setEdited(event.currentTarget.value)
        onValue(event.currentTarget.value)
      }}
      onBlur={(event) => {
        setEdited(null)
        onBlur?.(event)
      }}
    />
  )
}

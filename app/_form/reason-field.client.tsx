'use client'

import { useId, useRef } from 'react'
import { Button } from '#app/_components/button.tsx'
import { TextArea } from '#app/_components/text-field.tsx'

type ReasonFieldProps = {
  id: string
  words: { label: string; hint: string; suggestions: string }
  /** Whole sentences; a press writes one into the field. */
  suggestions: readonly string[]
  defaultValue?: string
  error?: string | undefined
}

/** Why somebody is turned away: free text, with suggestions to start from. */
export function ReasonField({ id, words, suggestions, defaultValue = '', error }: ReasonFieldProps) {
  const group = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const take = (text: string) => {
    const field = group.current?.querySelector('textarea')
    if (!field) return
    field.value = text
    field.focus()
  }
  return (
    <div ref={group} className="grid gap-2">
      <TextArea
        id={id}
        name="reason"
        label={words.label}
        hint={words.hint}
        error={error}
        required
        rows={3}
        maxLength={300}
        defaultValue={defaultValue}
      />
      <p id={titleId} className="text-label font-semibold">
        {words.suggestions}
      </p>
      <ul aria-labelledby={titleId} className="flex flex-wrap gap-2">
        {suggestions.map((text) => (
          <li key={text}>
            <Button className="h-auto text-start text-label" onClick={() => take(text)}>
              {text}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

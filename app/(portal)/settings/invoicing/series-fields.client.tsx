'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '#app/_components/text-field.tsx'
import { type ActionState, faultAt, typedAt } from '#app/_server/action-state.ts'
import type { InvoicingValues } from './invoicing-values.ts'
import { nextNumbers } from './next-numbers.ts'

type SeriesFieldsProps = {
  of: 'invoice' | 'credit'
  initial: InvoicingValues
  state: ActionState
  /** The year of issue that the preview stands in. */
  year: number
}

/** A number series (BT-1), with the three numbers that come next as it is typed. */
export function SeriesFields({ of, initial, state, year }: SeriesFieldsProps) {
  const words = useTranslations('invoicingSettings')
  const [prefixName, nextName, digitsName] = [`${of}Prefix`, `${of}Next`, `${of}MinDigits`] as const
  const [prefix, setPrefix] = useState(typedAt(state, prefixName, initial[prefixName]))
  const [next, setNext] = useState(typedAt(state, nextName, initial[nextName]))
  const [minDigits, setMinDigits] = useState(typedAt(state, digitsName, initial[digitsName]))
  const numbers = nextNumbers({ prefix, next, minDigits }, year)
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <TextField
        id={prefixName}
        name={prefixName}
        label={words('prefix')}
        hint={words('prefixHint')}
        error={faultAt(state, prefixName)}
        optional
        autoComplete="off"
        spellCheck={false}
        value={prefix}
        onChange={(event) => setPrefix(event.target.value)}
        className="sm:col-span-3"
      />
      <TextField
        id={nextName}
        name={nextName}
        label={words('next')}
        error={faultAt(state, nextName)}
        required
        inputMode="numeric"
        autoComplete="off"
        value={next}
        onChange={(event) => setNext(event.target.value)}
      />
      <TextField
        id={digitsName}
        name={digitsName}
        label={words('minDigits')}
        hint={words('minDigitsHint')}
        error={faultAt(state, digitsName)}
        required
        inputMode="numeric"
        autoComplete="off"
        value={minDigits}
        onChange={(event) => setMinDigits(event.target.value)}
        className="sm:col-span-2"
      />
      <p className="figures rounded-field bg-neutral-soft px-3 py-2 break-words sm:col-span-3">
        {numbers === null ? words('previewNone') : words('preview', { numbers: numbers.join(', ') })}
      </p>
    </div>
  )
}

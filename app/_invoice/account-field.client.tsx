'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RadioSegment } from '#app/_components/radio-segment.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import type { NumberWords } from './number-check.ts'
import { NumberField } from './number-field.client.tsx'

const kinds = ['bankgiro', 'plusgiro', 'iban'] as const

/** What an account is, as the field sends it under `kind`. */
export type AccountKind = (typeof kinds)[number]

type AccountFieldProps = {
  words: NumberWords
  initial: { kind: AccountKind; number: string; bic: string }
  errors: { kind?: string | undefined; number?: string | undefined; bic?: string | undefined }
  /** The kind of an account that is there already stays. */
  isKindFixed?: boolean
}

/** The account to be paid to (BG-17): its kind, its number, and BIC for an IBAN. Needs the `fields` words. */
export function AccountField({ words, initial, errors, isKindFixed = false }: AccountFieldProps) {
  const labels = useTranslations('fields')
  const [kind, setKind] = useState<AccountKind>(initial.kind)
  const [number, setNumber] = useState(initial.number)
  const [bic, setBic] = useState(initial.bic)
  return (
    <>
      {isKindFixed ? (
        <input type="hidden" name="kind" value={kind} />
      ) : (
        <RadioSegment
          id="kind"
          name="kind"
          legend={labels('accountKind')}
          value={kind}
          onChange={(event) => setKind(kinds.find((known) => known === event.target.value) ?? kind)}
          choices={kinds.map((value) => ({ value, label: labels(value) }))}
          error={errors.kind}
        />
      )}
      <NumberField
        id="number"
        name="number"
        kind={kind}
        label={labels(kind)}
        hint={labels(`${kind}Hint`)}
        words={words}
        error={errors.number}
        required
        value={number}
        onValue={setNumber}
      />
      {kind === 'iban' && (
        <TextField
          id="bic"
          name="bic"
          label={labels('bic')}
          hint={labels('bicHint')}
          error={errors.bic}
          optional
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={bic}
          onChange={(event) => setBic(event.target.value)}
          onBlur={() => setBic(bic.trim().toUpperCase())}
        />
      )}
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectField } from '#app/_components/select-field.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { makeOcr, type OcrChoice, ocrChoices, ocrModeOf } from '#lib/party/ocr.ts'

type OcrFieldsProps = {
  initial: { choice: string; length: string }
  lengthError: string | undefined
}

/** How the account's OCR references are made (BT-83), with what becomes of an invoice number. */
export function OcrFields({ initial, lengthError }: OcrFieldsProps) {
  const words = useTranslations('paymentSettings')
  const [choice, setChoice] = useState<OcrChoice>(known(initial.choice))
  const [length, setLength] = useState(initial.length)
  const mode = ocrModeOf(choice, length)
  const example = mode === null || mode === 'none' ? null : makeOcr('1042', mode)
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField
        id="ocr"
        name="ocr"
        label={words('ocr')}
        hint={words('ocrHint')}
        value={choice}
        onChange={(event) => setChoice(known(event.target.value))}
      >
        {ocrChoices.map((value) => (
          <option key={value} value={value}>
            {words(`ocrChoice.${value}`)}
          </option>
        ))}
      </SelectField>
      {choice.startsWith('fixed') && (
        <TextField
          id="ocrLength"
          name="ocrLength"
          label={words('ocrLength')}
          hint={words('ocrLengthHint')}
          error={lengthError}
          required
          inputMode="numeric"
          autoComplete="off"
          value={length}
          onChange={(event) => setLength(event.target.value)}
        />
      )}
      {example?.ok && (
        <p className="figures text-hint text-muted sm:col-span-2">
          {words('ocrExample', { ocr: example.value })}
        </p>
      )}
    </div>
  )
}

function known(text: string): OcrChoice {
  return ocrChoices.find((choice) => choice === text) ?? 'none'
}

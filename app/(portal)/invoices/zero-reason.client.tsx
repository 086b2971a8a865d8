'use client'

import { useTranslations } from 'next-intl'
import { Field, fieldWiring } from '#app/_components/field.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { isVatChoice, isZeroVatChoice, zeroWithoutReason } from '#lib/codelists/vat-choices.ts'
import type { DraftLine } from '#lib/invoice/draft.ts'
import { useFieldError, useTools } from './editor-context.client.tsx'
import { ZeroReasonSelect } from './line-cells.client.tsx'
import { useLineName } from './line-name.client.tsx'
import { fieldId } from './problems.ts'

/** Tells whether a line has 0 % VAT, with or without a reason yet. */
export function isZeroRated({ vatChoice }: DraftLine): boolean {
  return vatChoice === zeroWithoutReason || (isVatChoice(vatChoice) && isZeroVatChoice(vatChoice))
}

/** *Varför 0 %?*: the reason as a choice, and in words where the choice has none of its own. T-16, BR-E-10. */
export function ZeroReason({ line }: { line: DraftLine }) {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const nameOf = useLineName()
  const at = `lines.${line.key}`
  const reasonError = useFieldError(`${at}.vatChoice`)
  const textError = useFieldError(`${at}.exemptionReason`)
  const frame = {
    id: fieldId(`${at}.zeroReason`),
    label: words('whyZero'),
    error: reasonError,
    required: true,
  }
  return (
    <div className="grid gap-4 desk:grid-cols-2">
      <Field {...frame}>
        <ZeroReasonSelect
          {...fieldWiring(frame)}
          aria-label={nameOf(frame.label)}
          value={line.vatChoice}
          onChange={(event) => store.setCell(line.key, 'vatChoice', event.currentTarget.value)}
          onBlur={() => store.leave(`${at}.vatChoice`)}
        />
      </Field>
      {line.vatChoice === 'exempt-other' && (
        <TextField
          id={fieldId(`${at}.exemptionReason`)}
          label={words('exemptionReason')}
          aria-label={nameOf(words('exemptionReason'))}
          hint={words('exemptionHint')}
          error={textError}
          required
          maxLength={200}
          autoComplete="off"
          value={line.exemptionReason}
          onChange={(event) => store.setCell(line.key, 'exemptionReason', event.currentTarget.value)}
          onBlur={() => store.leave(`${at}.exemptionReason`)}
        />
      )}
    </div>
  )
}

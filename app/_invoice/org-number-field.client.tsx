'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { suggestVatNumber } from '#lib/party/vat-number.ts'
import { NumberField, type NumberFieldProps } from './number-field.client.tsx'

type OrgNumberFieldProps = NumberFieldProps & {
  defaultValue?: string
  /** Told what stands in the field, as it is typed. */
  onValue?: (text: string) => void
}

/** An organisationsnummer: judged when one leaves it, `5599990008` becomes `559999-0008`. */
export function OrgNumberField({ defaultValue = '', onValue, ...props }: OrgNumberFieldProps) {
  const [value, setValue] = useState(defaultValue)
  const change = (text: string) => {
    setValue(text)
    onValue?.(text)
  }
  return <NumberField {...props} kind="org-number" value={value} onValue={change} />
}

type VatNumberFieldProps = NumberFieldProps & {
  defaultValue?: string
  /** The organisation number as it stands in its own field: an empty VAT number is suggested from it. */
  orgNumber: string
}

/** A momsregistreringsnummer, suggested from the organisation number and never forced. Needs the `fields` words. */
export function VatNumberField({ defaultValue = '', orgNumber, ...props }: VatNumberFieldProps) {
  const words = useTranslations('fields')
  const [value, setValue] = useState(defaultValue)
  const parsed = parseOrganisationNumber(orgNumber)
  const suggestion = parsed.ok && value.trim() === '' ? suggestVatNumber(parsed.value) : null
  return (
    <div className="grid content-start gap-1">
      <NumberField {...props} kind="vat-number" value={value} onValue={setValue} />
      {suggestion !== null && (
        <p className="flex flex-wrap items-center gap-x-3 text-hint">
          <span>{words('vatNumberSuggestion', { number: suggestion })}</span>
          <Button look="quiet" className="px-0" onClick={() => take(props.id, suggestion, setValue)}>
            {words('useSuggestion', { number: suggestion })}
          </Button>
        </p>
      )}
    </div>
  )
}

/** The button goes away with the press: the focus moves to the field it filled. */
function take(fieldId: string, suggestion: string, setValue: (text: string) => void) {
  setValue(suggestion)
  document.getElementById(fieldId)?.focus()
}

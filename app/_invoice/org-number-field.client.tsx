'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { maskVatNumber, suggestVatNumber } from '#lib/party/vat-number.ts'
import { NumberField, type NumberFieldProps } from './number-field.client.tsx'

/** A sole trader's number and how it is shown until *Visa* is pressed; the mask may be sent back as it is. */
export type HiddenNumber = { number: string; mask: string }

type OrgNumberFieldProps = NumberFieldProps & {
  defaultValue?: string
  /** Told what stands in the field, as it is typed. */
  onValue?: (text: string) => void
  hidden?: HiddenNumber | null
}

/**
 * An organisationsnummer: judged when one leaves it, `5599990008` becomes `559999-0008`. With `hidden` a sole
 * trader's is masked until it is asked for. Needs the `fields` words.
 */
export function OrgNumberField({ defaultValue = '', onValue, hidden = null, ...props }: OrgNumberFieldProps) {
  const [value, setValue] = useState(defaultValue)
  const change = (text: string) => {
    setValue(text)
    onValue?.(text)
  }
  return (
    <div className="grid content-start gap-1">
      <NumberField {...props} kind="org-number" value={value} onValue={change} mask={hidden?.mask} />
      <ShowNumber hidden={hidden} value={value} onValue={change} />
    </div>
  )
}

type VatNumberFieldProps = NumberFieldProps & {
  defaultValue?: string
  /** The organisation number as it stands in its own field: an empty VAT number is suggested from it. */
  orgNumber: string
  hidden?: HiddenNumber | null
}

/** A momsregistreringsnummer, suggested from the organisation number and never forced. Needs the `fields` words. */
export function VatNumberField({
  defaultValue = '',
  orgNumber,
  hidden = null,
  ...props
}: VatNumberFieldProps) {
  const words = useTranslations('fields')
  const [value, setValue] = useState(defaultValue)
  const parsed = parseOrganisationNumber(orgNumber)
  const suggestion = parsed.ok && value.trim() === '' ? suggestVatNumber(parsed.value) : null
  const shown = suggestion === null ? '' : maskVatNumber(suggestion)
  return (
    <div className="grid content-start gap-1">
      <NumberField {...props} kind="vat-number" value={value} onValue={setValue} mask={hidden?.mask} />
      <ShowNumber hidden={hidden} value={value} onValue={setValue} />
      {suggestion !== null && (
        <p className="flex flex-wrap items-center gap-x-3 text-hint">
          <span>{words('vatNumberSuggestion', { number: shown })}</span>
          <Button look="quiet" className="px-0" onClick={() => take(props.id, suggestion, setValue)}>
            {words('useSuggestion', { number: shown })}
          </Button>
        </p>
      )}
    </div>
  )
}

type ShowNumberProps = { hidden: HiddenNumber | null; value: string; onValue: (text: string) => void }

/** *Visa*: only while the stored number stands in the field, masked or not. */
function ShowNumber({ hidden, value, onValue }: ShowNumberProps) {
  const words = useTranslations('fields')
  if (hidden === null || (value !== hidden.mask && value !== hidden.number)) return null
  const isMasked = value === hidden.mask
  return (
    <p>
      <Button look="quiet" className="px-0" onClick={() => onValue(isMasked ? hidden.number : hidden.mask)}>
        {words(isMasked ? 'showNumber' : 'hideNumber')}
      </Button>
    </p>
  )
}

/** The button goes away with the press: the focus moves to the field it filled. */
function take(fieldId: string, suggestion: string, setValue: (text: string) => void) {
  setValue(suggestion)
  document.getElementById(fieldId)?.focus()
}

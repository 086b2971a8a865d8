'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectField } from '#app/_components/select-field.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { fieldOf, type PartProps } from './company-fields.client.tsx'
import { formatPostalCode } from './company-values.ts'

/** A country by its code, with its name in the page's language. */
export type Country = { code: string; name: string }

/** The seller's address (BG-5). */
export function AddressFields({ countries, ...props }: PartProps & { countries: readonly Country[] }) {
  const words = useTranslations('settings')
  const labels = useTranslations('fields')
  const field = fieldOf(props)
  const { defaultValue: typedCountry, ...countryField } = field('country')
  const [country, setCountry] = useState(typedCountry)
  const isSwedish = country === 'SE'
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField {...field('street')} label={labels('address')} autoComplete="address-line1" required />
      <TextField {...field('street2')} label={labels('addressLine2')} autoComplete="address-line2" optional />
      <TextField
        {...field('postalCode')}
        label={labels('postalCode')}
        hint={isSwedish && words('postalCodeHint')}
        autoComplete="postal-code"
        inputMode={isSwedish ? 'numeric' : 'text'}
        required
        onBlur={({ currentTarget }) => {
          currentTarget.value = formatPostalCode(currentTarget.value, country)
        }}
      />
      <TextField {...field('city')} label={labels('city')} autoComplete="address-level2" required />
      <SelectField
        {...countryField}
        label={labels('country')}
        autoComplete="country"
        required
        value={country}
        onChange={(event) => setCountry(event.target.value)}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

/** Whom a recipient can ask (BG-6): phone or e-mail. */
export function ContactFields(props: PartProps) {
  const words = useTranslations('settings')
  const labels = useTranslations('fields')
  const field = fieldOf(props)
  return (
    <>
      <p className="mb-4 text-muted">{words('contactHint')}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...field('contactName')}
          label={labels('contactPerson')}
          autoComplete="name"
          optional
          className="sm:col-span-2"
        />
        <TextField
          {...field('phone')}
          label={labels('phone')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
        />
        <TextField
          {...field('email')}
          label={labels('email')}
          type="email"
          inputMode="email"
          autoComplete="email"
        />
      </div>
    </>
  )
}

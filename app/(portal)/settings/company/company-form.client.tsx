'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { Section } from '#app/_components/paper.tsx'
import { SelectField } from '#app/_components/select-field.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { SavedNote } from '#app/_form/saved-note.client.tsx'
import type { NumberWords } from '#app/_invoice/number-check.ts'
import { OrgNumberField, VatNumberField } from '#app/_invoice/org-number-field.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { formatTime } from '#lib/i18n/format.ts'
import { companyForms } from '#lib/invoice/parties.ts'
import { saveCompanyAction } from './actions.ts'
import type { CompanyValues } from './company-values.ts'

type CompanyFormProps = { initial: CompanyValues; numberWords: NumberWords }

/** What an invoice says of its seller, saved as a whole. */
export function CompanyForm({ initial, numberWords }: CompanyFormProps) {
  const words = useTranslations('settings')
  const common = useTranslations('common')
  const locale = useLocale()
  const [state, send] = useActionState(saveCompanyAction, idle)
  return (
    <ActionForm state={state} send={send} className="paper">
      <Section id="about-company" title={words('aboutCompany')}>
        <CompanyFields initial={initial} state={state} numberWords={numberWords} />
      </Section>
      <Section id="company-address" title={words('address')}>
        <AddressFields initial={initial} state={state} />
      </Section>
      <Section id="company-contact" title={words('contact')}>
        <ContactFields initial={initial} state={state} />
      </Section>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-5">
        <SubmitButton pendingText={common('saving')}>{common('save')}</SubmitButton>
        <SavedNote>
          {state.status === 'ok' && common('savedAt', { time: formatTime(state.value.savedAt, locale) })}
        </SavedNote>
      </div>
    </ActionForm>
  )
}

type State = Awaited<ReturnType<typeof saveCompanyAction>>
type PartProps = { initial: CompanyValues; state: State }

/** What each field is told: its id and name, what stands in it, and what is wrong. */
function useField({ initial, state }: PartProps) {
  return (name: Exclude<keyof CompanyValues, 'vatRegistered' | 'fTaxApproved'>) => ({
    id: name,
    name,
    error: faultAt(state, name),
    defaultValue: typedAt(state, name, initial[name]),
  })
}

/** A box left unticked sends nothing: what came back tells whether it was. */
function tickedAt(state: State, name: string, initial: boolean): boolean {
  return 'values' in state ? state.values[name] === 'on' : initial
}

function CompanyFields({ initial, state, numberWords }: PartProps & { numberWords: NumberWords }) {
  const words = useTranslations('settings')
  const labels = useTranslations('fields')
  const common = useTranslations('common')
  const field = useField({ initial, state })
  const [form, setForm] = useState(typedAt(state, 'companyForm', initial.companyForm))
  const [orgNumber, setOrgNumber] = useState(typedAt(state, 'orgNumber', initial.orgNumber))
  const [registered, setRegistered] = useState(tickedAt(state, 'vatRegistered', initial.vatRegistered))
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        {...field('name')}
        label={labels('legalName')}
        autoComplete="organization"
        required
        className="sm:col-span-2"
      />
      <SelectField
        {...field('companyForm')}
        label={labels('companyForm')}
        required
        onChange={(event) => setForm(event.target.value)}
      >
        <option value="">{common('choose')}</option>
        {companyForms.map((value) => (
          <option key={value} value={value}>
            {words(`forms.${value}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        {...field('seat')}
        label={labels('registeredOffice')}
        hint={words('seatHint')}
        required={form === 'limited'}
      />
      <OrgNumberField
        {...field('orgNumber')}
        label={labels('orgNumber')}
        hint={words('orgNumberHint')}
        words={numberWords}
        required
        onValue={setOrgNumber}
      />
      <TextField
        {...field('tradingName')}
        label={labels('tradingName')}
        hint={words('tradingNameHint')}
        optional
      />
      <Checkbox
        id="vatRegistered"
        name="vatRegistered"
        label={labels('vatRegistered')}
        defaultChecked={registered}
        onChange={(event) => setRegistered(event.target.checked)}
        className="sm:col-span-2"
      />
      <VatNumberField
        {...field('vatNumber')}
        label={labels('vatNumber')}
        hint={words('vatNumberHint')}
        words={numberWords}
        required={registered}
        orgNumber={registered ? orgNumber : ''}
      />
      <Checkbox
        id="fTaxApproved"
        name="fTaxApproved"
        label={labels('fTaxApproved')}
        defaultChecked={tickedAt(state, 'fTaxApproved', initial.fTaxApproved)}
        className="sm:col-span-2"
      />
    </div>
  )
}

function AddressFields(props: PartProps) {
  const words = useTranslations('settings')
  const labels = useTranslations('fields')
  const field = useField(props)
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField {...field('street')} label={labels('address')} autoComplete="address-line1" required />
      <TextField {...field('street2')} label={labels('addressLine2')} autoComplete="address-line2" optional />
      <TextField
        {...field('postalCode')}
        label={labels('postalCode')}
        hint={words('postalCodeHint')}
        autoComplete="postal-code"
        inputMode="numeric"
        required
      />
      <TextField {...field('city')} label={labels('city')} autoComplete="address-level2" required />
    </div>
  )
}

function ContactFields(props: PartProps) {
  const words = useTranslations('settings')
  const labels = useTranslations('fields')
  const field = useField(props)
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
        <TextField {...field('phone')} label={labels('phone')} type="tel" autoComplete="tel" />
        <TextField {...field('email')} label={labels('email')} type="email" autoComplete="email" />
      </div>
    </>
  )
}

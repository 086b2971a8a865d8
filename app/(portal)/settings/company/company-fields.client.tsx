'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { Button } from '#app/_components/button.tsx'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { RadioSegment } from '#app/_components/radio-segment.tsx'
import { SelectField } from '#app/_components/select-field.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { GlnField } from '#app/_invoice/gln-field.client.tsx'
import type { NumberWords } from '#app/_invoice/number-check.ts'
import { OrgNumberField, VatNumberField } from '#app/_invoice/org-number-field.client.tsx'
import { type ActionState, faultAt, typedAt } from '#app/_server/action-state.ts'
import { companyForms } from '#lib/invoice/parties.ts'
import { isPersonalNumber, parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { tickedAt } from '../form-values.ts'
import type { CompanyValues, HiddenNumbers } from './company-values.ts'

/** What each part of the form takes: what is stored, and what came back of the last try. */
export type PartProps = { initial: CompanyValues; state: ActionState }

/** What each field is told: its id and name, what stands in it, and what is wrong. */
export function fieldOf({ initial, state }: PartProps) {
  return (name: Exclude<keyof CompanyValues, 'vatRegistered' | 'fTaxApproved'>) => ({
    id: name,
    name,
    error: faultAt(state, name),
    defaultValue: typedAt(state, name, initial[name]),
  })
}

type CompanyFieldsProps = PartProps & { hidden: HiddenNumbers; numberWords: NumberWords }

/** Who the company is: name, form, number, VAT and F-tax. */
export function CompanyFields({ initial, hidden, state, numberWords }: CompanyFieldsProps) {
  const words = useTranslations('settings')
  const labels = useTranslations('fields')
  const common = useTranslations('common')
  const field = fieldOf({ initial, state })
  const { defaultValue: typedForm, ...formField } = field('companyForm')
  const [form, setForm] = useState(typedForm)
  const [typedNumber, setTypedNumber] = useState(typedAt(state, 'orgNumber', initial.orgNumber))
  const orgNumber = typedNumber === hidden.orgNumber?.mask ? hidden.orgNumber.number : typedNumber
  const parsed = parseOrganisationNumber(orgNumber)
  const isPersonal = parsed.ok && isPersonalNumber(parsed.value)
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
        {...formField}
        label={labels('companyForm')}
        required
        value={form}
        onChange={(event) => setForm(event.target.value)}
      >
        <option value="">{common('choose')}</option>
        {companyForms.map((value) => (
          <option key={value} value={value}>
            {words(`forms.${value}`)}
          </option>
        ))}
      </SelectField>
      {form !== 'sole-trader' && (
        <TextField
          {...field('seat')}
          label={labels('registeredOffice')}
          hint={words('seatHint')}
          required={form === 'limited'}
        />
      )}
      <OrgNumberField
        {...field('orgNumber')}
        label={labels('orgNumber')}
        hint={words(hidden.orgNumber ? 'maskedHint' : 'orgNumberHint')}
        words={numberWords}
        required
        onValue={setTypedNumber}
        hidden={hidden.orgNumber}
      />
      <TextField
        {...field('tradingName')}
        label={labels('tradingName')}
        hint={words('tradingNameHint')}
        optional
      />
      <div role="status" className="empty:hidden sm:col-span-2">
        {isPersonal && form !== 'sole-trader' && <SoleTraderQuestion onYes={() => setForm('sole-trader')} />}
      </div>
      <TaxFields
        initial={initial}
        hidden={hidden}
        state={state}
        numberWords={numberWords}
        orgNumber={orgNumber}
      />
      <GlnField
        {...field('gln')}
        label={labels('gln')}
        hint={words('glnHint')}
        words={numberWords}
        optional
      />
      {form === 'sole-trader' && (
        <div className="grid content-start gap-1 sm:col-span-2">
          <RadioSegment
            id="identifyBy"
            name="identifyBy"
            legend={labels('identifyBy')}
            defaultValue={field('identifyBy').defaultValue}
            choices={[
              { value: 'orgnumber', label: words('identifyByOrgNumber') },
              { value: 'gln', label: labels('gln') },
            ]}
            error={faultAt(state, 'identifyBy')}
          />
          <p className="text-hint text-muted">{words('identifyByHint')}</p>
        </div>
      )}
    </div>
  )
}

/** Asked, not assumed: a number with a month in it is a person's. The buttons go away with the press. */
function SoleTraderQuestion({ onYes }: { onYes: () => void }) {
  const words = useTranslations('settings')
  const focus = (id: string) => document.getElementById(id)?.focus()
  const confirm = () => {
    onYes()
    focus('companyForm')
  }
  return (
    <Banner
      tone="info"
      title={words('soleTraderTitle')}
      actions={
        <>
          <Button onClick={confirm}>{words('soleTraderYes')}</Button>
          <Button onClick={() => focus('orgNumber')}>{words('soleTraderNo')}</Button>
        </>
      }
    />
  )
}

function TaxFields({
  initial,
  hidden,
  state,
  numberWords,
  orgNumber,
}: CompanyFieldsProps & { orgNumber: string }) {
  const words = useTranslations('settings')
  const labels = useTranslations('fields')
  const [isRegistered, setRegistered] = useState(tickedAt(state, 'vatRegistered', initial.vatRegistered))
  return (
    <>
      <Checkbox
        id="vatRegistered"
        name="vatRegistered"
        label={labels('vatRegistered')}
        defaultChecked={isRegistered}
        onChange={(event) => setRegistered(event.target.checked)}
        className="sm:col-span-2"
      />
      {isRegistered && (
        <div className="sm:col-span-2">
          <VatNumberField
            {...fieldOf({ initial, state })('vatNumber')}
            label={labels('vatNumber')}
            hint={words('vatNumberHint')}
            words={numberWords}
            required
            orgNumber={orgNumber}
            hidden={hidden.vatNumber}
          />
        </div>
      )}
      <Checkbox
        id="fTaxApproved"
        name="fTaxApproved"
        label={labels('fTaxApproved')}
        defaultChecked={tickedAt(state, 'fTaxApproved', initial.fTaxApproved)}
        className="sm:col-span-2"
      />
    </>
  )
}

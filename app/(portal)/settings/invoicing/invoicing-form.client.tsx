'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { Section } from '#app/_components/paper.tsx'
import { SelectField } from '#app/_components/select-field.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { type ActionState, faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { accountingCurrencies, termsChoices, usualVatChoices } from '#lib/forms/invoicing-choices.ts'
import { formatPercent } from '#lib/i18n/format.ts'
import { tickedAt } from '../form-values.ts'
import { SaveBar } from '../save-bar.client.tsx'
import { saveInvoicingAction } from './actions.ts'
import type { InvoicingTicks, InvoicingValues } from './invoicing-values.ts'
import { SeriesFields } from './series-fields.client.tsx'

type InvoicingFormProps = { initial: InvoicingValues; ticks: InvoicingTicks; year: number }

/** The number series and what new invoices start with, saved as a whole. */
export function InvoicingForm(props: InvoicingFormProps) {
  const [round, setRound] = useState(0)
  // Undone, the form starts anew with what is stored.
  return <InvoicingFormRound key={round} {...props} onUndo={() => setRound(round + 1)} />
}

function InvoicingFormRound({ initial, ticks, year, onUndo }: InvoicingFormProps & { onUndo: () => void }) {
  const words = useTranslations('invoicingSettings')
  const [state, send] = useActionState(saveInvoicingAction, idle)
  return (
    <ActionForm state={state} send={send} className="paper">
      <Section id="invoice-series" title={words('invoiceSeries')}>
        <p className="mb-4 text-muted">{words('seriesHint')}</p>
        <SeriesFields of="invoice" initial={initial} state={state} year={year} />
      </Section>
      <Section id="credit-series" title={words('creditSeries')}>
        <SeriesFields of="credit" initial={initial} state={state} year={year} />
      </Section>
      <Section id="new-invoices" title={words('newInvoices')}>
        <p className="mb-4 text-muted">{words('newInvoicesHint')}</p>
        <DefaultsFields initial={initial} ticks={ticks} state={state} />
      </Section>
      <SaveBar state={state} onUndo={onUndo} />
    </ActionForm>
  )
}

type DefaultsProps = { initial: InvoicingValues; ticks: InvoicingTicks; state: ActionState }

function DefaultsFields({ initial, ticks, state }: DefaultsProps) {
  const words = useTranslations('invoicingSettings')
  const field = (name: 'interestText' | 'defaultVatChoice' | 'accountingCurrency' | 'footer') => ({
    id: name,
    name,
    error: faultAt(state, name),
    defaultValue: typedAt(state, name, initial[name]),
  })
  const box = (name: keyof InvoicingTicks) => ({
    id: name,
    name,
    defaultChecked: tickedAt(state, name, ticks[name]),
  })
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TermsFields initial={initial} state={state} />
      <TextField
        {...field('interestText')}
        label={words('interestText')}
        hint={words('interestTextHint')}
        optional
        autoComplete="off"
        className="sm:col-span-2"
      />
      <SelectField {...field('defaultVatChoice')} label={words('defaultVat')}>
        {usualVatChoices.map((choice) => (
          <option key={choice} value={choice}>
            {formatPercent(choice.replace('rate-', ''))}
          </option>
        ))}
      </SelectField>
      <SelectField
        {...field('accountingCurrency')}
        label={words('accountingCurrency')}
        hint={words('accountingCurrencyHint')}
      >
        {accountingCurrencies.map((currency) => (
          <option key={currency} value={currency}>
            {words(currency)}
          </option>
        ))}
      </SelectField>
      <Checkbox {...box('pricesIncludeVat')} label={words('pricesIncludeVat')} className="sm:col-span-2" />
      <Checkbox {...box('roundToKrona')} label={words('roundToKrona')} className="sm:col-span-2" />
      <TextField
        {...field('footer')}
        label={words('footer')}
        hint={words('footerHint')}
        optional
        autoComplete="off"
        className="sm:col-span-2"
      />
    </div>
  )
}

/** The usual days of payment, or a number of one's own. */
function TermsFields({ initial, state }: Pick<DefaultsProps, 'initial' | 'state'>) {
  const words = useTranslations('invoicingSettings')
  const labels = useTranslations('fields')
  const [terms, setTerms] = useState(typedAt(state, 'terms', initial.terms))
  return (
    <>
      <SelectField
        id="terms"
        name="terms"
        label={labels('paymentTerms')}
        error={faultAt(state, 'terms')}
        value={terms}
        onChange={(event) => setTerms(event.target.value)}
      >
        {termsChoices.map((choice) => (
          <option key={choice} value={choice}>
            {choice === 'other' ? words('otherDays') : words('days', { days: Number(choice) })}
          </option>
        ))}
      </SelectField>
      {terms === 'other' && (
        <TextField
          id="termsDays"
          name="termsDays"
          label={words('termsDays')}
          hint={words('termsDaysHint')}
          error={faultAt(state, 'termsDays')}
          required
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typedAt(state, 'termsDays', initial.termsDays)}
        />
      )}
    </>
  )
}

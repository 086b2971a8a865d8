'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Section } from '#app/_components/paper.tsx'
import { SelectField } from '#app/_components/select-field.tsx'
import { formatWeekday } from '#lib/i18n/format.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { draftDates, readTermsDays } from '#lib/invoice/terms.ts'
import { DateField, useDayEcho } from './date-field.client.tsx'
import { DraftField } from './draft-field.client.tsx'
import { useEditor, useTools } from './editor-context.client.tsx'

const usualDays = ['0', '10', '15', '20', '30', '45', '60'] as const
const columns = 'grid gap-4 grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))]'

/** *Uppgifter*: number, dates and references; the rare ones behind *Fler fält*. */
export function DetailsSection() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const isNumberEdited = useEditor((state) => state.draft.invoiceNumberEdited)
  const needsReference = useEditor((state) => state.draft.purchaseOrderReference.trim() === '')
  return (
    <Section
      id="section-details"
      title={words('details')}
      action={<span className="text-label font-semibold text-muted">{words('kind')}</span>}
    >
      <div className={columns}>
        <DraftField
          name="invoiceNumber"
          label={fields('invoiceNumber')}
          hint={isNumberEdited ? undefined : words('numberHint')}
          required
          maxLength={20}
        />
        <IssueDate />
        <Terms />
        <DueDate />
        <DraftField
          name="buyerReference"
          label={fields('buyerReference')}
          hint={words('referenceHint')}
          required={needsReference}
          maxLength={50}
        />
        <DraftField
          name="purchaseOrderReference"
          label={fields('orderNumber')}
          hint={words('orderHint')}
          maxLength={50}
        />
      </div>
      <MoreFields />
    </Section>
  )
}

function IssueDate() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { today } = useTools().surroundings
  const isToday = useEditor(({ draft }) => draftDates(draft, today).issueDate === today)
  const isFar = useEditor((state) => state.remarks.some((remark) => remark.code === 'issue-date-far'))
  const hint = isFar ? words('dateFar') : isToday ? words('todayHint') : undefined
  return <DateField name="issueDate" label={fields('issueDate')} computed={today} hint={hint} required />
}

function Terms() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { store } = useTools()
  const days = useEditor((state) => state.draft.paymentTermsDays)
  const isByHand = useEditor((state) => state.draft.dueDateEdited)
  const [wantsOther, setOther] = useState(false)
  const isUsual = usualDays.some((each) => each === days)
  const isOther = wantsOther || !isUsual
  const choose = (choice: string) => {
    setOther(choice === 'other')
    if (choice !== 'other') store.setTerms(choice)
  }
  return (
    <div className="grid content-start gap-3">
      <SelectField
        id="terms"
        label={fields('paymentTerms')}
        value={isByHand || isOther ? 'other' : days}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {usualDays.map((each) => (
          <option key={each} value={each}>
            {each === '0' ? words('termsNow') : words('daysOption', { days: each })}
          </option>
        ))}
        <option value="other">{words('termsOther')}</option>
      </SelectField>
      {isOther && !isByHand && (
        <DraftField
          name="paymentTermsDays"
          label={words('daysLabel')}
          required
          maxLength={10}
          inputMode="numeric"
        />
      )}
    </div>
  )
}

function DueDate() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const locale = useLocale()
  const echo = useDayEcho()
  const { store, surroundings } = useTools()
  const dueDate = useEditor(({ draft }) => draftDates(draft, surroundings.today).dueDate)
  const days = useEditor(({ draft }) => draft.paymentTermsDays)
  const isByHand = useEditor((state) => state.draft.dueDateEdited)
  const read = readTermsDays(days)
  const terms = read === 0 ? words('termsNow') : words('termsDays', { days: String(read ?? days) })
  const weekday = dueDate === null ? '' : formatWeekday(dueDate, locale)
  const byHand = (
    <>
      {dueDate !== null && <>{echo(dueDate)}. </>}
      {words('changedFrom', { terms })} ·{' '}
      <button type="button" className="text-link underline" onClick={() => store.setTerms(days)}>
        {words('reset')}
      </button>
    </>
  )
  const hint = isByHand ? byHand : dueDate === null ? undefined : words('termsHint', { terms, weekday })
  return <DateField name="dueDate" label={fields('dueDate')} computed={dueDate} hint={hint} required />
}

const moreNames = ['contractReference', 'deliveryDate', 'periodStart', 'periodEnd', 'note'] as const

function hasMore(draft: InvoiceDraft): boolean {
  return moreNames.some((name) => draft[name] !== '')
}

function MoreFields() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { store } = useTools()
  const [isOpen, setOpen] = useState(() => hasMore(store.getSnapshot().draft))
  const hasProblem = useEditor((state) => moreNames.some((name) => state.shown.has(name)))
  return (
    <details
      className="mt-3"
      open={isOpen || hasProblem}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="py-2.5 font-semibold text-link">{words('moreFields')}</summary>
      <div className={`${columns} pt-2`}>
        <DraftField
          name="sellerContactName"
          label={fields('sellerReference')}
          hint={words('sellerReferenceHint')}
          maxLength={100}
        />
        <DraftField name="contractReference" label={words('contract')} maxLength={50} />
        <DateField name="deliveryDate" label={words('deliveryDate')} />
        <DateField name="periodStart" label={words('periodStart')} />
        <DateField name="periodEnd" label={words('periodEnd')} />
      </div>
      <DraftField
        name="note"
        label={words('note')}
        hint={words('noteHint')}
        maxLength={1000}
        rows={3}
        className="mt-4 max-w-text"
      />
    </details>
  )
}

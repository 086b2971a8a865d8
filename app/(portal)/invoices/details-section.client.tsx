'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Section } from '#app/_components/paper.tsx'
import { SelectField } from '#app/_components/select-field.tsx'
import { formatWeekday } from '#lib/i18n/format.ts'
import { AskedDefault } from './asked-default.client.tsx'
import { DateField, useDayEcho } from './date-field.client.tsx'
import { DraftField } from './draft-field.client.tsx'
import { useEditor, useTools } from './editor-context.client.tsx'
import { KindChoice } from './kind-choice.client.tsx'
import { QuietParts, RareParts } from './later-parts.client.tsx'
import { lowerPart } from './lower.client.tsx'

const usualDays = ['0', '10', '15', '20', '30', '45', '60'] as const
const columns = 'grid gap-4 grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))]'

/** *Uppgifter*: kind, number, dates and references; the rare ones behind *Fler fält*. */
export function DetailsSection() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const isCredit = useEditor((state) => state.draft.kind === 'credit-note')
  const isNumberEdited = useEditor((state) => state.draft.invoiceNumberEdited)
  // A credit note has no due date unless one was typed, and then one sees it.
  const isDueByHand = useEditor((state) => state.draft.dueDateEdited)
  // One of the two: with the order number there, or demanded, the other may be empty.
  const needsReference = useEditor(
    ({ draft, demands }) =>
      draft.purchaseOrderReference.trim() === '' &&
      !demands.some(({ code, level }) => code === 'purchaseOrderReference' && level === 'required'),
  )
  return (
    <Section id="section-details" title={words('details')}>
      <KindChoice />
      {isCredit && <RareParts>{({ CreditedInvoice }) => <CreditedInvoice />}</RareParts>}
      <div className={columns}>
        <DraftField
          name="invoiceNumber"
          label={isCredit ? words('creditNoteNumber') : fields('invoiceNumber')}
          hint={isNumberEdited ? undefined : words('numberHint')}
          required
          maxLength={20}
        />
        <IssueDate />
        {!isCredit && <Terms />}
        {(!isCredit || isDueByHand) && <DueDate />}
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
        {lowerPart.demanded}
      </div>
      <QuietParts>{({ FixStrip }) => <FixStrip place="details" />}</QuietParts>
      <AskedDefault />
      {lowerPart.more}
    </Section>
  )
}

function IssueDate() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { today } = useTools().surroundings
  const isToday = useEditor(({ figures }) => figures.issueDate === today)
  const isFar = useEditor((state) => state.remarks.some((remark) => remark.code === 'issue-date-far'))
  const hint = isFar ? words('dateFar') : isToday ? words('todayHint') : undefined
  return <DateField name="issueDate" label={fields('issueDate')} computed={today} hint={hint} required />
}

function Terms() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { store } = useTools()
  const days = useEditor((state) => state.draft.paymentTermsDays)
  const mode = useEditor((state) => state.draft.paymentTermsMode)
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
        <SelectField
          id="terms-mode"
          label={words('termsFrom')}
          value={mode}
          onChange={(event) =>
            store.change(
              { paymentTermsMode: event.currentTarget.value === 'net' ? 'net' : 'end-of-month' },
              'dueDate',
            )
          }
        >
          <option value="net">{words('termsFromDate')}</option>
          <option value="end-of-month">{words('termsFromMonthEnd')}</option>
        </SelectField>
      )}
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
  const { store } = useTools()
  const dueDate = useEditor(({ figures }) => figures.dueDate)
  const days = useEditor(({ draft }) => draft.paymentTermsDays)
  const isByHand = useEditor((state) => state.draft.dueDateEdited)
  const read = useEditor(({ figures }) => figures.termsDays)
  const terms = read === 0 ? words('termsNow') : words('termsDays', { days: String(read ?? days) })
  const weekday = dueDate === null ? '' : formatWeekday(dueDate, locale)
  const byHand = (
    <>
      {dueDate !== null && <>{echo(dueDate)}. </>}
      {words('changedFrom', { terms })}&nbsp;·{' '}
      <button
        type="button"
        className="inline-flex min-h-6 items-center text-link underline"
        onClick={() => store.setTerms(days)}
      >
        {words('reset')}
      </button>
    </>
  )
  const hint = isByHand ? byHand : dueDate === null ? undefined : words('termsHint', { terms, weekday })
  return <DateField name="dueDate" label={fields('dueDate')} computed={dueDate} hint={hint} required />
}

'use client'

import { useTranslations } from 'next-intl'
import { Field, fieldWiring } from '#app/_components/field.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { readDateInput } from '#lib/core/dates.ts'
import { formatAmount } from '#lib/i18n/format.ts'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'
import type { CreditableInvoice } from './surroundings.ts'

const number = 'precedingInvoices.0.number'
const issueDate = 'precedingInvoices.0.issueDate'

/** The invoice that a credit note is about (BG-3): one of those sent from here, or number and date by hand. */
export function CreditedInvoice() {
  const words = useTranslations('invoice')
  const { store, surroundings } = useTools()
  const customerId = useEditor((state) => state.draft.customerId)
  const typed = useEditor((state) => state.draft.precedingInvoices[0])
  const numberError = useFieldError(number)
  const dateError = useFieldError(issueDate)
  const offered = surroundings.creditable.filter(
    (each) => customerId === '' || each.customerId === customerId || each.invoiceId === typed?.invoiceId,
  )
  const choose = (invoice: CreditableInvoice | undefined) =>
    store.setPreceding(0, {
      number: invoice?.number ?? '',
      issueDate: invoice?.issueDate ?? '',
      invoiceId: invoice?.invoiceId ?? '',
    })
  const leaveDate = () => {
    const read = readDateInput(typed?.issueDate ?? '', surroundings.today)
    if (read.kind === 'value' && read.value !== typed?.issueDate)
      store.setPreceding(0, { issueDate: read.value })
    store.leave(issueDate)
  }
  const isOurs = typed !== undefined && typed.invoiceId !== ''
  const pick = { id: 'credited-invoice', label: words('creditedInvoice'), hint: words('creditedHint') }
  return (
    <div className="mb-4 grid gap-4 rounded-button border border-line bg-sunken p-4">
      {offered.length > 0 && (
        <Field {...pick}>
          <select
            {...fieldWiring(pick)}
            className="control desk:max-w-text"
            value={typed?.invoiceId ?? ''}
            onChange={(event) => choose(offered.find((each) => each.invoiceId === event.currentTarget.value))}
          >
            <option value="">{words('creditedByHand')}</option>
            {offered.map((each) => (
              <option key={each.invoiceId} value={each.invoiceId}>
                {`${each.number} · ${each.buyerName} · ${each.issueDate} · ${formatAmount(each.amountDue, each.currency)}`}
              </option>
            ))}
          </select>
        </Field>
      )}
      {!isOurs && (
        <>
          <div className="grid gap-4 desk:grid-cols-[13rem_13rem]">
            <TextField
              id={fieldId(number)}
              label={words('creditedNumber')}
              error={numberError}
              required
              maxLength={50}
              autoComplete="off"
              value={typed?.number ?? ''}
              onChange={(event) => store.setPreceding(0, { number: event.currentTarget.value })}
              onBlur={() => store.leave(number)}
            />
            <TextField
              id={fieldId(issueDate)}
              label={words('creditedDate')}
              error={dateError}
              required
              maxLength={40}
              autoComplete="off"
              value={typed?.issueDate ?? ''}
              onChange={(event) => store.setPreceding(0, { issueDate: event.currentTarget.value })}
              onBlur={leaveDate}
            />
          </div>
          <p className="text-hint text-muted">{words('creditedUnknown')}</p>
        </>
      )}
    </div>
  )
}

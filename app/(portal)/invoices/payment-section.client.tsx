'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from '#app/_components/button.tsx'
import { FieldError } from '#app/_components/field.tsx'
import { Section } from '#app/_components/paper.tsx'
import { TextArea } from '#app/_components/text-field.tsx'
import type { IsoDate } from '#lib/core/dates.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { termsTextOf } from '#lib/invoice/terms.ts'
import { type TermsWords, useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'
import { shownAccount } from './shown-account.ts'

/** *Betalning*: the accounts to be paid to, and the sentence about payment. */
export function PaymentSection() {
  const words = useTranslations('invoice')
  const { accounts } = useTools().surroundings
  return (
    <Section id="section-payment" title={words('payment')}>
      <div className="grid gap-5 desk:grid-cols-2">
        {accounts.length === 0 ? <NoAccounts /> : <Accounts />}
        <TermsText />
      </div>
    </Section>
  )
}

function NoAccounts() {
  const words = useTranslations('invoice')
  const error = useFieldError('paymentAccountIds')
  return (
    <div className="grid content-start justify-items-start gap-3">
      <p>{words('noAccounts')}</p>
      <FieldError id={fieldId('paymentAccountIds')} error={error} />
      <LinkButton id={fieldId('paymentAccountIds')} href="/settings/payment">
        {words('addAccount')}
      </LinkButton>
    </div>
  )
}

function Accounts() {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { store, surroundings } = useTools()
  const chosen = useEditor((state) => state.draft.paymentAccountIds)
  const error = useFieldError('paymentAccountIds')
  const id = fieldId('paymentAccountIds')
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="text-label font-semibold">{words('payTo')}</legend>
      <FieldError id={id} error={error} />
      {surroundings.accounts.map((account, index) => (
        <label key={account.id} className="flex min-h-(--control-height) items-center gap-3">
          <input
            type="checkbox"
            id={index === 0 ? id : `${id}-${account.id}`}
            className="check"
            aria-invalid={error ? true : undefined}
            checked={chosen.includes(account.id)}
            onChange={(event) => store.setAccount(account.id, event.currentTarget.checked)}
          />
          <span className="min-w-0">
            {fields(account.kind)} <span className="figures">{shownAccount(account)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function TermsText() {
  const words = useTranslations('invoice')
  const { store, surroundings, termsWords } = useTools()
  const isEdited = useEditor((state) => state.draft.paymentTermsTextEdited)
  const text = useEditor(({ draft }) => {
    if (draft.paymentTermsTextEdited) return draft.paymentTermsText
    const buyer = surroundings.customers.find((each) => each.customerId === draft.customerId)
    const inSweden = (buyer?.address.country ?? 'SE') === 'SE'
    return computedText(draft, surroundings.today, termsWords[inSweden ? 'sv' : 'en'])
  })
  return (
    <div className="grid content-start gap-1">
      <TextArea
        id={fieldId('paymentTermsText')}
        label={words('paymentText')}
        hint={isEdited ? undefined : words('paymentTextHint')}
        value={text}
        rows={2}
        maxLength={300}
        onChange={(event) => store.setField('paymentTermsText', event.currentTarget.value)}
      />
      {isEdited && (
        <p>
          <button
            type="button"
            className="min-h-6 text-hint text-link underline"
            onClick={() => store.resetTermsText()}
          >
            {words('reset')}
          </button>
        </p>
      )}
    </div>
  )
}

/** The sentence as the server will write it. */
function computedText(draft: InvoiceDraft, today: IsoDate, words: TermsWords): string {
  const terms = termsTextOf(draft, today)
  if (terms === null) return ''
  const sentence = {
    'net-days': () =>
      words.netDays.replace('{days}', terms.code === 'net-days' ? String(terms.params.days) : ''),
    'on-receipt': () => words.onReceipt,
    'pay-by': () => words.payBy.replace('{date}', terms.code === 'pay-by' ? terms.params.date : ''),
  }[terms.code]()
  return `${sentence} ${words.lateInterest}`
}

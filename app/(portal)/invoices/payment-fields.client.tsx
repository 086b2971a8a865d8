'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from '#app/_components/button.tsx'
import { FieldError } from '#app/_components/field.tsx'
import { TextArea, TextField } from '#app/_components/text-field.tsx'
import type { IsoDate } from '#lib/core/dates.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { chosenAccounts, paymentReferenceOf, sharedOcrMode, termsTextOf } from '#lib/invoice/terms.ts'
import { type TermsWords, useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { QuietParts } from './later-parts.client.tsx'
import { fieldId } from './problems.ts'
import { shownAccount } from './shown-account.ts'

/** What stands under *Betalning*: the accounts to be paid to, and the sentence about payment. */
export function PaymentFields() {
  const { accounts } = useTools().surroundings
  return (
    <div className="grid gap-5 desk:grid-cols-2">
      <div className="grid content-start gap-4">
        {accounts.length === 0 ? <NoAccounts /> : <Accounts />}
        <div>
          <PaymentReference />
          <QuietParts>{({ FixStrip }) => <FixStrip place="payment" />}</QuietParts>
        </div>
      </div>
      <TermsText />
    </div>
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

/** BT-83: follows from the number and the account's OCR until somebody edits it. */
function PaymentReference() {
  const words = useTranslations('invoice')
  const { store, surroundings } = useTools()
  const ids = useEditor((state) => state.draft.paymentAccountIds)
  const isEdited = useEditor((state) => state.draft.paymentReferenceEdited)
  const typed = useEditor((state) => state.draft.paymentReference)
  const number = useEditor((state) => state.draft.invoiceNumber.trim())
  const isCredit = useEditor((state) => state.draft.kind === 'credit-note')
  const error = useFieldError('paymentReference')
  const mode = sharedOcrMode(chosenAccounts(ids, surroundings.accounts))
  const computed = isCredit ? number : paymentReferenceOf(number, mode)
  return (
    <div className="grid content-start gap-1">
      <TextField
        id={fieldId('paymentReference')}
        label={words(mode === 'none' || isCredit ? 'paymentReference' : 'ocr')}
        hint={isEdited ? undefined : words('paymentReferenceHint')}
        error={error}
        maxLength={35}
        autoComplete="off"
        inputMode={mode === 'none' ? 'text' : 'numeric'}
        value={isEdited ? typed : computed}
        onChange={(event) => store.setField('paymentReference', event.currentTarget.value)}
        onBlur={() => store.leave('paymentReference')}
      />
      {isEdited && (
        <p>
          <button
            type="button"
            className="min-h-6 text-hint text-link underline"
            onClick={() => store.resetPaymentReference()}
          >
            {words('reset')}
          </button>
        </p>
      )}
    </div>
  )
}

function TermsText() {
  const words = useTranslations('invoice')
  const { store, surroundings, termsWords } = useTools()
  const isEdited = useEditor((state) => state.draft.paymentTermsTextEdited)
  const text = useEditor(({ draft }) => {
    if (draft.paymentTermsTextEdited) return draft.paymentTermsText
    const buyer = surroundings.customers.find((each) => each.customerId === draft.customerId)
    const byBuyer = (buyer?.address.country ?? 'SE') === 'SE' ? 'sv' : 'en'
    const words = termsWords[draft.documentLanguage || byBuyer]
    return computedText(draft, surroundings.today, words, surroundings.company.interestText ?? '')
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
function computedText(draft: InvoiceDraft, today: IsoDate, words: TermsWords, interestText: string): string {
  if (draft.kind === 'credit-note') return words.settlement
  const terms = termsTextOf(draft, today)
  if (terms === null) return ''
  const days = 'days' in terms.params ? String(terms.params.days) : ''
  const date = 'date' in terms.params ? terms.params.date : ''
  const sentence = {
    'net-days': words.netDays.replace('{days}', days),
    'end-of-month': words.endOfMonth.replace('{days}', days),
    'on-receipt': words.onReceipt,
    'pay-by': words.payBy.replace('{date}', date),
  }[terms.code]
  return `${sentence} ${interestText || words.lateInterest}`
}

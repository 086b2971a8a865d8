'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { LinkButton } from '#app/_components/button.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { SavedNote } from '#app/_form/saved-note.client.tsx'
import { AccountField, type AccountKind } from '#app/_invoice/account-field.client.tsx'
import type { NumberWords } from '#app/_invoice/number-check.ts'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { formatTime } from '#lib/i18n/format.ts'
import { savePaymentAccountAction } from './actions.ts'

type PaymentFormProps = {
  initial: { kind: AccountKind; number: string; bic: string }
  numberWords: NumberWords
}

/** The one account; saved, it leads on to the customers. */
export function PaymentForm({ initial, numberWords }: PaymentFormProps) {
  const words = useTranslations('settings')
  const common = useTranslations('common')
  const locale = useLocale()
  const [state, send] = useActionState(savePaymentAccountAction, idle)
  const typedKind = typedAt(state, 'kind', initial.kind)
  return (
    <ActionForm state={state} send={send} className="paper grid gap-5">
      <AccountField
        words={numberWords}
        initial={{
          kind: typedKind === 'plusgiro' || typedKind === 'iban' ? typedKind : 'bankgiro',
          number: typedAt(state, 'number', initial.number),
          bic: typedAt(state, 'bic', initial.bic),
        }}
        errors={{
          kind: faultAt(state, 'kind'),
          number: faultAt(state, 'number'),
          bic: faultAt(state, 'bic'),
        }}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingText={common('saving')}>{common('save')}</SubmitButton>
        <SavedNote>
          {state.status === 'ok' && common('savedAt', { time: formatTime(state.value.savedAt, locale) })}
        </SavedNote>
      </div>
      {state.status === 'ok' && (
        <div>
          <LinkButton href="/customers">{words('toCustomers')}</LinkButton>
        </div>
      )}
    </ActionForm>
  )
}

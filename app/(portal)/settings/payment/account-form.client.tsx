'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Checkbox } from '#app/_components/checkbox.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { AccountField, type AccountKind } from '#app/_invoice/account-field.client.tsx'
import type { NumberWords } from '#app/_invoice/number-check.ts'
import { type ActionState, faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { tickedAt } from '../form-values.ts'
import { SaveBar } from '../save-bar.client.tsx'
import { addAccountAction, changeAccountAction } from './actions.ts'
import { ConfirmPassword } from './confirm-password.client.tsx'
import { OcrFields } from './ocr-fields.client.tsx'

/** What stands in the fields of an account. */
export type AccountValues = {
  kind: AccountKind
  number: string
  bic: string
  ocr: { choice: string; length: string }
  isDefault: boolean
}

type AccountFormProps = {
  initial: AccountValues
  numberWords: NumberWords
  /** Whose password is asked for. */
  email: string
  /** The way back, beside the button. */
  cancel?: ReactNode
}

/** An account to add; the first one becomes the default by itself. */
export function AddAccountForm({ isFirst, ...props }: AccountFormProps & { isFirst: boolean }) {
  const [state, send] = useActionState(addAccountAction, idle)
  return (
    <ActionForm state={state} send={send} className="paper grid gap-5">
      <AccountFields {...props} state={state} choosesDefault={!isFirst} />
    </ActionForm>
  )
}

/** An account to change; its kind stays. */
export function ChangeAccountForm({ accountId, ...props }: AccountFormProps & { accountId: string }) {
  const words = useTranslations('paymentSettings')
  const [state, send] = useActionState(changeAccountAction, idle)
  return (
    <ActionForm state={state} send={send} className="paper grid gap-5">
      <input type="hidden" name="accountId" value={accountId} />
      <AccountFields {...props} state={state} isKindFixed choosesDefault={!props.initial.isDefault}>
        {props.initial.isDefault && <p className="text-muted">{words('isDefaultAlready')}</p>}
      </AccountFields>
    </ActionForm>
  )
}

type AccountFieldsProps = AccountFormProps & {
  state: ActionState<{ savedAt: string }>
  isKindFixed?: boolean
  choosesDefault: boolean
  children?: ReactNode
}

function AccountFields(props: AccountFieldsProps) {
  const { initial, numberWords, email, cancel, state, isKindFixed = false, choosesDefault, children } = props
  const words = useTranslations('paymentSettings')
  const typedKind = typedAt(state, 'kind', initial.kind)
  return (
    <>
      <AccountField
        words={numberWords}
        isKindFixed={isKindFixed}
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
      <OcrFields
        initial={{
          choice: typedAt(state, 'ocr', initial.ocr.choice),
          length: typedAt(state, 'ocrLength', initial.ocr.length),
        }}
        lengthError={faultAt(state, 'ocrLength')}
      />
      {choosesDefault && (
        <Checkbox
          id="isDefault"
          name="isDefault"
          label={words('isDefault')}
          defaultChecked={tickedAt(state, 'isDefault', initial.isDefault)}
        />
      )}
      {children}
      <ConfirmPassword id="currentPassword" email={email} error={faultAt(state, 'currentPassword')} />
      <SaveBar state={state}>{cancel}</SaveBar>
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { faultAt, idle } from '#app/_server/action-state.ts'
import { removeAccountAction } from './actions.ts'
import { ConfirmPassword } from './confirm-password.client.tsx'

type RemoveAccountFormProps = { accountId: string; email: string; isLast: boolean }

/** Takes an account away. The password is the question whether one is sure. */
export function RemoveAccountForm({ accountId, email, isLast }: RemoveAccountFormProps) {
  const words = useTranslations('paymentSettings')
  const [state, send] = useActionState(removeAccountAction, idle)
  return (
    <ActionForm state={state} send={send} fieldIds={{ currentPassword: 'removePassword' }}>
      <input type="hidden" name="accountId" value={accountId} />
      <div className="grid gap-1">
        <p>{words('removeText')}</p>
        {isLast && <p className="font-semibold">{words('removeLast')}</p>}
      </div>
      <ConfirmPassword id="removePassword" email={email} error={faultAt(state, 'currentPassword')} />
      <div>
        <SubmitButton look="danger" pendingText={words('removing')}>
          {words('remove')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

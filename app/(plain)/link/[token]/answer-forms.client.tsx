'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { ReasonField } from '#app/_form/reason-field.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { approveLinkAction, refuseLinkAction } from './actions.ts'

/** *Godkänn*, and *Neka…* that opens to a reason. */
export function AnswerForms({ token }: { token: string }) {
  const words = useTranslations('linkAnswer')
  const reasons = useTranslations('requests')
  const [approved, approve] = useActionState(approveLinkAction, idle)
  const [refused, refuse] = useActionState(refuseLinkAction, idle)
  return (
    <div className="grid gap-2">
      <ActionForm state={approved} send={approve}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton pendingText={words('approving')} className="w-full">
          {words('approve')}
        </SubmitButton>
      </ActionForm>
      <Disclosure summary={words('refuse')} open={refused.status !== 'idle'}>
        <ActionForm state={refused} send={refuse} className="grid gap-3">
          <input type="hidden" name="token" value={token} />
          <ReasonField
            id="reason"
            words={{
              label: reasons('reason'),
              hint: reasons('reasonHint'),
              suggestions: reasons('suggestions'),
            }}
            suggestions={[reasons('refuseReason1'), reasons('refuseReason2'), reasons('refuseReason3')]}
            error={faultAt(refused, 'reason')}
            defaultValue={typedAt(refused, 'reason')}
          />
          <SubmitButton look="danger" pendingText={words('refusing')}>
            {words('refuseButton')}
          </SubmitButton>
        </ActionForm>
      </Disclosure>
    </div>
  )
}

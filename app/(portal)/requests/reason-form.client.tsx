'use client'

import { useTranslations } from 'next-intl'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { ReasonField } from '#app/_form/reason-field.client.tsx'
import { type ActionState, faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import type { RequestRow } from './request-row.ts'

type ReasonFormProps = {
  row: RequestRow
  kind: 'refuse' | 'withdraw'
  /** The list's answer; only that of this row is shown here. */
  state: ActionState
  send: (form: FormData) => void
}

/** *Neka…* and *Återkalla…*: opens to a reason, which the supplier gets to read. */
export function ReasonForm({ row, kind, state, send }: ReasonFormProps) {
  const words = useTranslations('requests')
  const own = 'values' in state && state.values.requestId === row.id ? state : idle
  const fieldId = `reason-${row.id}`
  const title = words(kind === 'refuse' ? 'refuseOf' : 'withdrawOf', { name: row.supplierName })
  return (
    <Disclosure
      open={own.status !== 'idle'}
      summary={
        <>
          <span aria-hidden="true">{words(kind)}</span>
          <span className="sr-only">{title}</span>
        </>
      }
    >
      <ActionForm state={own} send={send} fieldIds={{ reason: fieldId }} className="grid max-w-column gap-3">
        <input type="hidden" name="requestId" value={row.id} />
        {kind === 'withdraw' && <p className="text-muted">{words('withdrawText')}</p>}
        <ReasonField
          id={fieldId}
          words={{ label: words('reason'), hint: words('reasonHint'), suggestions: words('suggestions') }}
          suggestions={[words(`${kind}Reason1`), words(`${kind}Reason2`), words(`${kind}Reason3`)]}
          error={faultAt(own, 'reason')}
          defaultValue={typedAt(own, 'reason')}
        />
        <SubmitButton
          look="danger"
          pendingText={words(kind === 'refuse' ? 'refusing' : 'withdrawing')}
          className="justify-self-start"
        >
          {words(kind === 'refuse' ? 'refuseButton' : 'withdrawButton')}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}

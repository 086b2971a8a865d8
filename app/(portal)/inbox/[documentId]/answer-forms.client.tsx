'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Disclosure } from '#app/_components/disclosure.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextArea } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { ReasonField } from '#app/_form/reason-field.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import type { Answer } from '#lib/invoice/answers.ts'
import { answerPlainlyAction, queryDocumentAction, rejectDocumentAction } from './actions.ts'

type AnswerFormsProps = {
  documentId: string
  /** What may be answered now. */
  choices: readonly Answer[]
}

/** The answers that can be given now (K32): a press, or words first where the supplier must know why. */
export function AnswerForms({ documentId, choices }: AnswerFormsProps) {
  return (
    <>
      {choices.includes('accepted') && <PlainForm documentId={documentId} answer="accepted" />}
      {choices.includes('paid') && <PlainForm documentId={documentId} answer="paid" />}
      {choices.includes('under-query') && <QueryForm documentId={documentId} />}
      {choices.includes('rejected') && <RejectForm documentId={documentId} />}
    </>
  )
}

function PlainForm({ documentId, answer }: { documentId: string; answer: 'accepted' | 'paid' }) {
  const words = useTranslations('inbox')
  const [state, send] = useActionState(answerPlainlyAction, idle)
  const isPaid = answer === 'paid'
  return (
    <div>
      <ActionForm state={state} send={send} className="grid gap-1">
        <input type="hidden" name="documentId" value={documentId} />
        <input type="hidden" name="answer" value={answer} />
        <SubmitButton
          pendingText={words(isPaid ? 'paying' : 'accepting')}
          className="justify-self-start"
          aria-describedby={isPaid ? 'paid-hint' : undefined}
        >
          <Icon of={Check} />
          {words(isPaid ? 'paid' : 'accept')}
        </SubmitButton>
        {isPaid && (
          <p id="paid-hint" className="text-hint text-muted">
            {words('paidHint')}
          </p>
        )}
      </ActionForm>
    </div>
  )
}

function QueryForm({ documentId }: { documentId: string }) {
  const words = useTranslations('inbox')
  const [state, send] = useActionState(queryDocumentAction, idle)
  return (
    <Disclosure open={state.status !== 'idle' && state.status !== 'ok'} summary={words('query')}>
      <ActionForm state={state} send={send} className="grid max-w-column gap-3">
        <input type="hidden" name="documentId" value={documentId} />
        <TextArea
          id="question"
          name="question"
          label={words('queryLabel')}
          hint={words('queryHint')}
          error={faultAt(state, 'question')}
          defaultValue={typedAt(state, 'question')}
          required
          rows={3}
          maxLength={300}
        />
        <SubmitButton look="secondary" pendingText={words('querying')} className="justify-self-start">
          {words('queryButton')}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}

function RejectForm({ documentId }: { documentId: string }) {
  const words = useTranslations('inbox')
  const [state, send] = useActionState(rejectDocumentAction, idle)
  return (
    <Disclosure open={state.status !== 'idle' && state.status !== 'ok'} summary={words('reject')}>
      <ActionForm state={state} send={send} className="grid max-w-column gap-3">
        <input type="hidden" name="documentId" value={documentId} />
        <p className="text-muted">{words('rejectText')}</p>
        <ReasonField
          id="reason"
          words={{
            label: words('rejectLabel'),
            hint: words('rejectHint'),
            suggestions: words('rejectSuggestions'),
          }}
          suggestions={[words('rejectReason1'), words('rejectReason2'), words('rejectReason3')]}
          error={faultAt(state, 'reason')}
          defaultValue={typedAt(state, 'reason')}
        />
        <SubmitButton look="danger" pendingText={words('rejecting')} className="justify-self-start">
          {words('rejectButton')}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}

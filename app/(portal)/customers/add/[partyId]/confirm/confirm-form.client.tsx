'use client'

import { useActionState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { ErrorSummary } from '#app/_components/error-summary.client.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { addCustomerAction } from '../../../actions.ts'

type ConfirmFormProps = {
  input: { partyId: string; customerNumber: string; message: string }
  back: string
  words: { previous: string; finish: string; finishing: string }
}

/** *Slutför* and *Föregående*. What was said in step 1 goes along unseen. */
export function ConfirmForm({ input, back, words }: ConfirmFormProps) {
  const [state, action] = useActionState(addCustomerAction, idle)
  return (
    <form action={action} className="mt-5 grid gap-4">
      {state.status === 'invalid' && (
        <ErrorSummary items={state.faults.map((fault) => ({ message: fault.message }))} attempt={state} />
      )}
      {(state.status === 'refused' || state.status === 'broken') && (
        <Banner tone="bad" role="alert">
          {state.message}
          {state.status === 'broken' && <p className="figures text-hint">{state.reference}</p>}
        </Banner>
      )}
      <input type="hidden" name="partyId" value={input.partyId} />
      <input type="hidden" name="customerNumber" value={input.customerNumber} />
      <input type="hidden" name="message" value={input.message} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href={back}>{words.previous}</LinkButton>
        <SubmitButton pendingText={words.finishing}>{words.finish}</SubmitButton>
      </div>
    </form>
  )
}

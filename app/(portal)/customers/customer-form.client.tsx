'use client'

import { useActionState } from 'react'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { remindAction, removeCustomerAction, restoreCustomerAction } from './actions.ts'
import { FormProblem } from './form-problem.tsx'

type ButtonWords = { button: string; name?: string; pending: string }
type View = { q: string; show: string }

/** *Påminn*, and that the letter is on its way. */
export function RemindButton({
  customerId,
  words,
}: {
  customerId: string
  words: ButtonWords & { done: string }
}) {
  const [state, action] = useActionState(remindAction, idle)
  return (
    <form action={action} className="inline-grid">
      <input type="hidden" name="customerId" value={customerId} />
      {state.status === 'ok' ? (
        <span role="status">{words.done}</span>
      ) : (
        <SubmitButton
          look="quiet"
          className="px-1"
          pendingText={words.pending}
          {...(words.name === undefined ? {} : { 'aria-label': words.name })}
        >
          {words.button}
        </SubmitButton>
      )}
      <FormProblem state={state} />
    </form>
  )
}

/** *Ångra* or *Lägg tillbaka*: the customer is in the register again. */
export function RestoreButton({
  customerId,
  view,
  words,
}: {
  customerId: string
  view: View
  words: ButtonWords
}) {
  const [state, action] = useActionState(restoreCustomerAction, idle)
  return (
    <form action={action}>
      <CustomerInView customerId={customerId} view={view} />
      <SubmitButton look="secondary" pendingText={words.pending}>
        {words.button}
      </SubmitButton>
      <FormProblem state={state} />
    </form>
  )
}

/** *Ta bort*, on the customer's own page. */
export function RemoveButton({
  customerId,
  view,
  words,
}: {
  customerId: string
  view: View
  words: ButtonWords
}) {
  const [state, action] = useActionState(removeCustomerAction, idle)
  return (
    <form action={action}>
      <CustomerInView customerId={customerId} view={view} />
      <SubmitButton look="quiet" className="px-0 text-bad" pendingText={words.pending}>
        {words.button}
      </SubmitButton>
      <FormProblem state={state} />
    </form>
  )
}

function CustomerInView({ customerId, view }: { customerId: string; view: View }) {
  return (
    <>
      <input type="hidden" name="customerId" value={customerId} />
      <input type="hidden" name="q" value={view.q} />
      <input type="hidden" name="show" value={view.show} />
    </>
  )
}

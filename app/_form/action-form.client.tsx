'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, startTransition, useEffect } from 'react'
import { ErrorSummary } from '#app/_components/error-summary.client.tsx'
import { Refusal } from '#app/_components/refusal.tsx'
import type { ActionState } from '#app/_server/action-state.ts'

type ActionFormProps = {
  state: ActionState
  /** The second value of `useActionState`. */
  send: (form: FormData) => void
  children: ReactNode
  className?: string
  /** The id of a field where it is not the field's name. */
  fieldIds?: Readonly<Record<string, string>>
}

/**
 * A form posted to an action, with the action's answer first: what to fix, why it was refused, or the reference of
 * what broke. Nothing typed is lost: React empties a form after its action, and here it does not. Before JavaScript
 * has loaded it is an ordinary form post.
 */
export function ActionForm({ state, send, children, className, fieldIds = {} }: ActionFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    // An action started in a prevented submit shows as pending all the same, but leaves the fields alone.
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => send(form))
  }
  return (
    <>
      <FormAnswer state={state} fieldIds={fieldIds} />
      <form action={send} onSubmit={submit} noValidate className={className ?? 'grid gap-5'}>
        {children}
      </form>
    </>
  )
}

function FormAnswer({ state, fieldIds }: Required<Pick<ActionFormProps, 'state' | 'fieldIds'>>) {
  const words = useTranslations('errors')
  useErrorTitle(state)
  if (state.status === 'invalid') {
    const items = state.faults.map(({ field, message }) => ({ fieldId: fieldIds[field] ?? field, message }))
    return <ErrorSummary items={items} attempt={state} />
  }
  if (state.status !== 'refused' && state.status !== 'broken') return null
  return (
    <div className="mb-4">
      <Refusal>
        {state.message}
        {state.status === 'broken' && <p>{words('reference', { reference: state.reference })}</p>}
      </Refusal>
    </div>
  )
}

/** Says in the window's title, which is read first, that something is to be fixed. */
function useErrorTitle(state: ActionState) {
  const words = useTranslations('common')
  const isInvalid = state.status === 'invalid'
  useEffect(() => {
    if (!isInvalid) return
    const title = document.title
    document.title = words('errorTitle', { title })
    return () => {
      document.title = title
    }
  }, [isInvalid, words])
}

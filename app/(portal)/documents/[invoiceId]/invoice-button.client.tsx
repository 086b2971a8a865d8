'use client'

import { FilePlus, PencilLine, RotateCw, Undo2 } from 'lucide-react'
import { useActionState, useId } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { creditInvoiceAction, reopenInvoiceAction, replaceInvoiceAction, tryAgainAction } from './actions.ts'

const acts = {
  credit: { run: creditInvoiceAction, icon: Undo2, look: 'secondary' },
  replace: { run: replaceInvoiceAction, icon: FilePlus, look: 'primary' },
  reopen: { run: reopenInvoiceAction, icon: PencilLine, look: 'primary' },
  tryAgain: { run: tryAgainAction, icon: RotateCw, look: 'primary' },
} as const

type InvoiceButtonProps = {
  act: keyof typeof acts
  invoiceId: string
  words: { button: string; pending: string; hint: string }
}

/** One thing to do with a sent invoice, which can be regretted, and what it does. */
export function InvoiceButton({ act, invoiceId, words }: InvoiceButtonProps) {
  const { run, icon, look } = acts[act]
  const [state, action] = useActionState(run, idle)
  const hintId = useId()
  return (
    <form action={action} className="grid w-full gap-2">
      {(state.status === 'refused' || state.status === 'broken') && (
        <Banner tone="bad" role="alert">
          {state.message}
        </Banner>
      )}
      <input type="hidden" name="invoiceId" value={invoiceId} />
      <div>
        <SubmitButton look={look} pendingText={words.pending} aria-describedby={hintId}>
          <Icon of={icon} />
          {words.button}
        </SubmitButton>
      </div>
      <p id={hintId} className="text-hint text-muted">
        {words.hint}
      </p>
    </form>
  )
}

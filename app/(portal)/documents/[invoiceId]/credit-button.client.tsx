'use client'

import { Undo2 } from 'lucide-react'
import { useActionState, useId } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { creditInvoiceAction } from './actions.ts'

type CreditButtonProps = { invoiceId: string; words: { credit: string; crediting: string; hint: string } }

/** *Kreditera*: makes a draft, which is nothing yet to regret. */
export function CreditButton({ invoiceId, words }: CreditButtonProps) {
  const [state, action] = useActionState(creditInvoiceAction, idle)
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
        <SubmitButton look="secondary" pendingText={words.crediting} aria-describedby={hintId}>
          <Icon of={Undo2} />
          {words.credit}
        </SubmitButton>
      </div>
      <p id={hintId} className="text-hint text-muted">
        {words.hint}
      </p>
    </form>
  )
}

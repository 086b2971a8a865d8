'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActionState, useId, useState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import type { ButtonLook } from '#app/_components/button-class.ts'
import { Dialog } from '#app/_components/dialog.client.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { type ActionState, idle } from '#app/_server/action-state.ts'
import type { InvoiceCopy } from '#lib/services/invoices/copy-invoice.ts'
import { copyInvoiceAction } from './actions.ts'

type CopyButtonProps = {
  invoiceId: string
  /** `button` is what it says, `name` what it is called where there are many, `hint` what stands below it. */
  words: { button: string; name?: string; hint?: string }
  look?: ButtonLook
  /** Shows the picture alone at the desk, where a row is narrow; the name tells the rest. */
  isCompact?: boolean
}

/**
 * Starts a new draft of an invoice and opens it in the form. What is gone since then is named first, with the way on.
 * Needs the words of `documents`.
 */
export function CopyButton({
  invoiceId,
  words: own,
  look = 'secondary',
  isCompact = false,
}: CopyButtonProps) {
  const words = useTranslations('documents')
  const [state, action] = useActionState(copyInvoiceAction, idle)
  const [closed, setClosed] = useState<ActionState<InvoiceCopy> | null>(null)
  const hintId = useId()
  return (
    // A cell of a table keeps its text on one line and at its end, and what stands in it would too.
    <div className="whitespace-normal text-start">
      <form action={action} className="grid gap-2">
        {(state.status === 'refused' || state.status === 'broken') && (
          <Banner tone="bad" role="alert">
            {state.message}
          </Banner>
        )}
        <input type="hidden" name="invoiceId" value={invoiceId} />
        <div>
          <SubmitButton
            look={look}
            pendingText={words('copying')}
            className={isCompact ? 'px-2 desk:text-muted' : ''}
            {...(own.name === undefined ? {} : { 'aria-label': own.name })}
            {...(own.hint === undefined ? {} : { 'aria-describedby': hintId })}
          >
            <Icon of={Copy} />
            <span className={isCompact ? 'desk:sr-only' : ''}>{own.button}</span>
          </SubmitButton>
        </div>
        {own.hint !== undefined && (
          <p id={hintId} className="text-hint text-muted">
            {own.hint}
          </p>
        )}
      </form>
      {state.status === 'ok' && closed !== state && (
        <Gone copy={state.value} onClose={() => setClosed(state)} />
      )}
    </div>
  )
}

/** Names what the earlier invoice had and that is no longer there; the copy is a draft already. */
function Gone({ copy: { draftId, gone }, onClose }: { copy: InvoiceCopy; onClose: () => void }) {
  const words = useTranslations('documents')
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('copyGoneTitle')}
      actions={
        <LinkButton href={`/invoices/${draftId}`} look="primary">
          {words('copyOpen')}
        </LinkButton>
      }
    >
      {gone.customerName !== null && <p>{words('copyGoneCustomer', { name: gone.customerName })}</p>}
      {gone.accounts > 0 && <p>{words('copyGoneAccounts', { count: gone.accounts })}</p>}
    </Dialog>
  )
}

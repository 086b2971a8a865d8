'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Icon } from '#app/_components/icon.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { ActionAnswer } from './action-answer.client.tsx'
import { takeBackAction, voidReadyAction } from './actions.ts'

type InvoiceActionsProps = { invoiceId: string; number: string; children?: ReactNode }

/** *Ändra* and *Ta bort*, which asks first: a voided invoice never comes back. Works without script. */
export function InvoiceActions({ invoiceId, number, children }: InvoiceActionsProps) {
  const words = useTranslations('send')
  const [change, changeAction] = useActionState(takeBackAction, idle)
  const [removal, removeAction] = useActionState(voidReadyAction, idle)
  return (
    <div className="grid gap-3">
      <ActionAnswer state={change} />
      <ActionAnswer state={removal} />
      <div className="flex flex-wrap items-start gap-3">
        <form action={changeAction}>
          <input type="hidden" name="invoiceId" value={invoiceId} />
          <SubmitButton look="secondary" pendingText={words('change')}>
            <Icon of={Pencil} />
            {words('change')}
          </SubmitButton>
        </form>
        <details className="min-w-0 open:basis-full">
          <summary className="button button-quiet list-none text-bad">{words('remove')}</summary>
          <form action={removeAction} className="card mt-2 grid gap-3">
            <input type="hidden" name="invoiceId" value={invoiceId} />
            <p className="font-semibold">{words('removeAsk', { number })}</p>
            <p>{words('removeText', { number })}</p>
            <div>
              <SubmitButton look="danger" pendingText={words('removing')}>
                {words('removeNow')}
              </SubmitButton>
            </div>
          </form>
        </details>
        {children}
      </div>
    </div>
  )
}

'use client'

import { Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, startTransition, useActionState, useState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { UndoNote } from '#app/_invoice/undo-note.client.tsx'
import { type ActionState, idle } from '#app/_server/action-state.ts'
import { removeDraftAction, restoreDraftAction, voidDraftAction } from './actions.ts'

/** A draft as the list shows it. */
export type DraftRow = {
  id: string
  buyerName: string
  /** Null: it has none yet, and can be taken away with a way back. */
  number: string | null
  isCreditNote: boolean
  /** As it is read: formatted by the server, so that no exact decimals come to the browser. */
  amountDue: string
  savedAt: string
}

type DraftListProps = {
  rows: readonly DraftRow[]
  /** What is shown when there are none. */
  children: ReactNode
}

/** The drafts, each with *Ta bort*: with undo, or with a question where the number would stay voided. */
export function DraftList({ rows, children }: DraftListProps) {
  const words = useTranslations('documents')
  const [removal, remove] = useActionState(removeDraftAction, idle)
  const [, restore] = useActionState(restoreDraftAction, idle)
  const [voiding, voidIt] = useActionState(voidDraftAction, idle)
  const removedId = removal.status === 'ok' ? removal.value.invoiceId : null
  const [gone, setGone] = useState<ActionState | null>(null)
  const isOffered = removedId !== null && gone !== removal && !rows.some((row) => row.id === removedId)
  const undo = () => {
    if (removedId === null) return
    const form = new FormData()
    form.set('invoiceId', removedId)
    startTransition(() => restore(form))
  }
  return (
    <div className="grid gap-3">
      {isOffered && (
        <div className="card py-2">
          <UndoNote key={removedId} undo={words('undo')} onUndo={undo} onGone={() => setGone(removal)}>
            {words('draftRemoved')}
          </UndoNote>
        </div>
      )}
      {[removal, voiding].map((state) =>
        state.status === 'refused' || state.status === 'broken' ? (
          <Banner key={state.message} tone="bad" role="alert">
            {state.message}
          </Banner>
        ) : null,
      )}
      {rows.length === 0 ? (
        children
      ) : (
        <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
          <DataTable
            caption={words('drafts')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'buyer',
                header: words('recipient'),
                card: 'title',
                cell: (row) => (
                  <>
                    <Link href={`/invoices/${row.id}`}>{row.buyerName || words('noRecipient')}</Link>
                    {row.isCreditNote && (
                      <span className="block text-hint font-normal text-muted">{words('creditDraft')}</span>
                    )}
                  </>
                ),
              },
              {
                key: 'number',
                header: words('number'),
                cell: (row) => <span className="figures">{row.number ?? words('noNumber')}</span>,
              },
              {
                key: 'amount',
                header: words('amount'),
                align: 'end',
                card: 'corner',
                cell: (row) => <span className="amount">{row.amountDue}</span>,
              },
              {
                key: 'saved',
                header: words('savedAt'),
                cell: (row) => <span className="figures whitespace-nowrap">{row.savedAt}</span>,
              },
              {
                key: 'remove',
                header: words('actions'),
                quietHeader: true,
                align: 'end',
                card: 'block',
                cell: (row) =>
                  row.number === null ? (
                    <RemoveForm row={row} action={remove} />
                  ) : (
                    <VoidForm row={row} number={row.number} action={voidIt} />
                  ),
              },
            ]}
          />
        </div>
      )}
    </div>
  )
}

type RowFormProps = { row: DraftRow; action: (form: FormData) => void }

function RemoveForm({ row, action }: RowFormProps) {
  const words = useTranslations('documents')
  return (
    <form action={action}>
      <input type="hidden" name="invoiceId" value={row.id} />
      <SubmitButton
        look="quiet"
        pendingText={words('removing')}
        className="px-2"
        aria-label={words('removeOf', { name: row.buyerName || words('noRecipient') })}
      >
        <Icon of={Trash2} />
        {words('remove')}
      </SubmitButton>
    </form>
  )
}

/** Asks first: the number is never used again. */
function VoidForm({ row, number, action }: RowFormProps & { number: string }) {
  const words = useTranslations('documents')
  return (
    <details>
      <summary className="button button-quiet list-none px-2">
        <Icon of={Trash2} />
        {words('remove')}
      </summary>
      <form action={action} className="grid justify-items-start gap-2 whitespace-normal py-2 text-start">
        <input type="hidden" name="invoiceId" value={row.id} />
        <p>{words('keepNumber', { number })}</p>
        <SubmitButton look="danger" pendingText={words('removing')}>
          {words('voidNow', { number })}
        </SubmitButton>
      </form>
    </details>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { StatusTag, type Tone } from '#app/_components/status-tag.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { type ActionState, idle } from '#app/_server/action-state.ts'
import { retryDeliveryAction, stopDeliveryAction } from './actions.ts'

/** A delivery as the operator sees it, in words. `name`: the beginning of its message id. */
export type DeliveryRow = {
  id: string
  name: string
  channel: string
  state: string
  tone: Tone
  attempts: number
  sent: string
  next: string
  reason: string
  canRetry: boolean
  canStop: boolean
}

type DeliveryListProps = { caption: string; rows: readonly DeliveryRow[]; empty: string }

/** Deliveries with what can be done with each, and the answer above them. */
export function DeliveryList({ caption, rows, empty }: DeliveryListProps) {
  const words = useTranslations('operator')
  const [retried, retry] = useActionState(retryDeliveryAction, idle)
  const [stopped, stop] = useActionState(stopDeliveryAction, idle)
  const none = '–'
  return (
    <div className="grid gap-3">
      <Answer state={retried} said="retried" />
      <Answer state={stopped} said="stopped" />
      {rows.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
          <DataTable
            caption={caption}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                header: words('delivery'),
                card: 'title',
                cell: (row) => <span className="figures">{row.name}</span>,
              },
              {
                key: 'state',
                header: words('state'),
                card: 'corner',
                cell: (row) => <StatusTag tone={row.tone}>{row.state}</StatusTag>,
              },
              { key: 'channel', header: words('channel'), cell: (row) => row.channel },
              {
                key: 'attempts',
                header: words('attempts'),
                align: 'end',
                cell: (row) => <span className="figures">{row.attempts}</span>,
              },
              {
                key: 'sent',
                header: words('sent'),
                cell: (row) => <span className="figures">{row.sent}</span>,
              },
              {
                key: 'next',
                header: words('next'),
                cell: (row) => <span className="figures">{row.next || none}</span>,
              },
              { key: 'reason', header: words('reason'), cell: (row) => row.reason || none },
              {
                key: 'actions',
                header: words('actions'),
                quietHeader: true,
                card: 'block',
                cell: (row) => (
                  <span className="flex flex-wrap gap-2 empty:hidden wide:flex-nowrap">
                    {row.canRetry && <Act row={row} act={retry} word={words('retry')} />}
                    {row.canStop && <Act row={row} act={stop} word={words('stop')} />}
                  </span>
                ),
              },
            ]}
          />
        </div>
      )}
    </div>
  )
}

function Act({ row, act, word }: { row: DeliveryRow; act: (form: FormData) => void; word: string }) {
  const words = useTranslations('operator')
  return (
    <form action={act}>
      <input type="hidden" name="deliveryId" value={row.id} />
      <SubmitButton look="secondary" pendingText={words('working')} className="whitespace-nowrap">
        {word}
        <span className="sr-only"> {words('ofDelivery', { id: row.name })}</span>
      </SubmitButton>
    </form>
  )
}

type AnswerProps = { state: ActionState<{ name: string }>; said: 'retried' | 'stopped' }

/** What an act came to; takes the focus, for the row may be gone. */
function Answer({ state, said }: AnswerProps) {
  const words = useTranslations('operator')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status !== 'idle') box.current?.focus()
  }, [state])
  if (state.status === 'idle') return null
  if (state.status === 'ok') {
    return (
      <div ref={box} tabIndex={-1}>
        <Banner tone="ok" role="status">
          {words(said, { id: state.value.name })}
        </Banner>
      </div>
    )
  }
  return (
    <div ref={box} tabIndex={-1}>
      <Banner tone="bad" role="alert">
        {state.status === 'invalid' ? state.faults[0]?.message : state.message}
      </Banner>
    </div>
  )
}

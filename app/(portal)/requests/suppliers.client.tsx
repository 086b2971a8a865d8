'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { TimedNotice } from '#app/_form/timed-notice.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import { withdrawApprovalAction } from './actions.ts'
import { ReasonForm } from './reason-form.client.tsx'
import { RequestFacts } from './request-facts.tsx'
import type { RequestRow } from './request-row.ts'

/** *Era leverantörer*: those that may send, each with a way to take that back. */
export function Suppliers({ rows }: { rows: readonly RequestRow[] }) {
  const words = useTranslations('requests')
  const [state, send] = useActionState(withdrawApprovalAction, idle)
  return (
    <div className="grid gap-3">
      {state.status === 'ok' && (
        <TimedNotice key={state.value.requestIds.join(' ')}>
          <Banner tone="info">{words('withdrawnDone')}</Banner>
        </TimedNotice>
      )}
      {rows.length === 0 && <p className="card text-muted">{words('emptySuppliers')}</p>}
      <ul className="grid gap-3">
        {rows.map((row) => (
          <li key={row.id} className="card grid gap-1">
            <RequestFacts row={row} />
            <ReasonForm row={row} kind="withdraw" state={state} send={send} />
          </li>
        ))}
      </ul>
    </div>
  )
}

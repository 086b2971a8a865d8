'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TimedNotice } from '#app/_form/timed-notice.client.tsx'
import { type ActionState, idle } from '#app/_server/action-state.ts'
import { approveRequestsAction, refuseRequestAction, reopenRequestsAction } from './actions.ts'
import { ReasonForm } from './reason-form.client.tsx'
import { RequestFacts } from './request-facts.tsx'
import type { RequestRow } from './request-row.ts'

const many = 'approve-many'

/** What waits for an answer: approve one or several, undo that, refuse with a reason. */
export function OpenRequests({ rows }: { rows: readonly RequestRow[] }) {
  const words = useTranslations('requests')
  const [approved, approve] = useActionState(approveRequestsAction, idle)
  const [refused, refuse] = useActionState(refuseRequestAction, idle)
  const [undone, undo] = useActionState(reopenRequestsAction, idle)
  const approvedIds = approved.status === 'ok' ? approved.value.requestIds : []
  // Undone, the requests are in the list again: the offer to undo has done its work.
  const canUndo = approvedIds.length > 0 && !rows.some((row) => approvedIds.includes(row.id))
  return (
    <div className="grid gap-3">
      <div className="empty:hidden">
        {canUndo && approved.status === 'ok' && (
          <TimedNotice key={approvedIds.join(' ')}>
            <Banner
              tone="ok"
              actions={
                <form action={undo}>
                  {approvedIds.map((id) => (
                    <input key={id} type="hidden" name="requestIds[]" value={id} />
                  ))}
                  <SubmitButton look="secondary" pendingText={words('undoing')}>
                    {words('undo')}
                  </SubmitButton>
                </form>
              }
            >
              {words('approvedDone', { count: approvedIds.length })}
              {approved.value.missed > 0 && `. ${words('missed', { count: approved.value.missed })}`}
            </Banner>
          </TimedNotice>
        )}
        {undone.status === 'ok' && !canUndo && (
          <TimedNotice key={`undone ${undone.value.requestIds.join(' ')}`}>
            <Banner tone="info">{words('undone')}</Banner>
          </TimedNotice>
        )}
        {refused.status === 'ok' && (
          <TimedNotice key={refused.value.requestIds.join(' ')}>
            <Banner tone="info">{words('refusedDone')}</Banner>
          </TimedNotice>
        )}
        <Problem state={approved} />
        <Problem state={undone} />
        {/* A refusal whose row has gone says so here; at its row otherwise. */}
        {'values' in refused && !rows.some((row) => row.id === refused.values.requestId) && (
          <Problem state={refused} />
        )}
      </div>
      {rows.length === 0 && <p className="card text-muted">{words('emptyOpen')}</p>}
      <ul className="grid gap-3">
        {rows.map((row) => (
          <li key={row.id} className="card grid gap-3">
            <div className="flex items-start gap-3">
              {rows.length > 1 && (
                <label className="flex min-h-(--control-height) flex-none items-center">
                  <input type="checkbox" form={many} name="requestIds[]" value={row.id} className="check" />
                  <span className="sr-only">{words('select', { name: row.supplierName })}</span>
                </label>
              )}
              <RequestFacts row={row} />
            </div>
            <form action={approve}>
              <input type="hidden" name="requestIds[]" value={row.id} />
              <SubmitButton
                look="secondary"
                pendingText={words('approving')}
                aria-label={words('approveOf', { name: row.supplierName })}
              >
                {words('approve')}
              </SubmitButton>
            </form>
            <ReasonForm row={row} kind="refuse" state={refused} send={refuse} />
          </li>
        ))}
      </ul>
      {rows.length > 1 && (
        <form id={many} action={approve}>
          <SubmitButton pendingText={words('approving')}>{words('approveSelected')}</SubmitButton>
        </form>
      )}
    </div>
  )
}

function Problem({ state }: { state: ActionState }) {
  if (state.status === 'idle' || state.status === 'ok') return null
  return (
    <div className="mb-3">
      <Banner tone="bad" role="alert">
        {state.status === 'invalid' ? state.faults[0]?.message : state.message}
        {state.status === 'broken' && <p className="figures text-hint">{state.reference}</p>}
      </Banner>
    </div>
  )
}

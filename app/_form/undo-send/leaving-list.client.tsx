'use client'

import { Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { Banner } from '#app/_components/banner.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { idle } from '#app/_server/action-state.ts'
import type { UndoOutcome } from '#lib/services/delivery/undo-send.ts'
import { RefreshWhile } from '../refresh-while.client.tsx'
import { undoSendAction } from './actions.ts'

/** An invoice that was sent and has not left. `leavesInMs`: from when the page was made. `leavesAt`: its time of day. */
export type LeavingInvoice = {
  invoiceId: string
  number: string
  buyerName: string
  leavesInMs: number
  leavesAt: string
}

type LeavingListProps = {
  invoices: readonly LeavingInvoice[]
  /** On an invoice's own page its name needs no saying. */
  isOwnPage?: boolean
}

/**
 * What was just sent, with the seconds until it leaves and *Ångra*, for each and for all. The server decides: whoever
 * comes too late is told so. Works without script. Needs the words of `undoSend`.
 */
export function LeavingList({ invoices, isOwnPage = false }: LeavingListProps) {
  const words = useTranslations('undoSend')
  const [state, action] = useActionState(undoSendAction, idle)
  const passed = usePassedMs(invoices)
  const box = useKeptFocus(invoices)
  const isLate = invoices.some(({ leavesInMs }) => leavesInMs <= passed)
  return (
    <div ref={box} tabIndex={-1} className="grid gap-3 empty:hidden">
      {state.status === 'ok' && (
        <UndoOutcomes key={JSON.stringify(state.value)} outcomes={state.value} isOwnPage={isOwnPage} />
      )}
      {(state.status === 'refused' || state.status === 'broken') && (
        <Banner tone="bad" role="alert">
          {state.message}
        </Banner>
      )}
      {invoices.length > 0 && (
        <section aria-label={words('title', { count: invoices.length })} className="banner tone-info">
          <div className="banner-text grid grow gap-2">
            {!isOwnPage && (
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <p className="font-semibold">{words('title', { count: invoices.length })}</p>
                {invoices.length > 1 && (
                  <form action={action}>
                    {invoices.map(({ invoiceId }) => (
                      <input key={invoiceId} type="hidden" name="invoiceIds[]" value={invoiceId} />
                    ))}
                    <SubmitButton look="secondary" pendingText={words('undoing')}>
                      <Icon of={Undo2} />
                      {words('undoAll', { count: String(invoices.length) })}
                    </SubmitButton>
                  </form>
                )}
              </div>
            )}
            <ul className="figures grid max-h-80 overflow-y-auto">
              {invoices.map((invoice) => (
                <LeavingRow
                  key={invoice.invoiceId}
                  invoice={invoice}
                  secondsLeft={Math.ceil((invoice.leavesInMs - passed) / 1_000)}
                  action={action}
                  isOwnPage={isOwnPage}
                />
              ))}
            </ul>
          </div>
        </section>
      )}
      <RefreshWhile active={isLate} />
    </div>
  )
}

type LeavingRowProps = {
  invoice: LeavingInvoice
  secondsLeft: number
  action: (form: FormData) => void
  isOwnPage: boolean
}

/** The seconds are for the eye alone: read aloud they would never be silent, and the time of day stays true. */
function LeavingRow({ invoice, secondsLeft, action, isOwnPage }: LeavingRowProps) {
  const words = useTranslations('undoSend')
  const { invoiceId, number, buyerName, leavesAt } = invoice
  const when: ReactNode =
    secondsLeft > 0 ? words('leavesIn', { seconds: String(secondsLeft) }) : words('leavesNow')
  return (
    <li
      className={`flex items-center justify-between gap-3 ${isOwnPage ? '' : 'border-t border-line py-2 last:pb-0'}`}
    >
      <span className="min-w-0">
        {!isOwnPage && (
          <span className="block wrap-anywhere">{words('row', { number, name: buyerName })}</span>
        )}
        <span aria-hidden className={isOwnPage ? 'font-semibold' : 'block text-label text-muted'}>
          {when}
        </span>
        <span className="sr-only">{words('leavesAt', { time: leavesAt })}</span>
      </span>
      <form action={action} className="flex-none">
        <input type="hidden" name="invoiceIds[]" value={invoiceId} />
        <SubmitButton look="secondary" pendingText={words('undoing')}>
          {isOwnPage && <Icon of={Undo2} />}
          {words('undo')}
          <span className="sr-only"> {words('undoOf', { number })}</span>
        </SubmitButton>
      </form>
    </li>
  )
}

type UndoOutcomesProps = { outcomes: readonly UndoOutcome[]; isOwnPage: boolean }

/** What became of each: not sent, or too late. Takes the focus from the button that is gone. */
function UndoOutcomes({ outcomes, isOwnPage }: UndoOutcomesProps) {
  const words = useTranslations('undoSend')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const late = outcomes.some(({ problem }) => problem !== null)
  return (
    <div ref={box} tabIndex={-1}>
      <Banner tone={late ? 'wait' : 'ok'} role="status">
        <ul className="figures grid gap-1">
          {outcomes.map(({ invoiceId, number, problem }) => (
            <li key={invoiceId}>
              {problem === null ? words('undone', { number }) : words('tooLate', { number })}{' '}
              {problem !== null && !isOwnPage && (
                <Link href={`/documents/${invoiceId}`}>{words('follow', { number })}</Link>
              )}
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  )
}

/** How many milliseconds have passed since these came, a few times a second while there are any. */
function usePassedMs(invoices: readonly LeavingInvoice[]): number {
  const [passed, setPassed] = useState({ invoices, ms: 0 })
  if (passed.invoices !== invoices) setPassed({ invoices, ms: 0 })
  useEffect(() => {
    if (invoices.length === 0) return
    const came = performance.now()
    const tick = setInterval(() => setPassed({ invoices, ms: performance.now() - came }), 250)
    return () => clearInterval(tick)
  }, [invoices])
  return passed.ms
}

/** When a row leaves with the focus in it, the focus goes to the list and not into nothing. */
function useKeptFocus(invoices: readonly LeavingInvoice[]) {
  const box = useRef<HTMLDivElement>(null)
  const hadFocus = useRef(false)
  useEffect(() => {
    const follow = () => {
      hadFocus.current = box.current?.contains(document.activeElement) ?? false
    }
    document.addEventListener('focusin', follow)
    return () => document.removeEventListener('focusin', follow)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are what is followed
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) {
      const list = box.current
      if (list && list.offsetHeight > 0) list.focus()
      else document.getElementById('main')?.focus()
    }
  }, [invoices])
  return box
}

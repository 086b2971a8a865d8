'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { amountText } from '#app/_invoice/money.tsx'
import { idle } from '#app/_server/action-state.ts'
import { decimal, sum } from '#lib/core/decimal.ts'
import type { SendProblem } from '#lib/services/invoices/send-invoices.ts'
import { ActionAnswer } from './action-answer.client.tsx'
import { sendInvoicesAction, takeBackAction } from './actions.ts'
import type { ReadyRow } from './ready-row.ts'
import { ReadyTable } from './ready-table.tsx'
import { SendOutcomes } from './send-outcomes.client.tsx'

type SendListProps = {
  rows: readonly ReadyRow[]
  shownId: string | null
  statusWords: { ready: string; blocked: string }
  awaitingWord: string
  reasons: Readonly<Record<SendProblem, string>>
  /** What was just sent and can be undone, and whose. */
  leaving: ReactNode
  leavingIds: readonly string[]
  /** What is shown when there is nothing to send. */
  children: ReactNode
}

const fieldName = 'invoiceIds[]'

/**
 * The list with its ticks, the bar with the sum, the panel that asks once more, and the result of each invoice.
 * Without script the bar's button sends at once: the form is whole in itself.
 */
export function SendList({
  rows,
  shownId,
  statusWords,
  awaitingWord,
  reasons,
  leaving,
  leavingIds,
  children,
}: SendListProps) {
  const words = useTranslations('send')
  const [state, action] = useActionState(sendInvoicesAction, idle)
  const [change, changeAction] = useActionState(takeBackAction, idle)
  const form = useRef<HTMLFormElement>(null)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const [forgotten, setForgotten] = useState(false)

  const readTicks = () => {
    if (form.current) setTicked(new FormData(form.current).getAll(fieldName).map(String))
  }
  // Ticks made before the script was there count, and React clears them all after each answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer or other rows are what is followed
  useEffect(() => {
    readTicks()
    setAsking(false)
  }, [state, rows])

  useRowClicks(form)
  const selected = rows.filter((row) => ticked.includes(row.id) && row.problem === null)
  const total = amountText(sum(selected.map((row) => decimal(row.amountDue))), 'SEK')
  const press = () => {
    setForgotten(selected.length === 0)
    setAsking(selected.length > 0)
  }
  return (
    <div className="grid gap-4">
      {state.status === 'ok' && (
        <SendOutcomes
          key={JSON.stringify(state.value)}
          // One that was undone is in the list again: it was not sent.
          outcomes={state.value.filter(
            ({ problem, invoiceId }) => problem !== null || rows.every(({ id }) => id !== invoiceId),
          )}
          reasons={reasons}
          leavingIds={leavingIds}
        />
      )}
      {leaving}
      <ActionAnswer state={state} />
      <ActionAnswer state={change} />
      {rows.length === 0 ? (
        children
      ) : (
        <form ref={form} action={action} onChange={readTicks} className="min-w-0">
          <ReadyTable
            rows={rows}
            shownId={shownId}
            ticked={selected.length}
            fieldName={fieldName}
            statusWords={statusWords}
            awaitingWord={awaitingWord}
            onAll={(on) => {
              for (const box of form.current?.querySelectorAll<HTMLInputElement>(`[name="${fieldName}"]`) ??
                [])
                box.checked = on
              readTicks()
            }}
          />
          {asking && selected.length > 0 ? (
            <CheckAnswers rows={selected} total={total} onWait={() => setAsking(false)} />
          ) : (
            <SendBar
              count={selected.length}
              total={total}
              forgotten={forgotten && selected.length === 0}
              onPress={press}
            />
          )}
        </form>
      )}
      <form id="take-back" action={changeAction} />
      <p className="sr-only" role="status">
        {selected.length > 0 && `${words('selected', { count: selected.length })}, ${total}`}
      </p>
    </div>
  )
}

type SendBarProps = { count: number; total: string; forgotten: boolean; onPress: () => void }

const bar =
  'perforation mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 bg-brand-soft px-4 py-3'

function SendBar({ count, total, forgotten, onPress }: SendBarProps) {
  const words = useTranslations('send')
  return (
    <div className={`${bar} sticky bottom-14 desk:bottom-0 [@media(height<40rem)]:static`}>
      <p className="figures">
        {words('selected', { count })} · <strong>{total}</strong>
        {forgotten && (
          <span role="alert" className="block font-semibold text-bad">
            {words('forgotten')}
          </span>
        )}
      </p>
      <SubmitButton
        pendingText={words('sending')}
        className="grow sm:grow-0"
        onClick={(event) => {
          event.preventDefault()
          onPress()
        }}
      >
        {words('sendCount', { count })}
      </SubmitButton>
    </div>
  )
}

type CheckAnswersProps = { rows: readonly ReadyRow[]; total: string; onWait: () => void }

/** Asks once more, on the page: how many, to whom, by which way. Takes the focus when it appears. */
function CheckAnswers({ rows, total, onWait }: CheckAnswersProps) {
  const words = useTranslations('send')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <section aria-labelledby="check-answers" className={`${bar} items-start`}>
      <div className="grid gap-1">
        <h2 id="check-answers" ref={heading} tabIndex={-1}>
          {words('checkTitle', { count: rows.length })}
        </h2>
        <ul className="figures grid gap-2">
          {rows.map((row) => (
            <li key={row.id}>
              <span className="flex flex-wrap justify-between gap-x-6">
                <span>
                  {row.number} · {row.buyerName}
                </span>
                <span className="amount">{amountText(row.amountDue, row.currency)}</span>
              </span>
              {row.way && (
                <span className="block text-label text-muted">
                  {words(`checkChannel.${row.way.channel}`)}
                </span>
              )}
            </li>
          ))}
        </ul>
        <p className="figures font-semibold">{words('checkTotal', { amount: total })}</p>
        <MissingFiles rows={rows} />
        <p className="text-label text-muted">
          {words('checkTo', { count: new Set(rows.map((row) => row.buyerName)).size })} ·{' '}
          {words('checkAdvice')}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingText={words('sending')}>{words('sendNow')}</SubmitButton>
        <Button onClick={onWait}>{words('wait')}</Button>
      </div>
    </section>
  )
}

/** A warning for each invoice without a file: it may be sent all the same. */
function MissingFiles({ rows }: { rows: readonly ReadyRow[] }) {
  const words = useTranslations('send')
  const missing = rows.filter((row) => row.files === 0)
  if (missing.length === 0) return null
  return (
    <div className="text-label">
      <ul>
        {missing.map((row) => (
          <li key={row.id} className="flex items-center gap-1.5 font-semibold text-wait">
            <Icon of={TriangleAlert} size={16} className="flex-none" />
            {words('missingFile', { number: row.number })}
          </li>
        ))}
      </ul>
      <p className="text-muted">{words('missingFileHint')}</p>
    </div>
  )
}

/** A click anywhere on a row shows its invoice, as its link does; boxes, buttons and links do their own. */
function useRowClicks(form: { readonly current: HTMLFormElement | null }) {
  useEffect(() => {
    const element = form.current
    if (element === null) return
    const click = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest('a, button, input, label')) return
      // Selecting text is no click.
      if (document.getSelection()?.isCollapsed === false) return
      const links =
        event.target.closest('tbody tr')?.querySelectorAll<HTMLAnchorElement>('a[data-show]') ?? []
      for (const link of links) if (link.offsetParent !== null) link.click()
    }
    element.addEventListener('click', click)
    return () => element.removeEventListener('click', click)
  })
}

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { type Column, DataTable } from '#app/_components/data-table.tsx'
import { StatusTag } from '#app/_components/status-tag.tsx'
import { Money } from '#app/_invoice/money.tsx'
import type { ReadyRow } from './ready-row.ts'

type ReadyTableProps = {
  rows: readonly ReadyRow[]
  shownId: string | null
  /** How many are ticked. */
  ticked: number
  fieldName: string
  statusWords: { ready: string; blocked: string }
  awaitingWord: string
  onAll: (on: boolean) => void
}

/** The ready invoices. One that cannot be sent has no box to tick, and its reason in words. */
export function ReadyTable({
  rows,
  shownId,
  ticked,
  fieldName,
  statusWords,
  awaitingWord,
  onAll,
}: ReadyTableProps) {
  const words = useTranslations('send')
  const tickable = rows.filter((row) => row.problem === null).length
  const due: Column<ReadyRow> = {
    key: 'due',
    header: words('due'),
    cell: (row) => <span className="figures whitespace-nowrap">{row.dueDate}</span>,
  }
  const change: Column<ReadyRow> = {
    key: 'actions',
    header: words('actions'),
    quietHeader: true,
    align: 'end',
    card: 'block',
    cell: (row) => (
      <button
        type="submit"
        form="take-back"
        name="invoiceId"
        value={row.id}
        className="button button-quiet px-2"
      >
        {words('change')} <span className="sr-only">{words('outcomeLink', { number: row.number })}</span>
      </button>
    ),
  }
  const columns: Column<ReadyRow>[] = [
    {
      key: 'number',
      header: words('number'),
      card: 'title',
      cell: (row) => <NumberCell row={row} shown={row.id === shownId} fieldName={fieldName} />,
    },
    {
      key: 'buyer',
      header: words('recipient'),
      card: 'block',
      cell: (row) => (
        <>
          {row.buyerName}
          {row.isCreditNote && <span className="block text-hint text-muted">{words('creditNote')}</span>}
          {row.way?.channel === 'email' && (
            <span className="block max-w-64 text-hint text-muted wrap-anywhere">
              {words('byEmail', { address: row.way.address })}
            </span>
          )}
        </>
      ),
    },
    // Beside the paper, which says it too, there is no room for it.
    ...(shownId === null ? [due] : []),
    {
      key: 'amount',
      header: words('amount'),
      align: 'end',
      card: 'corner',
      cell: (row) => <Money amount={row.amountDue} currency={row.currency} />,
    },
    {
      key: 'files',
      header: words('files'),
      align: 'end',
      cell: (row) => <span className="figures">{row.files}</span>,
    },
    {
      key: 'control',
      header: words('control'),
      card: 'block',
      cell: ({ problem }) =>
        problem === null ? (
          <StatusTag tone="ok">{statusWords.ready}</StatusTag>
        ) : (
          <span className="grid justify-items-start gap-1">
            <StatusTag tone={problem.code === 'awaiting-approval' ? 'wait' : 'bad'}>
              {problem.code === 'awaiting-approval' ? awaitingWord : statusWords.blocked}
            </StatusTag>
            <span className="text-hint text-muted">{problem.reason}</span>
            {problem.fix && <Link href={problem.fix.href}>{problem.fix.words}</Link>}
          </span>
        ),
    },
    // The paper has its own *Ändra*.
    ...(shownId === null ? [change] : []),
  ]
  return (
    <>
      {tickable > 0 && <AllBox tickable={tickable} ticked={ticked} onAll={onAll} />}
      <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
        <DataTable caption={words('caption')} rows={rows} rowKey={(row) => row.id} columns={columns} />
      </div>
    </>
  )
}

function NumberCell({ row, shown, fieldName }: { row: ReadyRow; shown: boolean; fieldName: string }) {
  const words = useTranslations('send')
  return (
    <span className="flex min-h-(--control-height) items-center gap-3">
      {row.problem === null ? (
        <>
          <input type="hidden" name="seen[]" value={`${row.id}:${row.revision}`} />
          <input
            type="checkbox"
            className="check"
            name={fieldName}
            value={row.id}
            aria-label={words('selectOne', { number: row.number })}
          />
        </>
      ) : (
        <span className="hidden w-6 flex-none desk:block" />
      )}
      <ShowLink
        href={`/send?show=${row.id}#invoice`}
        row={row}
        shown={shown}
        className="hidden desk:inline-flex"
      />
      <ShowLink href={`/send/${row.id}`} row={row} shown={false} className="inline-flex desk:hidden" />
    </span>
  )
}

type ShowLinkProps = { href: string; row: ReadyRow; shown: boolean; className: string }

/** To the invoice: the pane on a desk, a page of its own on a phone. Looking is not ticking. */
function ShowLink({ href, row, shown, className }: ShowLinkProps) {
  const words = useTranslations('send')
  return (
    <Link
      href={href}
      data-show
      aria-current={shown ? 'true' : undefined}
      className={`figures min-h-(--control-height) items-center aria-[current=true]:font-bold ${className}`}
    >
      <span className="sr-only">{words('show', { number: '' })}</span>
      {row.number}
    </Link>
  )
}

function AllBox({
  tickable,
  ticked,
  onAll,
}: {
  tickable: number
  ticked: number
  onAll: (on: boolean) => void
}) {
  const words = useTranslations('send')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current === null) return
    box.current.checked = ticked === tickable
    box.current.indeterminate = ticked > 0 && ticked < tickable
  }, [ticked, tickable])
  return (
    <label className="mb-2 inline-flex min-h-(--control-height) items-center gap-3 px-4 desk:px-3">
      <input
        ref={box}
        type="checkbox"
        className="check"
        onChange={(event) => onAll(event.currentTarget.checked)}
      />
      {words('selectAll')}
    </label>
  )
}

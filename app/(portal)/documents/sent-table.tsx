import { ArrowDown, ArrowUp, ChevronsUpDown, Download } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '#app/_components/data-table.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { CopyButton } from '#app/_form/copy-invoice/copy-button.client.tsx'
import { DeliveryTag } from '#app/_invoice/delivery-status.tsx'
import { Money } from '#app/_invoice/money.tsx'
import { formatDate } from '#lib/i18n/format.ts'
import { canCopy } from '#lib/invoice/copy.ts'
import type { listSent, SentQuery, SentSort } from '#lib/services/invoices/sent-invoices.ts'
import { orderText, sentHref } from './sent-query.ts'

type SentRow = Awaited<ReturnType<typeof listSent>>['documents'][number]

/** The sent invoices; a header that sorts is a link, so that the order stands in the address. */
export function SentTable({ documents, query }: { documents: readonly SentRow[]; query: SentQuery }) {
  const words = useTranslations('documents')
  const date = (text: string | null) => <span className="figures whitespace-nowrap">{text}</span>
  const sorted = (sort: SentSort, text: string): Pick<Column<SentRow>, 'header' | 'label' | 'sort'> => ({
    header: <SortLink query={query} sort={sort} text={text} />,
    label: text,
    sort: query.sort !== sort ? 'none' : query.descending ? 'descending' : 'ascending',
  })
  const columns: Column<SentRow>[] = [
    {
      key: 'number',
      ...sorted('number', words('number')),
      card: 'title',
      cell: (row) => (
        <Link href={`/documents/${row.id}`} className="figures">
          {row.number}
        </Link>
      ),
    },
    {
      key: 'buyer',
      ...sorted('recipient', words('recipient')),
      card: 'block',
      cell: (row) => (
        <>
          {row.buyerName}
          {row.kind === 'credit-note' && (
            <span className="block text-hint text-muted">{words('creditNote', { number: '' })}</span>
          )}
        </>
      ),
    },
    {
      key: 'sent',
      ...sorted('sent', words('sentDate')),
      card: 'hidden',
      cell: (row) => date(row.sentAt ? formatDate(row.sentAt) : ''),
    },
    {
      key: 'issued',
      ...sorted('issued', words('issueDate')),
      card: 'hidden',
      cell: (row) => date(row.issueDate),
    },
    { key: 'due', ...sorted('due', words('due')), cell: (row) => date(row.dueDate) },
    {
      key: 'amount',
      ...sorted('amount', words('amount')),
      align: 'end',
      card: 'corner',
      cell: (row) => <Money amount={row.amountDue ?? '0'} currency={row.currency} />,
    },
    { key: 'status', header: words('status'), card: 'block', cell: (row) => <DeliveryTag {...row} /> },
    {
      key: 'actions',
      header: words('actions'),
      quietHeader: true,
      align: 'end',
      card: 'block',
      cell: (row) => <RowActions row={row} />,
    },
  ]
  return (
    <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
      <DataTable caption={words('sent')} rows={documents} rowKey={(row) => row.id} columns={columns} />
    </div>
  )
}

/** What is done with a row: the exact bytes (at the desk), and a new draft of it. */
function RowActions({ row: { id, number, state, sentAt } }: { row: SentRow }) {
  const words = useTranslations('documents')
  const named = { number: number ?? '' }
  return (
    <span className="flex items-center gap-1 desk:justify-end">
      {sentAt && (
        <a href={`/documents/${id}/xml`} download className="button button-icon hidden desk:inline-flex">
          <Icon of={Download} />
          <span className="sr-only">{words('xmlOf', named)}</span>
        </a>
      )}
      {canCopy(state) && (
        <CopyButton
          invoiceId={id}
          look="quiet"
          isCompact
          words={{ button: words('copy'), name: words('copyOf', named) }}
        />
      )}
    </span>
  )
}

/** Sorts by the column; pressed again, the other way round. */
function SortLink({ query, sort, text }: { query: SentQuery; sort: SentSort; text: string }) {
  const isCurrent = query.sort === sort
  const descending = isCurrent ? !query.descending : sort === 'sent' || sort === 'amount'
  const picture = isCurrent ? (query.descending ? ArrowDown : ArrowUp) : ChevronsUpDown
  return (
    <Link
      key={orderText(query)}
      href={sentHref({ ...query, sort, descending, after: '' })}
      scroll={false}
      className="inline-flex items-center gap-1 py-1 text-inherit no-underline hover:underline"
    >
      {text}
      <Icon of={picture} size={14} />
    </Link>
  )
}

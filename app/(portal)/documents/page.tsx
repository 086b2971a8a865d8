import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { SelectField } from '#app/_components/select-field.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { DeliveryTag, isInFlight } from '#app/_invoice/delivery-status.tsx'
import { Money } from '#app/_invoice/money.tsx'
import { requireContext } from '#app/_server/session.ts'
import { listSent } from '#lib/services/invoices/read-invoices.ts'
import { DocumentTabs } from './document-tabs.tsx'
import { RefreshWhile } from './refresh-while.client.tsx'

type Query = Record<string, string | string[] | undefined>
type SentRow = Awaited<ReturnType<typeof listSent>>['documents'][number]

const ranges = { '30': 30, '90': 90, all: null } as const
type Range = keyof typeof ranges

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('documents')
  return { title: words('sent') }
}

/** *Mina dokument › Skickade dokument* (S38–S40): the last 90 days unless asked for more, fifty at a time. */
export default async function DocumentsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const ctx = await requireContext('supplier')
  const query = await searchParams
  const text = typeof query.q === 'string' ? query.q.slice(0, 100) : ''
  const range = readRange(query.range)
  const after = readCursor(query.after)
  const { documents, more } = await listSent(ctx, { days: ranges[range], text, after })
  const words = await getTranslations('documents')
  const last = documents.at(-1)
  const link = (cursor?: SentRow) => {
    const params = new URLSearchParams({ range, ...(text === '' ? {} : { q: text }) })
    if (cursor?.sentAt) params.set('after', `${cursor.sentAt.toISOString()}_${cursor.id}`)
    return `/documents?${params}`
  }
  return (
    <>
      <PageHeader title={words('title')} />
      <DocumentTabs current="sent" />
      <Filter text={text} range={range} />
      {after && (
        <p className="mb-3">
          <Link href={link()}>{words('fromTop')}</Link>
        </p>
      )}
      {documents.length === 0 ? (
        <Nothing filtered={text !== '' || range !== '90' || after !== null} />
      ) : (
        <SentTable documents={documents} />
      )}
      {more && last && <Pagination href={link(last)} count={50} />}
      <RefreshWhile active={documents.some((row) => isInFlight(row.deliveryState))} />
    </>
  )
}

function readRange(value: Query[string]): Range {
  return value === '30' || value === 'all' ? value : '90'
}

/** `2026-03-09T13:32:00.000Z_id`; anything else begins at the top. */
function readCursor(value: Query[string]) {
  if (typeof value !== 'string') return null
  const [at = '', id = ''] = value.split('_')
  const sentAt = new Date(at)
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  return Number.isNaN(sentAt.getTime()) || !isId ? null : { sentAt, id }
}

async function Filter({ text, range }: { text: string; range: Range }) {
  const words = await getTranslations('documents')
  return (
    <search>
      <form action="/documents" className="mb-4 flex flex-wrap items-end gap-3">
        <TextField
          key={`q${text}`}
          id="q"
          name="q"
          type="search"
          label={words('searchLabel')}
          defaultValue={text}
          maxLength={100}
          className="min-w-0 grow sm:max-w-column"
        />
        <SelectField
          key={`range${range}`}
          id="range"
          name="range"
          label={words('range')}
          defaultValue={range}
        >
          <option value="30">{words('range30')}</option>
          <option value="90">{words('range90')}</option>
          <option value="all">{words('rangeAll')}</option>
        </SelectField>
        <Button type="submit">{words('search')}</Button>
      </form>
    </search>
  )
}

async function Nothing({ filtered }: { filtered: boolean }) {
  const words = await getTranslations('documents')
  if (filtered) {
    return (
      <EmptyState
        drawing="send"
        title={words('noHitsTitle')}
        action={<LinkButton href="/documents?range=all">{words('showAll')}</LinkButton>}
      >
        <p>{words('noHitsText')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      drawing="delivered"
      title={words('emptyTitle')}
      action={
        <LinkButton href="/invoices/new" look="primary">
          {words('create')}
        </LinkButton>
      }
    >
      <p>{words('emptyText')}</p>
    </EmptyState>
  )
}

async function SentTable({ documents }: { documents: readonly SentRow[] }) {
  const words = await getTranslations('documents')
  return (
    <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
      <DataTable
        caption={words('sent')}
        rows={documents}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'number',
            header: words('number'),
            card: 'title',
            cell: (row) => (
              <Link href={`/documents/${row.id}`} className="figures">
                {row.number}
              </Link>
            ),
          },
          { key: 'buyer', header: words('recipient'), card: 'block', cell: (row) => row.buyerName },
          {
            key: 'issued',
            header: words('issueDate'),
            card: 'hidden',
            cell: (row) => <span className="figures whitespace-nowrap">{row.issueDate}</span>,
          },
          {
            key: 'due',
            header: words('due'),
            cell: (row) => <span className="figures whitespace-nowrap">{row.dueDate}</span>,
          },
          {
            key: 'amount',
            header: words('amount'),
            align: 'end',
            card: 'corner',
            cell: (row) => <Money amount={row.amountDue ?? '0'} currency={row.currency} />,
          },
          { key: 'status', header: words('status'), card: 'block', cell: (row) => <DeliveryTag {...row} /> },
        ]}
      />
    </div>
  )
}

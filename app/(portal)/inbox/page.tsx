import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { StatusTag } from '#app/_components/status-tag.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { Money } from '#app/_invoice/money.tsx'
import { requireContext } from '#app/_server/session.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { newAccounts } from '#lib/invoice/paid-accounts.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { AnswerTag } from './answer-tag.tsx'

type Row = Awaited<ReturnType<typeof listInbox>>['documents'][number]

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('inbox')
  return { title: words('title') }
}

/** *Inkorg*: what the organisation has received, newest first. */
export default async function InboxPage({ searchParams }: Props) {
  const ctx = await requireContext('recipient')
  const { q } = await searchParams
  const text = typeof q === 'string' ? q.slice(0, 100) : ''
  const { documents, unread } = await listInbox(ctx, text)
  const words = await getTranslations('inbox')
  if (documents.length === 0 && text.trim() === '') {
    return (
      <>
        <PageHeader title={words('title')} />
        <EmptyState drawing="delivered" title={words('emptyTitle')}>
          <p>{words('emptyText')}</p>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={words('title')} lead={words('unread', { count: unread })} />
      <search>
        <form action="/inbox" className="mb-4 flex flex-wrap items-end gap-3">
          <TextField
            key={text}
            id="q"
            name="q"
            type="search"
            label={words('searchLabel')}
            defaultValue={text}
            maxLength={100}
            className="min-w-0 grow sm:max-w-column"
          />
          <Button type="submit">{words('search')}</Button>
        </form>
      </search>
      {documents.length === 0 && (
        <EmptyState
          drawing="send"
          title={words('noHitsTitle')}
          action={<LinkButton href="/inbox">{words('showAll')}</LinkButton>}
        >
          <p>{words('noHitsText')}</p>
        </EmptyState>
      )}
      <div
        hidden={documents.length === 0}
        className="desk:rounded-button desk:border desk:border-line desk:bg-surface"
      >
        <DataTable
          caption={words('caption')}
          rows={documents}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'supplier',
              header: words('supplier'),
              card: 'title',
              cell: (row) => (
                // Opening is noted for the sender, so nothing may open it but a person: no prefetch.
                <Link href={`/inbox/${row.id}`} prefetch={false} className={row.openedAt ? '' : 'font-bold'}>
                  {row.senderName}
                </Link>
              ),
            },
            {
              key: 'number',
              header: words('number'),
              cell: (row) => <span className="figures">{row.number}</span>,
            },
            {
              key: 'kind',
              header: words('kind'),
              cell: (row) => words(row.kind === 'credit-note' ? 'kindCreditNote' : 'kindInvoice'),
            },
            {
              key: 'received',
              header: words('received'),
              card: 'hidden',
              cell: (row) => formatDate(row.receivedAt),
            },
            {
              key: 'due',
              header: words('due'),
              cell: (row) => <span className="figures">{row.dueDate}</span>,
            },
            {
              key: 'amount',
              header: words('amount'),
              align: 'end',
              card: 'corner',
              cell: (row) => <Money amount={row.amountDue} currency={row.currency} />,
            },
            {
              key: 'status',
              header: words('status'),
              card: 'block',
              cell: (row) => <Standing row={row} />,
            },
          ]}
        />
      </div>
    </>
  )
}

/** Whether it is unread, what was answered, and whether the money is to go elsewhere than last time. */
async function Standing({ row: { openedAt, answer, accounts, accountsBefore } }: { row: Row }) {
  const words = await getTranslations('inbox')
  const isElsewhere = newAccounts(accounts, accountsBefore).length > 0
  if (openedAt !== null && answer === null && !isElsewhere) return null
  return (
    <span className="flex flex-wrap gap-2">
      {openedAt === null && <StatusTag tone="info">{words('new')}</StatusTag>}
      {answer !== null && <AnswerTag answer={answer} />}
      {isElsewhere && <StatusTag tone="wait">{words('newAccount')}</StatusTag>}
    </span>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '#app/_components/data-table.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { StatusTag } from '#app/_components/status-tag.tsx'
import { Money } from '#app/_invoice/money.tsx'
import { requireContext } from '#app/_server/session.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('inbox')
  return { title: words('title') }
}

/** *Inkorg*: what the organisation has received, newest first. */
export default async function InboxPage() {
  const ctx = await requireContext('recipient')
  const { documents, unread } = await listInbox(ctx)
  const words = await getTranslations('inbox')
  if (documents.length === 0) {
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
      <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
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
              cell: (row) => (row.openedAt ? null : <StatusTag tone="info">{words('new')}</StatusTag>),
            },
          ]}
        />
      </div>
    </>
  )
}

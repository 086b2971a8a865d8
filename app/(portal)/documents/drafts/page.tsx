import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Money } from '#app/_invoice/money.tsx'
import { requireContext } from '#app/_server/session.ts'
import { formatDateTime } from '#lib/i18n/format.ts'
import { isLocale } from '#lib/i18n/locale.ts'
import { draftTotals } from '#lib/invoice/totals.ts'
import { listDrafts } from '#lib/services/invoices/read-invoices.ts'
import { DocumentTabs } from '../document-tabs.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('documents')
  return { title: words('drafts') }
}

/** *Mina dokument › Utkast*: what is begun, the last touched first. */
export default async function DraftsPage() {
  const ctx = await requireContext('supplier')
  const drafts = await listDrafts(ctx)
  const words = await getTranslations('documents')
  const language = await getLocale()
  const locale = isLocale(language) ? language : 'sv'
  return (
    <>
      <PageHeader title={words('title')} />
      <DocumentTabs current="drafts" />
      {drafts.length === 0 ? (
        <EmptyState
          drawing="send"
          title={words('noDraftsTitle')}
          action={
            <LinkButton href="/invoices/new" look="primary">
              {words('create')}
            </LinkButton>
          }
        >
          <p>{words('noDraftsText')}</p>
        </EmptyState>
      ) : (
        <div className="desk:rounded-button desk:border desk:border-line desk:bg-surface">
          <DataTable
            caption={words('drafts')}
            rows={drafts}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'buyer',
                header: words('recipient'),
                card: 'title',
                cell: (row) => (
                  <Link href={`/invoices/${row.id}`}>{row.buyerName || words('noRecipient')}</Link>
                ),
              },
              {
                key: 'number',
                header: words('number'),
                cell: (row) => <span className="figures">{row.number ?? words('noNumber')}</span>,
              },
              {
                key: 'amount',
                header: words('amount'),
                align: 'end',
                card: 'corner',
                cell: (row) => <Money amount={draftTotals(row.draft).amountDue} currency={row.currency} />,
              },
              {
                key: 'changed',
                header: words('changed'),
                cell: (row) => (
                  <span className="figures whitespace-nowrap">{formatDateTime(row.updatedAt, locale)}</span>
                ),
              },
            ]}
          />
        </div>
      )}
    </>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { RefreshWhile } from '#app/_form/refresh-while.client.tsx'
import { isInFlight } from '#app/_invoice/delivery-status.tsx'
import { requireContext } from '#app/_server/session.ts'
import { countFailed, listSent, noSentFilter, type SentQuery } from '#lib/services/invoices/sent-invoices.ts'
import { DocumentTabs } from './document-tabs.tsx'
import { SentFilter } from './sent-filter.tsx'
import { readSentQuery, sentHref } from './sent-query.ts'
import { SentTable } from './sent-table.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('documents')
  return { title: words('sent') }
}

/** *Mina dokument › Skickade dokument* (S38–S40): the last 90 days unless asked for more, fifty at a time. */
export default async function DocumentsPage({ searchParams }: Props) {
  const ctx = await requireContext('supplier')
  const query = readSentQuery(await searchParams)
  const [{ documents, next }, failed] = await Promise.all([listSent(ctx, query), countFailed(ctx)])
  const words = await getTranslations('documents')
  return (
    <>
      <PageHeader title={words('title')} />
      <DocumentTabs current={query.status === 'failed' ? 'failed' : 'sent'} failed={failed} />
      <SentFilter query={query} />
      {query.after !== '' && (
        <p className="mb-3">
          <Link href={sentHref({ ...query, after: '' })}>{words('fromTop')}</Link>
        </p>
      )}
      {documents.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <ClientMessages namespaces={['documents']}>
          <SentTable documents={documents} query={query} />
        </ClientMessages>
      )}
      {next !== null && <Pagination href={sentHref({ ...query, after: next })} count={query.limit} />}
      <RefreshWhile active={documents.some((row) => isInFlight(row.deliveryState))} />
    </>
  )
}

async function Nothing({ query }: { query: SentQuery }) {
  const words = await getTranslations('documents')
  if (query.status === 'failed' && query.text === '' && query.range === 'all') {
    return (
      <EmptyState drawing="delivered" title={words('noFailedTitle')}>
        <p>{words('noFailedText')}</p>
      </EmptyState>
    )
  }
  const isDefault = query.text === '' && query.status === null && query.after === ''
  if (!isDefault || query.range !== noSentFilter.range) {
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

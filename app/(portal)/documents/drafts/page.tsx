import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { requireContext } from '#app/_server/session.ts'
import { toShortestText } from '#lib/core/decimal.ts'
import { formatAmount, formatDateTime } from '#lib/i18n/format.ts'
import { isLocale } from '#lib/i18n/locale.ts'
import { completeDraft } from '#lib/invoice/draft.ts'
import { draftTotals } from '#lib/invoice/totals.ts'
import { listDrafts } from '#lib/services/invoices/read-invoices.ts'
import { countFailed } from '#lib/services/invoices/sent-invoices.ts'
import { DocumentTabs } from '../document-tabs.tsx'
import { DraftList } from './draft-list.client.tsx'
import { FoundDrafts } from './found-drafts.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('documents')
  return { title: words('drafts') }
}

/** *Mina dokument › Utkast*: what is begun, the last touched first. */
export default async function DraftsPage() {
  const ctx = await requireContext('supplier')
  const [drafts, failed] = await Promise.all([listDrafts(ctx), countFailed(ctx)])
  const words = await getTranslations('documents')
  const language = await getLocale()
  const locale = isLocale(language) ? language : 'sv'
  const rows = drafts.map((row) => ({
    id: row.id,
    buyerName: row.buyerName,
    number: row.number,
    isCreditNote: row.kind === 'credit-note',
    amountDue: formatAmount(
      toShortestText(draftTotals(completeDraft(row.draft)).amountDue, 2),
      row.draft.currency || 'SEK',
    ),
    savedAt: formatDateTime(row.updatedAt, locale),
  }))
  return (
    <>
      <PageHeader title={words('title')} />
      <DocumentTabs current="drafts" failed={failed} />
      <ClientMessages namespaces={['documents']}>
        <FoundDrafts
          userId={ctx.userId}
          buyers={Object.fromEntries(rows.map((row) => [row.id, row.buyerName]))}
        />
        <DraftList rows={rows}>
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
        </DraftList>
      </ClientMessages>
    </>
  )
}

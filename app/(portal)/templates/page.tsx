import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { amountText } from '#app/_invoice/money.tsx'
import { requireContext } from '#app/_server/session.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { filledLines, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { maxTemplateName } from '#lib/invoice/template-limits.ts'
import { draftTotals } from '#lib/invoice/totals.ts'
import { readTemplates } from '#lib/services/templates/list-templates.ts'
import { TemplateList } from './template-list.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('templates')
  return { title: words('title') }
}

/** *Sparade fakturamallar* (S25, S26): the templates as cards, and how many of how many there are. */
export default async function TemplatesPage() {
  const ctx = await requireContext('supplier')
  const { rows, limit } = await readTemplates(ctx)
  const words = await getTranslations('templates')
  const locale = await getLocale()
  const cards = rows.map(({ id, name, draft, customerName, lastUsedAt }) => ({
    id,
    name,
    recipient: customerName ?? words('noRecipient'),
    terms: termsOf(draft, words),
    lastUsed: lastUsedAt === null ? words('neverUsed') : formatDate(lastUsedAt),
    total:
      filledLines(draft).length === 0
        ? words('noLines')
        : amountText(draftTotals(draft).amountDue, draft.currency || 'SEK'),
    copyName: words('copyOf', { name: name.slice(0, maxTemplateName - 10) }),
  }))
  return (
    <>
      <PageHeader
        title={words('title')}
        lead={words('count', { used: String(rows.length), limit: String(limit) })}
      />
      <ClientMessages namespaces={['templates']}>
        <TemplateList key={locale} rows={cards}>
          <EmptyState
            drawing="send"
            title={words('emptyTitle')}
            action={
              <LinkButton href="/invoices/new" look="primary">
                {words('create')}
              </LinkButton>
            }
          >
            <p>{words('emptyText')}</p>
          </EmptyState>
        </TemplateList>
      </ClientMessages>
    </>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<'templates'>>>

function termsOf({ paymentTermsDays: days, paymentTermsMode }: InvoiceDraft, words: Words): string {
  if (days === '') return words('termsUsual')
  if (paymentTermsMode === 'end-of-month') return words('termsEndOfMonth', { days })
  return Number(days) === 0 ? words('termsNow') : words('termsNet', { days })
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Banner } from '#app/_components/banner.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { TakesFocus } from '#app/_components/takes-focus.client.tsx'
import { Leaving } from '#app/_form/undo-send/leaving.tsx'
import { requireContext } from '#app/_server/session.ts'
import { listAttachments } from '#lib/services/attachments/read-attachments.ts'
import { readLeaving } from '#lib/services/delivery/undo-send.ts'
import { getInvoice, listReady } from '#lib/services/invoices/read-invoices.ts'
import { readRows } from './read-rows.ts'
import { ReadyInvoice } from './ready-invoice.tsx'
import { SendList } from './send-list.client.tsx'

type SendProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('send')
  return { title: words('title') }
}

/** *Godkänn och skicka* (S35–S37): nothing is ticked beforehand; looking at an invoice is not marking it. */
export default async function SendPage({ searchParams }: SendProps) {
  const ctx = await requireContext('supplier')
  const { show, prepared, removed } = await searchParams
  const ready = await listReady(ctx)
  const leaving = await readLeaving(ctx)
  const words = await getTranslations('send')
  const faults = await getTranslations('faults')
  const status = await getTranslations('status')
  const shown =
    typeof show === 'string' && ready.some((row) => row.id === show) ? await getInvoice(ctx, show) : null
  const files = shown ? await listAttachments(ctx, shown.invoice.id) : []
  const rows = await readRows(ready)
  const preparedRow = rows.find((row) => row.number === prepared)
  return (
    <>
      <div className="no-print">
        <PageHeader title={words('title')} {...(rows.length > 0 ? { lead: words('lead') } : {})} />
        {typeof removed === 'string' && /^[\p{L}\p{N}/-]{1,20}$/u.test(removed) && (
          <div className="mb-4">
            <Banner tone="ok" role="status">
              {words('removed', { number: removed })}
            </Banner>
          </div>
        )}
        {preparedRow && (
          <TakesFocus>
            <Banner tone="ok" role="status">
              {words('prepared', { number: preparedRow.number })}
            </Banner>
          </TakesFocus>
        )}
      </div>
      <div
        className={
          shown ? 'grid items-start gap-6 print:block beside:grid-cols-[minmax(0,1fr)_25rem]' : 'grid gap-6'
        }
      >
        <div className="no-print min-w-0">
          <ClientMessages namespaces={['send']}>
            <SendList
              rows={rows}
              shownId={shown?.invoice.id ?? null}
              statusWords={{ ready: status('ready.word'), blocked: status('mustBeFixed') }}
              awaitingWord={status('awaitingRecipient')}
              leaving={<Leaving invoices={leaving} />}
              leavingIds={leaving.map(({ invoiceId }) => invoiceId)}
              reasons={{
                broken: faults('broken'),
                unknown: faults('unknown'),
                'already-sent': faults('already-sent'),
                'not-ready': faults('not-ready'),
                'changed-since': faults('changed-since'),
                'awaiting-approval': faults('awaiting-approval'),
                'link-ended': faults('link-ended'),
                'demands-unmet': faults('demands-unmet'),
                'cannot-receive': faults('cannot-receive'),
                'channel-missing': faults('channel-missing'),
                'attachment-corrupt': faults('attachment-corrupt'),
                'store-away': faults('store-away'),
                'too-large': faults('too-large'),
                'not-valid': faults('not-valid'),
              }}
            >
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
            </SendList>
          </ClientMessages>
        </div>
        {shown && (
          <section id="invoice" aria-label={words('paperTitle', { number: shown.invoice.number ?? '' })}>
            <h2 className="no-print mb-3">{words('paperTitle', { number: shown.invoice.number ?? '' })}</h2>
            <ReadyInvoice invoice={shown.invoice} files={files} closeHref="/send" />
          </section>
        )}
      </div>
    </>
  )
}

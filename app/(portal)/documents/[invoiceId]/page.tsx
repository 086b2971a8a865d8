import { ArrowLeft, Download } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { buttonClass, LinkButton } from '#app/_components/button.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { DeliveryDetail, DeliveryTag, isInFlight } from '#app/_invoice/delivery-status.tsx'
import { InvoicePaper } from '#app/_invoice/invoice-paper.tsx'
import { amountText } from '#app/_invoice/money.tsx'
import { PrintButton } from '#app/_invoice/print-button.client.tsx'
import { requireContext } from '#app/_server/session.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { RefreshWhile } from '../refresh-while.client.tsx'
import { DeliveryTimeline } from './delivery-timeline.tsx'

type Props = {
  params: Promise<{ invoiceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await requireContext('supplier')
  const found = await getInvoice(ctx, (await params).invoiceId)
  const words = await getTranslations('documents')
  return {
    title: found?.invoice.number ? words('invoice', { number: found.invoice.number }) : words('title'),
  }
}

/** One invoice that is ready or sent: where it stands, what happened, and the paper itself. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const ctx = await requireContext('supplier')
  const { invoiceId } = await params
  const found = await getInvoice(ctx, invoiceId)
  if (!found || found.invoice.state === 'voided') notFound()
  if (found.invoice.state === 'draft') redirect(`/invoices/${invoiceId}`)
  const { invoice, delivery, events } = found
  const words = await getTranslations('documents')
  const paperShown = (await searchParams).paper === 'shown'
  const deliveryState = invoice.state === 'ready' ? null : (delivery?.state ?? null)
  const fetchedAt =
    events.find((event) => event.event === 'fetched' && event.version === invoice.version)?.at ?? null
  const facts = { state: invoice.state, deliveryState, deliveredAt: delivery?.deliveredAt ?? null, fetchedAt }
  return (
    <>
      <div className="no-print">
        <Link href="/documents" className="mb-2 inline-flex min-h-(--control-height) items-center gap-1.5">
          <Icon of={ArrowLeft} />
          {words('back')}
        </Link>
        <PageHeader
          title={words('invoice', { number: invoice.number ?? '' })}
          lead={`${words('to', { name: invoice.buyerName })} · ${amountText(invoice.amountDue ?? '0', invoice.currency)}`}
        />
      </div>
      <div className="grid items-start gap-4 print:block wide:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="no-print grid gap-4 wide:order-last">
          <div role="status" className="card grid justify-items-start gap-2 text-h2">
            <DeliveryTag {...facts} />
            <p className="text-base">
              <DeliveryDetail {...facts} />
            </p>
          </div>
          <section aria-labelledby="timeline" className="card">
            <h2 id="timeline" className="mb-3">
              {words('timeline')}
            </h2>
            <DeliveryTimeline events={events} invoiceState={invoice.state} deliveryState={deliveryState} />
          </section>
          <section aria-label={words('actions')} className="flex flex-wrap gap-3">
            {invoice.state === 'ready' ? (
              <LinkButton href={`/send?show=${invoice.id}`}>{words('toSend')}</LinkButton>
            ) : (
              <a href={`/documents/${invoice.id}/xml`} download className={buttonClass()}>
                <Icon of={Download} />
                {words('downloadXml')}
              </a>
            )}
            <PrintButton>{words('print')}</PrintButton>
            <LinkButton
              href={paperShown ? `/documents/${invoice.id}` : `/documents/${invoice.id}?paper=shown`}
              scroll={false}
              replace
              className="desk:hidden"
            >
              {words(paperShown ? 'hideInvoice' : 'showInvoice')}
            </LinkButton>
          </section>
        </div>
        <div className={paperShown ? '' : 'hidden print:block desk:block'}>
          <InvoicePaper invoice={invoiceFromJson(invoice.snapshot)} />
        </div>
      </div>
      <RefreshWhile active={isInFlight(deliveryState)} />
    </>
  )
}

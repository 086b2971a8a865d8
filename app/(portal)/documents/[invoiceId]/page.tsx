import { ArrowLeft, Download } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { buttonClass } from '#app/_components/button-class.ts'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { CopyButton } from '#app/_form/copy-invoice/copy-button.client.tsx'
import { Leaving } from '#app/_form/undo-send/leaving.tsx'
import { DeliveryDetail, DeliveryTag, isInFlight } from '#app/_invoice/delivery-status.tsx'
import { fileSizeText } from '#app/_invoice/file-size.ts'
import { InvoicePaper } from '#app/_invoice/invoice-paper.tsx'
import { amountText } from '#app/_invoice/money.tsx'
import { PdfButton } from '#app/_invoice/pdf-button.client.tsx'
import { PrintButton } from '#app/_invoice/print-button.client.tsx'
import { requireContext } from '#app/_server/session.ts'
import { canCopy } from '#lib/invoice/copy.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import type { AttachmentView } from '#lib/services/attachments/attachment-view.ts'
import { listAttachments } from '#lib/services/attachments/read-attachments.ts'
import { readLeaving } from '#lib/services/delivery/undo-send.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { isInvoicePdfMade } from '#lib/services/pdf/read-pdf.ts'
import { DeliveryTimeline } from './delivery-timeline.tsx'
import { InvoiceButton } from './invoice-button.client.tsx'
import { LiveStanding } from './live-standing.client.tsx'
import { NotDelivered } from './not-delivered.tsx'
import { RecipientAnswer } from './recipient-answer.tsx'
import { RelatedInvoices } from './related-invoices.tsx'

type Props = {
  params: Promise<{ invoiceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

type Found = NonNullable<Awaited<ReturnType<typeof getInvoice>>>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await requireContext('supplier')
  const found = await getInvoice(ctx, (await params).invoiceId)
  const words = await getTranslations('documents')
  return { title: found?.invoice.number ? await titleOf(found) : words('title') }
}

async function titleOf({ invoice }: Found): Promise<string> {
  const words = await getTranslations('documents')
  return words(invoice.kind === 'credit-note' ? 'creditNote' : 'invoice', { number: invoice.number ?? '' })
}

/** One invoice that is ready, sent or voided: where it stands, what happened, its files, and the paper itself. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const ctx = await requireContext('supplier')
  const { invoiceId } = await params
  const found = await getInvoice(ctx, invoiceId)
  if (!found || found.invoice.removedAt !== null) notFound()
  if (found.invoice.state === 'draft') redirect(`/invoices/${invoiceId}`)
  const { invoice, delivery, events } = found
  const files = await listAttachments(ctx, invoiceId)
  const deliveryState = invoice.sentAt === null ? null : (delivery?.state ?? null)
  const leaving = deliveryState === 'queued' ? await readLeaving(ctx) : []
  const hasPdf = invoice.sentAt === null ? null : await isInvoicePdfMade(ctx, invoiceId)
  const words = await getTranslations('documents')
  const paperShown = (await searchParams).paper === 'shown'
  const fetchedAt =
    events.find((event) => event.event === 'fetched' && event.version === invoice.version)?.at ?? null
  const { state, answer } = invoice
  const facts = {
    state,
    answer,
    deliveryState,
    deliveredAt: delivery?.deliveredAt ?? null,
    nextAttemptAt: delivery?.nextAttemptAt ?? null,
    fetchedAt,
    isSimulated: delivery?.channel === 'simulator',
  }
  return (
    <>
      <div className="no-print">
        <Link href="/documents" className="mb-2 inline-flex min-h-(--control-height) items-center gap-1.5">
          <Icon of={ArrowLeft} />
          {words('back')}
        </Link>
        <PageHeader
          title={await titleOf(found)}
          lead={`${words('to', { name: invoice.buyerName })} · ${amountText(invoice.amountDue ?? '0', invoice.currency)}`}
        />
      </div>
      <div className="grid items-start gap-4 print:block wide:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="no-print grid gap-4 wide:order-last">
          <div className="card grid justify-items-start gap-2 text-h2">
            {/* Read aloud when it changes; what to do about it is found below. */}
            <div role="status" className="grid justify-items-start gap-2">
              <DeliveryTag {...facts} />
              <p className="text-base first-letter:uppercase">
                <DeliveryDetail {...facts} />
              </p>
            </div>
            <NotDelivered {...found} />
            <RecipientAnswer {...found} />
          </div>
          <Leaving invoices={leaving.filter((each) => each.invoiceId === invoiceId)} isOwnPage />
          <RelatedInvoices {...found} />
          <section aria-labelledby="timeline" className="card">
            <h2 id="timeline" className="mb-3">
              {words('timeline')}
            </h2>
            <DeliveryTimeline events={events} invoiceState={invoice.state} deliveryState={deliveryState} />
          </section>
          <Files files={files} />
          <Actions found={found} paperShown={paperShown} hasPdf={hasPdf} />
        </div>
        <div className={paperShown ? '' : 'hidden print:block desk:block'}>
          {invoice.snapshot !== null && (
            <InvoicePaper invoice={invoiceFromJson(invoice.snapshot)} files={files.map(withHref)} />
          )}
        </div>
      </div>
      {invoice.sentAt !== null && (
        <LiveStanding invoiceId={invoice.id} shown={found.standing} isInFlight={isInFlight(deliveryState)} />
      )}
    </>
  )
}

function withHref(file: AttachmentView) {
  return { ...file, href: `/api/attachments/${file.id}` }
}

async function Files({ files }: { files: readonly AttachmentView[] }) {
  const words = await getTranslations('documents')
  return (
    <section aria-labelledby="files" className="card grid gap-2">
      <h2 id="files">{words('files')}</h2>
      {files.length === 0 ? (
        <p className="text-muted">{words('noFiles')}</p>
      ) : (
        <ul className="grid gap-2">
          {files.map((file) => (
            <li key={file.id} className="min-w-0 break-words">
              <a href={withHref(file).href} download>
                {file.fileName}
              </a>{' '}
              <span className="figures text-hint text-muted">
                {[file.description, fileSizeText(file.size)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type ActionsProps = { found: Found; paperShown: boolean; hasPdf: boolean | null }

async function Actions({ found: { invoice }, paperShown, hasPdf }: ActionsProps) {
  const words = await getTranslations('documents')
  return (
    <section aria-label={words('actions')} className="flex flex-wrap gap-3">
      {invoice.state === 'ready' && (
        <LinkButton href={`/send?show=${invoice.id}`}>{words('toSend')}</LinkButton>
      )}
      {hasPdf !== null && (
        <ClientMessages namespaces={['pdf']}>
          <PdfButton href={`/api/invoices/${invoice.id}/pdf`} isMade={hasPdf} />
        </ClientMessages>
      )}
      <PrintButton>{words('print')}</PrintButton>
      {invoice.sentAt !== null && (
        <a href={`/documents/${invoice.id}/xml`} download className={buttonClass()}>
          <Icon of={Download} />
          {words('downloadXml')}
        </a>
      )}
      <LinkButton
        href={paperShown ? `/documents/${invoice.id}` : `/documents/${invoice.id}?paper=shown`}
        scroll={false}
        replace
        className="desk:hidden"
      >
        {words(paperShown ? 'hideInvoice' : 'showInvoice')}
      </LinkButton>
      {canCopy(invoice.state) && (
        <ClientMessages namespaces={['documents']}>
          <CopyButton invoiceId={invoice.id} words={{ button: words('copy'), hint: words('copyHint') }} />
        </ClientMessages>
      )}
      {invoice.kind === 'invoice' && ['sent', 'answered'].includes(invoice.state) && (
        <ClientMessages>
          <InvoiceButton
            act="credit"
            invoiceId={invoice.id}
            words={{ button: words('credit'), pending: words('crediting'), hint: words('creditHint') }}
          />
        </ClientMessages>
      )}
    </section>
  )
}

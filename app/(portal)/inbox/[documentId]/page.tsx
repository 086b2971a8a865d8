import { ArrowLeft, Download } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '#app/_components/button.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { InvoicePaper } from '#app/_invoice/invoice-paper.tsx'
import { PrintButton } from '#app/_invoice/print-button.client.tsx'
import { requireContext } from '#app/_server/session.ts'
import { formatDateTime } from '#lib/i18n/format.ts'
import { isLocale } from '#lib/i18n/locale.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import { openInboxDocument } from '#lib/services/inbox/inbox.ts'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('inbox')
  return { title: words('title') }
}

/** One received invoice as its reader sees it. The first opening is told to the sender (*hämtad*). */
export default async function InboxDocumentPage({ params }: { params: Promise<{ documentId: string }> }) {
  const ctx = await requireContext('recipient')
  const { documentId } = await params
  const document = await openInboxDocument(ctx, documentId)
  if (!document) notFound()
  const words = await getTranslations('inbox')
  const locale = await getLocale()
  const time = formatDateTime(document.receivedAt, isLocale(locale) ? locale : 'sv')
  return (
    <>
      <div className="no-print">
        <Link href="/inbox" className="mb-2 inline-flex min-h-(--control-height) items-center gap-1.5">
          <Icon of={ArrowLeft} />
          {words('back')}
        </Link>
        <PageHeader
          title={words('invoice', { number: document.number })}
          lead={words('from', { name: document.senderName, time })}
        >
          <div className="flex flex-wrap gap-3">
            <a href={`/inbox/${document.id}/xml`} download className={buttonClass()}>
              <Icon of={Download} />
              {words('downloadXml')}
            </a>
            <PrintButton>{words('print')}</PrintButton>
          </div>
        </PageHeader>
      </div>
      <div className="max-w-paper">
        <InvoicePaper invoice={invoiceFromJson(document.snapshot)} />
      </div>
    </>
  )
}

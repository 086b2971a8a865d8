import { ArrowLeft, Download } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '#app/_components/button-class.ts'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { fileSizeText } from '#app/_invoice/file-size.ts'
import { InvoicePaper } from '#app/_invoice/invoice-paper.tsx'
import { PdfButton } from '#app/_invoice/pdf-button.client.tsx'
import { PrintButton } from '#app/_invoice/print-button.client.tsx'
import { requireContext } from '#app/_server/session.ts'
import { formatDateTime } from '#lib/i18n/format.ts'
import { isLocale } from '#lib/i18n/locale.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import { openInboxDocument } from '#lib/services/inbox/inbox.ts'
import { isReceivedPdfMade } from '#lib/services/pdf/read-pdf.ts'
import { AccountWarning } from './account-warning.tsx'
import { OwnAnswer } from './own-answer.tsx'

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
  const files = document.attachments.map(({ fileName, description, size }, index) => ({
    fileName,
    description,
    size,
    href: `/api/inbox/${document.id}/attachments/${index}`,
  }))
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
          title={words(document.kind === 'credit-note' ? 'creditNote' : 'invoice', {
            number: document.number,
          })}
          lead={words('from', { name: document.senderName, time })}
        >
          <div className="flex flex-wrap gap-3">
            <ClientMessages namespaces={['pdf']}>
              <PdfButton
                href={`/api/inbox/${document.id}/pdf`}
                isMade={await isReceivedPdfMade(ctx, document)}
              />
            </ClientMessages>
            <PrintButton>{words('print')}</PrintButton>
            <a href={`/inbox/${document.id}/xml`} download className={buttonClass()}>
              <Icon of={Download} />
              {words('downloadXml')}
            </a>
          </div>
        </PageHeader>
      </div>
      <AccountWarning document={document} />
      <OwnAnswer document={document} />
      <section aria-labelledby="files" className="no-print card mb-4 grid max-w-paper gap-2">
        <h2 id="files">{words('files')}</h2>
        {files.length === 0 ? (
          <p className="text-muted">{words('noFiles')}</p>
        ) : (
          <ul className="grid gap-2">
            {files.map((file) => (
              <li key={file.href} className="min-w-0 break-words">
                <a href={file.href} download>
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
      <div className="max-w-paper">
        <InvoicePaper invoice={invoiceFromJson(document.snapshot)} files={files} />
      </div>
    </>
  )
}

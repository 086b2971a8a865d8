import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Icon } from '#app/_components/icon.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { amountText } from '#app/_invoice/money.tsx'
import { requireContext } from '#app/_server/session.ts'
import { listAttachments } from '#lib/services/attachments/read-attachments.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { ReadyInvoice } from '../ready-invoice.tsx'

type Props = { params: Promise<{ invoiceId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await requireContext('supplier')
  const found = await getInvoice(ctx, (await params).invoiceId)
  const words = await getTranslations('send')
  return {
    title: found?.invoice.number ? words('paperTitle', { number: found.invoice.number }) : words('title'),
  }
}

/** One invoice of *Godkänn och skicka* on a page of its own: what a phone shows instead of the pane. */
export default async function ReadyInvoicePage({ params }: Props) {
  const ctx = await requireContext('supplier')
  const { invoiceId } = await params
  const found = await getInvoice(ctx, invoiceId)
  if (!found) notFound()
  if (found.invoice.state !== 'ready') redirect(`/documents/${invoiceId}`)
  const files = await listAttachments(ctx, invoiceId)
  const words = await getTranslations('send')
  return (
    <div className="max-w-paper">
      <div className="no-print">
        <Link href="/send" className="mb-2 inline-flex min-h-(--control-height) items-center gap-1.5">
          <Icon of={ArrowLeft} />
          {words('back')}
        </Link>
        <PageHeader
          title={words('paperTitle', { number: found.invoice.number ?? '' })}
          lead={`${found.invoice.buyerName} · ${amountText(found.invoice.amountDue ?? '0', found.invoice.currency)}`}
        />
      </div>
      <ReadyInvoice invoice={found.invoice} files={files} />
    </div>
  )
}

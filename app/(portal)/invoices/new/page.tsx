import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireContext } from '#app/_server/session.ts'
import { newId } from '#lib/core/ids.ts'
import { startDraft } from '#lib/services/invoices/drafts.ts'
import { openTemplate } from '#lib/services/templates/open-template.ts'
import { EditorPage } from '../editor-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('invoice')
  return { title: words('title') }
}

type NewInvoiceProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** *Skapa e-faktura*: an empty form, for a customer when one is named, or filled in from a template (S27). Nothing is stored before something is typed. */
export default async function NewInvoicePage({ searchParams }: NewInvoiceProps) {
  const ctx = await requireContext('supplier')
  const { customer, template } = await searchParams
  if (typeof template === 'string') {
    const ids = { invoiceId: newId(), lineKey: newId(), templateId: template }
    const opened = await openTemplate(ctx, ids)
    if (!opened.ok) notFound()
    return <EditorPage data={opened.value} files={[]} user={ctx} />
  }
  const data = await startDraft(ctx, {
    invoiceId: newId(),
    lineKey: newId(),
    ...(typeof customer === 'string' ? { customerId: customer } : {}),
  })
  return <EditorPage data={data} files={[]} user={ctx} />
}

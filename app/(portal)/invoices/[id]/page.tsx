import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireContext } from '#app/_server/session.ts'
import { listAttachments } from '#lib/services/attachments/read-attachments.ts'
import { openDraft } from '#lib/services/invoices/drafts.ts'
import { EditorPage } from '../editor-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('invoice')
  return { title: words('title') }
}

/** A saved draft's form. What no longer is a draft is shown where it lies now. */
export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext('supplier')
  const { id } = await params
  const opened = await openDraft(ctx, id)
  if (opened.ok) {
    const files = await listAttachments(ctx, id)
    return <EditorPage key={opened.value.id} data={opened.value} files={files} user={ctx} />
  }
  if (opened.code === 'moved-on') redirect(`/documents/${id}`)
  notFound()
}

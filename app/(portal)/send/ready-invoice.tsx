import { X } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { ClientMessages } from '#app/_components/client-messages.tsx'
import { InvoiceAttachments } from '#app/_form/attachments/invoice-attachments.client.tsx'
import { InvoicePaper } from '#app/_invoice/invoice-paper.tsx'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import type { AttachmentView } from '#lib/services/attachments/attachment-view.ts'
import { InvoiceActions } from './invoice-actions.client.tsx'

type ReadyInvoiceProps = {
  invoice: { id: string; number: string | null; snapshot: unknown }
  files: readonly AttachmentView[]
  /** Where *Dölj fakturan* goes; absent where the invoice is the whole page. */
  closeHref?: string
}

/** A chosen invoice (S36): what can be done with it, its files, its picture. */
export async function ReadyInvoice({ invoice, files, closeHref }: ReadyInvoiceProps) {
  const words = await getTranslations('send')
  return (
    <div className="grid gap-4">
      <div className="no-print grid gap-4">
        <ClientMessages namespaces={['send', 'attachments']}>
          <InvoiceActions invoiceId={invoice.id} number={invoice.number ?? ''}>
            {closeHref && (
              <LinkButton href={closeHref} icon={X} look="quiet" scroll={false}>
                {words('closePaper')}
              </LinkButton>
            )}
          </InvoiceActions>
          <InvoiceAttachments invoiceId={invoice.id} files={files} canChange level={closeHref ? 3 : 2} />
        </ClientMessages>
      </div>
      <InvoicePaper
        invoice={invoiceFromJson(invoice.snapshot)}
        files={files.map((file) => ({ ...file, href: `/api/attachments/${file.id}` }))}
      />
    </div>
  )
}

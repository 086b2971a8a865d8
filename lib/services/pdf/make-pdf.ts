import { createHash } from 'node:crypto'
import type { Jobs } from '#db/jobs.ts'
import { findDelivery, findDeliveryOfVersion } from '#db/queries/deliveries.ts'
import { findInvoice } from '#db/queries/invoices.ts'
import { findPdf, insertPdf } from '#db/queries/pdfs.ts'
import { withTenant } from '#db/with-tenant.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import { readXml } from '#lib/adapters/storage/read-verified.ts'
import { documentLanguageOf } from '#lib/invoice/document-words.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import { invoicePdf } from '#lib/pdf/invoice-pdf.ts'
import type { Platform } from '#lib/services/context.ts'

/**
 * Makes the PDF of a sent version, in the invoice's language, and notes it for its sender and, where it goes to an
 * inbox here, for its recipient. Safe to repeat: the same version is the same bytes under the same key, and what is
 * noted already stays. Nothing is made of a version that was stopped, nor of bytes that are not those that were sent.
 * Throws when the store or the database does not answer.
 */
export async function makePdf(
  ctx: Platform,
  { tenantId, invoiceId, version }: Jobs['make-pdf'],
): Promise<void> {
  const found = await withTenant(ctx.db, tenantId, async (tx) => {
    const delivery = await findDeliveryOfVersion(tx, tenantId, invoiceId, version)
    if (delivery === null || delivery.state === 'cancelled') return null
    if ((await findPdf(tx, tenantId, delivery.messageId)) !== null) return null
    const sent = await findDelivery(tx, tenantId, delivery.id)
    const invoice = await findInvoice(tx, tenantId, invoiceId)
    return sent && invoice && { ...sent, draft: invoice.draft }
  })
  if (!found) return
  const pdf = await render(ctx, found)
  if (pdf === null) return ctx.log.error({ tenantId, invoiceId, version }, 'no PDF: the document is corrupt')
  failpoint('pdf.after-object')
  const { messageId, recipientCompanyId } = found.delivery
  const row = { messageId, ...pdf, madeAt: ctx.clock.now() }
  if (recipientCompanyId !== null)
    await withTenant(ctx.db, recipientCompanyId, (tx) => insertPdf(tx, recipientCompanyId, row))
  failpoint('pdf.after-first-row')
  // The sender's comes last: where it is, all is done.
  await withTenant(ctx.db, tenantId, (tx) => insertPdf(tx, tenantId, row))
}

type Sent = NonNullable<Awaited<ReturnType<typeof findDelivery>>> & {
  draft: NonNullable<Awaited<ReturnType<typeof findInvoice>>>['draft']
}

/** Renders and stores; null when the document is not what was sent. The object is named by its bytes. */
async function render(
  ctx: Platform,
  sent: Sent,
): Promise<{ key: string; sha256: string; size: number } | null> {
  const xml = await readXml(ctx.store, sent)
  if (xml === 'corrupt') return null
  const invoice = invoiceFromJson(sent.snapshot)
  const bytes = invoicePdf(invoice, xml, {
    locale: documentLanguageOf(sent.draft, invoice.buyer.address.country),
    sentAt: sent.delivery.createdAt,
    files: sent.attachments,
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = `pdf/${sent.delivery.tenantId}/${sha256}`
  await ctx.store.put(key, bytes)
  return { key, sha256, size: bytes.byteLength }
}

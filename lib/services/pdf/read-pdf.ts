import type { Transaction } from '#db/client.ts'
import { findDeliveryOfVersion } from '#db/queries/deliveries.ts'
import { findInvoice } from '#db/queries/invoices.ts'
import { findPdf } from '#db/queries/pdfs.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result } from '#lib/core/result.ts'
import { type FileProblem, readFileOf, type StoredFile } from '#lib/services/attachments/stored-file.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { openInboxDocument } from '#lib/services/inbox/inbox.ts'
import { planPdf } from './plan-pdf.ts'

/** Why there is no PDF to hand out. `being-made`: there will be one in a moment. */
export type PdfProblem = FileProblem | 'being-made'

type Found = { number: string; pdf: Awaited<ReturnType<typeof findPdf>> }

/** The PDF of the newest sent version of the company's invoice. `unknown` when it is not theirs or was not sent. */
export async function getInvoicePdf(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<StoredFile, PdfProblem>> {
  return handOut(ctx, await findInvoicePdf(ctx, invoiceId))
}

/** Whether that PDF can be fetched; it is begun where it was not. Null when there is none and will be none. */
export async function isInvoicePdfMade(ctx: TenantContext, invoiceId: string): Promise<boolean | null> {
  const found = await findInvoicePdf(ctx, invoiceId)
  return found && found.pdf !== null
}

async function findInvoicePdf(ctx: TenantContext, invoiceId: string): Promise<Found | null> {
  if (!isUuid(invoiceId)) return null
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await findInvoice(tx, ctx.tenantId, invoiceId)
    const delivery = invoice && (await findDeliveryOfVersion(tx, ctx.tenantId, invoiceId, invoice.version))
    if (!invoice || !delivery || delivery.state === 'cancelled') return null
    const { messageId, version } = delivery
    const pdf = await findOrPlan(ctx, tx, { tenantId: ctx.tenantId, invoiceId, version, messageId })
    return { number: invoice.number ?? '', pdf }
  })
}

/** The PDF of a received document; fetching it counts as opening the document. `unknown` when it is not theirs. */
export async function readReceivedPdf(
  ctx: TenantContext,
  documentId: string,
): Promise<Result<StoredFile, PdfProblem>> {
  const document = await openInboxDocument(ctx, documentId)
  return handOut(ctx, document && { number: document.number, pdf: await findReceivedPdf(ctx, document) })
}

/** Whether a received document's PDF can be fetched; it is begun where it was not. */
export async function isReceivedPdfMade(ctx: TenantContext, document: Received): Promise<boolean> {
  return (await findReceivedPdf(ctx, document)) !== null
}

type Received = { messageId: string; senderTenantId: string; senderInvoiceId: string; senderVersion: number }

async function findReceivedPdf(ctx: TenantContext, document: Received) {
  const { messageId, senderTenantId: tenantId, senderInvoiceId: invoiceId, senderVersion: version } = document
  return withTenant(ctx.db, ctx.tenantId, (tx) =>
    findOrPlan(ctx, tx, { tenantId, invoiceId, version, messageId }),
  )
}

async function findOrPlan(ctx: TenantContext, tx: Transaction, version: Parameters<typeof planPdf>[2]) {
  const pdf = await findPdf(tx, ctx.tenantId, version.messageId)
  if (pdf === null) await planPdf(ctx, tx, version)
  return pdf
}

async function handOut(ctx: TenantContext, found: Found | null): Promise<Result<StoredFile, PdfProblem>> {
  if (found === null) return fail('unknown')
  if (found.pdf === null) return fail('being-made')
  const fileName = `faktura-${found.number.replaceAll('/', '-')}.pdf`
  return readFileOf(ctx, { ...found.pdf, fileName, mimeType: 'application/pdf' })
}

import { insertInvoiceEvent } from '#db/queries/audit.ts'
import { listInvoiceEvents } from '#db/queries/invoice-versions.ts'
import { findInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import type { Platform } from '#lib/services/context.ts'

/** Writes to the sender's timeline that the recipient has opened the invoice (*hämtad*), once. */
export async function noteFetched(
  ctx: Platform,
  input: { tenantId: string; invoiceId: string; version: number; messageId: string; at: string },
): Promise<void> {
  await withTenant(ctx.db, input.tenantId, async (tx) => {
    if (!(await findInvoice(tx, input.tenantId, input.invoiceId))) return
    const events = await listInvoiceEvents(tx, input.tenantId, input.invoiceId)
    if (events.some((event) => event.event === 'fetched' && event.version === input.version)) return
    await insertInvoiceEvent(tx, input.tenantId, {
      invoiceId: input.invoiceId,
      version: input.version,
      event: 'fetched',
      evidence: { messageId: input.messageId },
      at: new Date(input.at),
    })
  })
}

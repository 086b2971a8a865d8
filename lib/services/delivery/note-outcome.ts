import type { Transaction } from '#db/client.ts'
import { insertInvoiceEvent } from '#db/queries/audit.ts'
import type { findDelivery } from '#db/queries/deliveries.ts'
import { lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import type { Platform } from '#lib/services/context.ts'
import type { Outcome } from './outcome.ts'
import { tellSender } from './tell-sender.ts'

type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>['delivery']

/**
 * Writes where a delivery stands now to its invoice's timeline, and to its sender where that is news. A delivery that
 * has failed takes its invoice along, for it to be mended.
 */
export async function noteOutcome(
  ctx: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  delivery: Delivery,
  state: Outcome['state'],
  evidence: Record<string, string | number>,
): Promise<void> {
  const { tenantId, invoiceId, version, messageId, channel } = delivery
  const now = ctx.clock.now()
  if (state === 'failed') {
    const invoice = await lockInvoice(tx, tenantId, invoiceId)
    if (invoice?.state === 'sent' && invoice.version === version) {
      await updateInvoice(tx, tenantId, invoiceId, { state: 'failed', updatedAt: now })
    }
  }
  await insertInvoiceEvent(tx, tenantId, {
    invoiceId,
    version,
    event: state,
    evidence: { messageId, channel, ...evidence },
    at: now,
  })
  if (state === 'failed') await tellSender(ctx, tx, delivery, 'invoice-failed')
  if (state === 'delivered') await tellSender(ctx, tx, delivery, 'invoice-delivered')
}

import { insertAudit } from '#db/queries/audit.ts'
import { findDeliveryOfVersion } from '#db/queries/deliveries.ts'
import { findInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid, uuidV5 } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'

/**
 * *Fråga igen*: lets the worker take up a delivery at once of which nobody knows whether it arrived, or that waits for
 * its next attempt. It asks before it sends anything, and the bytes and the message id are the same. Pressed twice, it
 * is done once. `moved-on` when the delivery stands otherwise by now.
 */
export async function tryAgain(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<{ invoiceId: string }, 'unknown' | 'moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await findInvoice(tx, ctx.tenantId, invoiceId)
    if (!invoice) return fail('unknown')
    const delivery = await findDeliveryOfVersion(tx, ctx.tenantId, invoiceId, invoice.version)
    if (delivery?.state !== 'uncertain' && delivery?.state !== 'retrying') return fail('moved-on')
    const { id: deliveryId, attempts, messageId } = delivery
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'delivery.tried-again',
      subjectId: invoiceId,
      details: { messageId, attempts },
      at: ctx.clock.now(),
    })
    await ctx.jobs.enqueue(tx, 'deliver', uuidV5(messageId, `again after ${attempts}`), {
      tenantId: ctx.tenantId,
      deliveryId,
      after: attempts,
    })
    return succeed({ invoiceId })
  })
}

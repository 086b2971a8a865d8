import { findDeliveryOfVersion } from '#db/queries/deliveries.ts'
import { findInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { canTakeUp, takeUp } from './take-up.ts'

/**
 * *Fråga igen*: lets the worker take up a delivery at once of which nobody knows whether it arrived, or that waits for
 * its next attempt. It asks before it sends anything, and the bytes and the message id are the same. Pressed twice, it
 * is done once. `delivery-moved-on` when the delivery stands otherwise by now, or is a letter that nobody can ask about.
 */
export async function tryAgain(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<{ invoiceId: string }, 'unknown' | 'delivery-moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await findInvoice(tx, ctx.tenantId, invoiceId)
    if (!invoice) return fail('unknown')
    const delivery = await findDeliveryOfVersion(tx, ctx.tenantId, invoiceId, invoice.version)
    if (!delivery || delivery.state === 'queued' || !canTakeUp(delivery, ctx.clock.now()))
      return fail('delivery-moved-on')
    await takeUp(ctx, tx, ctx.tenantId, delivery, { userId: ctx.userId, action: 'delivery.tried-again' })
    return succeed({ invoiceId })
  })
}

import type { Jobs } from '#db/jobs.ts'
import { findDelivery } from '#db/queries/deliveries.ts'
import { withTenant } from '#db/with-tenant.ts'
import type { DeliveryState } from '#lib/invoice/lifecycle.ts'
import type { Platform } from '#lib/services/context.ts'
import { tellSender } from './tell-sender.ts'

/** How long after sending a person is told that nobody has said that an invoice arrived (R9). */
export const watchMinutes = 30

const withoutReceipt: readonly DeliveryState[] = ['queued', 'sending', 'retrying', 'handed-over', 'uncertain']

/** Tells whoever sent a version that there is no receipt for it yet. Nothing where it has arrived, failed or was undone. */
export async function watchDelivery(
  ctx: Platform,
  { tenantId, deliveryId }: Jobs['watch-delivery'],
): Promise<void> {
  await withTenant(ctx.db, tenantId, async (tx) => {
    const found = await findDelivery(tx, tenantId, deliveryId)
    if (!found || !withoutReceipt.includes(found.delivery.state)) return
    await tellSender(ctx, tx, found.delivery, 'invoice-no-receipt')
  })
}

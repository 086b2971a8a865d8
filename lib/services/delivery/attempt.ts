import type { findDelivery } from '#db/queries/deliveries.ts'
import type { DeliveryState } from '#lib/invoice/lifecycle.ts'

/**
 * An attempt that has been recorded: its number from 1, the delivery, and the frozen version it delivers. `from`: where
 * the delivery stood before; `sending` when the attempt before this one has left no outcome.
 */
export type Attempt = NonNullable<Awaited<ReturnType<typeof findDelivery>>> & {
  readonly number: number
  readonly from: DeliveryState
}

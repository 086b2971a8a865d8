import type { findDelivery } from '#db/queries/deliveries.ts'

/** An attempt that has been recorded: its number from 1, the delivery, and the frozen version it delivers. */
export type Attempt = NonNullable<Awaited<ReturnType<typeof findDelivery>>> & { readonly number: number }

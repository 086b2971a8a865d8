import { z } from 'zod'

/** An act of the operator on one delivery. */
export const deliveryForm = z.strictObject({ deliveryId: z.uuid('unreadable') })

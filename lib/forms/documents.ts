import { z } from 'zod'

/** An act on one invoice or draft: void, take away, bring back, credit. */
export const invoiceForm = z.strictObject({ invoiceId: z.uuid('unreadable') })

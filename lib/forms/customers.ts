import { z } from 'zod'
import { optionalLine, optionalText } from './text.ts'

/** *Lägg till {företag}*, step 2: what was said in step 1, confirmed. */
export const customerForm = z.strictObject({
  partyId: z.uuid('unreadable'),
  customerNumber: optionalLine(30),
  message: optionalText(500),
})

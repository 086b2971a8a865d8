import { z } from 'zod'
import { requiredLine } from './text.ts'

/** An act on one invoice or draft: void, take away, bring back, credit. */
export const invoiceForm = z.strictObject({ invoiceId: z.uuid('unreadable') })

const documentId = z.uuid('unreadable')

/** *Acceptera* and *Markera som betald*. */
export const plainAnswerForm = z.strictObject({
  documentId,
  answer: z.enum(['accepted', 'paid'], 'unreadable'),
})

/** *Under utredning…*: what the recipient wants to know. */
export const queryAnswerForm = z.strictObject({ documentId, question: requiredLine('question-missing', 300) })

/** *Avvisa…*: the supplier mends the invoice by the reason. */
export const rejectAnswerForm = z.strictObject({ documentId, reason: requiredLine('reason-missing', 300) })

import { z } from 'zod'
import { type InvoiceDraft, maxLines } from '#lib/invoice/draft.ts'

const text = (max: number) => z.string().max(max)

/** A typed date: room for `31 december 2026` and for what is not a date. */
const dateText = text(40)
const numberText = text(40)

const draftLineSchema = z.strictObject({
  key: z.string().min(1).max(64),
  itemName: text(200),
  quantity: numberText,
  unit: text(3),
  unitPrice: numberText,
  vatChoice: text(40),
  lineNote: text(500),
})

/**
 * A draft as a form sends it: every field there and none else, text within its greatest length, at most 999 lines with
 * different keys. Says nothing of meaning: an unfinished draft may be saved.
 */
export const draftSchema = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['invoice', 'credit-note']),
  customerId: text(64),
  invoiceNumber: text(20),
  invoiceNumberEdited: z.boolean(),
  issueDate: dateText,
  issueDateEdited: z.boolean(),
  paymentTermsDays: text(20),
  dueDate: dateText,
  dueDateEdited: z.boolean(),
  paymentTermsText: text(300),
  paymentTermsTextEdited: z.boolean(),
  buyerReference: text(50),
  purchaseOrderReference: text(50),
  contractReference: text(50),
  sellerContactName: text(100),
  deliveryDate: dateText,
  periodStart: dateText,
  periodEnd: dateText,
  note: text(1000),
  currency: text(3),
  paymentAccountIds: z.array(text(64)).max(20),
  lines: z
    .array(draftLineSchema)
    .max(maxLines)
    .refine((lines) => new Set(lines.map((line) => line.key)).size === lines.length),
}) satisfies z.ZodType<InvoiceDraft>

import { z } from 'zod'
import { type InvoiceDraft, maxLines } from '#lib/invoice/draft.ts'

const text = (max: number) => z.string().max(max)

/** A typed date: room for `31 december 2026` and for what is not a date. */
const dateText = text(40)
const numberText = text(40)

const adjustmentShape = {
  key: z.string().min(1).max(64),
  isCharge: z.boolean(),
  reasonCode: text(3),
  reason: text(100),
  value: numberText,
  unit: z.enum(['percent', 'amount']),
}

const draftLineSchema = z.strictObject({
  key: z.string().min(1).max(64),
  itemName: text(200),
  quantity: numberText,
  /** A code; room for a word pasted from a spreadsheet that is none. */
  unit: text(20),
  unitPrice: numberText,
  vatChoice: text(40),
  lineNote: text(500),
  exemptionReason: text(200),
  itemDescription: text(500),
  sellerItemId: text(50),
  buyerItemId: text(50),
  standardItemId: text(20),
  classificationList: text(3),
  classificationCode: text(20),
  originCountry: text(2),
  attributes: z.array(z.strictObject({ name: text(50), value: text(100) })).max(20),
  periodStart: dateText,
  periodEnd: dateText,
  orderLineReference: text(20),
  accountingReference: text(100),
  objectReference: text(50),
  adjustments: z.array(z.strictObject(adjustmentShape)).max(10),
  baseQuantity: numberText,
  grossPrice: numberText,
  priceDiscount: numberText,
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
  paymentTermsMode: z.enum(['net', 'end-of-month']),
  dueDate: dateText,
  dueDateEdited: z.boolean(),
  paymentTermsText: text(300),
  paymentTermsTextEdited: z.boolean(),
  buyerReference: text(50),
  purchaseOrderReference: text(50),
  contractReference: text(50),
  salesOrderReference: text(50),
  invoicedObjectReference: text(50),
  invoicedObjectScheme: text(3),
  projectReference: text(50),
  buyerAccountingReference: text(100),
  despatchReference: text(50),
  receiptReference: text(50),
  tenderReference: text(50),
  precedingInvoices: z
    .array(z.strictObject({ invoiceId: text(64), number: text(50), issueDate: dateText }))
    .max(20),
  buyerIdentifier: text(35),
  buyerVatNumber: text(20),
  electronicAddress: text(60),
  buyerContactName: text(100),
  buyerContactPhone: text(30),
  buyerContactEmail: text(254),
  sellerContactName: text(100),
  deliveryDate: dateText,
  periodStart: dateText,
  periodEnd: dateText,
  deliverToName: text(100),
  deliverToLocationId: text(20),
  deliverToStreet: text(100),
  deliverToStreet2: text(100),
  deliverToLine3: text(100),
  deliverToPostalCode: text(10),
  deliverToCity: text(60),
  deliverToSubdivision: text(60),
  deliverToCountry: text(2),
  note: text(1000),
  currency: text(3),
  exchangeRate: numberText,
  exchangeRateDate: dateText,
  documentLanguage: z.enum(['', 'sv', 'en']),
  pricesIncludeVat: z.boolean(),
  adjustments: z.array(z.strictObject({ ...adjustmentShape, vatChoice: text(40) })).max(50),
  paidAmount: numberText,
  paymentReference: text(35),
  paymentReferenceEdited: z.boolean(),
  paymentAccountIds: z.array(text(64)).max(20),
  lines: z
    .array(draftLineSchema)
    .max(maxLines)
    .refine((lines) => new Set(lines.map((line) => line.key)).size === lines.length),
  templateId: text(64),
  copiedFrom: text(64).default(''),
  toConfirm: z.array(text(40)).max(20).default([]),
}) satisfies z.ZodType<InvoiceDraft>

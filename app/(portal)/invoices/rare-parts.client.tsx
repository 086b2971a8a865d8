'use client'

/** The parts of the form that show after a press, or where a draft has something in them: one script, fetched later. */

export { InvoiceAttachments } from '#app/_form/attachments/invoice-attachments.client.tsx'
export { demandParams } from '#lib/i18n/demand-params.ts'
export { cleanReference } from '#lib/invoice/clean-reference.ts'
export { pastedLines } from '#lib/invoice/pasted-lines.ts'
export { CopiedFoodVat } from './copied-food-vat.client.tsx'
export { CreditedInvoice } from './credited-invoice.client.tsx'
export { DemandedCells } from './detail-cells.client.tsx'
export { FixStrip } from './fix-strip.client.tsx'
export { LineDetails } from './line-details.client.tsx'
export { LineSheet } from './line-sheet.client.tsx'
export {
  BuyerFields,
  DeliveryFields,
  MessageFields,
  MoneyFields,
  ReferenceFields,
} from './more-fields.client.tsx'
export { SaveTemplateDialog } from './save-template-dialog.client.tsx'
export { SignInDialog } from './sign-in-dialog.client.tsx'
export { UndoStrip } from './undo-strip.client.tsx'

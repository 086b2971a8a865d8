import type { InvoiceKind } from '#lib/invoice/draft.ts'

/** What is called differently in an Invoice and in a CreditNote, and the code of its type (BT-3). */
export type DocumentNames = {
  readonly root: string
  readonly typeCode: string
  readonly type: string
  readonly line: string
  readonly quantity: string
}

/** The names of each kind of document. PEPPOL-EN16931-P0100, P0101: never any other type than 380 and 381. */
export const documentNames: Readonly<Record<InvoiceKind, DocumentNames>> = {
  invoice: {
    root: 'Invoice',
    typeCode: 'cbc:InvoiceTypeCode',
    type: '380',
    line: 'cac:InvoiceLine',
    quantity: 'cbc:InvoicedQuantity',
  },
  'credit-note': {
    root: 'CreditNote',
    typeCode: 'cbc:CreditNoteTypeCode',
    type: '381',
    line: 'cac:CreditNoteLine',
    quantity: 'cbc:CreditedQuantity',
  },
}

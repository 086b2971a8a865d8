import type { EmbeddedFile, Invoice, PrecedingInvoice } from '#lib/invoice/model.ts'
import { binaryLeaf, branch, leaf, type Part } from './tree.ts'

/** DocumentTypeCode of an invoiced object (BT-18, BT-128). PEPPOL-EN16931-R101. */
export const objectType = '130'

/** DocumentTypeCode of a project in a credit note (BT-11), which has no ProjectReference. */
export const projectType = '50'

/** UBL has no sales order without a purchase order: this stands for the one that is missing. */
export const noPurchaseOrder = 'NA'

/**
 * Everything between the invoicing period and the seller, in the order of the schema, files included. The tender
 * stands before the contract in an invoice and after the supporting documents in a credit note.
 */
export function writeReferences(invoice: Invoice, files: readonly EmbeddedFile[]): readonly Part[] {
  const isInvoice = invoice.kind === 'invoice'
  const tender = reference('cac:OriginatorDocumentReference', invoice.tenderReference)
  return [
    writeOrder(invoice),
    ...invoice.precedingInvoices.map(writePreceding),
    reference('cac:DespatchDocumentReference', invoice.despatchReference),
    reference('cac:ReceiptDocumentReference', invoice.receiptReference),
    isInvoice ? tender : null,
    reference('cac:ContractDocumentReference', invoice.contractReference),
    typedReference('cac:AdditionalDocumentReference', invoice.invoicedObject, objectType),
    isInvoice
      ? null
      : typedReference('cac:AdditionalDocumentReference', { id: invoice.projectReference }, projectType),
    ...files.map(writeFile),
    isInvoice ? reference('cac:ProjectReference', invoice.projectReference) : tender,
  ]
}

/** The invoiced object of a line (BT-128). PEPPOL-EN16931-R100, R101. */
export function writeLineObject(id: string): Part {
  return typedReference('cac:DocumentReference', { id }, objectType)
}

/** OrderReference (BT-13, BT-14). */
function writeOrder({ purchaseOrderReference, salesOrderReference }: Invoice): Part {
  const salesOrder = leaf('cbc:SalesOrderID', salesOrderReference)
  const order = leaf('cbc:ID', purchaseOrderReference)
  return branch('cac:OrderReference', [
    order ?? (salesOrder === null ? null : leaf('cbc:ID', noPurchaseOrder)),
    salesOrder,
  ])
}

/** BillingReference (BG-3). Without its number (BR-55) it is not written. */
function writePreceding({ number, issueDate }: PrecedingInvoice): Part {
  const id = leaf('cbc:ID', number)
  if (id === null) return null
  const issued = leaf('cbc:IssueDate', issueDate ?? '')
  return branch('cac:BillingReference', [branch('cac:InvoiceDocumentReference', [id, issued])])
}

/** AdditionalDocumentReference with a file inside (BG-24). Its id bears no scheme and no type. UBL-SR-43. */
function writeFile(file: EmbeddedFile): Part {
  return branch('cac:AdditionalDocumentReference', [
    leaf('cbc:ID', file.reference),
    leaf('cbc:DocumentDescription', file.description),
    branch('cac:Attachment', [
      binaryLeaf('cbc:EmbeddedDocumentBinaryObject', file.base64, {
        mimeCode: file.mimeCode,
        filename: file.fileName,
      }),
    ]),
  ])
}

function reference(name: string, id: string): Part {
  return branch(name, [leaf('cbc:ID', id)])
}

/** A reference that a code tells the meaning of; the code never stands alone. */
function typedReference(
  name: string,
  { id, scheme = '' }: { readonly id: string; readonly scheme?: string },
  type: string,
): Part {
  const written = leaf('cbc:ID', id, { schemeID: scheme })
  return written === null ? null : branch(name, [written, leaf('cbc:DocumentTypeCode', type)])
}

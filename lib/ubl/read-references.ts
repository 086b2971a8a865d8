import type { EmbeddedFile, Invoice, PrecedingInvoice } from '#lib/invoice/model.ts'
import type { DocumentReader } from './document-reader.ts'
import { childrenNamed, type UblElement } from './tree.ts'
import { noPurchaseOrder, objectType, projectType } from './write-references.ts'

const typeCode = 'cbc:DocumentTypeCode'
const embedded = 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject'

/** The invoice's references that stand between the invoicing period and the seller. */
export type ReadReferences = Pick<
  Invoice,
  | 'purchaseOrderReference'
  | 'salesOrderReference'
  | 'precedingInvoices'
  | 'despatchReference'
  | 'receiptReference'
  | 'tenderReference'
  | 'contractReference'
  | 'invoicedObject'
  | 'projectReference'
>

/** All references but the files. What a credit note calls a project is the first document of type 50. */
export function readReferences(
  reader: DocumentReader,
  root: UblElement,
  kind: Invoice['kind'],
): ReadReferences {
  const of = (name: string) => reader.text(root, `cac:${name}/cbc:ID`)
  return {
    ...readOrder(reader, root),
    precedingInvoices: childrenNamed(root, 'cac:BillingReference').flatMap((each) =>
      readPreceding(reader, each),
    ),
    despatchReference: of('DespatchDocumentReference'),
    receiptReference: of('ReceiptDocumentReference'),
    tenderReference: of('OriginatorDocumentReference'),
    contractReference: of('ContractDocumentReference'),
    invoicedObject: readObject(reader, root),
    projectReference:
      kind === 'invoice'
        ? of('ProjectReference')
        : readTyped(reader, root, 'cac:AdditionalDocumentReference', projectType).id,
  }
}

/** The files inside the document (BG-24), in their order. A reference to a file elsewhere is left. */
export function readFiles(reader: DocumentReader, root: UblElement): readonly EmbeddedFile[] {
  return childrenNamed(root, 'cac:AdditionalDocumentReference').flatMap((each) => {
    if (reader.look(each, typeCode) !== '') return []
    const base64 = reader.base64(each, embedded)
    if (base64 === '') return []
    return [
      {
        reference: reader.text(each, 'cbc:ID'),
        description: reader.text(each, 'cbc:DocumentDescription'),
        fileName: reader.attribute(each, embedded, 'filename'),
        mimeCode: reader.attribute(each, embedded, 'mimeCode'),
        base64,
      },
    ]
  })
}

/** The invoiced object of a line (BT-128); a scheme, which the model has no place for, is left. */
export function readLineObject(reader: DocumentReader, line: UblElement): string {
  return readTyped(reader, line, 'cac:DocumentReference', objectType).id
}

/** What is invoiced (BT-18): the first document of type 130, with its scheme. */
function readObject(reader: DocumentReader, root: UblElement): Invoice['invoicedObject'] {
  const { element, id } = readTyped(reader, root, 'cac:AdditionalDocumentReference', objectType)
  return { scheme: reader.attribute(element, 'cbc:ID', 'schemeID'), id }
}

/** OrderReference (BT-13, BT-14). `NA` beside a sales order is what stands for a purchase order that is missing. */
function readOrder(
  reader: DocumentReader,
  root: UblElement,
): Pick<Invoice, 'purchaseOrderReference' | 'salesOrderReference'> {
  const salesOrderReference = reader.text(root, 'cac:OrderReference/cbc:SalesOrderID')
  const order = reader.text(root, 'cac:OrderReference/cbc:ID')
  const isMissing = salesOrderReference !== '' && order === noPurchaseOrder
  return { purchaseOrderReference: isMissing ? '' : order, salesOrderReference }
}

/** BillingReference (BG-3). Without a number there is no invoice to name, and all of it is left. */
function readPreceding(reader: DocumentReader, reference: UblElement): readonly PrecedingInvoice[] {
  const path = 'cac:InvoiceDocumentReference'
  const number = reader.text(reference, `${path}/cbc:ID`)
  return number === '' ? [] : [{ number, issueDate: reader.date(reference, `${path}/cbc:IssueDate`) }]
}

function readTyped(reader: DocumentReader, from: UblElement, name: string, type: string) {
  const element =
    childrenNamed(from, name).find(
      (each) => reader.look(each, typeCode) === type && reader.look(each, 'cbc:ID') !== '',
    ) ?? null
  reader.constant(element, typeCode, type)
  return { element, id: reader.text(element, 'cbc:ID') }
}

import { isoDateOf } from '#lib/core/dates.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { InvoiceKind } from '#lib/invoice/draft.ts'
import type { EmbeddedFile, Invoice } from '#lib/invoice/model.ts'
import { documentNames } from './document-names.ts'
import { DocumentReader } from './document-reader.ts'
import { readDocumentAdjustment } from './read-adjustment.ts'
import { readMonetaryTotal, readTaxTotals } from './read-amounts.ts'
import { readDelivery, readPeriod } from './read-delivery.ts'
import { readLine } from './read-line.ts'
import { readBuyer, readSeller } from './read-party.ts'
import { readPayment, readPaymentDueDate } from './read-payment.ts'
import { readFiles, readReferences } from './read-references.ts'
import { childrenNamed, type UblElement } from './tree.ts'
import { customizationId, profileId } from './write-invoice.ts'

/** An invoice read out of a document. `left`: the path of each element and attribute that is not in it. */
export type ReadInvoice = {
  readonly invoice: Invoice
  readonly files: readonly EmbeddedFile[]
  readonly left: readonly string[]
}

/**
 * Reads a document back to the invoice and files it was written from: `readInvoice(writeInvoice(i, f))` is `i` and
 * `f`, and nothing is left. Of a foreign document it carries over what the model has a place for and tells the rest,
 * by path, in `left`; texts are cleaned as ours are. What cannot be told from a document is decided so: an address
 * part, reference or text that is not written is empty, a sum that is not written is nothing, purchase order `NA`
 * beside a sales order is none, the kind is that of the root whatever its type code (another than ours is left).
 * `not-an-invoice`: another root. `incomplete`: the model cannot do without a day, number or VAT category at `paths`.
 */
export function readInvoice(
  tree: UblElement,
): Result<ReadInvoice, 'not-an-invoice' | 'incomplete', { readonly paths: readonly string[] }> {
  const kind = kindOf(tree)
  if (kind === null) return fail('not-an-invoice', { paths: [`/${tree.name}`] })
  const reader = new DocumentReader(tree)
  const invoice = read(reader, tree, kind)
  const files = readFiles(reader, tree)
  const lacking = reader.lacking()
  if (lacking.length > 0) return fail('incomplete', { paths: lacking })
  return succeed({ invoice, files, left: reader.left() })
}

function kindOf(tree: UblElement): InvoiceKind | null {
  const kinds = ['invoice', 'credit-note'] as const
  return kinds.find((kind) => documentNames[kind].root === tree.name) ?? null
}

function read(reader: DocumentReader, root: UblElement, kind: InvoiceKind): Invoice {
  const names = documentNames[kind]
  reader.constant(root, 'cbc:CustomizationID', customizationId)
  reader.constant(root, 'cbc:ProfileID', profileId)
  reader.constant(root, names.typeCode, names.type)
  const currency = reader.text(root, 'cbc:DocumentCurrencyCode')
  const { totalVat, vatBreakdown, vatAccounting } = readTaxTotals(reader, root, currency)
  return {
    kind,
    invoiceNumber: reader.text(root, 'cbc:ID'),
    issueDate: reader.needed(
      reader.date(root, 'cbc:IssueDate'),
      root,
      'cbc:IssueDate',
      isoDateOf('1970-01-01'),
    ),
    dueDate: kind === 'invoice' ? reader.date(root, 'cbc:DueDate') : readPaymentDueDate(reader, root),
    currency,
    vatAccounting,
    note: reader.text(root, 'cbc:Note'),
    buyerReference: reader.text(root, 'cbc:BuyerReference'),
    buyerAccountingReference: reader.text(root, 'cbc:AccountingCost'),
    ...readReferences(reader, root, kind),
    seller: readSeller(reader, root),
    buyer: readBuyer(reader, root),
    ...readDelivery(reader, root),
    invoicingPeriod: readPeriod(reader, root),
    ...readPayment(reader, root),
    adjustments: childrenNamed(root, 'cac:AllowanceCharge').map((each) =>
      readDocumentAdjustment(reader, each, currency),
    ),
    lines: childrenNamed(root, names.line).map((line) => readLine(reader, line, currency, names)),
    vatBreakdown,
    totals: { ...readMonetaryTotal(reader, root, currency), totalVat },
  }
}

import { keptFor } from '#lib/core/kept.ts'
import type { EmbeddedFile, Invoice, InvoiceLine } from '#lib/invoice/model.ts'
import { type DocumentNames, documentNames } from './document-names.ts'
import { branch, leaf, type Part, toTree, type UblElement } from './tree.ts'
import { writeDocumentAdjustment } from './write-adjustment.ts'
import { writeMonetaryTotal, writeTaxTotals } from './write-amounts.ts'
import { writeDelivery, writePeriod } from './write-delivery.ts'
import { writeLine } from './write-line.ts'
import { writeBuyer, writeSeller } from './write-party.ts'
import { writePaymentMeans, writePaymentTerms } from './write-payment.ts'
import { writeReferences } from './write-references.ts'

/** BT-24. PEPPOL-EN16931-R004. */
export const customizationId = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'

/** BT-23. PEPPOL-EN16931-R007. */
export const profileId = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'

/**
 * Writes an invoice as a UBL 2.1 tree, Peppol BIS Billing 3.0, in the order of the schema: an Invoice, or a
 * CreditNote when that is its kind. The files go inside it, in the order given. What is not there is not written: no
 * element is ever empty.
 */
export function writeInvoice(invoice: Invoice, files: readonly EmbeddedFile[] = []): UblElement {
  return write(invoice, files, writeLine)
}

/**
 * For one document that is written again after every change: the same tree as `writeInvoice`, where a line that is
 * still the same object is not written anew but moved from the tree before. That tree is then no longer whole: be done
 * with each before you ask for the next.
 */
export function invoiceRewriter(): (invoice: Invoice) => UblElement {
  const written = keptFor<InvoiceLine, Part>()
  const rewriteLine: typeof writeLine = (line, currency, names) =>
    written(line, `${names.line} ${currency}`, () => writeLine(line, currency, names))
  return (invoice) => write(invoice, [], rewriteLine)
}

function write(
  invoice: Invoice,
  files: readonly EmbeddedFile[],
  lineOf: (line: InvoiceLine, currency: string, names: DocumentNames) => Part,
): UblElement {
  const names = documentNames[invoice.kind]
  return toTree(
    branch(names.root, [
      ...writeHead(invoice),
      ...writeReferences(invoice, files),
      writeSeller(invoice.seller),
      writeBuyer(invoice.buyer),
      writeDelivery(invoice),
      ...writePaymentMeans(invoice),
      writePaymentTerms(invoice),
      ...invoice.adjustments.map((each) => writeDocumentAdjustment(each, invoice.currency)),
      ...writeTaxTotals(invoice),
      writeMonetaryTotal(invoice),
      ...invoice.lines.map((line) => lineOf(line, invoice.currency, names)),
    ]),
  )
}

/** What stands before the first reference. A credit note has its due date with the payment (UBL-SR-45). */
function writeHead(invoice: Invoice): readonly Part[] {
  const names = documentNames[invoice.kind]
  return [
    leaf('cbc:CustomizationID', customizationId),
    leaf('cbc:ProfileID', profileId),
    leaf('cbc:ID', invoice.invoiceNumber),
    leaf('cbc:IssueDate', invoice.issueDate),
    leaf('cbc:DueDate', invoice.kind === 'invoice' ? (invoice.dueDate ?? '') : ''),
    leaf(names.typeCode, names.type),
    leaf('cbc:Note', invoice.note),
    leaf('cbc:DocumentCurrencyCode', invoice.currency),
    leaf('cbc:TaxCurrencyCode', invoice.vatAccounting?.currency ?? ''),
    leaf('cbc:AccountingCost', invoice.buyerAccountingReference),
    leaf('cbc:BuyerReference', invoice.buyerReference),
    writePeriod(invoice.invoicingPeriod),
  ]
}

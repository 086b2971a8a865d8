import type { Invoice } from '#lib/invoice/model.ts'
import { branch, leaf, toTree, type UblElement } from './tree.ts'
import { writeMonetaryTotal, writeTaxTotal } from './write-amounts.ts'
import { writeLine } from './write-line.ts'
import { writeBuyer, writeSeller } from './write-party.ts'
import { writePaymentMeans, writePaymentTerms } from './write-payment.ts'

/** BT-24. PEPPOL-EN16931-R004. */
const customizationId = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'

/** BT-23. PEPPOL-EN16931-R007. */
const profileId = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'

/**
 * Writes an invoice as a UBL 2.1 Invoice tree, Peppol BIS Billing 3.0, in the order of the schema. What is not there
 * is not written: no element is ever empty.
 */
export function writeInvoice(invoice: Invoice): UblElement {
  const { invoicingPeriod } = invoice
  return toTree(
    branch('Invoice', [
      leaf('cbc:CustomizationID', customizationId),
      leaf('cbc:ProfileID', profileId),
      leaf('cbc:ID', invoice.invoiceNumber),
      leaf('cbc:IssueDate', invoice.issueDate),
      leaf('cbc:DueDate', invoice.dueDate),
      leaf('cbc:InvoiceTypeCode', '380'),
      leaf('cbc:Note', invoice.note),
      leaf('cbc:DocumentCurrencyCode', invoice.currency),
      leaf('cbc:BuyerReference', invoice.buyerReference),
      branch('cac:InvoicePeriod', [
        leaf('cbc:StartDate', invoicingPeriod.start ?? ''),
        leaf('cbc:EndDate', invoicingPeriod.end ?? ''),
      ]),
      branch('cac:OrderReference', [leaf('cbc:ID', invoice.purchaseOrderReference)]),
      branch('cac:ContractDocumentReference', [leaf('cbc:ID', invoice.contractReference)]),
      writeSeller(invoice.seller),
      writeBuyer(invoice.buyer),
      branch('cac:Delivery', [leaf('cbc:ActualDeliveryDate', invoice.deliveryDate ?? '')]),
      ...writePaymentMeans(invoice),
      writePaymentTerms(invoice),
      writeTaxTotal(invoice),
      writeMonetaryTotal(invoice),
      ...invoice.lines.map((line) => writeLine(line, invoice.currency)),
    ]),
  )
}

import type { UblElement } from '#lib/ubl/tree.ts'
import type { Fired } from './judge.ts'
import { lineNames } from './rule.ts'
import { fieldsOf } from './rule-fields.ts'

/** Where the form takes what a rule is about, by the names of the rules' fields. A line's cell is without its row. */
const formFields: Readonly<Record<string, string>> = {
  kind: 'kind',
  invoiceNumber: 'invoiceNumber',
  issueDate: 'issueDate',
  dueDate: 'dueDate',
  currency: 'currency',
  note: 'note',
  buyerReference: 'buyerReference',
  purchaseOrderReference: 'purchaseOrderReference',
  projectReference: 'projectReference',
  precedingInvoice: 'precedingInvoices.0.number',
  invoicingPeriod: 'periodStart',
  deliveryDate: 'deliveryDate',
  deliverTo: 'deliverToCountry',
  paymentAccount: 'paymentAccountIds',
  paymentMeans: 'paymentAccountIds',
  paymentReference: 'paymentReference',
  paidAmount: 'paidAmount',
  rounding: 'lines',
  amountDue: 'lines',
  sumOfLines: 'lines',
  totalWithoutVat: 'lines',
  totalVat: 'lines',
  totalWithVat: 'lines',
  vatBreakdown: 'lines',
  allowance: 'adjustments',
  charge: 'adjustments',
  'allowance.vatCategory': 'adjustments',
  'allowance.vatRate': 'adjustments',
  'charge.vatCategory': 'adjustments',
  'charge.vatRate': 'adjustments',
  seller: 'company.name',
  sellerAddress: 'company.address',
  'seller.orgNumber': 'company.orgNumber',
  'seller.vatNumber': 'company.vatNumber',
  'seller.electronicAddress': 'company.orgNumber',
  'seller.fTaxApproved': 'company.fTaxApproved',
  buyer: 'customerId',
  'buyer.orgNumber': 'customerId',
  'buyer.vatNumber': 'buyerVatNumber',
  'buyer.electronicAddress': 'customerId',
  attachment: 'files',
  line: 'itemName',
  'line.itemName': 'itemName',
  'line.quantity': 'quantity',
  'line.unit': 'unit',
  'line.netPrice': 'unitPrice',
  'line.grossPrice': 'grossPrice',
  'line.baseQuantity': 'baseQuantity',
  'line.lineNetAmount': 'unitPrice',
  'line.vatCategory': 'vatChoice',
  'line.vatRate': 'vatChoice',
  'line.invoicingPeriod': 'periodStart',
  'line.allowance': 'adjustments',
  'line.charge': 'adjustments',
}

/**
 * Tells whether a broken rule holds only the sending (T-03): a recipient that has no electronic address yet may be
 * written and prepared for, and whoever sends is told why it waits.
 */
export function holdsOnlySending(ruleId: string): boolean {
  return addressRules.has(ruleId)
}

/** That the buyer has an electronic address; from 3.0.22 also that it has one alone, in a credit note and an invoice. */
const addressRules = new Set(['PEPPOL-EN16931-R010', 'PEPPOL-EN16931-R150', 'PEPPOL-EN16931-R219'])

/**
 * The field of the form at which a broken rule is shown: `lines.<key>.vatChoice` for what stands in a line, by the
 * keys of the lines that were written, in order. Empty when the form has no field for it.
 */
export function formFieldOf({ rule, element }: Fired, lineKeys: readonly string[]): string {
  const fields = fieldsOfParty(fieldsOf(rule.id), element)
  const key = lineKeys[lineIndexOf(element)]
  const ofLine = fields.find((field) => isOfLine(field))
  if (ofLine !== undefined && key !== undefined) return `lines.${key}.${formFields[ofLine] ?? 'itemName'}`
  const [first = ''] = fields
  return isOfLine(first) ? 'lines' : (formFields[first] ?? '')
}

/** What the other party has of the same sort, by the element that holds a party. */
const otherParty: Readonly<Record<string, string>> = {
  'cac:AccountingSupplierParty': 'buyer.',
  'cac:AccountingCustomerParty': 'seller.',
}

/** Of a rule about both parties' numbers, the fields of the party in which it is broken. */
function fieldsOfParty(fields: readonly string[], element: UblElement): readonly string[] {
  let at: UblElement | null = element
  while (at !== null && otherParty[at.name] === undefined) at = at.parent
  const other = at === null ? undefined : otherParty[at.name]
  const own = fields.filter((field) => other === undefined || !field.startsWith(other))
  return own.length > 0 ? own : fields
}

function isOfLine(field: string): boolean {
  return field === 'line' || field.startsWith('line.')
}

/** Which line an element stands in, from 0; −1 outside the lines. */
function lineIndexOf(element: UblElement): number {
  let at: UblElement | null = element
  while (at !== null && !lineNames.includes(at.name)) at = at.parent
  if (at === null) return -1
  return (at.parent?.children ?? []).filter((each) => lineNames.includes(each.name)).indexOf(at)
}

import { type Decimal, decimal, toShortestText } from '#lib/core/decimal.ts'
import type { Buyer, Invoice, InvoiceLine } from './model.ts'

/** A value as JSON holds it: decimals are canonical text. */
type Stored<Value> = Value extends Decimal
  ? string
  : Value extends string | number | boolean | null
    ? Value
    : Value extends readonly (infer Item)[]
      ? readonly Stored<Item>[]
      : { readonly [Key in keyof Value]: Stored<Value[Key]> }

/** An invoice as it is stored: plain JSON with the version of its shape. */
export type InvoiceSnapshot = { readonly version: 1; readonly invoice: Stored<Invoice> }

/** Every field of the model that is a decimal. No text field may bear one of these names. */
const decimalFields: ReadonlySet<string> = new Set([
  'quantity',
  'lineNetAmount',
  'netPrice',
  'baseQuantity',
  'grossPrice',
  'priceDiscount',
  'vatRate',
  'percent',
  'baseAmount',
  'amount',
  'totalVatAccounting',
  'rate',
  'taxableAmount',
  'taxAmount',
  'sumOfLines',
  'sumOfAllowances',
  'sumOfCharges',
  'totalWithoutVat',
  'totalVat',
  'totalWithVat',
  'paidAmount',
  'rounding',
  'amountDue',
])

/** Turns an invoice into plain JSON for storing. `invoiceFromJson` gives the same invoice back. */
export function invoiceToJson(invoice: Invoice): InvoiceSnapshot {
  return { version: 1, invoice: walk(invoice, toText) as Stored<Invoice> }
}

/**
 * Reads a stored invoice, also one from before a field existed: it is then empty. Throws when it is not a snapshot of
 * ours: stored data that changed shape is a bug.
 */
export function invoiceFromJson(json: unknown): Invoice {
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.invoice))
    throw new Error('not a stored invoice')
  const { invoice } = json
  for (const field of ['invoiceNumber', 'issueDate', 'seller', 'buyer', 'lines', 'vatBreakdown', 'totals']) {
    if (!(field in invoice)) throw new Error(`a stored invoice lacks ${field}`)
  }
  return walk(completed(invoice), toDecimal) as Invoice
}

const emptyReferences = {
  salesOrderReference: '',
  invoicedObject: { scheme: '', id: '' },
  projectReference: '',
  buyerAccountingReference: '',
  despatchReference: '',
  receiptReference: '',
  tenderReference: '',
  precedingInvoices: [],
} satisfies Partial<Invoice>

const emptyBuyer = {
  identifier: { scheme: '', id: '' },
  contact: { name: '', phone: '', email: '' },
} satisfies Partial<Buyer>

const emptyLine = {
  itemDescription: '',
  sellerItemId: '',
  buyerItemId: '',
  standardItemId: '',
  classification: { list: '', code: '' },
  originCountry: '',
  attributes: [],
  period: { start: null, end: null },
  orderLineReference: '',
  accountingReference: '',
  objectReference: '',
  adjustments: [],
  baseQuantity: null,
  listPrice: null,
} satisfies Partial<InvoiceLine>

/** The first invoices were stored with fewer fields. */
function completed(invoice: Readonly<Record<string, unknown>>): unknown {
  return {
    vatAccounting: null,
    deliverTo: { name: '', locationId: '', address: null },
    adjustments: [],
    ...emptyReferences,
    ...invoice,
    buyer: withDefaults(emptyBuyer)(invoice.buyer),
    lines: Array.isArray(invoice.lines) ? invoice.lines.map(withDefaults(emptyLine)) : invoice.lines,
    vatBreakdown: Array.isArray(invoice.vatBreakdown)
      ? invoice.vatBreakdown.map(withDefaults({ reasonCode: '', reason: '' }))
      : invoice.vatBreakdown,
  }
}

function withDefaults(defaults: object): (stored: unknown) => unknown {
  return (stored) => (isRecord(stored) ? { ...defaults, ...stored } : stored)
}

function walk(value: unknown, convert: (key: string, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, convert))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      decimalFields.has(key) ? convert(key, inner) : walk(inner, convert),
    ]),
  )
}

/** Every decimal of an invoice is shorter than forty decimals, so nothing is lost. */
function toText(_: string, value: unknown): unknown {
  return value === null ? null : toShortestText(value as Decimal, 0, 40)
}

function toDecimal(key: string, value: unknown): unknown {
  if (value === null) return null
  if (typeof value !== 'string') throw new Error(`a stored invoice has no number in ${key}`)
  return decimal(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

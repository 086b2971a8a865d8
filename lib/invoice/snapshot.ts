import { type Decimal, decimal, toShortestText } from '#lib/core/decimal.ts'
import type { Invoice } from './model.ts'

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
  'vatRate',
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

/** Reads a stored invoice. Throws when it is not a snapshot of ours: stored data that changed shape is a bug. */
export function invoiceFromJson(json: unknown): Invoice {
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.invoice))
    throw new Error('not a stored invoice')
  const { invoice } = json
  for (const field of ['invoiceNumber', 'issueDate', 'seller', 'buyer', 'lines', 'vatBreakdown', 'totals']) {
    if (!(field in invoice)) throw new Error(`a stored invoice lacks ${field}`)
  }
  return walk(invoice, toDecimal) as Invoice
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
  return toShortestText(value as Decimal, 0, 40)
}

function toDecimal(key: string, value: unknown): unknown {
  if (typeof value !== 'string') throw new Error(`a stored invoice has no number in ${key}`)
  return decimal(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

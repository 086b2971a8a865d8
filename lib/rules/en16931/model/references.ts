import { type Context, fatal } from '../../rule.ts'
import { has, says } from './places.ts'

/** A supporting document (BG-24). */
export const supportingDocumentContext: Context = {
  names: ['cac:AdditionalDocumentReference'],
  rules: [fatal('BR-52', ['BG-24', 'BT-122'], says('cbc:ID'))],
}

/** A preceding invoice (BG-3). */
export const precedingInvoiceContext: Context = {
  names: ['cac:BillingReference'],
  rules: [fatal('BR-55', ['BG-3', 'BT-25'], has('cac:InvoiceDocumentReference', 'cbc:ID'))],
}

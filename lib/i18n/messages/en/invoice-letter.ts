import type { Shape } from '../shape.ts'
import type { invoiceLetter as source } from '../sv/invoice-letter.ts'

/** The letter that an invoice by e-mail comes with: English. */
export const invoiceLetter = {
  subject: {
    invoice: 'Invoice {number} from {seller}',
    creditNote: 'Credit note {number} from {seller}',
  },
  lead: {
    invoice: 'Here is invoice {number} from {seller} to {buyer}.',
    creditNote: 'Here is credit note {number} from {seller} to {buyer}.',
  },
  amount: 'Amount: {amount}.',
  amountDue: 'Amount due: {amount}, to be paid by {date}.',
  files:
    'The invoice is attached as a PDF. The XML file holds the same details, for software that can read it.',
  noEInvoice: 'This is not an e-invoice. It was sent by e-mail.',
  questions: 'If you have questions about the invoice, please contact {seller}.',
} as const satisfies Shape<typeof source>

import type { Shape } from '../shape.ts'
import type { paymentSettings as source } from '../sv/payment-settings.ts'

/** The settings page Payment and the pages of an account: English. */
export const paymentSettings = {
  list: 'Accounts',
  default: 'Default',
  none: 'No account yet',
  noneText: 'Without an account no invoices can be sent. Add the first one here.',
  changeOf: 'Change <hidden>{account}</hidden>',
  ocr: 'OCR',
  ocrHint: 'As the agreement with the bank says',
  ocrChoice: {
    none: 'No, the invoice number is the reference',
    'check-digit': 'OCR with check digit',
    'length-digit': 'OCR with length digit and check digit',
    fixed: 'OCR of fixed length',
    'fixed-length-digit': 'OCR of fixed length with length digit',
  },
  ocrLength: 'Length',
  ocrLengthHint: 'Number of digits, 5 to 25',
  ocrOfLength: '{choice}, {length} digits',
  ocrExample: 'Invoice 1042 gets OCR {ocr}',
  isDefault: 'Use this account first on new invoices',
  isDefaultAlready: 'New invoices use this account first. Choose another account to change that.',
  confirm: 'Confirm with your password',
  confirmHint: 'All users of the company get a letter about the change.',
  remove: 'Remove the account',
  removeText: 'Invoices you have continued with keep the account. In drafts you choose another one.',
  removeLast: 'It is your only account. Without an account no invoices can be sent.',
  removing: 'Removing…',
} as const satisfies Shape<typeof source>

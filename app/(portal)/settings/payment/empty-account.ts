import type { AccountValues } from './account-form.client.tsx'

/** What the form of a new account starts with. */
export const emptyAccount: AccountValues = {
  kind: 'bankgiro',
  number: '',
  bic: '',
  ocr: { choice: 'none', length: '' },
  isDefault: false,
}

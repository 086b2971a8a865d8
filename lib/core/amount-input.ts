import { readAmountText } from './amount-text.ts'
import { type Decimal, decimal } from './decimal.ts'

/** What a typed amount or quantity means. `ambiguous`: "1.234" may be 1,234 or 1 234; kept as the former. */
export type AmountReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Decimal; readonly ambiguous?: true }
  | { readonly kind: 'invalid' }

/** Reads an amount as people type and paste it, as `readAmountText` does, and gives the number itself. */
export function readAmount(text: string): AmountReading {
  const read = readAmountText(text)
  return read.kind === 'value' ? { ...read, value: decimal(read.value) } : read
}

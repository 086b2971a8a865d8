import { readAmount } from '#lib/core/amount-input.ts'
import { type Decimal, toShortestText } from '#lib/core/decimal.ts'
import { formatAmount, formatNumber } from '#lib/i18n/format.ts'

/** What an amount field holds: money has at least two decimals, a quantity as few as it needs. */
export type AmountKind = 'money' | 'quantity'

/** Typed text as it stands in a field that was left: `1 234,50`. What has no reading stays as typed. */
export function shownAmount(text: string, kind: AmountKind): string {
  const value = amountIn(text)
  if (value === null) return text
  const exact = toShortestText(value, 0, 40)
  return kind === 'money' ? formatAmount(exact) : formatNumber(exact)
}

/** Typed text as it stands while one edits it: `1234,5`, no spaces between thousands. */
export function editedAmount(text: string): string {
  const value = amountIn(text)
  return value === null ? text : toShortestText(value, 0, 40).replace('.', ',')
}

/** The other reading of a number that has two: `1.234` is 1,234 and may be meant as 1 234. Null for every other. */
export function otherReading(text: string): string | null {
  const read = readAmount(text)
  if (read.kind !== 'value' || read.ambiguous !== true) return null
  return toShortestText(read.value, 3, 3).replace('.', '')
}

function amountIn(text: string): Decimal | null {
  const read = readAmount(text)
  return read.kind === 'value' ? read.value : null
}

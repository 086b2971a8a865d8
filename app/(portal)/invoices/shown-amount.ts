import { readAmountText } from '#lib/core/amount-text.ts'
import { formatAmount, formatNumber } from '#lib/i18n/format.ts'

/** What an amount field holds: money has at least two decimals, a quantity as few as it needs. */
export type AmountKind = 'money' | 'quantity'

/** Typed text as it stands in a field that was left: `1 234,50`. What has no reading stays as typed. */
export function shownAmount(text: string, kind: AmountKind): string {
  const read = readAmountText(text)
  if (read.kind !== 'value') return text
  return kind === 'money' ? formatAmount(read.value) : formatNumber(read.value)
}

/** Typed text as it stands while one edits it: `1234,5`, no spaces between thousands. */
export function editedAmount(text: string): string {
  const read = readAmountText(text)
  return read.kind === 'value' ? read.value.replace('.', ',') : text
}

/** The other reading of a number that has two: `1.234` is 1,234 and may be meant as 1 234. Null for every other. */
export function otherReading(text: string): string | null {
  const read = readAmountText(text)
  if (read.kind !== 'value' || read.ambiguous !== true) return null
  const [whole = '', fraction = ''] = read.value.split('.')
  return whole + fraction.padEnd(3, '0')
}

/**
 * A typed amount as canonical text at its shortest (`-12.5`), for what shows it and does not count with it.
 * `ambiguous`: "1.234" may be 1,234 or 1 234; kept as the former.
 */
export type AmountText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: string; readonly ambiguous?: true }
  | { readonly kind: 'invalid' }

const invalid: AmountText = { kind: 'invalid' }
const maxLength = 40

/**
 * Reads an amount as people type and paste it: spaces of any kind between groups of three, comma or point as the
 * decimal mark (the last one when both occur), hyphen or U+2212 as minus, a trailing "kr" or "SEK". Never guesses:
 * what has no sane reading is `invalid`.
 */
export function readAmountText(text: string): AmountText {
  const bare = withoutUnit(text)
  if (bare === '') return text.trim() === '' ? { kind: 'empty' } : invalid
  if (bare.length > maxLength) return invalid
  const negative = bare.startsWith('-')
  const number = bare.replace(/^[-+] ?/, '')
  if (!/^[\d., ]*\d[\d., ]*$/.test(number)) return invalid
  const mark = decimalMarkOf(number)
  const at = mark === null ? -1 : number.lastIndexOf(mark)
  const whole = at < 0 ? number : number.slice(0, at)
  const fraction = at < 0 ? '' : number.slice(at + 1)
  const digits = ungrouped(whole)
  if (digits === null || !/^\d*$/.test(fraction)) return invalid
  const value = canonicalText(negative, digits, fraction)
  const ambiguous = mark === '.' && /^[1-9]\d{0,2}\.\d{3}$/.test(number)
  return ambiguous ? { kind: 'value', value, ambiguous } : { kind: 'value', value }
}

/** One kind of space, one kind of minus, no currency: Intl writes narrow no-break spaces and U+2212 in Swedish. */
function withoutUnit(text: string): string {
  return text
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, ' ')
    .replace(/[\u2212\u2013\u2010\u2011]/g, '-')
    .trim()
    .replace(/ ?(?:kr\.?|sek|:-)$/i, '')
    .trim()
}

/** The character that parts whole from fraction, or null when every mark is a group mark or there is none. */
function decimalMarkOf(number: string): '.' | ',' | null {
  const comma = number.lastIndexOf(',')
  const point = number.lastIndexOf('.')
  if (comma < 0 && point < 0) return null
  const last = comma > point ? ',' : '.'
  const both = comma >= 0 && point >= 0
  const repeated = number.indexOf(last) !== number.lastIndexOf(last)
  return repeated && !both ? null : last
}

/** The digits of a whole part whose groups, if any, are parted by one sign and have three digits each. */
function ungrouped(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole
  if (!/^\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})*$/.test(whole)) return null
  return whole.replace(/\D/g, '')
}

function canonicalText(negative: boolean, digits: string, fraction: string): string {
  const whole = digits.replace(/^0+(?=\d)/, '') || '0'
  const part = fraction.replace(/0+$/, '')
  const text = part === '' ? whole : `${whole}.${part}`
  return negative && text !== '0' ? `-${text}` : text
}

import Big from 'big.js'

/**
 * The constructor of every decimal here. Thirty decimals in a quotient keep it far from a half, so that nothing
 * is rounded twice; `strict` refuses JS numbers, which could not have held the amount.
 */
const Exact = Big()
Exact.DP = 30
Exact.RM = 1
Exact.strict = true

/** An exact decimal number. Made and used through this file alone; money is never a JS number. */
export type Decimal = Big

const canonical = /^-?(?:0|[1-9]\d{0,39})(?:\.\d{1,40})?$/

/** Makes a decimal of a text the program itself wrote. Throws on anything but a canonical number: that is a bug. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text)
  if (value === null) throw new Error(`not a decimal: ${JSON.stringify(text)}`)
  return value
}

/** Reads a canonical decimal (`-12.50`: a point, no grouping, no exponent, no plus). Null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  if (!canonical.test(text)) return null
  const value = new Exact(text)
  return value.eq('0') ? new Exact('0') : value
}

/** Nothing. */
export const zero: Decimal = decimal('0')

/** a + b, exactly. */
export function add(a: Decimal, b: Decimal): Decimal {
  return a.plus(b)
}

/** a − b, exactly. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return a.minus(b)
}

/** a × b, exactly. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return a.times(b)
}

/** a ÷ b with thirty decimals. Throws when b is zero. */
export function divide(a: Decimal, b: Decimal): Decimal {
  return a.div(b)
}

/** −a; zero stays a plain zero. */
export function negate(a: Decimal): Decimal {
  return isZero(a) ? a : a.neg()
}

/** a without its minus. */
export function absolute(a: Decimal): Decimal {
  return isNegative(a) ? negate(a) : a
}

/** Less than zero, zero or more than zero as a is less than, equal to or more than b. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return a.cmp(b)
}

/** Tells whether two decimals are the same number, however they were written. */
export function isEqual(a: Decimal, b: Decimal): boolean {
  return a.eq(b)
}

/** Tells whether a is nothing. */
export function isZero(a: Decimal): boolean {
  return a.eq(zero)
}

/** Tells whether a is below zero. */
export function isNegative(a: Decimal): boolean {
  return a.lt(zero)
}

/** The sum of all; zero for none. */
export function sum(list: readonly Decimal[]): Decimal {
  return list.reduce(add, zero)
}

/** Rounds to a number of decimals, halves away from zero: 0.125 → 0.13, −0.125 → −0.13. */
export function roundHalfAwayFromZero(value: Decimal, decimals: number): Decimal {
  const rounded = value.round(decimals, 1)
  return isZero(rounded) ? zero : rounded
}

/** Writes a number with exactly so many decimals: `12.50`, `-0.13`. Rounds half away from zero where it must. */
export function toFixedText(value: Decimal, decimals: number): string {
  const text = value.toFixed(decimals, 1)
  return text.startsWith('-') && !/[1-9]/.test(text) ? text.slice(1) : text
}

/** Writes a number with as few decimals as it needs between the two limits: `12.5`, `25`, `89.19643`. */
export function toShortestText(value: Decimal, minDecimals = 0, maxDecimals = 10): string {
  const exact = value.toFixed()
  const point = exact.indexOf('.')
  const decimals = point < 0 ? 0 : exact.length - point - 1
  // A decimal written out has no zeros at its end: it is as short as it can be already.
  if (decimals >= minDecimals && decimals <= maxDecimals) return exact === '-0' ? '0' : exact
  const text = toFixedText(value, Math.max(minDecimals, Math.min(decimals, maxDecimals)))
  return decimals > maxDecimals ? shortened(text, minDecimals) : text
}

/** Takes zeros from the end of a text that was rounded. */
function shortened(text: string, minDecimals: number): string {
  const [whole = '0', fraction = ''] = text.split('.')
  const rest = fraction.replace(/0+$/, '').padEnd(minDecimals, '0')
  return rest === '' ? whole : `${whole}.${rest}`
}

/** How many decimals a number is written with at its shortest: 12.50 → 1. */
export function decimalsOf(value: Decimal): number {
  return (toShortestText(value, 0, 40).split('.')[1] ?? '').length
}

import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  isEqual,
  multiply,
  subtract,
} from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import { fatal, type Rule } from '../../rule.ts'
import {
  decimalFrom,
  decimalOf,
  decimalsWritten,
  NotEvaluable,
  normalizeSpace,
  numberFrom,
  one,
  roundToHundredths,
  textOf,
} from '../../xpath.ts'

/** The decimal a child of this name says; null without one. No decimal, or several children: `NotEvaluable`. */
export function decimalIn(element: UblElement, name: string): Decimal | null {
  return decimalOf(one(element, name))
}

/** BR-DEC-xx: the amount in a child of this name is written with two decimals at most. */
export function twoDecimals(id: string, term: string, name: string): Rule {
  return fatal(id, [term], (element) => decimalsWritten(one(element, name)) <= 2)
}

/** Tells whether two amounts are equal. Nothing equals nothing: XPath compares what is absent as false. */
export function areEqual(a: Decimal | null, b: Decimal | null): boolean {
  return a !== null && b !== null && isEqual(a, b)
}

/** a + b, where nothing counts as zero. */
export function plus(a: Decimal, b: Decimal | null): Decimal {
  return b === null ? a : add(a, b)
}

const unit = decimal('1')
const hundredth = decimal('0.01')

/**
 * Tells whether a tax amount (BT-117) is what the rate (BT-119) makes of the taxable amount (BT-116), signs aside, or
 * less than one from it. False when any of them is absent.
 */
export function isTaxOf(tax: Decimal | null, taxable: Decimal | null, rate: Decimal | null): boolean {
  if (tax === null || taxable === null || rate === null) return false
  const exact = roundToHundredths(multiply(absolute(taxable), multiply(rate, hundredth)))
  return compare(absolute(subtract(absolute(tax), exact)), unit) < 0
}

/**
 * Tells whether the amount an element says is less than one from a sum. The official text adds and subtracts the one
 * before it casts to a decimal, and so in doubles: where the difference is exactly one, their error decides. False
 * without an element.
 */
export function isWithinOne(element: UblElement | null, sum: Decimal): boolean {
  if (element === null) return false
  const amount = doubleOf(element)
  return compare(exactly(amount - 1), sum) < 0 && compare(exactly(amount + 1), sum) > 0
}

/** The number an element says, where the official text compares without a cast and so in doubles; never for sums. */
export function doubleOf(element: UblElement): number {
  const text = textOf(element)
  const double = numberFrom(text)
  if (!Number.isNaN(double) || normalizeSpace(text) === 'NaN') return double
  throw new NotEvaluable(`${JSON.stringify(text.slice(0, 40))} is no number`)
}

/** The decimal that a double is. Forty decimals tell it from every sum of amounts. */
function exactly(double: number): Decimal {
  if (!Number.isFinite(double)) throw new NotEvaluable(`${double} is no decimal`)
  return decimalFrom(Math.abs(double) < 1e21 ? double.toFixed(40) : BigInt(double).toString())
}

/**
 * The few things of XPath 2.0 that the published rules are written with, over the element tree. Where XPath takes one
 * item and gets several, or a number that is none, evaluation ends with an error: `NotEvaluable` is that error, and
 * the document has then no verdict but `structure`.
 */
import { type Decimal, decimal, multiply, parseDecimal, subtract } from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'

/** A rule that cannot be evaluated on this document. */
export class NotEvaluable extends Error {}

/** Every element along a path of names from an element: `find(invoice, 'cac:InvoiceLine', 'cbc:ID')`. */
export function find(element: UblElement, ...path: readonly string[]): readonly UblElement[] {
  let found: readonly UblElement[] = [element]
  for (const name of path) {
    const next: UblElement[] = []
    for (const each of found) for (const child of each.children) if (child.name === name) next.push(child)
    found = next
  }
  return found
}

/** Tells whether anything stands at a path. */
export function exists(element: UblElement, ...path: readonly string[]): boolean {
  return reaches(element, path, 0)
}

function reaches(element: UblElement, path: readonly string[], depth: number): boolean {
  if (depth === path.length) return true
  return element.children.some((child) => child.name === path[depth] && reaches(child, path, depth + 1))
}

/** How many elements stand at a path. */
export function count(element: UblElement, ...path: readonly string[]): number {
  return find(element, ...path).length
}

/** The one element at a path, or null. Several: `NotEvaluable`. */
export function one(element: UblElement, ...path: readonly string[]): UblElement | null {
  return only(find(element, ...path))
}

/** The one element of a list, or null. Several: `NotEvaluable`. */
export function only(elements: readonly UblElement[]): UblElement | null {
  if (elements.length > 1) throw new NotEvaluable(`several ${elements[0]?.name ?? 'items'} where one is taken`)
  return elements[0] ?? null
}

/** XPath `string()`: the text of an element, of all below it when it has children; empty for nothing. */
export function textOf(element: UblElement | null): string {
  if (element === null) return ''
  return element.children.length === 0 ? element.text : element.children.map(textOf).join('')
}

/** XPath `normalize-space()`: trimmed, each run of white space one space. */
export function normalizeSpace(text: string): string {
  return /^[\t\n\r ]|[\t\n\r ]$|[\t\n\r]| {2}/.test(text)
    ? text.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '')
    : text
}

/** The normalized text of an element; empty for nothing. */
export function normalText(element: UblElement | null): string {
  return normalizeSpace(textOf(element))
}

/** Tells whether any element at a path has exactly this text (XPath `path = 'text'`). */
export function someText(element: UblElement, text: string, ...path: readonly string[]): boolean {
  return find(element, ...path).some((each) => textOf(each) === text)
}

/** Tells whether any element at a path has some text at all (XPath `path != ''`). */
export function hasText(element: UblElement, ...path: readonly string[]): boolean {
  return find(element, ...path).some((each) => textOf(each) !== '')
}

/** XPath `xs:decimal()` of an element; null for nothing. A text that is no decimal: `NotEvaluable`. */
export function decimalOf(element: UblElement | null): Decimal | null {
  return element === null ? null : decimalFrom(textOf(element))
}

/** XPath `xs:decimal()` of a text: `+`, leading zeros and a bare point are allowed, an exponent is not. */
export function decimalFrom(text: string): Decimal {
  const plain = parseDecimal(text)
  if (plain !== null) return plain
  const parts = /^[\t\n\r ]*([+-]?)(?=\.?\d)0*(\d*)(?:\.(\d*))?[\t\n\r ]*$/.exec(text)
  if (parts === null) throw new NotEvaluable(`${JSON.stringify(text.slice(0, 40))} is no decimal`)
  const [, sign = '', whole = '', fraction = ''] = parts
  const read = parseDecimal(
    `${sign === '-' ? '-' : ''}${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`,
  )
  if (read === null) throw new NotEvaluable(`${JSON.stringify(text.slice(0, 40))} is too long a decimal`)
  return read
}

/** How many digits are written after the point (`string-length(substring-after(x, '.'))`): `12.500` has three. */
export function decimalsWritten(element: UblElement | null): number {
  const text = textOf(element)
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

const half = decimal('0.5')

/** XPath `round(x * 100) div 100`: halves towards plus infinity (−0.125 → −0.12), unlike the calculator's rounding. */
export function roundToHundredths(value: Decimal): Decimal {
  return roundXPath(value, 2)
}

/** XPath `round()` to a number of decimals: halves towards plus infinity. */
export function roundXPath(value: Decimal, decimals: number): Decimal {
  const towardsZero = value.round(decimals, 0)
  const rest = subtract(value, towardsZero)
  const unit = decimal(decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`)
  const limit = multiply(unit, half)
  if (rest.gte(limit)) return towardsZero.plus(unit)
  return rest.lt(limit.neg()) ? towardsZero.minus(unit) : towardsZero
}

/** XPath `xs:boolean()` of a text. Anything but true, false, 1 and 0: `NotEvaluable`. */
export function booleanFrom(text: string): boolean {
  const value = normalizeSpace(text)
  if (value === 'true' || value === '1') return true
  if (value === 'false' || value === '0') return false
  throw new NotEvaluable(`${JSON.stringify(text.slice(0, 40))} is neither true nor false`)
}

/**
 * The few things of XPath 2.0 that the published rules are written with, over the element tree. Where XPath takes one
 * item and gets several, or a number that is none, evaluation ends with an error: `NotEvaluable` is that error, and
 * the document has then no verdict but `structure`.
 */
import { type Decimal, decimal, multiply, parseDecimal, subtract } from '#lib/core/decimal.ts'
import type { UblElement } from '#lib/ubl/tree.ts'

/** A rule that cannot be evaluated on this document. No `Error`: it may be thrown for every element, and needs no stack. */
export class NotEvaluable {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

/** Every element along a path of names from an element: `find(invoice, 'cac:InvoiceLine', 'cbc:ID')`. */
export function find(element: UblElement, ...path: readonly string[]): readonly UblElement[] {
  let found: readonly UblElement[] = [element]
  for (const name of path) {
    const [first] = found
    if (first === undefined) return none
    found = found.length === 1 ? named(first, name) : found.flatMap((each) => named(each, name))
  }
  return found
}

const none: readonly UblElement[] = []

/** From so many on, children are looked up: else what each of them asks about the others would cost their square. */
const manyChildren = 48

const indexes = new WeakMap<readonly UblElement[], ReadonlyMap<string, readonly UblElement[]>>()

function indexOf(children: readonly UblElement[]): ReadonlyMap<string, readonly UblElement[]> {
  const known = indexes.get(children)
  if (known !== undefined) return known
  const index = Map.groupBy(children, ({ name }) => name)
  indexes.set(children, index)
  return index
}

/** The children of a name; most elements have none or one. */
function named({ children }: UblElement, name: string): readonly UblElement[] {
  if (children.length > manyChildren) return indexOf(children).get(name) ?? none
  let found: UblElement[] | null = null
  for (const child of children) {
    if (child.name !== name) continue
    if (found === null) found = [child]
    else found.push(child)
  }
  return found ?? none
}

/** Tells whether anything stands at a path. */
export function exists(element: UblElement, ...path: readonly string[]): boolean {
  return reaches(element, path, 0)
}

function reaches(element: UblElement, path: readonly string[], depth: number): boolean {
  if (depth === path.length) return true
  const name = path[depth] ?? ''
  const { children } = element
  for (const child of children.length > manyChildren ? named(element, name) : children) {
    if (child.name === name && reaches(child, path, depth + 1)) return true
  }
  return false
}

/** How many elements stand at a path. */
export function count(element: UblElement, ...path: readonly string[]): number {
  return find(element, ...path).length
}

/** The one element at a path, or null. Several: `NotEvaluable`. */
export function one(element: UblElement, ...path: readonly string[]): UblElement | null {
  const [name] = path
  return path.length === 1 && name !== undefined ? oneChild(element, name) : only(find(element, ...path))
}

/** The one child of a name. Asked for more than anything else, so it makes no list. */
function oneChild(element: UblElement, name: string): UblElement | null {
  const { children } = element
  if (children.length > manyChildren) return only(named(element, name))
  let found: UblElement | null = null
  for (const child of children) {
    if (child.name !== name) continue
    if (found !== null) throw severalOf(name)
    found = child
  }
  return found
}

function severalOf(name: string): NotEvaluable {
  return new NotEvaluable(`several ${name} where one is taken`)
}

/** The one element of a list, or null. Several: `NotEvaluable`. */
export function only(elements: readonly UblElement[]): UblElement | null {
  if (elements.length > 1) throw severalOf(elements[0]?.name ?? 'items')
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
  const known = read.get(text)
  if (known !== undefined) return known
  const value = parseDecimal(text) ?? unusualDecimal(text)
  if (read.size >= mostRead) read.clear()
  if (text.length <= longestRead) read.set(text, value)
  return value
}

/** Decimals that were read lately: an amount is asked for by several rules, and a rate stands on every line. */
const read = new Map<string, Decimal>()
const mostRead = 32_768
const longestRead = 24

function unusualDecimal(text: string): Decimal {
  const [, sign = '', digits = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(trimSpace(text)) ?? []
  if (digits === '' && fraction === '') {
    throw new NotEvaluable(`${JSON.stringify(text.slice(0, 40))} is no decimal`)
  }
  const whole = digits.slice(firstNonZero(digits)) || '0'
  const value = parseDecimal(`${sign === '-' ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`)
  if (value === null) throw new NotEvaluable(`${JSON.stringify(text.slice(0, 40))} is too long a decimal`)
  return value
}

function firstNonZero(digits: string): number {
  let at = 0
  while (digits[at] === '0') at += 1
  return at
}

/** A text without white space at its ends. By index: a pattern would try every run of spaces inside again and again. */
function trimSpace(text: string): string {
  const isSpace = (at: number) => '\t\n\r '.includes(text[at] ?? '-')
  let from = 0
  let to = text.length
  while (from < to && isSpace(from)) from += 1
  while (to > from && isSpace(to - 1)) to -= 1
  return text.slice(from, to)
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

/** XPath `number()` of a text: a double, NaN for what is no number. For comparisons the rules make so; never for sums. */
export function numberFrom(text: string): number {
  const plain = trimSpace(text)
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return Number(plain)
  if (plain === 'INF' || plain === '+INF') return Number.POSITIVE_INFINITY
  return plain === '-INF' ? Number.NEGATIVE_INFINITY : Number.NaN
}

/** XPath `string-length()`: characters, where JavaScript counts halves of some. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

const longestDate = 32

/** Tells whether a text can be cast to `xs:date`: a day of the calendar, with a zone or without. */
export function isDateText(text: string): boolean {
  const date = trimSpace(text)
  // A year of more digits is none that anybody writes, and millions of them are too many for the pattern.
  if (date.length > longestDate) return false
  const parts = /^(-?(?:[1-9]\d{4,}|\d{4}))-(\d\d)-(\d\d)(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/.exec(
    date,
  )
  if (parts === null) return false
  const [year, month, day] = parts.slice(1).map(Number)
  const days = month === 2 ? (isLeapYear(year ?? 0) ? 29 : 28) : [4, 6, 9, 11].includes(month ?? 0) ? 30 : 31
  return (month ?? 0) >= 1 && (month ?? 0) <= 12 && (day ?? 0) >= 1 && (day ?? 0) <= days
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** XPath `xs:date()` of a text as a number to compare: the minute the day begins, by UTC when no zone is written. */
export function dateFrom(text: string): number {
  const parts = /^(-?\d+)-(\d\d)-(\d\d)(?:Z|([+-]\d\d):(\d\d))?$/.exec(
    isDateText(text) ? trimSpace(text) : '',
  )
  if (parts === null) {
    throw new NotEvaluable(`${JSON.stringify(text.slice(0, 40))} is no date`)
  }
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const zone = hours * 60 + (parts[4]?.startsWith('-') ? -minutes : minutes)
  return dayNumberOf(year, month, day) * 1_440 - zone
}

/** Days since a day long ago, counted in years that begin with March: the leap day is then the last one. */
function dayNumberOf(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400)
  return 365 * from + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day
}

/** Tells whether any element at a path is this truth value (XPath `path = true()`). No truth value: `NotEvaluable`. */
export function someBoolean(element: UblElement, value: boolean, ...path: readonly string[]): boolean {
  return find(element, ...path).some((each) => booleanFrom(textOf(each)) === value)
}

import { type IsoDate, parseIsoDate } from '#lib/core/dates.ts'
import { type Decimal, parseDecimal } from '#lib/core/decimal.ts'
import { cleanText } from '#lib/core/text.ts'
import { firstAt, type UblElement } from './tree.ts'

/** Where to read from; null = that place is not in the document, and nothing below it is. */
export type Place = UblElement | null

/**
 * Reads values out of a document and keeps account of them: an element or attribute that was asked for and understood
 * is carried over, all else is `left`. What is only looked at (`look`) is not carried over.
 */
export class DocumentReader {
  readonly #root: UblElement
  readonly #elements = new Set<UblElement>()
  readonly #attributes = new Map<UblElement, Set<string>>()
  readonly #lacking = new Map<UblElement, string[]>()

  constructor(root: UblElement) {
    this.#root = root
  }

  /** The text of the first leaf at a path, cleaned as every text of the model. Empty = not there. */
  text(from: Place, path: string): string {
    const text = this.look(from, path)
    if (text !== '') this.#carry(from, path)
    return text
  }

  /** The same without carrying it over: to tell first what it is. */
  look(from: Place, path: string): string {
    return cleanText(leafAt(from, path)?.text ?? '')
  }

  /** A leaf of base64, megabytes that go through as they are but for white space. Empty = not there. */
  base64(from: Place, path: string): string {
    const text = leafAt(from, path)?.text ?? ''
    const bare = /\s/.test(text) ? text.replace(/\s+/g, '') : text
    if (bare !== '') this.#carry(from, path)
    return bare
  }

  /** Tells whether the one text that a place can have is there. Any other is left. */
  constant(from: Place, path: string, value: string): boolean {
    const isThere = value !== '' && this.look(from, path) === value
    if (isThere) this.#carry(from, path)
    return isThere
  }

  /** A day; null when it is not there, or written in another way than `2026-03-09`. */
  date(from: Place, path: string): IsoDate | null {
    return this.#understood(from, path, parseIsoDate(this.look(from, path)))
  }

  /** A number; null when it is not there or is none. */
  number(from: Place, path: string): Decimal | null {
    return this.#understood(from, path, numberFrom(this.look(from, path)))
  }

  /** Tells whether a number is there, without carrying it over. */
  isNumber(from: Place, path: string): boolean {
    return numberFrom(this.look(from, path)) !== null
  }

  /** A number in the currency of the document; another currency is left. */
  amount(from: Place, path: string, currency: string): Decimal | null {
    this.constantAttribute(from, path, 'currencyID', currency)
    return this.number(from, path)
  }

  /** True or false; null when it is not there or is neither. */
  indicator(from: Place, path: string): boolean | null {
    const text = this.look(from, path)
    const isTrue = text === 'true' || text === '1'
    return this.#understood(from, path, isTrue || text === 'false' || text === '0' ? isTrue : null)
  }

  /** An attribute of the first element at a path. Empty = not there. */
  attribute(from: Place, path: string, name: string): string {
    const found = firstFrom(from, path)
    const value = cleanText(found?.attribute(name) ?? '')
    if (found !== null && value !== '') this.#carryAttribute(found, name)
    return value
  }

  /** Tells whether an attribute has the one value it can have. Any other is left. */
  constantAttribute(from: Place, path: string, name: string, value: string): boolean {
    const found = firstFrom(from, path)
    const isThere = value !== '' && cleanText(found?.attribute(name) ?? '') === value
    if (found !== null && isThere) this.#carryAttribute(found, name)
    return isThere
  }

  /** A value no invoice can do without. Null counts as lacking; nobody sees the stand-in then. */
  needed<Value>(value: Value | null, from: UblElement, path: string, standIn: Value): Value {
    if (value !== null) return value
    this.#lacking.set(from, [...(this.#lacking.get(from) ?? []), path])
    return standIn
  }

  /** The path of everything that an invoice cannot do without and this one does, in document order. */
  lacking(): readonly string[] {
    const lacking: string[] = []
    walk(this.#root, (element, at) => {
      lacking.push(...(this.#lacking.get(element) ?? []).map((path) => `${at}/${path}`))
    })
    return lacking
  }

  /**
   * The path of every element and attribute that was not carried over, in document order. An attribute says nothing
   * without its element.
   */
  left(): readonly string[] {
    const left: string[] = []
    walk(this.#root, (element, at) => {
      const isCarried = this.#elements.has(element)
      if (element.children.length === 0 && !isCarried) left.push(at)
      if (element.children.length > 0 && element.text !== '') left.push(`${at}/text()`)
      const carried = isCarried ? this.#attributes.get(element) : undefined
      for (const name of Object.keys(element.attributes)) {
        if (carried?.has(name) !== true) left.push(`${at}/@${name}`)
      }
    })
    return left
  }

  #understood<Value>(from: Place, path: string, value: Value | null): Value | null {
    if (value !== null) this.#carry(from, path)
    return value
  }

  #carry(from: Place, path: string): void {
    const found = leafAt(from, path)
    if (found !== null) this.#elements.add(found)
  }

  #carryAttribute(element: UblElement, name: string): void {
    const names = this.#attributes.get(element)
    if (names === undefined) this.#attributes.set(element, new Set([name]))
    else names.add(name)
  }
}

/**
 * Where an element stands: `/Invoice/cac:InvoiceLine[2]/cbc:Note`. A step is numbered where several of its name stand
 * side by side.
 */
export function pathOf(element: UblElement): string {
  const { name, parent } = element
  if (parent === null) return `/${name}`
  const same = parent.children.filter((each) => each.name === name)
  return `${pathOf(parent)}/${name}${same.length === 1 ? '' : `[${same.indexOf(element) + 1}]`}`
}

/** Visits every element with its path, all in one go. */
function walk(
  element: UblElement,
  visit: (element: UblElement, path: string) => void,
  path = `/${element.name}`,
): void {
  visit(element, path)
  const counts = new Map<string, number>()
  for (const { name } of element.children) counts.set(name, (counts.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  for (const child of element.children) {
    const number = (seen.get(child.name) ?? 0) + 1
    seen.set(child.name, number)
    const step = counts.get(child.name) === 1 ? child.name : `${child.name}[${number}]`
    walk(child, visit, `${path}/${step}`)
  }
}

/** The first element along a path; the place itself for an empty path. */
function firstFrom(from: Place, path: string): UblElement | null {
  return from === null || path === '' ? from : firstAt(from, path)
}

function leafAt(from: Place, path: string): UblElement | null {
  const found = firstFrom(from, path)
  return found === null || found.children.length > 0 ? null : found
}

/** A decimal as XML Schema has it: a plus, zeros in front and a bare point are allowed, an exponent is not. */
function numberFrom(text: string): Decimal | null {
  const parts = /^([+-]?)(?=\.?\d)0*(\d*)(?:\.(\d*))?$/.exec(text)
  if (parts === null) return null
  const [, sign = '', whole = '', fraction = ''] = parts
  return parseDecimal(`${sign === '-' ? '-' : ''}${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`)
}

import type { UblElement } from '#lib/ubl/tree.ts'
import { askedOnce, askedOnceOf } from '../../asked-once.ts'
import type { JudgedDocument } from '../../judged-document.ts'
import { lineNames } from '../../rule.ts'
import { NotEvaluable, normalizeSpace, one, textOf } from '../../xpath.ts'
import { atTop, isAllowance, isCharge, isVat } from './places.ts'

/**
 * Where a tax category stands: in the document's VAT breakdown (BG-23), in the item of a line (BG-30) or of something
 * else, in an allowance, a charge or what says to be neither, on any level; or elsewhere.
 */
export type Place = 'breakdown' | 'line' | 'item' | 'allowance' | 'charge' | 'neither' | 'elsewhere'

/** A VAT category (BT-95, BT-102, BT-118, BT-151) as a document uses it. */
export type TaxCategory = {
  readonly place: Place
  /** The allowance or charge is one of the document (BG-20, BG-21), not of a line. */
  readonly ofDocument: boolean
  /** The scheme is VAT, however it is cased. */
  readonly vat: boolean
  /** The code without white space around it; empty when there is none. */
  readonly code: string
  /** The code as it is written; null when there is none. */
  readonly written: string | null
}

/** Tax categories that are alike, and how many of them the document has. */
export type TaxCategoryUse = TaxCategory & { readonly count: number }

/** Tells whether a category is the one of an item (BT-151). */
export function isInItem({ place }: TaxCategory): boolean {
  return place === 'line' || place === 'item'
}

/** Tells whether a category is the one of an allowance or charge on any level (BT-95, BT-102). */
export function isInAdjustment({ place }: TaxCategory): boolean {
  return place === 'allowance' || place === 'charge' || place === 'neither'
}

/** Every tax category there is, read once. One that cannot be read has its reason. Give this to `document.fact`. */
function readings(document: JudgedDocument): ReadonlyMap<UblElement, TaxCategory | NotEvaluable> {
  const found = new Map<UblElement, TaxCategory | NotEvaluable>()
  for (const name of ['cac:TaxCategory', 'cac:ClassifiedTaxCategory']) {
    for (const element of document.named(name)) found.set(element, readingOf(element, document))
  }
  return found
}

function readingOf(element: UblElement, document: JudgedDocument): TaxCategory | NotEvaluable {
  try {
    const id = one(element, 'cbc:ID')
    const written = id === null ? null : textOf(id)
    const place = placeOf(element, document)
    const ofDocument = element.parent !== null && atTop(element.parent)
    return { place, ofDocument, vat: isVat(element), code: normalizeSpace(written ?? ''), written }
  } catch (problem) {
    if (problem instanceof NotEvaluable) return problem
    throw problem
  }
}

function placeOf({ name, parent }: UblElement, document: JudgedDocument): Place {
  if (parent === null) return 'elsewhere'
  if (name === 'cac:ClassifiedTaxCategory') {
    return parent.name === 'cac:Item' && lineNames.includes(parent.parent?.name ?? '') ? 'line' : 'item'
  }
  if (parent.name === 'cac:AllowanceCharge') return adjustmentOf(parent, document)
  const total = parent.name === 'cac:TaxSubtotal' ? parent.parent : null
  return total?.name === 'cac:TaxTotal' && atTop(total) ? 'breakdown' : 'elsewhere'
}

const adjustmentOf = askedOnceOf((adjustment): Place => {
  return isAllowance(adjustment) ? 'allowance' : isCharge(adjustment) ? 'charge' : 'neither'
})

/** The tax category an element is; null when it is none, or one that cannot be read. */
export function taxCategoryOf(element: UblElement, document: JudgedDocument): TaxCategory | null {
  const reading = document.fact(readings).get(element)
  return reading === undefined || reading instanceof NotEvaluable ? null : reading
}

/** The tax categories of a document, alike ones as one: few, however many lines there are. */
export const taxCategoryUses = askedOnce((document): readonly TaxCategoryUse[] => {
  const uses = new Map<string, TaxCategory & { count: number }>()
  for (const reading of document.fact(readings).values()) {
    if (reading instanceof NotEvaluable) throw reading
    const { place, ofDocument, vat, written } = reading
    const key = [place, ofDocument, vat, written === null, written].join('\n')
    const known = uses.get(key)
    if (known === undefined) uses.set(key, { ...reading, count: 1 })
    else known.count += 1
  }
  return [...uses.values()]
})

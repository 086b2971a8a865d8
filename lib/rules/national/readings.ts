/** What the rules of several countries read in the same way. */
import type { UblElement } from '#lib/ubl/tree.ts'
import { find, NotEvaluable, normalizeSpace, normalText, one, textOf } from '../xpath.ts'

/** The one text of a list, empty for none. Several: `NotEvaluable`. */
export function onlyText(texts: readonly string[]): string {
  if (texts.length > 1) throw new NotEvaluable('several texts where one is taken')
  return texts[0] ?? ''
}

/** The one text that stands at a path, as it is written (XPath `path/text()`); elements without text do not count. */
export function writtenText(element: UblElement, ...path: readonly string[]): string {
  return onlyText(
    find(element, ...path)
      .map((each) => each.text)
      .filter((text) => text !== ''),
  )
}

/** Tells whether any element at a path has more than white space in it. */
export function isFilled(element: UblElement, ...path: readonly string[]): boolean {
  return find(element, ...path).some((each) => normalText(each) !== '')
}

/** The values that an attribute has on the elements at a path. */
export function attributesAt(
  element: UblElement,
  attribute: string,
  ...path: readonly string[]
): readonly string[] {
  return find(element, ...path).flatMap((each) => each.attribute(attribute) ?? [])
}

/** The one identification scheme at a path, normalized; empty for none. Several: `NotEvaluable`. */
export function schemeAt(element: UblElement, ...path: readonly string[]): string {
  return normalizeSpace(onlyText(attributesAt(element, 'schemeID', ...path)))
}

/** The tax registrations of a party (BT-31, BT-32, BT-48) in one scheme: `VAT`, `TAX`. */
export function taxSchemes(party: UblElement, scheme: string): readonly UblElement[] {
  return find(party, 'cac:PartyTaxScheme').filter((each) => taxSchemeOf(each) === scheme)
}

/** The scheme of a tax registration, normalized; empty for none. */
export function taxSchemeOf(registration: UblElement): string {
  return normalText(one(registration, 'cac:TaxScheme', 'cbc:ID'))
}

/** The numbers of tax registrations as they are written; empty where one has none, `NotEvaluable` where it has two. */
export function numbersOf(registrations: readonly UblElement[]): readonly string[] {
  return registrations.map((each) => textOf(one(each, 'cbc:CompanyID')))
}

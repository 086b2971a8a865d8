import type { UblElement } from '#lib/ubl/tree.ts'
import { lineNames, type Rule } from '../../rule.ts'
import { booleanFrom, exists, find, normalText, one, textOf } from '../../xpath.ts'

/** Tells of an element whether it stands below these, the outermost first: `inside('cac:PaymentMeans')`. */
export function inside(...names: readonly string[]): (element: UblElement) => boolean {
  return (element) => {
    let at = element.parent
    for (let index = names.length - 1; index >= 0; index -= 1) {
      if (at === null || at.name !== names[index]) return false
      at = at.parent
    }
    return true
  }
}

/** Tells whether an element stands directly in the document. */
export function atTop(element: UblElement): boolean {
  return element.parent !== null && element.parent.parent === null
}

/** Tells whether an element stands directly in a line (BG-25). */
export function inLine(element: UblElement): boolean {
  return element.parent !== null && lineNames.includes(element.parent.name)
}

/** Tells whether an allowance or charge says that it is an allowance (BG-20, BG-27). Neither word: `NotEvaluable`. */
export function isAllowance(element: UblElement): boolean {
  return find(element, 'cbc:ChargeIndicator').some((each) => !booleanFrom(textOf(each)))
}

/** Tells whether an allowance or charge says that it is a charge (BG-21, BG-28). Neither word: `NotEvaluable`. */
export function isCharge(element: UblElement): boolean {
  return find(element, 'cbc:ChargeIndicator').some((each) => booleanFrom(textOf(each)))
}

/** Tells whether a tax category or a party's tax registration says that the tax is VAT, however it is cased. */
export function isVat(element: UblElement): boolean {
  return element.children.some((child) => child.name === 'cac:TaxScheme' && isVatScheme(child))
}

function isVatScheme(scheme: UblElement): boolean {
  const id = normalText(one(scheme, 'cbc:ID'))
  return id === 'VAT' || id.toUpperCase() === 'VAT'
}

/** Tells whether a party, or what else has tax registrations, has a VAT number: BT-31, BT-48, BT-63. */
export function hasVatNumber(party: UblElement): boolean {
  return find(party, 'cac:PartyTaxScheme').some((each) => isVat(each) && exists(each, 'cbc:CompanyID'))
}

/** Holds when anything stands at a path, were it empty. */
export function has(...path: readonly string[]): Rule['holds'] {
  return (element) => exists(element, ...path)
}

/** Holds when a path leads to text that is more than white space. Several elements at its end: `NotEvaluable`. */
export function says(...path: readonly string[]): Rule['holds'] {
  return (element) => normalText(one(element, ...path)) !== ''
}

/** Holds when the element has an attribute. */
export function hasAttribute(name: string): Rule['holds'] {
  return (element) => element.attribute(name) !== null
}

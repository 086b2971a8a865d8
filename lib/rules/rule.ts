import type { UblElement } from '#lib/ubl/tree.ts'
import type { JudgedDocument } from './judged-document.ts'

/** How bad it is when a rule is broken: `fatal` stops a document, a `warning` does not. */
export type Flag = 'fatal' | 'warning'

/** One published rule. `holds` speaks about the element of its context, and says false when the rule is broken. */
export type Rule = {
  /** As published: `BR-02`, `PEPPOL-EN16931-R003`, `SE-R-005`. */
  readonly id: string
  readonly flag: Flag
  /** The business terms it is about: `BT-1`, `BG-25`. */
  readonly terms: readonly string[]
  readonly holds: (element: UblElement, document: JudgedDocument) => boolean
}

/** Where rules are judged: every element of these names for which `when` is true. */
export type Context = {
  /**
   * Names with their prefix, the roots without (`Invoice`); a name may have its parent's before it
   * (`cac:Country/cbc:IdentificationCode`), which spares `when` all that stand elsewhere. Or a test of a name.
   */
  readonly names: readonly string[] | ((name: string) => boolean)
  readonly when?: (element: UblElement, document: JudgedDocument) => boolean
  readonly rules: readonly Rule[]
}

/**
 * Contexts in their published order. Within one pattern an element is judged by the first context it fits and by no
 * later one: that is how Schematron works, and some rules are silent because of it.
 */
export type Pattern = readonly Context[]

/** Makes a rule that stops a document. */
export function fatal(id: string, terms: readonly string[], holds: Rule['holds']): Rule {
  return { id, flag: 'fatal', terms, holds }
}

/** Makes a rule that only warns. */
export function warning(id: string, terms: readonly string[], holds: Rule['holds']): Rule {
  return { id, flag: 'warning', terms, holds }
}

/** The names of the two documents. */
export const documentRoots: readonly string[] = ['Invoice', 'CreditNote']

/** The names of their lines. */
export const lineNames: readonly string[] = ['cac:InvoiceLine', 'cac:CreditNoteLine']

/** The names of the amounts that the rules on currencies speak of. */
export const amountNames: readonly string[] = [
  'cbc:Amount',
  'cbc:BaseAmount',
  'cbc:PriceAmount',
  'cbc:TaxAmount',
  'cbc:TaxableAmount',
  'cbc:LineExtensionAmount',
  'cbc:TaxExclusiveAmount',
  'cbc:TaxInclusiveAmount',
  'cbc:AllowanceTotalAmount',
  'cbc:ChargeTotalAmount',
  'cbc:PrepaidAmount',
  'cbc:PayableRoundingAmount',
  'cbc:PayableAmount',
]

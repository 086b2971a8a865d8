/** Peppol BIS Billing 3.0.22, in force from 2027-02-24: what it changes in 3.0.21. EN 16931 stays as it is. */
import type { JudgedDocument } from '../judged-document.ts'
import { customerAddressCountry, supplierAddressCountry } from '../peppol/facts.ts'
import { isSoldToSweden } from '../peppol/sweden.ts'
import type { Flag, Pattern } from '../rule.ts'
import { normalText, one } from '../xpath.ts'
import { allows, alsoAsks, type Changes, removed, stops, withChanges } from './changes.ts'
import { exactlyOne } from './exactly-one.ts'

const generalChanges: Changes = {
  // Sales to other countries have the rates of those countries.
  'SE-R-006': allows((_, document) => !document.fact(isSoldToSweden)),
  'PEPPOL-COMMON-R040': alsoAsks((id) => /^[0-9]{13}$/.test(normalText(id))),
  'PEPPOL-COMMON-R043': alsoAsks((id) => /^[01]/.test(normalText(id))),
  'PEPPOL-COMMON-R054': stops,
  'PEPPOL-COMMON-R055': stops,
  'PEPPOL-COMMON-R056-1': stops,
  'PEPPOL-COMMON-R056-2': stops,
  'PEPPOL-COMMON-R057': stops,
  'PEPPOL-EN16931-P0112': allows(
    (code, document) => normalText(code) === '384' && document.fact(isWithinSlovakia),
  ),
}

const nationalChanges: Changes = {
  'GR-R-001-5': removed,
  // The list of 3.0.21 has this kind already, though the release says that it was missing.
  'DE-R-017': allows((root) => normalText(one(root, 'cbc:InvoiceTypeCode')) === '389'),
}

/** Makes the patterns of 3.0.22 from those of 3.0.21. Throws when one of the rules it changes is not among them. */
export function release3022(base: readonly Pattern[]): readonly Pattern[] {
  return [...withChanges(base, { ...generalChanges, ...nationalChanges }), exactlyOne]
}

/** As `release3022`, for patterns without the rules of other countries: a form is judged by such. */
export function generalRelease3022(base: readonly Pattern[]): readonly Pattern[] {
  return [...withChanges(base, generalChanges), exactlyOne]
}

function isWithinSlovakia(document: JudgedDocument): boolean {
  return document.fact(supplierAddressCountry) === 'SK' && document.fact(customerAddressCountry) === 'SK'
}

/** A rule that is announced and has no text yet: it has its name and judges nothing. */
export type UnpublishedRule = {
  readonly id: string
  /** Null: not announced. */
  readonly flag: Flag | null
  /** What it is said to be about. */
  readonly about: string
}

/** The rules that 3.0.22 adds and that stand empty until their texts are published. */
export const unpublished: readonly UnpublishedRule[] = [
  {
    id: 'PEPPOL-COMMON-R058',
    flag: 'warning',
    about: 'VAT numbers of Luxembourg: LU and eight digits, the last two are the first six modulo 89',
  },
  {
    id: 'PEPPOL-COMMON-R059',
    flag: 'warning',
    about:
      'register numbers of Luxembourg (scheme 0240): eleven digits, a legal form from 20 to 99, a check digit',
  },
  { id: 'PEPPOL-COMMON-R062', flag: 'warning', about: 'VAT numbers of Belgium' },
  {
    id: 'SK-R-001',
    flag: 'warning',
    about: 'corrected invoices (384) within Slovakia have a preceding invoice (BG-3)',
  },
  ...['SK-R-002', 'SK-R-003', 'SK-R-004', 'SK-R-005', 'SK-R-006', 'SK-R-007'].map((id) => ({
    id,
    flag: null,
    about: 'Slovakia',
  })),
]

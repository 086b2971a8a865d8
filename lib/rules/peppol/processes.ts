/** What kinds of document and which exemptions a process takes: PEPPOL-EN16931-P0100 to P0112. */
import type { JudgedDocument } from '../judged-document.ts'
import { type Context, fatal } from '../rule.ts'
import { normalizeSpace, normalText, one, textOf } from '../xpath.ts'
import { isWithinGermany } from './document.ts'
import { profile } from './facts.ts'

/** The kind of an invoice (BT-3), given the codes that every known process takes. */
export function invoiceKind(codes: ReadonlySet<string>): Context {
  return {
    names: ['cbc:InvoiceTypeCode'],
    rules: [
      fatal(
        'PEPPOL-EN16931-P0100',
        ['BT-3', 'BT-23'],
        (code, document) => !isInKnownProcess(document) || codes.has(normalizeSpace(code.text)),
      ),
      fatal(
        'PEPPOL-EN16931-P0112',
        ['BT-3', 'BT-40', 'BT-55'],
        (code, document) => !['326', '384'].includes(normalText(code)) || isWithinGermany(document),
      ),
    ],
  }
}

/** The kind of a credit note (BT-3), given the codes that every known process takes. */
export function creditNoteKind(codes: ReadonlySet<string>): Context {
  return {
    names: ['cbc:CreditNoteTypeCode'],
    rules: [
      fatal(
        'PEPPOL-EN16931-P0101',
        ['BT-3', 'BT-23'],
        (code, document) => !isInKnownProcess(document) || codes.has(normalizeSpace(code.text)),
      ),
    ],
  }
}

/** Which VAT category (BT-118) goes with a code for why there is no VAT (BT-121). */
const categoryOfReason = [
  ['PEPPOL-EN16931-P0104', 'VATEX-EU-G', 'G'],
  ['PEPPOL-EN16931-P0105', 'VATEX-EU-O', 'O'],
  ['PEPPOL-EN16931-P0106', 'VATEX-EU-IC', 'K'],
  ['PEPPOL-EN16931-P0107', 'VATEX-EU-AE', 'AE'],
  ['PEPPOL-EN16931-P0108', 'VATEX-EU-D', 'E'],
  ['PEPPOL-EN16931-P0109', 'VATEX-EU-F', 'E'],
  ['PEPPOL-EN16931-P0110', 'VATEX-EU-I', 'E'],
  ['PEPPOL-EN16931-P0111', 'VATEX-EU-J', 'E'],
] as const

/** VAT categories with one of those codes, in capitals or not. */
export const exemptions: readonly Context[] = categoryOfReason.map(([id, reason, category]) => ({
  names: ['cac:TaxCategory'],
  when: (each) => textOf(one(each, 'cbc:TaxExemptionReasonCode')).toUpperCase() === reason,
  rules: [fatal(id, ['BG-23', 'BT-118', 'BT-121'], (each) => normalText(one(each, 'cbc:ID')) === category)],
}))

function isInKnownProcess(document: JudgedDocument): boolean {
  return document.fact(profile) !== 'Unknown'
}

import { isCountryCode } from '#lib/codelists/countries.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { cleanLine, isBlankText } from '#lib/core/text.ts'
import { parseGln } from '#lib/party/gln.ts'
import { isUnreadable } from './check-dates.ts'
import type { DraftPrecedingInvoice, InvoiceDraft } from './draft.ts'
import { type Fault, fault } from './faults.ts'

const emptyReferences = new Set(['NA', 'N/A', 'X', 'OKÄND', 'SAKNAS'])

/** Judges the buyer's references (PEPPOL-EN16931-R003, T-10). The seller's own order number is none of them. */
export function checkReferences(draft: InvoiceDraft): readonly Fault[] {
  if (isBlankText(draft.buyerReference) && isBlankText(draft.purchaseOrderReference)) {
    return [fault('reference-missing', 'buyerReference')]
  }
  return (['buyerReference', 'purchaseOrderReference'] as const).flatMap((field) => {
    const reference = cleanLine(draft[field])
    return reference === '' || saysSomething(reference)
      ? []
      : [fault('reference-says-nothing', field, { reference })]
  })
}

/**
 * Judges the earlier invoices named (BG-3): each has a number (BR-55), and what a credit note credits a date too
 * (T-11). Fields: `precedingInvoices.<index>.number` and `.issueDate`.
 */
export function checkPrecedingInvoices(draft: InvoiceDraft, today: IsoDate): readonly Fault[] {
  const isCredit = draft.kind === 'credit-note'
  const faults = draft.precedingInvoices.flatMap((each, index) => {
    if (isBlank(each)) return []
    const field = `precedingInvoices.${index}`
    const isUndated = isCredit && isBlankText(each.issueDate)
    return [
      ...(isBlankText(each.number) ? [fault('original-missing', `${field}.number`)] : []),
      ...(isUndated ? [fault('original-date-missing', `${field}.issueDate`)] : []),
      ...(isUnreadable(each.issueDate, today) ? [fault('date-unreadable', `${field}.issueDate`)] : []),
    ]
  })
  return isCredit && draft.precedingInvoices.every(isBlank)
    ? [fault('original-missing', 'precedingInvoices.0.number')]
    : faults
}

/** Tells whether a row for an earlier invoice says nothing: it is then neither judged nor written. */
export function isBlank({ number, issueDate }: DraftPrecedingInvoice): boolean {
  return isBlankText(number) && isBlankText(issueDate)
}

/**
 * Judges the message (BT-22) with the company's last line. Three characters between the first two `#` are read as the
 * code of what a note is about (BR-CL-08), which nobody who types `rum #12B#` means.
 */
export function checkNote({ note }: InvoiceDraft, footer: string): readonly Fault[] {
  const [, code = '', ...rest] = `${note}\n${footer}`.split('#')
  return rest.length > 0 && [...code].length === 3 ? [fault('note-code', 'note', { code })] : []
}

/** Judges where it was delivered (BT-71 T-34, BT-80 BR-57). */
export function checkDelivery(draft: InvoiceDraft): readonly Fault[] {
  const { deliverToLocationId, deliverToCountry } = draft
  const gln = deliverToLocationId.trim()
  return [
    ...(gln === '' || parseGln(gln).ok ? [] : [fault('location-faulty', 'deliverToLocationId')]),
    ...(deliverToCountry === '' || isCountryCode(deliverToCountry)
      ? []
      : [fault('delivery-country-unknown', 'deliverToCountry')]),
  ]
}

/** The official rules are content with a lone point; no recipient is. T-10. */
function saysSomething(reference: string): boolean {
  const characters = reference.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return characters >= 2 && !emptyReferences.has(reference.toUpperCase())
}

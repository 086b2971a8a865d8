import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { Fault } from '#lib/invoice/faults.ts'

/** Something to put right, at its field: found while typing (code and params) or said by the server (message). */
export type Problem = {
  readonly field: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly message?: string
  /** The rule it breaks, where that is known. */
  readonly ruleId?: string
  /** It warns, and stops nothing. */
  readonly isWarning?: boolean
}

/** What the published rules say of a draft. */
export type RuleOutcome = {
  /** The rules it breaks that stop it. */
  readonly problems: readonly Problem[]
  /** Those that only warn. */
  readonly remarks: readonly Problem[]
  /** The document it becomes breaks no rule that stops. */
  readonly isValid: boolean
}

/** A fault as a problem. */
export function problemOf({ field, code, params, ruleId, level }: Fault): Problem {
  return { field, code, params, ruleId, isWarning: level === 'warn' }
}

/** Tells whether nothing stands there yet, rather than something wrong. */
export function isMissing(code: string): boolean {
  return code.endsWith('-missing') || code.endsWith('-incomplete')
}

/** What a mend writes; also the key of its words. */
export type FixKind =
  | 'number'
  | 'dueDate'
  | 'account'
  | 'reference'
  | 'buyerVatNumber'
  | 'minus'
  | 'vat'
  | 'deliveryDate'

/** A mend in one press: what it writes (`value`, for the words on the button), where, and the draft after it. */
export type Fix = {
  readonly kind: FixKind
  readonly value: string
  readonly field: string
  readonly edit: (draft: InvoiceDraft) => InvoiceDraft
}

/** What can be wrong and has a mend in one press, if what it needs is known (`fixes.ts`). */
const fixable = new Set([
  'invoice-number-missing',
  'invoice-number-taken',
  'invoice-number-kept',
  'due-date-missing',
  'due-date-early',
  'account-missing',
  'ocr-check-digit',
  'ocr-length-digit',
  'buyer-vat-number-missing',
  'price-negative',
  'vat-missing',
  'vat-reason-missing',
  'vat-company-registered',
  'vat-company-unregistered',
  'vat-needs-swedish-buyer',
  'vat-needs-eu-buyer',
  'vat-needs-outside-buyer',
  'vat-date-assumed',
])

/** Tells whether a problem may have a mend: most have none, and theirs is not looked for. */
export function mayBeFixed(code: string): boolean {
  return fixable.has(code)
}

/** The parts of the form that *Fakturakontroll* counts, in order. */
export const checkParts = [
  'recipient',
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'reference',
  'lines',
  'account',
  'company',
] as const

/** A part of the form that *Fakturakontroll* counts. */
export type CheckPart = (typeof checkParts)[number]

const partOfField: Readonly<Record<string, CheckPart>> = {
  customerId: 'recipient',
  electronicAddress: 'recipient',
  kind: 'invoiceNumber',
  invoiceNumber: 'invoiceNumber',
  precedingInvoices: 'invoiceNumber',
  issueDate: 'issueDate',
  deliveryDate: 'issueDate',
  periodStart: 'issueDate',
  periodEnd: 'issueDate',
  exchangeRate: 'issueDate',
  exchangeRateDate: 'issueDate',
  currency: 'issueDate',
  dueDate: 'dueDate',
  paymentTermsDays: 'dueDate',
  paymentTermsText: 'dueDate',
  buyerReference: 'reference',
  purchaseOrderReference: 'reference',
  lines: 'lines',
  adjustments: 'lines',
  paidAmount: 'lines',
  paymentAccountIds: 'account',
  paymentReference: 'account',
  attachments: 'account',
}

/** The part of the form a field belongs to. */
export function partOf(field: string): CheckPart {
  const [first = ''] = field.split('.')
  if (first === 'company') return 'company'
  if (first === 'customer' || first.startsWith('buyer')) return partOfField[first] ?? 'recipient'
  return partOfField[first] ?? 'reference'
}

/** What the strip says of the whole form. */
export type CheckVerdict = {
  readonly missing: number
  readonly wrong: number
  readonly done: number
  readonly of: number
}

/**
 * One thing of each field, as the form shows it: the first. The list above the form and *Fakturakontroll* both go by
 * this, so that they count the same.
 */
export function oncePerField(problems: readonly Problem[]): readonly Problem[] {
  const placeOf = ({ field, code, params }: Problem) => field || String(params.rule ?? code)
  return [...Map.groupBy(problems, placeOf).values()].flatMap((ofOne) => ofOne.slice(0, 1))
}

/** Counts what is left to fill in, what is wrong, and the parts that are whole. */
export function judge(problems: readonly Problem[]): CheckVerdict {
  const missing = problems.filter((problem) => isMissing(problem.code)).length
  const open = new Set(problems.map((problem) => partOf(problem.field)))
  return {
    missing,
    wrong: problems.length - missing,
    done: checkParts.length - open.size,
    of: checkParts.length,
  }
}

/**
 * The field at which a problem is shown: what is wrong with the customer's own details stands where one chooses the
 * customer.
 */
export function shownAt(field: string): string {
  return field.startsWith('customer.') ? 'customerId' : field
}

/** The DOM id of a field's control: `field-lines-<key>-quantity`. */
export function fieldId(field: string): string {
  return `field-${field.replaceAll('.', '-')}`
}

/**
 * The id of the control to go to for a problem: on a phone a line's card, for the customer's details the choice of
 * customer. Undefined for what is put right on another page (the company's own details) or has no field at all.
 */
export function targetId(field: string, firstLineKey: string, onPhone: boolean): string | undefined {
  const [first = '', key] = field.split('.')
  if (first === 'company' || first === '') return undefined
  if (first !== 'lines') return fieldId(shownAt(field))
  if (onPhone) return cardId(key ?? firstLineKey)
  return fieldId(key === undefined ? `lines.${firstLineKey}.itemName` : field)
}

/** The DOM id of a line's card on a phone. */
export function cardId(key: string): string {
  return `card-${key}`
}

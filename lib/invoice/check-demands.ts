import { daysBetween, type IsoDate } from '#lib/core/dates.ts'
import type { Decimal } from '#lib/core/decimal.ts'
import { cleanLine, cleanText } from '#lib/core/text.ts'
import { choicesOf, type DemandFile, demandsOf, meetsDemand, wantedFiles } from './demands.ts'
import { type DraftLine, filledLines, type InvoiceDraft, isEmptyLine } from './draft.ts'
import { type Fault, type FaultCode, fault, lineFault } from './faults.ts'
import type { BuyerProfile, SellerProfile } from './parties.ts'
import type {
  DemandableCell,
  DemandableField,
  FieldDemand,
  RecipientText,
  RequirementProfile,
} from './requirement-profile.ts'
import { draftDates } from './terms.ts'

/** A draft to a recipient with demands, and what else they are compared with. */
export type DemandInput = {
  readonly draft: InvoiceDraft
  readonly profile: RequirementProfile
  readonly customer: BuyerProfile
  readonly company: SellerProfile
  readonly today: IsoDate
}

/**
 * Judges the fields of a draft by what its recipient demands: what is missing (PROF-01), what does not look as it should
 * (PROF-02), more lines or text than it takes (PROF-04), a kind or currency it does not take (PROF-05), and fewer days
 * than agreed (PROF-06, warns). What is only recommended warns too.
 */
export function checkDemands(input: DemandInput): readonly Fault[] {
  const { draft, profile, customer, today } = input
  const demands = demandsOf(profile, draft, today)
  return [
    ...checkTaken(input),
    ...demands.flatMap((demand) =>
      isOfLine(demand.code) ? checkCells(demand, input) : checkField(demand, input),
    ),
    ...checkAnyOf(input, demands),
    ...checkDays(input),
  ].map((each) => ({ ...each, params: { recipient: customer.name, ...each.params } }))
}

/** Judges the files with an invoice by what its recipient demands: PROF-03 for each that is missing, PROF-04 for too much. */
export function checkDemandedFiles(
  { draft, profile, customer }: Pick<DemandInput, 'draft' | 'profile' | 'customer'>,
  totalWithVat: Decimal,
  files: readonly DemandFile[],
): readonly Fault[] {
  const { maxFiles = Infinity, maxTotalBytes = Infinity } = profile.limits
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  const missing = wantedFiles(profile, draft, totalWithVat, files).filter(({ file }) => file === null)
  const found = (code: FaultCode, params: Fault['params']) =>
    fault(code, 'attachments', { recipient: customer.name, ...params })
  return [
    ...missing.map(({ demand }) => found('demand-file-missing', textParams('name', demand.name))),
    ...(files.length > maxFiles ? [found('demand-files-many', { max: maxFiles, count: files.length })] : []),
    ...(bytes > maxTotalBytes
      ? [found('demand-files-large', { maxMegabytes: megabytes(maxTotalBytes), megabytes: megabytes(bytes) })]
      : []),
  ]
}

/** In tenths, rounded up: what is above a limit never reads as the limit. */
function megabytes(bytes: number): number {
  return Math.ceil(bytes / 100_000) / 10
}

/** A recipient's own words as the values of a message: `name.sv`, and `name.en` if it gave any. */
function textParams(name: string, text: RecipientText | undefined): Fault['params'] {
  if (text === undefined) return {}
  return { [`${name}.sv`]: text.sv, ...(text.en === undefined ? {} : { [`${name}.en`]: text.en }) }
}

function paramsOf({ code, label, masks, example, fixed }: FieldDemand): Fault['params'] {
  return {
    demanded: code,
    ...textParams('name', label),
    masks: (masks ?? []).join('\n'),
    example: fixed ?? example ?? '',
  }
}

function isOfLine(code: FieldDemand['code']): code is `lines.${DemandableCell}` {
  return code.startsWith('lines.')
}

/** What is wrong with a value, as the code of a fault; null when nothing is. */
function problemOf(demand: FieldDemand, value: string): FaultCode | null {
  const isRequired = demand.level === 'required'
  if (value === '') return isRequired ? 'demand-missing' : 'demand-advised'
  if (meetsDemand(demand, value)) return null
  if (demand.fixed !== undefined) return isRequired ? 'demand-fixed' : 'demand-fixed-advised'
  return isRequired ? 'demand-shape' : 'demand-shape-advised'
}

function checkField(demand: FieldDemand, input: DemandInput): readonly Fault[] {
  const field = demand.code as DemandableField
  const code = problemOf(demand, demandedValue(field, input))
  return code === null ? [] : [fault(code, field, { line: 0, ...paramsOf(demand) })]
}

/** On every line that says something. */
function checkCells(demand: FieldDemand, { draft }: DemandInput): readonly Fault[] {
  const cell = demand.code.slice('lines.'.length) as DemandableCell
  return draft.lines.flatMap((line: DraftLine, index) => {
    const code = isEmptyLine(line) ? null : problemOf(demand, cleanLine(line[cell]))
    return code === null ? [] : [lineFault(code, line.key, cell, index + 1, paramsOf(demand))]
  })
}

/** What stands in a field of the document that is to be: what is typed, else what the invoice says by itself. */
function demandedValue(
  field: DemandableField,
  { draft, customer, company }: Pick<DemandInput, 'draft' | 'customer' | 'company'>,
): string {
  const typed = cleanText(draft[field])
  if (typed !== '') return typed
  if (field === 'buyerVatNumber') return customer.vatNumber
  return field === 'sellerContactName' ? cleanLine(company.contact.name) : ''
}

function checkAnyOf(input: DemandInput, demands: readonly FieldDemand[]): readonly Fault[] {
  return choicesOf(input.profile, demands).flatMap(({ codes }) => {
    const [first] = codes
    const isMet = codes.some((field) => demandedValue(field, input) !== '')
    return first === undefined || isMet ? [] : [fault('demand-any-missing', first, { anyOf: codes.join() })]
  })
}

/** What the recipient takes at all. */
function checkTaken({ draft, profile: { limits } }: DemandInput): readonly Fault[] {
  const { kinds, currencies, maxLines = Infinity, maxNoteLength = Infinity } = limits
  const lines = filledLines(draft).length
  return [
    ...(kinds !== undefined && !kinds.includes(draft.kind)
      ? [fault('demand-kind', 'kind', { kind: draft.kind === 'invoice' ? 'invoice' : 'creditNote' })]
      : []),
    ...(currencies !== undefined && !currencies.includes(draft.currency)
      ? [fault('demand-currency', 'currency', { currency: draft.currency, allowed: currencies.join(', ') })]
      : []),
    ...(lines > maxLines ? [fault('demand-lines-many', 'lines', { max: maxLines, count: lines })] : []),
    ...(cleanText(draft.note).length > maxNoteLength
      ? [fault('demand-note-long', 'note', { max: maxNoteLength })]
      : []),
  ]
}

function checkDays({ draft, profile, today }: DemandInput): readonly Fault[] {
  const { issueDate, dueDate } = draftDates(draft, today)
  const { minPaymentDays = 0 } = profile.limits
  if (draft.kind === 'credit-note' || issueDate === null || dueDate === null) return []
  return daysBetween(issueDate, dueDate) < minPaymentDays
    ? [fault('demand-days', 'dueDate', { days: minPaymentDays })]
    : []
}

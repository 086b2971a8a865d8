import type { IsoDate } from '#lib/core/dates.ts'
import { toFixedText } from '#lib/core/decimal.ts'
import {
  askedFields,
  type DemandFile,
  demandsOf,
  type WantedFile,
  wantedFiles,
} from '#lib/invoice/demands.ts'
import { type DraftLine, type InvoiceDraft, type InvoiceKind, isEmptyLine } from '#lib/invoice/draft.ts'
import type { Fault } from '#lib/invoice/faults.ts'
import type { BuyerProfile, PaymentAccount, SellerProfile } from '#lib/invoice/parties.ts'
import type { FieldCode, FieldDemand } from '#lib/invoice/requirement-profile.ts'
import { type DraftTotals, draftTotals } from '#lib/invoice/totals.ts'
import type { PastedBatch } from './draft-edits.ts'
import { type Fix, isMissing, type Problem, problemOf, type RuleOutcome, shownAt } from './problems.ts'

/** What a draft is judged and summed against; does not change while the form is open. */
export type EditorSurroundings = {
  readonly company: SellerProfile
  readonly accounts: readonly PaymentAccount[]
  readonly customers: readonly BuyerProfile[]
  readonly today: IsoDate
  /** The next free number of each series; taken at *Gå vidare*. */
  readonly proposals: Readonly<Record<InvoiceKind, string>>
  /** Sent invoices that a credit note can be about, the newest first. */
  readonly creditable: readonly CreditableInvoice[]
}

/** A sent invoice as the form offers it for credit. */
export type CreditableInvoice = {
  readonly invoiceId: string
  readonly customerId: string
  readonly number: string
  readonly issueDate: string
  readonly buyerName: string
  /** Canonical text. */
  readonly amountDue: string
  readonly currency: string
}

/** All that one row shows; the same object as long as nothing of it has changed. */
export type RowView = {
  readonly line: DraftLine
  /** As shown: 1, 2, 3 … */
  readonly number: number
  /** BT-131 as canonical text; null while quantity or price cannot be read. */
  readonly net: string | null
  /** Its empty cells are mandatory: it has been begun, or is the one line of an empty invoice. */
  readonly isRequired: boolean
  readonly isComplete: boolean
  /** What is shown as wrong now. */
  readonly problems: readonly Problem[]
  readonly isNoteOpen: boolean
}

/** The last edit of lines that can be undone: one was taken away, some were pasted, or one was filled from an article. */
export type UndoableEdit =
  | { readonly kind: 'removed'; readonly line: DraftLine; readonly index: number }
  | ({ readonly kind: 'pasted' } & PastedBatch)
  | { readonly kind: 'filled'; readonly key: string; readonly before: Partial<Omit<DraftLine, 'key'>> }

/** The form at one moment. Never changed, only replaced. */
export type EditorState = {
  readonly draft: InvoiceDraft
  /** What the form's own checks say; until their script is there, what they said of the draft as it was opened. */
  readonly faults: readonly Fault[]
  /** All that *Gå vidare* would stop at, shown or not: what is left or wrong, else the rules that are broken. */
  readonly stops: readonly Problem[]
  /** What does not stop: holds only the sending, or warns. */
  readonly remarks: readonly Problem[]
  /** Nothing is left to fill in or wrong by the form's own checks: the published rules can be asked. */
  readonly isWhole: boolean
  /** The document this draft becomes has been judged by the published rules and is valid. */
  readonly isValid: boolean
  readonly totals: DraftTotals
  /** The files that are with the invoice. */
  readonly files: readonly DemandFile[]
  /** The fields that the recipient asks for on this very draft. */
  readonly demands: readonly FieldDemand[]
  /** Those and the ones it leaves a choice among: they stand outside *Fler fält*. */
  readonly asked: readonly FieldCode[]
  /** The files it asks for, each with the one that stands for it. */
  readonly wanted: readonly WantedFile[]
  readonly keys: readonly string[]
  readonly rows: ReadonlyMap<string, RowView>
  /** What is shown as wrong now, by field. */
  readonly shown: ReadonlyMap<string, Problem>
  /** Fields that were left with something in them. */
  readonly touched: ReadonlySet<string>
  /** How many times *Gå vidare* was pressed in vain. */
  readonly attempts: number
  /** What was wrong at the last press; kept as it was, so that it never takes the focus while somebody types. */
  readonly summary: readonly Problem[]
  /** What the server said, until its field changes. */
  readonly serverProblems: readonly Problem[]
  /** What the published rules say, and of which draft; null until they are loaded and the draft is whole. */
  readonly ruled: (RuleOutcome & { readonly draft: InvoiceDraft }) | null
  readonly openNotes: ReadonlySet<string>
  readonly undoable: UndoableEdit | null
  /** The mend that was last made in one press, with the draft before it; until something else is changed. */
  readonly mended: { readonly fix: Fix; readonly before: InvoiceDraft } | null
  /** The amount to read aloud, as canonical text; empty = nothing yet. */
  readonly announced: string
}

/** The parts of the state that are told; the rest follows. */
export type EditorInput = Omit<
  EditorState,
  | 'stops'
  | 'remarks'
  | 'isWhole'
  | 'isValid'
  | 'totals'
  | 'demands'
  | 'asked'
  | 'wanted'
  | 'keys'
  | 'rows'
  | 'shown'
>

/** Computes all that follows from the told parts, keeping what has not changed as the objects they were. */
export function derive(
  input: EditorInput,
  surroundings: EditorSurroundings,
  before: EditorState | null,
): EditorState {
  const isSame =
    before !== null &&
    before.draft === input.draft &&
    before.faults === input.faults &&
    before.ruled === input.ruled &&
    before.files === input.files
  const judged = isSame ? before : withRules(judgeDraft(input, surroundings), input)
  const wanted = before !== null && isSameWanted(before.wanted, judged.wanted) ? before.wanted : judged.wanted
  const shown = shownProblems(input, judged.stops)
  const keys = input.draft.lines.map((line) => line.key)
  return {
    ...input,
    stops: judged.stops,
    remarks: judged.remarks,
    isWhole: judged.isWhole,
    isValid: judged.isValid,
    totals: judged.totals,
    demands: judged.demands,
    asked: judged.asked,
    wanted,
    keys: before !== null && isSameList(before.keys, keys) ? before.keys : keys,
    shown,
    rows: rowViews(input, judged, shown, before?.rows ?? new Map()),
  }
}

type Judged = Pick<
  EditorState,
  'stops' | 'remarks' | 'isWhole' | 'isValid' | 'totals' | 'demands' | 'asked' | 'wanted'
>

/** What the rules said last stands until they are asked again, a moment after the last key; valid is only what they saw. */
function withRules(own: Omit<Judged, 'isWhole' | 'isValid'>, { draft, ruled }: EditorInput): Judged {
  const isWhole = own.stops.length === 0
  if (!isWhole || ruled === null) return { ...own, isWhole, isValid: false }
  const remarks = ruled.remarks.length === 0 ? own.remarks : [...own.remarks, ...ruled.remarks]
  return { ...own, isWhole, stops: ruled.problems, remarks, isValid: ruled.draft === draft && ruled.isValid }
}

const nothing: readonly never[] = []

function judgeDraft(
  { draft, faults, files }: EditorInput,
  { company, customers, today }: EditorSurroundings,
): Omit<Judged, 'isWhole' | 'isValid'> {
  const customer = customers.find((each) => each.customerId === draft.customerId) ?? null
  const totals = draftTotals(draft, {
    today,
    roundToKrona: company.roundToKrona === true,
    accountingCurrency: company.accountingCurrency ?? 'SEK',
  })
  const profile = customer?.profile
  const demands = profile === undefined ? nothing : demandsOf(profile, draft, today)
  return {
    stops: faults.filter((each) => each.level === 'stop').map(problemOf),
    remarks: faults.filter((each) => each.level !== 'stop').map(problemOf),
    totals,
    demands,
    asked: profile === undefined ? nothing : askedFields(profile, demands),
    wanted: profile === undefined ? nothing : wantedFiles(profile, draft, totals.totalWithVat, files),
  }
}

/** What is missing is shown after a press only; what is wrong, from when its field was left. */
function shownProblems(input: EditorInput, stops: readonly Problem[]): ReadonlyMap<string, Problem> {
  const shown = new Map<string, Problem>()
  const isShown = ({ field, code }: Problem) =>
    input.attempts > 0 || (input.touched.has(shownAt(field)) && !isMissing(code))
  for (const problem of [...stops.filter(isShown), ...input.serverProblems]) {
    const field = shownAt(problem.field)
    if (!shown.has(field)) shown.set(field, problem)
  }
  return shown
}

function rowViews(
  { draft, openNotes }: EditorInput,
  { stops, totals }: Judged,
  shown: ReadonlyMap<string, Problem>,
  before: ReadonlyMap<string, RowView>,
): ReadonlyMap<string, RowView> {
  const incomplete = new Set(stops.map((problem) => lineKeyOf(problem.field)))
  const problemsOf = Map.groupBy(shown.values(), (problem) => lineKeyOf(problem.field))
  const isAllEmpty = draft.lines.every(isEmptyLine)
  return new Map(
    draft.lines.map((line, index) => {
      const isEmpty = isEmptyLine(line)
      const net = totals.lines[index]?.net ?? null
      const view: RowView = {
        line,
        number: index + 1,
        net: net === null ? null : toFixedText(net, 2),
        isRequired: !isEmpty || (isAllEmpty && index === 0),
        isComplete: !isEmpty && !incomplete.has(line.key),
        problems: problemsOf.get(line.key) ?? [],
        isNoteOpen: openNotes.has(line.key) || line.lineNote !== '',
      }
      const old = before.get(line.key)
      return [line.key, old !== undefined && isSameRow(old, view) ? old : view]
    }),
  )
}

function lineKeyOf(field: string): string | undefined {
  const [first, key] = field.split('.')
  return first === 'lines' ? key : undefined
}

function isSameRow(a: RowView, b: RowView): boolean {
  return (
    a.line === b.line &&
    a.number === b.number &&
    a.net === b.net &&
    a.isRequired === b.isRequired &&
    a.isComplete === b.isComplete &&
    a.isNoteOpen === b.isNoteOpen &&
    a.problems.length === b.problems.length &&
    a.problems.every((problem, index) => isSameProblem(problem, b.problems[index]))
  )
}

function isSameProblem(a: Problem, b: Problem | undefined): boolean {
  return a.field === b?.field && a.code === b.code && a.params.line === b.params.line
}

function isSameWanted(a: readonly WantedFile[], b: readonly WantedFile[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ demand, file }, index) => demand === b[index]?.demand && file === b[index]?.file)
  )
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}

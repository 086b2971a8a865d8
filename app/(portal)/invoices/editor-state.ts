import type { DemandFile, WantedFile } from '#lib/invoice/demands.ts'
import { type DraftLine, type InvoiceDraft, isEmptyLine } from '#lib/invoice/draft.ts'
import type { FieldCode, FieldDemand, RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import type { PastedBatch } from './draft-edits.ts'
import type { DraftFigures, DraftReading } from './draft-reading.ts'
import { type Fix, isMissing, type Problem, problemOf, type RuleOutcome, shownAt } from './problems.ts'

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
  /** What follows from the draft; until the script that reads it is there, what followed from it as it was opened. */
  readonly reading: DraftReading
  /** All that *Gå vidare* would stop at, shown or not: what is left or wrong, else the rules that are broken. */
  readonly stops: readonly Problem[]
  /** What does not stop: holds only the sending, or warns. */
  readonly remarks: readonly Problem[]
  /** Nothing is left to fill in or wrong by the form's own checks: the published rules can be asked. */
  readonly isWhole: boolean
  /** The document this draft becomes has been judged by the published rules and is valid. */
  readonly isValid: boolean
  readonly figures: DraftFigures
  /** The files that are with the invoice. */
  readonly files: readonly DemandFile[]
  /** The fields that the recipient asks for on this very draft. */
  readonly demands: readonly FieldDemand[]
  /** The fields of which it wants one. */
  readonly choices: RequirementProfile['anyOf']
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
  | 'figures'
  | 'demands'
  | 'choices'
  | 'asked'
  | 'wanted'
  | 'keys'
  | 'rows'
  | 'shown'
>

/** Computes all that follows from the told parts, keeping what has not changed as the objects they were. */
export function derive(input: EditorInput, before: EditorState | null): EditorState {
  const isSame =
    before !== null &&
    before.draft === input.draft &&
    before.reading === input.reading &&
    before.ruled === input.ruled
  const found = isSame ? before : withRules(judged(input), input)
  const wanted = before !== null && isSameWanted(before.wanted, found.wanted) ? before.wanted : found.wanted
  const shown = shownProblems(input, found.stops)
  const keys = input.draft.lines.map((line) => line.key)
  return {
    ...input,
    stops: found.stops,
    remarks: found.remarks,
    isWhole: found.isWhole,
    isValid: found.isValid,
    figures: found.figures,
    demands: found.demands,
    choices: found.choices,
    asked: found.asked,
    wanted,
    keys: before !== null && isSameList(before.keys, keys) ? before.keys : keys,
    shown,
    rows: rowViews(input, found, shown, before?.rows ?? new Map()),
  }
}

type Judged = Pick<
  EditorState,
  'stops' | 'remarks' | 'isWhole' | 'isValid' | 'figures' | 'demands' | 'choices' | 'asked' | 'wanted'
>

/** What the rules said last stands until they are asked again, a moment after the last key; valid is only what they saw. */
function withRules(own: Omit<Judged, 'isWhole' | 'isValid'>, { draft, ruled }: EditorInput): Judged {
  const isWhole = own.stops.length === 0
  if (!isWhole || ruled === null) return { ...own, isWhole, isValid: false }
  const remarks = ruled.remarks.length === 0 ? own.remarks : [...own.remarks, ...ruled.remarks]
  return { ...own, isWhole, stops: ruled.problems, remarks, isValid: ruled.draft === draft && ruled.isValid }
}

function judged({ reading: { faults, figures, demands } }: EditorInput): Omit<Judged, 'isWhole' | 'isValid'> {
  return {
    stops: faults.filter((each) => each.level === 'stop').map(problemOf),
    remarks: faults.filter((each) => each.level !== 'stop').map(problemOf),
    figures,
    demands: demands.fields,
    choices: demands.choices,
    asked: demands.asked,
    wanted: demands.files,
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
  { stops, figures }: Judged,
  shown: ReadonlyMap<string, Problem>,
  before: ReadonlyMap<string, RowView>,
): ReadonlyMap<string, RowView> {
  const incomplete = new Set(stops.map((problem) => lineKeyOf(problem.field)))
  const problemsOf = Map.groupBy(shown.values(), (problem) => lineKeyOf(problem.field))
  const isAllEmpty = draft.lines.every(isEmptyLine)
  return new Map(
    draft.lines.map((line, index) => {
      const isEmpty = isEmptyLine(line)
      const view: RowView = {
        line,
        number: index + 1,
        net: figures.nets[line.key] ?? null,
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

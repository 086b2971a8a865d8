import { afterPress } from '#app/_components/after-press.ts'
import type { DemandFile } from '#lib/invoice/demands.ts'
import {
  type DraftLine,
  type DraftPrecedingInvoice,
  type InvoiceDraft,
  type InvoiceKind,
  isEmptyLine,
} from '#lib/invoice/draft.ts'
import type { PastedLine } from '#lib/invoice/pasted-lines.ts'
import { withCustomer } from '#lib/invoice/with-customer.ts'
import {
  type CellName,
  type TextFieldName,
  withAccount,
  withCell,
  withComputedTermsText,
  withCopiedLine,
  withField,
  withKind,
  withLine,
  withLineBack,
  withMovedLine,
  withNewLine,
  withoutLine,
  withoutPasted,
  withPastedLines,
  withPreceding,
  withTerms,
} from './draft-edits.ts'
import { type DraftStep, withStep, withStepTurned } from './draft-history.ts'
import type { DraftReader, DraftReading } from './draft-reading.ts'
import { derive, type EditorInput, type EditorState, type UndoableEdit } from './editor-state.ts'
import { type Fix, type Problem, type RuleOutcome, shownAt } from './problems.ts'
import type { EditorSurroundings } from './surroundings.ts'

const announceAfterMs = 1000

/**
 * So long after the last change are the published rules asked: never between two keys of a word, on a slow device with a
 * long invoice neither, where a key and its frame alone take 150 ms.
 */
const ruleAfterMs = 400

/** Says what the published rules say of a draft that is whole. */
export type RuleJudge = (draft: InvoiceDraft) => RuleOutcome
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A key for a new line: unlike every other key of the draft. Works where `crypto.randomUUID` does not (plain http). */
export function newLineKey(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')
}

/**
 * The form's state, outside React's tree: a key press replaces the state once, and only what selects a changed part
 * is rendered again. Sums and faults are computed anew with each change of the draft, by the domain's own functions.
 */
export class EditorStore {
  #state: EditorState
  /** The form as it was opened, which the page shows. */
  readonly first: EditorState
  readonly #surroundings: EditorSurroundings
  readonly #listeners = new Set<() => void>()
  readonly #draftListeners = new Set<() => void>()
  #announcement: ReturnType<typeof setTimeout> | undefined
  #reader: DraftReader | undefined
  #askRules: RuleJudge | undefined
  #ruling: ReturnType<typeof setTimeout> | undefined
  #isHeld = false
  #steps: readonly DraftStep[] = []
  /** The field of the last step has been left: what is typed there next is another step. */
  #isStepClosed = true
  /** The step that `undoable` is the offer to undo. */
  #offered: number | null = null
  /** Cells of lines that a person wrote: an article leaves them as they are. */
  readonly #written = new Set<string>()

  /** `reading`: what follows from the draft, for as long as the reader is not there itself. */
  constructor(
    draft: InvoiceDraft,
    surroundings: EditorSurroundings,
    reading: DraftReading,
    files: readonly DemandFile[] = [],
  ) {
    this.#surroundings = surroundings
    this.#state = derive(
      {
        draft,
        files,
        reading,
        touched: new Set(),
        attempts: 0,
        summary: [],
        serverProblems: [],
        ruled: null,
        openNotes: new Set(),
        undoable: null,
        mended: null,
        announced: '',
      },
      null,
    )
    this.first = this.#state
  }

  /** Calls back after each change; returns what ends it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back after each change of the draft itself; returns what ends it. */
  onDraftChange = (listener: () => void): (() => void) => {
    this.#draftListeners.add(listener)
    return () => this.#draftListeners.delete(listener)
  }

  /** The form now; the same object until something changes. */
  getSnapshot = (): EditorState => this.#state

  /** Writes a field. */
  setField(field: TextFieldName, value: string): void {
    this.#edit(withField(this.#state.draft, field, value), field)
  }

  /** Writes any parts of the draft at once; `field` is where it was done. */
  change(change: Partial<InvoiceDraft>, field: string): void {
    this.#edit({ ...this.#state.draft, ...change }, field)
  }

  /** Chooses whom it is for; what invoices to that one usually say, and what it fixes, is filled in. */
  setCustomer(customerId: string): void {
    const { draft } = this.#state
    const customerOf = (id: string) => this.#surroundings.customers.find((each) => each.customerId === id)
    this.#edit(withCustomer(draft, customerOf(customerId), customerOf(draft.customerId)), 'customerId')
  }

  /** Notes which files are with the invoice now. */
  setFiles = (files: readonly DemandFile[]): void => {
    const serverProblems = this.#state.serverProblems.filter(({ field }) => field !== 'attachments')
    this.#replace({ files, reading: this.#read(this.#state.draft, files), serverProblems })
  }

  /** Makes it a debit invoice or a credit note. */
  setKind(kind: InvoiceKind): void {
    this.#edit(withKind(this.#state.draft, kind, this.#surroundings.proposals[kind]), 'kind')
  }

  /** Writes the invoice that this one is about. */
  setPreceding(index: number, change: Partial<DraftPrecedingInvoice>): void {
    const [part = 'number'] = Object.keys(change)
    this.#edit(withPreceding(this.#state.draft, index, change), `precedingInvoices.${index}.${part}`)
  }

  /** Writes several parts of a line at once; `part` is where it was done. */
  changeLine(key: string, change: Partial<Omit<DraftLine, 'key'>>, part: string): void {
    this.#edit(withLine(this.#state.draft, key, change), `lines.${key}.${part}`)
  }

  /** Lets the payment reference follow from the number and the account again. */
  resetPaymentReference(): void {
    this.#edit(
      { ...this.#state.draft, paymentReference: '', paymentReferenceEdited: false },
      'paymentReference',
    )
  }

  /** Chooses terms of payment. */
  setTerms(days: string): void {
    this.#edit(withTerms(this.#state.draft, days), 'dueDate')
  }

  /** Lets the payment text follow from the dates again. */
  resetTermsText(): void {
    this.#edit(withComputedTermsText(this.#state.draft), 'paymentTermsText')
  }

  /** Ticks or unticks an account. */
  setAccount(accountId: string, isChosen: boolean): void {
    this.#edit(withAccount(this.#state.draft, accountId, isChosen), 'paymentAccountIds')
  }

  /** Writes a cell of a line. */
  setCell(key: string, cell: CellName, value: string): void {
    this.#written.add(`lines.${key}.${cell}`)
    this.#edit(withCell(this.#state.draft, key, cell, value), `lines.${key}.${cell}`)
  }

  /** Tells whether a person wrote a cell of a line here, and nothing was filled in over it since. */
  isWritten(field: string): boolean {
    return this.#written.has(field)
  }

  /** Fills cells of a line with what was invoiced before; all of it can be undone at once. */
  fillLine(key: string, change: Partial<Omit<DraftLine, 'key'>>): void {
    const { draft } = this.#state
    const line = draft.lines.find((each) => each.key === key)
    if (line === undefined) return
    const cells = Object.keys(change) as (keyof typeof change)[]
    for (const cell of cells) this.#written.delete(`lines.${key}.${cell}`)
    const before = Object.fromEntries(cells.map((cell) => [cell, line[cell]]))
    this.#edit(withLine(draft, key, change), 'lines', { undoable: { kind: 'filled', key, before } })
  }

  /** Puts an empty line first (0) or anywhere up to the end; gives its key. */
  addLine(index = this.#state.draft.lines.length): string {
    const key = newLineKey()
    this.#edit(withNewLine(this.#state.draft, key, index), 'lines')
    return key
  }

  /** Puts a copy after a line; gives its key. */
  copyLine(key: string): string {
    const newKey = newLineKey()
    this.#edit(withCopiedLine(this.#state.draft, key, newKey), 'lines')
    return newKey
  }

  /** Moves a line one step. */
  moveLine(key: string, by: -1 | 1): void {
    this.#edit(withMovedLine(this.#state.draft, key, by), 'lines')
  }

  /** Takes a line away; one with something in it can be put back. */
  removeLine(key: string): void {
    const { draft } = this.#state
    const index = draft.lines.findIndex((line) => line.key === key)
    const line = draft.lines[index]
    if (line === undefined) return
    const undoable = isEmptyLine(line) ? this.#state.undoable : ({ kind: 'removed', line, index } as const)
    this.#edit(withoutLine(draft, key, newLineKey()), 'lines', { undoable })
  }

  /** Puts lines from a spreadsheet in at a line; what is wrong in them is shown at once, and all can be undone. */
  pasteLines(key: string, pasted: readonly PastedLine[]): void {
    const { draft, batch } = withPastedLines(this.#state.draft, key, pasted, newLineKey)
    const cells = batch.keys.flatMap((each, index) =>
      Object.keys(pasted[index] ?? {}).map((cell) => `lines.${each}.${cell}`),
    )
    for (const cell of cells) this.#written.add(cell)
    const touched = new Set([...this.#state.touched, ...cells])
    this.#edit(draft, 'lines', { undoable: { kind: 'pasted', ...batch }, touched })
  }

  /** Mends what a problem is about in one press; `undoFix` takes it back until something else is changed. */
  applyFix(fix: Fix): void {
    const before = this.#state.draft
    // A step of its own, whatever is typed there before and after.
    this.#isStepClosed = true
    this.#edit(fix.edit(before), fix.field, { mended: { fix, before } })
    this.#isStepClosed = true
  }

  /** Takes the last mend back. */
  undoFix(): void {
    if (this.#state.mended !== null) this.undoLast()
  }

  /** The changes made in this form, the last one last; another list after each change. */
  getSteps = (): readonly DraftStep[] => this.#steps

  /** Takes one change back, or makes it again, leaving what came after it. False when that cannot be. */
  turnStep(id: number): boolean {
    const step = this.#steps.find((each) => each.id === id)
    const draft = step === undefined ? null : withStepTurned(this.#state.draft, step)
    if (step === undefined || draft === null || this.#isHeld) return false
    this.#turned(id)
    this.#edit(draft, step.field, this.#offered === id ? { undoable: null } : {}, false)
    return true
  }

  /** Takes the last change back that has not been taken back. Null when there is none, or it cannot be. */
  undoLast(): DraftStep | null {
    const last = this.#steps.findLast((step) => !step.isUndone)
    return last !== undefined && this.turnStep(last.id) ? last : null
  }

  /** Undoes the last edit that can be: puts the removed line or the cells of before back, or takes the pasted ones away. */
  undo(): void {
    const { undoable, draft } = this.#state
    if (undoable === null) return
    if (this.#offered !== null) this.#turned(this.#offered)
    this.#edit(withoutEdit(draft, undoable, newLineKey()), 'lines', { undoable: null }, false)
  }

  /** Ends the offer to undo. */
  forgetUndo(): void {
    this.#replace({ undoable: null })
  }

  /** Opens or closes a line's note. */
  toggleNote(key: string, isOpen: boolean): void {
    const openNotes = new Set(this.#state.openNotes)
    if (isOpen) openNotes.add(key)
    else openNotes.delete(key)
    this.#replace({ openNotes })
  }

  /** Notes that a field was left: what is wrong in it is shown from now on, or once the pointer is up again. */
  leave(field: string): void {
    this.#isStepClosed = true
    if (this.#state.touched.has(field)) return
    afterPress(() => this.#replace({ touched: new Set([...this.#state.touched, field]) }))
  }

  /** The reader is there: from now on all that follows from the draft is read at each change, and now. */
  takeReader(reader: DraftReader): void {
    this.#reader = reader
    this.#replace({ reading: this.#read(this.#state.draft, this.#state.files) })
  }

  /** The published rules are there: from now on they follow every change. */
  takeRules(askRules: RuleJudge): void {
    this.#askRules = askRules
    this.#rule()
  }

  /** Notes that *Gå vidare* was pressed. True when nothing stops it, and without the reader: the server has its checks. */
  press(): boolean {
    this.#rule()
    const { attempts } = this.#state
    const stops = this.#reader === undefined ? [] : this.#state.stops
    this.#replace({ summary: stops, attempts: stops.length === 0 ? attempts : attempts + 1 })
    return stops.length === 0
  }

  /** The draft takes no changes now. */
  get isHeld(): boolean {
    return this.#isHeld
  }

  /** While held the draft takes no changes: what *Gå vidare* has on its way is what stands on the screen. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld
  }

  /** Shows what the server found. */
  takeServerProblems(serverProblems: readonly Problem[]): void {
    const attempts = this.#state.attempts + 1
    this.#replace({ serverProblems, summary: serverProblems, attempts })
  }

  /** Lets the sum be read aloud, at most once a second. */
  announceSum(): void {
    this.#announcement ??= setTimeout(() => {
      this.#announcement = undefined
      const announced = this.#state.figures.amountDue
      if (announced !== this.#state.announced) this.#replace({ announced })
    }, announceAfterMs)
  }

  #edit(draft: InvoiceDraft, field: string, more: Partial<EditorInput> = {}, isStep = true): void {
    if (draft === this.#state.draft || this.#isHeld) return
    if (isStep) this.#keepStep(draft, field)
    if (more.undoable && more.undoable !== this.#state.undoable)
      this.#offered = this.#steps.at(-1)?.id ?? null
    const serverProblems = this.#state.serverProblems.filter((problem) => shownAt(problem.field) !== field)
    const reading = this.#read(draft, this.#state.files)
    this.#replace({ mended: null, ...more, draft, reading, serverProblems })
    clearTimeout(this.#ruling)
    this.#ruling = setTimeout(() => this.#rule(), ruleAfterMs)
    for (const listener of this.#draftListeners) listener()
  }

  /** Without its reader the form keeps the figures of before, and says that something lacks in the sum. */
  #read(draft: InvoiceDraft, files: readonly DemandFile[]): DraftReading {
    if (this.#reader !== undefined) return this.#reader(draft, files)
    const { reading } = this.#state
    return { ...reading, figures: { ...reading.figures, isPartial: true } }
  }

  /** Typing in one field is one step until the field is left; anything done to lines as such is one each time. */
  #keepStep(after: InvoiceDraft, field: string): void {
    const step = { before: this.#state.draft, after, field, at: new Date().toISOString() }
    this.#steps = withStep(this.#steps, step, !this.#isStepClosed)
    this.#isStepClosed = field === 'lines' || field === ''
  }

  #turned(id: number): void {
    this.#steps = this.#steps.map((step) => (step.id === id ? { ...step, isUndone: !step.isUndone } : step))
    this.#isStepClosed = true
  }

  /** Asks the rules about the draft as it is now, if it is whole: what is left of another is said already. */
  #rule(): void {
    clearTimeout(this.#ruling)
    const { draft, ruled, isWhole } = this.#state
    if (this.#askRules === undefined || !isWhole || ruled?.draft === draft) return
    this.#replace({ ruled: { draft, ...this.#askRules(draft) } })
  }

  #replace(change: Partial<EditorInput>): void {
    this.#state = derive({ ...this.#state, ...change }, this.#state)
    for (const listener of this.#listeners) listener()
  }
}

/** A draft as it was before an edit of lines, with all that was written since. */
function withoutEdit(draft: InvoiceDraft, edit: UndoableEdit, spareKey: string): InvoiceDraft {
  if (edit.kind === 'removed') return withLineBack(draft, edit.line, edit.index)
  return edit.kind === 'pasted'
    ? withoutPasted(draft, edit, spareKey)
    : withLine(draft, edit.key, edit.before)
}

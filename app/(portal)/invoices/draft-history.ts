import { isSameDraft } from '#app/_invoice/same-draft.ts'
import { type DraftLine, type InvoiceDraft, maxLines } from '#lib/invoice/draft.ts'

/** What one change made of the draft. Drafts are never changed, only replaced: two references, no copies. */
export type DraftChange = { readonly before: InvoiceDraft; readonly after: InvoiceDraft }

/** A change as *Senaste ändringar* keeps it: a word typed in one field is one. */
export type DraftStep = DraftChange & {
  readonly id: number
  /** Where it was made. */
  readonly field: string
  /** When it was made last, ISO 8601. */
  readonly at: string
  readonly isUndone: boolean
}

const mostSteps = 50

/**
 * The steps with one more, the newest last, at most 50. `isMoreOfLast`: typing goes on where the last step was made,
 * and that step grows.
 */
export function withStep(
  steps: readonly DraftStep[],
  step: Omit<DraftStep, 'id' | 'isUndone'>,
  isMoreOfLast: boolean,
): readonly DraftStep[] {
  const last = steps.at(-1)
  if (last !== undefined && isMoreOfLast && last.field === step.field && !last.isUndone) {
    return steps.with(-1, { ...last, after: step.after, at: step.at })
  }
  return [...steps, { ...step, id: (last?.id ?? 0) + 1, isUndone: false }].slice(-mostSteps)
}

/**
 * The draft with one change taken back and everything since left as it is. Null where that cannot be: what it changed
 * has been changed again since.
 */
export function withoutChange(now: InvoiceDraft, { before, after }: DraftChange): InvoiceDraft | null {
  if (now === after) return before
  const lines = linesBack(now.lines, before.lines, after.lines)
  if (lines === null) return null
  return partsBack({ ...now, lines }, { ...before, lines }, { ...after, lines })
}

/** The draft with a step taken back, or made again when it was; null where that cannot be. */
export function withStepTurned(
  now: InvoiceDraft,
  { before, after, isUndone }: DraftStep,
): InvoiceDraft | null {
  return withoutChange(now, isUndone ? { before: after, after: before } : { before, after })
}

/** The parts that the change changed, as before it; null when one of them is another again. */
function partsBack<Whole extends object>(now: Whole, before: Whole, after: Whole): Whole | null {
  const names = (Object.keys(before) as (keyof Whole)[]).filter(
    (name) => !isSameDraft(before[name], after[name]),
  )
  if (names.length === 0) return now
  if (names.some((name) => !isSameDraft(now[name], after[name]))) return null
  return { ...now, ...Object.fromEntries(names.map((name) => [name, before[name]])) }
}

type Lines = readonly DraftLine[]

function linesBack(now: Lines, before: Lines, after: Lines): Lines | null {
  if (before === after) return now
  if (now === after) return before
  const [was, became] = [byKey(before), byKey(after)]
  const removed = before.filter(({ key }) => !became.has(key))
  if (removed.some(({ key }) => now.some((line) => line.key === key))) return null
  const changed = now.flatMap((line): readonly (DraftLine | null)[] => {
    const [old, made] = [was.get(line.key), became.get(line.key)]
    if (old !== undefined && made !== undefined) return [partsBack(line, old, made)]
    if (made === undefined) return [line]
    // It came with the change. One that stood in for the last line that went, and is filled in by now, stays.
    if (isSameDraft(line, made)) return []
    return removed.length > 0 ? [line] : [null]
  })
  const edited = before.filter(({ key }) => became.has(key) && !isSameDraft(was.get(key), became.get(key)))
  const isThere = (key: string) => now.some((line) => line.key === key)
  if (changed.includes(null) || edited.some(({ key }) => !isThere(key))) return null
  const inOrder = orderBack(
    changed.filter((line) => line !== null),
    before,
    after,
  )
  const lines = inOrder === null ? null : withLinesBack(inOrder, before, removed)
  return lines === null || lines.length === 0 || lines.length > maxLines ? null : lines
}

/** Lines that the change moved stand where they stood; null when they have been moved again. */
function orderBack(now: Lines, before: Lines, after: Lines): Lines | null {
  const [was, became] = [byKey(before), byKey(after)]
  const here = byKey(now)
  const common = (lines: Lines) =>
    lines.map(({ key }) => key).filter((key) => was.has(key) && became.has(key) && here.has(key))
  const [old, made] = [common(before), common(after)]
  if (isSameDraft(old, made)) return now
  if (!isSameDraft(common(now), made)) return null
  const next = old.values()
  return now.map((line) => {
    const isCommon = was.has(line.key) && became.has(line.key)
    return isCommon ? (here.get(next.next().value ?? '') ?? line) : line
  })
}

/** Puts removed lines back, each after the line that it stood after, as far as that one is there. */
function withLinesBack(now: Lines, before: Lines, removed: Lines): Lines {
  let lines = now
  for (const line of removed) {
    const earlier = before.slice(0, before.indexOf(line)).map(({ key }) => key)
    const at = lines.findLastIndex(({ key }) => earlier.includes(key))
    lines = lines.toSpliced(at + 1, 0, line)
  }
  return lines
}

function byKey(lines: Lines): ReadonlyMap<string, DraftLine> {
  return new Map(lines.map((line) => [line.key, line]))
}

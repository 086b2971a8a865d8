import { isSameDraft } from '#app/_invoice/same-draft.ts'
import type { DraftLine, InvoiceDraft } from '#lib/invoice/draft.ts'

/** The fields of a draft besides its lines. */
export type DraftFieldName = Exclude<keyof InvoiceDraft, 'lines'>

/** The parts of a line besides its key. */
export type LinePartName = Exclude<keyof DraftLine, 'key'>

/**
 * One thing that sets two drafts apart: a field, a part of a line that both have, a line that only one has, or the
 * order of the lines that both have. `number` is the line's as shown: in mine, or in theirs where mine lacks it.
 */
export type Difference =
  | {
      readonly kind: 'field'
      readonly field: DraftFieldName
      readonly mine: InvoiceDraft[DraftFieldName]
      readonly theirs: InvoiceDraft[DraftFieldName]
    }
  | {
      readonly kind: 'part'
      readonly number: number
      readonly key: string
      readonly part: LinePartName
      readonly mine: DraftLine[LinePartName]
      readonly theirs: DraftLine[LinePartName]
    }
  | { readonly kind: 'only-mine' | 'only-theirs'; readonly number: number; readonly line: DraftLine }
  | { readonly kind: 'order' }

/**
 * All that sets two drafts apart, fields first, then lines by their keys in the order of mine. Empty if, and only if,
 * they are the same draft.
 */
export function draftDifferences(mine: InvoiceDraft, theirs: InvoiceDraft): readonly Difference[] {
  const fields = changedKeys(mine, theirs)
    .filter((name): name is DraftFieldName => name !== 'lines')
    .map((field) => ({ kind: 'field', field, mine: mine[field], theirs: theirs[field] }) as const)
  return [...fields, ...lineDifferences(mine.lines, theirs.lines)]
}

function lineDifferences(mine: readonly DraftLine[], theirs: readonly DraftLine[]): readonly Difference[] {
  if (isSameDraft(mine, theirs)) return []
  const theirsByKey = new Map(theirs.map((line) => [line.key, line]))
  const keys = new Set(mine.map((line) => line.key))
  const found: Difference[] = mine.flatMap((line, index): readonly Difference[] => {
    const other = theirsByKey.get(line.key)
    const [number, { key }] = [index + 1, line]
    if (other === undefined) return [{ kind: 'only-mine', number, line }]
    return changedKeys(line, other)
      .filter((name): name is LinePartName => name !== 'key')
      .map((part) => ({ kind: 'part', number, key, part, mine: line[part], theirs: other[part] }))
  })
  for (const [index, line] of theirs.entries()) {
    if (!keys.has(line.key)) found.push({ kind: 'only-theirs', number: index + 1, line })
  }
  const common = (lines: readonly DraftLine[], others: { has(key: string): boolean }) =>
    lines.map((line) => line.key).filter((key) => others.has(key))
  const isInOrder = isSameDraft(common(mine, theirsByKey), common(theirs, keys))
  return isInOrder ? found : [...found, { kind: 'order' }]
}

function changedKeys<Whole extends object>(a: Whole, b: Whole): readonly (keyof Whole)[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)] as (keyof Whole)[])
  return [...names].filter((name) => !isSameDraft(a[name], b[name]))
}

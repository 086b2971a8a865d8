'use client'

import { useTranslations } from 'next-intl'
import { isEmptyLine } from '#lib/invoice/draft.ts'
import { type Difference, draftDifferences } from './draft-differences.ts'
import type { DraftChange } from './draft-history.ts'
import { useDifferenceWords } from './use-difference-words.client.ts'

const longest = 60

/** Says what a change did: `Rad 3 borttagen`, `Er referens: FM8440`. Empty when it came to nothing. */
export function useStepWords(): (change: DraftChange) => string {
  const words = useTranslations('invoice')
  const say = useDifferenceWords()
  return (change) => {
    const differences = draftDifferences(change.after, change.before)
    const lines = sayLines(words, differences, change)
    if (lines !== null) return lines
    const said = say(differences)
    const [first] = said
    if (first === undefined) return ''
    const value = first.mine.length > longest ? `${first.mine.slice(0, longest)}…` : first.mine
    const what = `${first.label}: ${value}`
    return said.length === 1 ? what : words('stepAndMore', { what, count: String(said.length - 1) })
  }
}

type InvoiceWords = ReturnType<typeof useTranslations<'invoice'>>

/** What was done to lines as such; null when it was something else, or more than that. */
function sayLines(
  words: InvoiceWords,
  differences: readonly Difference[],
  { before }: DraftChange,
): string | null {
  const only = (kind: Difference['kind']) => differences.filter((each) => each.kind === kind)
  if (differences.length > 0 && differences.every(({ kind }) => kind === 'order')) return words('linesMoved')
  const [added, gone, parts] = [only('only-mine'), only('only-theirs'), only('part')]
  const [first] = [...gone, ...added]
  if (first === undefined || !('number' in first)) return null
  const number = String(first.number)
  // An empty line stands in for the last one that went.
  const isStandIn = added.every((each) => each.kind === 'only-mine' && isEmptyLine(each.line))
  if (gone.length > 0 && gone.length + added.length === differences.length && isStandIn) {
    return gone.length === 1 ? words('lineGone', { number }) : words('linesGone', { count: gone.length })
  }
  // Pasted in an empty line, the first of the new ones stands in its place.
  const filled = new Set(parts.flatMap((each) => (each.kind === 'part' ? [each.key] : [])))
  const isFilledIn = [...filled].every((key) =>
    before.lines.some((line) => line.key === key && isEmptyLine(line)),
  )
  if (added.length + parts.length !== differences.length || !isFilledIn) return null
  const count = added.length + filled.size
  return count === 1 ? words('lineAdded', { number }) : words('linesAdded', { count })
}

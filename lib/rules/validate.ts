import type { UblElement } from '#lib/ubl/tree.ts'
import { type Fired, judge, type RuleSet } from './judge.ts'
import { checkStructure } from './structure/check-structure.ts'
import { describeStructureFault } from './structure/structure-fault.ts'

/**
 * What a document is: `clean`, or `warning`, or `fatal` when a rule that stops it is broken, or `structure` when it is
 * not valid UBL 2.1 or a rule cannot be evaluated on it.
 */
export type Verdict = 'clean' | 'warning' | 'fatal' | 'structure'

/** A verdict with its reasons. `structure` says in English what is wrong with the document's form. */
export type Judgement = {
  readonly verdict: Verdict
  readonly fired: readonly Fired[]
  readonly structure: readonly string[]
}

/** How a document is judged. `structure: false` judges fragments: the schema then plays no part. */
export type ValidateOptions = { readonly structure?: boolean }

/** Judges a document by a rule set and by the schema of UBL 2.1. Pure; never throws for what stands in it. */
export function validateDocument(
  root: UblElement,
  ruleSet: RuleSet,
  { structure: withStructure = true }: ValidateOptions = {},
): Judgement {
  const faults = withStructure ? checkStructure(root).map(describeStructureFault) : []
  const { fired, notEvaluable } = judge(root, ruleSet)
  const structure = notEvaluable === null ? faults : [...faults, `not evaluable: ${notEvaluable}`]
  return { verdict: verdictOf(fired, structure), fired, structure }
}

function verdictOf(fired: readonly Fired[], structure: readonly string[]): Verdict {
  if (structure.length > 0) return 'structure'
  if (fired.some(({ rule }) => rule.flag === 'fatal')) return 'fatal'
  return fired.length > 0 ? 'warning' : 'clean'
}

/** How often each rule is broken, keyed as reports do: `BR-02 fatal`. In order of the id. */
export function countFired(fired: readonly Fired[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { rule } of fired) {
    const key = `${rule.id} ${rule.flag}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

import type { Pattern, Rule } from '../rule.ts'

/** What becomes of a rule in a new release: another rule of the same id, or none. */
export type Change = (rule: Rule) => Rule | null

/** Changes by the ids of the rules. */
export type Changes = Readonly<Record<string, Change>>

/** Makes patterns with changed rules, in the same order. Throws when a rule that is to change is not there. */
export function withChanges(patterns: readonly Pattern[], changes: Changes): readonly Pattern[] {
  const missing = new Set(Object.keys(changes))
  const changed = patterns.map((pattern) =>
    pattern.map((context) => ({
      ...context,
      rules: context.rules.flatMap((rule) => {
        missing.delete(rule.id)
        const change = Object.hasOwn(changes, rule.id) ? changes[rule.id] : undefined
        return change === undefined ? rule : (change(rule) ?? [])
      }),
    })),
  )
  if (missing.size > 0) throw new Error(`there is no rule to change: ${[...missing].join(', ')}`)
  return changed
}

/** The rule is gone. */
export const removed: Change = () => null

/** What was a warning stops a document. */
export const stops: Change = (rule) => ({ ...rule, flag: 'fatal' })

/** The rule asks for something more. */
export function alsoAsks(holds: Rule['holds']): Change {
  return (rule) => ({
    ...rule,
    holds: (element, document) => rule.holds(element, document) && holds(element, document),
  })
}

/** The rule lets something through that it did not. */
export function allows(what: Rule['holds']): Change {
  return (rule) => ({
    ...rule,
    holds: (element, document) => what(element, document) || rule.holds(element, document),
  })
}

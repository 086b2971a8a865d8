import type { UblElement } from '#lib/ubl/tree.ts'
import { toJudgedDocument } from './judged-document.ts'
import type { Context, Pattern, Rule } from './rule.ts'
import { NotEvaluable } from './xpath.ts'

/** A set of rules that judge together, and the release it is. */
export type RuleSet = {
  /** `3.0.21`: the release of Peppol BIS Billing. */
  readonly release: string
  readonly patterns: readonly Pattern[]
}

/** A rule that an element breaks. */
export type Fired = { readonly rule: Rule; readonly element: UblElement }

/** What rules say of a document. `notEvaluable`: why a rule could not be judged; the list is then not whole. */
export type Findings = { readonly fired: readonly Fired[]; readonly notEvaluable: string | null }

/** For tests: told of every rule that is judged, whether it holds or not. */
export type Observer = (rule: Rule, element: UblElement) => void

/**
 * Judges a tree by a rule set: every rule on every element of its context, in document order. Pure, linear in the
 * size of the document, and never throws for what stands in it. Reports each broken rule once for each element.
 */
export function judge(root: UblElement, ruleSet: RuleSet, observe?: Observer): Findings {
  const document = toJudgedDocument(root)
  const plan = planOf(ruleSet)
  const fired: Fired[] = []
  let notEvaluable: string | null = null
  for (const element of document.elements) {
    for (const contexts of plan(element.name)) {
      const context = contexts.find((each) => each.when === undefined || fits(each.when, element, document))
      if (context === undefined) continue
      for (const rule of context.rules) {
        observe?.(rule, element)
        try {
          if (!rule.holds(element, document)) fired.push({ rule, element })
        } catch (problem) {
          if (!(problem instanceof NotEvaluable)) throw problem
          notEvaluable ??= `${rule.id}: ${problem.message}`
        }
      }
    }
  }
  return { fired, notEvaluable }
}

/** A context whose condition cannot be evaluated does not fit: XSLT recovers from errors in a match. */
function fits(
  when: NonNullable<Context['when']>,
  element: UblElement,
  document: ReturnType<typeof toJudgedDocument>,
): boolean {
  try {
    return when(element, document)
  } catch (problem) {
    if (problem instanceof NotEvaluable) return false
    throw problem
  }
}

/** For a name: of each pattern, the contexts that speak of it. */
type Plan = (name: string) => readonly (readonly Context[])[]

const plans = new WeakMap<RuleSet, Plan>()

function planOf(ruleSet: RuleSet): Plan {
  const known = plans.get(ruleSet)
  if (known !== undefined) return known
  const byName = new Map<string, readonly (readonly Context[])[]>()
  const plan: Plan = (name) => {
    const found = byName.get(name)
    if (found !== undefined) return found
    const contexts = ruleSet.patterns
      .map((pattern) => pattern.filter((context) => speaksOf(context, name)))
      .filter((each) => each.length > 0)
    // A document may invent names without end; what it invents is not kept.
    if (byName.size < 4_096) byName.set(name, contexts)
    return contexts
  }
  plans.set(ruleSet, plan)
  return plan
}

function speaksOf({ names }: Context, name: string): boolean {
  return typeof names === 'function' ? names(name) : names.includes(name)
}

/** Every rule of a set, once for each place it is judged in. */
export function rulesOf(ruleSet: RuleSet): readonly Rule[] {
  return ruleSet.patterns.flatMap((pattern) => pattern.flatMap((context) => context.rules))
}

import type { UblElement } from '#lib/ubl/tree.ts'
import { type JudgedDocument, toJudgedDocument } from './judged-document.ts'
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
  const findings = noFindings()
  for (const element of document.elements) {
    for (const contexts of plan(element)) judgeElement(element, contexts, document, findings, observe)
  }
  return findings
}

/** Findings while they are gathered. */
export type GatheredFindings = { readonly fired: Fired[]; notEvaluable: string | null }

/** Nothing found yet. */
export function noFindings(): GatheredFindings {
  return { fired: [], notEvaluable: null }
}

/** Judges an element by the context of one pattern that it fits, if any, and adds to what was found. */
export function judgeElement(
  element: UblElement,
  contexts: readonly Context[],
  document: JudgedDocument,
  findings: GatheredFindings,
  observe?: Observer,
): void {
  const context = contextOf(contexts, element, document)
  if (context === null) return
  for (const rule of context.rules) {
    observe?.(rule, element)
    try {
      if (!rule.holds(element, document)) findings.fired.push({ rule, element })
    } catch (problem) {
      if (!(problem instanceof NotEvaluable)) throw problem
      findings.notEvaluable ??= `${rule.id}: ${problem.message}`
    }
  }
}

/** The first context that fits. One whose condition cannot be evaluated does not: XSLT recovers from errors in a match. */
export function contextOf(
  contexts: readonly Context[],
  element: UblElement,
  document: JudgedDocument,
): Context | null {
  for (const context of contexts) {
    if (context.when === undefined) return context
    try {
      if (context.when(element, document)) return context
    } catch (problem) {
      if (!(problem instanceof NotEvaluable)) throw problem
    }
  }
  return null
}

/** For an element: of each pattern, the contexts that speak of it. */
export type Plan = (element: UblElement) => readonly (readonly Context[])[]

const plans = new WeakMap<RuleSet, Plan>()

/** A document may invent names without end; what it invents is not kept. */
const mostKept = 4_096

/** Which contexts of a rule set speak of an element; what it says of a name is kept. */
export function planOf(ruleSet: RuleSet): Plan {
  const known = plans.get(ruleSet)
  if (known !== undefined) return known
  const byParent = new Map<string, Map<string, readonly (readonly Context[])[]>>()
  let kept = 0
  const plan: Plan = ({ name, parent }) => {
    const above = parent?.name ?? ''
    const found = byParent.get(above)?.get(name)
    if (found !== undefined) return found
    const contexts = ruleSet.patterns
      .map((pattern) => pattern.filter((context) => speaksOf(context, name, above)))
      .filter((each) => each.length > 0)
    if (kept < mostKept) {
      kept += 1
      const siblings = byParent.get(above) ?? new Map<string, readonly (readonly Context[])[]>()
      byParent.set(above, siblings.set(name, contexts))
    }
    return contexts
  }
  plans.set(ruleSet, plan)
  return plan
}

function speaksOf({ names }: Context, name: string, parent: string): boolean {
  return typeof names === 'function'
    ? names(name)
    : names.includes(name) || names.includes(`${parent}/${name}`)
}

/** Every rule of a set, once for each place it is judged in. */
export function rulesOf(ruleSet: RuleSet): readonly Rule[] {
  return ruleSet.patterns.flatMap((pattern) => pattern.flatMap((context) => context.rules))
}

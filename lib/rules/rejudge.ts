import type { UblElement } from '#lib/ubl/tree.ts'
import {
  contextOf,
  type Findings,
  type Fired,
  judgeElement,
  noFindings,
  type Plan,
  planOf,
  type RuleSet,
} from './judge.ts'
import { type JudgedDocument, toJudgedDocument } from './judged-document.ts'
import { type Context, lineNames } from './rule.ts'
import { NotEvaluable } from './xpath.ts'

/** What has to be judged each time: an element by these contexts. */
type Open = { readonly element: UblElement; readonly contexts: readonly Context[] }

/** What is known of a line, in document order: rules it breaks, and what the rest of the document decides. */
type Judgement = readonly (Fired | Open)[]

/**
 * For one document that is judged again after every change: the same findings as `judge`, in the same order. Of a line
 * that is the same object as before, what was decided without asking the rest of the document is not decided again;
 * rules that looked further are. A line must not have been changed in itself (`invoiceRewriter`).
 *
 * For what stands outside its line a rule has to ask the document; only the names of the elements around it may be
 * read without: `tests/rules/rejudge.test.ts` holds every rule to it.
 */
export function rejudger(): (root: UblElement, ruleSet: RuleSet) => Findings {
  let judgements = new WeakMap<UblElement, Judgement>()
  let judgedAs = ''
  return (root, ruleSet) => {
    const judgingAs = `${root.name} ${ruleSet.release}`
    if (judgingAs !== judgedAs) judgements = new WeakMap()
    judgedAs = judgingAs
    const document = toJudgedDocument(root)
    const plan = planOf(ruleSet)
    const findings = noFindings()
    const judgeWhole = (element: UblElement): void => {
      for (const contexts of plan(element)) judgeElement(element, contexts, document, findings)
      for (const child of element.children) {
        if (element === root && lineNames.includes(child.name)) judgeLine(child)
        else judgeWhole(child)
      }
    }
    const judgeLine = (line: UblElement): void => {
      const judgement = judgements.get(line) ?? judgementOf(line, document, plan)
      judgements.set(line, judgement)
      for (const each of judgement) {
        if ('rule' in each) findings.fired.push(each)
        else judgeElement(each.element, each.contexts, document, findings)
      }
    }
    judgeWhole(root)
    return findings
  }
}

/** Judges a line, and tells what it alone decides from what is open. */
function judgementOf(line: UblElement, document: JudgedDocument, plan: Plan): Judgement {
  const { watched, hasBeenAsked } = watch(document)
  const judgement: (Fired | Open)[] = []
  const visit = (element: UblElement): void => {
    for (const contexts of plan(element)) {
      const context = contextOf(contexts, element, watched)
      if (hasBeenAsked()) {
        judgement.push({ element, contexts })
        continue
      }
      for (const rule of context?.rules ?? []) {
        const isBroken = outcomeOf(() => !rule.holds(element, watched))
        if (hasBeenAsked() || isBroken === null) {
          judgement.push({ element, contexts: [{ names: [], rules: [rule] }] })
        } else if (isBroken) judgement.push({ rule, element })
      }
    }
    element.children.forEach(visit)
  }
  visit(line)
  return judgement
}

/** What a rule says; null when it cannot be evaluated. */
function outcomeOf(ask: () => boolean): boolean | null {
  try {
    return ask()
  } catch (problem) {
    if (!(problem instanceof NotEvaluable)) throw problem
    return null
  }
}

/** The same document, and whether anything but its name was asked of it since the last time one wanted to know. */
function watch(document: JudgedDocument): { watched: JudgedDocument; hasBeenAsked: () => boolean } {
  let asked = false
  const noted = (): JudgedDocument => {
    asked = true
    return document
  }
  const watched: JudgedDocument = {
    get root() {
      return noted().root
    },
    rootName: document.rootName,
    get elements() {
      return noted().elements
    },
    named: (name) => noted().named(name),
    fact: (derive) => noted().fact(derive),
  }
  const hasBeenAsked = () => {
    const was = asked
    asked = false
    return was
  }
  return { watched, hasBeenAsked }
}

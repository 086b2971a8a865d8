import type { UblElement } from '#lib/ubl/tree.ts'
import { NotEvaluable } from './xpath.ts'

/**
 * A document while it is judged: the tree, every element found by name at once, and what several rules ask of the
 * whole of it, worked out once.
 */
export type JudgedDocument = {
  readonly root: UblElement
  /** `Invoice`, `CreditNote` or what else it calls itself. */
  readonly rootName: string
  /** Every element, in document order. */
  readonly elements: readonly UblElement[]
  /** Every element of a name wherever it stands (XPath `//name`), in document order. */
  readonly named: (name: string) => readonly UblElement[]
  /**
   * What a function says of this document. It is asked once, also when it cannot say (`NotEvaluable`): else one bad
   * number would have the document gone through anew for each element. Give the same function, not a new one each time.
   */
  readonly fact: <Value>(derive: (document: JudgedDocument) => Value) => Value
}

const none: readonly UblElement[] = []

/** Makes a tree ready to be judged. */
export function toJudgedDocument(root: UblElement): JudgedDocument {
  const elements: UblElement[] = []
  const byName = new Map<string, UblElement[]>()
  collect(root, elements)
  for (const element of elements) {
    const same = byName.get(element.name)
    if (same === undefined) byName.set(element.name, [element])
    else same.push(element)
  }
  const facts = new Map<unknown, () => unknown>()
  const document: JudgedDocument = {
    root,
    rootName: root.name,
    elements,
    named: (name) => byName.get(name) ?? none,
    fact: (derive) => {
      const outcome = facts.get(derive) ?? keptOutcome(() => derive(document))
      facts.set(derive, outcome)
      return outcome() as ReturnType<typeof derive>
    },
  }
  return document
}

function collect(element: UblElement, into: UblElement[]): void {
  into.push(element)
  for (const child of element.children) collect(child, into)
}

/** Works something out now; gives a function that returns it, or throws the same `NotEvaluable`, whenever it is asked. */
export function keptOutcome<Value>(derive: () => Value): () => Value {
  try {
    const value = derive()
    return () => value
  } catch (problem) {
    if (!(problem instanceof NotEvaluable)) throw problem
    return () => {
      throw problem
    }
  }
}

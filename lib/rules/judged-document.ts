import type { UblElement } from '#lib/ubl/tree.ts'

/**
 * A document while it is judged: the tree, every element found by name at once, and what several rules ask of the
 * whole of it, worked out once.
 */
export type JudgedDocument = {
  readonly root: UblElement
  /** Every element, in document order. */
  readonly elements: readonly UblElement[]
  /** Every element of a name wherever it stands (XPath `//name`), in document order. */
  readonly named: (name: string) => readonly UblElement[]
  /** What a function says of this document. It is asked once; give the same function, not a new one each time. */
  readonly fact: <Value>(derive: (document: JudgedDocument) => Value) => Value
}

const none: readonly UblElement[] = []

/** Makes a tree ready to be judged. */
export function toJudgedDocument(root: UblElement): JudgedDocument {
  const elements: UblElement[] = []
  const byName = new Map<string, UblElement[]>()
  const visit = (element: UblElement): void => {
    elements.push(element)
    const same = byName.get(element.name)
    if (same === undefined) byName.set(element.name, [element])
    else same.push(element)
    for (const child of element.children) visit(child)
  }
  visit(root)
  const facts = new Map<unknown, unknown>()
  const document: JudgedDocument = {
    root,
    elements,
    named: (name) => byName.get(name) ?? none,
    fact: (derive) => {
      if (!facts.has(derive)) facts.set(derive, derive(document))
      return facts.get(derive) as ReturnType<typeof derive>
    },
  }
  return document
}

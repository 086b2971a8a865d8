import type { UblElement } from '#lib/ubl/tree.ts'
import type { JudgedDocument } from './judged-document.ts'
import { type Context, documentRoots, type Rule } from './rule.ts'

/** Where rules are judged, said as a path. */
type Place = {
  /**
   * Paths as XPath writes them. One that starts with a slash starts at the root (`/*` is either root, `/Invoice` that
   * one); any other may stand anywhere in the document.
   */
  readonly path: string | readonly string[]
  /** Which documents: asked once for each. */
  readonly documents?: (document: JudgedDocument) => boolean
  /** Which of the elements at the path. */
  readonly elements?: (element: UblElement, document: JudgedDocument) => boolean
  readonly rules: readonly Rule[]
}

/** Makes the context of every element at a path, in the documents and of the elements that are asked for. */
export function contextAt({ path, documents, elements, rules }: Place): Context {
  const paths = (typeof path === 'string' ? [path] : path).map(stepsFromTheElement)
  const names = new Set(paths.flatMap(namesOf))
  return {
    names: [...names],
    when: (element, document) =>
      paths.some((steps) => standsAt(element, steps)) &&
      (documents === undefined || document.fact(documents)) &&
      (elements === undefined || elements(element, document)),
    rules,
  }
}

/** The element's name, with its parent's where the path says it. */
function namesOf([name = '', parent = '']: readonly string[]): readonly string[] {
  if (name === '*') return documentRoots
  return [parent === '' || parent === '*' ? name : `${parent}/${name}`]
}

/** The names of an element and of those around it, nearest first; a path from the root ends in an empty name. */
function stepsFromTheElement(path: string): readonly string[] {
  return path.split('/').reverse()
}

function standsAt(element: UblElement, steps: readonly string[]): boolean {
  let at: UblElement | null = element
  for (const step of steps) {
    if (step === '') return at === null
    if (at === null || (step !== '*' && at.name !== step)) return false
    at = at.parent
  }
  return true
}

import type { UblElement } from '#lib/ubl/tree.ts'
import { type JudgedDocument, keptOutcome } from './judged-document.ts'

/** Makes a fact of a document that is worked out once, for all that ask. */
export function askedOnce<Value>(
  derive: (document: JudgedDocument) => Value,
): (document: JudgedDocument) => Value {
  return (document) => document.fact(derive)
}

/**
 * The same for a fact of an element that many others ask: what stands beside or around them. It keeps a document
 * linear to judge, however many of them it puts in one place.
 */
export function askedOnceOf<Value>(
  derive: (element: UblElement) => Value,
): (element: UblElement, document: JudgedDocument) => Value {
  const noneYet = () => new Map<UblElement, () => Value>()
  return (element, document) => {
    const known = document.fact(noneYet)
    const outcome = known.get(element) ?? keptOutcome(() => derive(element))
    known.set(element, outcome)
    return outcome()
  }
}

import { cleanText } from '#lib/core/text.ts'

/**
 * An element of a UBL document, read-only. `name` carries the customary prefix (`cbc:ID`, `cac:Party`), the root has
 * none (`Invoice`). A leaf has text and no children, a branch has children and no text.
 */
export type UblElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly UblElement[]
  readonly parent: UblElement | null
  /** The value of an attribute, or null. */
  readonly attribute: (name: string) => string | null
}

/** An element while a tree is built. Whoever builds it gives it on as a `UblElement`, which is read-only. */
export class TreeElement implements UblElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
  readonly children: TreeElement[]
  parent: TreeElement | null = null

  constructor(
    name: string,
    attributes: Readonly<Record<string, string>>,
    text: string,
    children: TreeElement[] = [],
  ) {
    this.name = name
    this.attributes = attributes
    this.text = text
    this.children = children
  }

  attribute(name: string): string | null {
    return this.attributes[name] ?? null
  }
}

/** What a builder may be given for a child: an element that has no parent yet, or nothing to write. */
export type Part = TreeElement | null

/**
 * A leaf, or null when there is nothing to write: an empty element never stands in a document
 * (PEPPOL-EN16931-R008). Text and attributes are cleaned to what XML can hold; empty attributes are left out.
 */
export function leaf(name: string, text: string, attributes = noAttributes): Part {
  return unempty(name, cleanText(text), attributes)
}

/** A leaf of base64 (BT-125), or null when there is none: megabytes that go through as they are. */
export function binaryLeaf(name: string, base64: string, attributes: Readonly<Record<string, string>>): Part {
  return unempty(name, base64, attributes)
}

function unempty(name: string, text: string, attributes: Readonly<Record<string, string>>): Part {
  return text === '' ? null : new TreeElement(name, unemptyAttributes(attributes), text, none)
}

/** The children of every leaf. Frozen: a leaf gets none. */
const none: TreeElement[] = []
Object.freeze(none)

const noAttributes: Readonly<Record<string, string>> = Object.freeze({})

/** The attributes themselves where they are clean as given, as nearly all are. */
function unemptyAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let isClean = true
  for (const name in attributes) {
    const value = attributes[name] ?? ''
    isClean &&= value !== '' && cleanText(value) === value
  }
  if (isClean) return attributes
  const cleaned = Object.entries(attributes).map(([name, value]) => [name, cleanText(value)] as const)
  return Object.fromEntries(cleaned.filter(([, value]) => value !== ''))
}

/** An element around others, or null when all of them are nothing. It becomes their parent. */
export function branch(name: string, parts: readonly Part[]): Part {
  const children = parts.filter((part) => part !== null)
  if (children.length === 0) return null
  const element = new TreeElement(name, noAttributes, '', children)
  for (const child of children) child.parent = element
  return element
}

/** A built element as a document's tree. Throws when there is nothing: a document has a root. */
export function toTree(root: Part): UblElement {
  if (root === null) throw new Error('a document needs a root element')
  return root
}

/** The children of an element that bear a name, in order. */
export function childrenNamed(element: UblElement, name: string): readonly UblElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The first element along a path of names (`cac:Party/cbc:EndpointID`), or null. */
export function firstAt(element: UblElement, path: string): UblElement | null {
  return path.split('/').reduce<UblElement | null>((at, name) => {
    return at?.children.find((child) => child.name === name) ?? null
  }, element)
}

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

/** An element before it has its place in a tree. */
export type Sketch = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly Sketch[]
}

/** What a builder may be given for a child: a sketch, or nothing to write. */
export type Part = Sketch | null

/**
 * A leaf, or null when there is nothing to write: an empty element never stands in a document
 * (PEPPOL-EN16931-R008). Text and attributes are cleaned to what XML can hold; empty attributes are left out.
 */
export function leaf(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): Part {
  return unempty(name, cleanText(text), attributes)
}

/** A leaf of base64 (BT-125), or null when there is none: megabytes that go through as they are. */
export function binaryLeaf(name: string, base64: string, attributes: Readonly<Record<string, string>>): Part {
  return unempty(name, base64, attributes)
}

function unempty(name: string, text: string, attributes: Readonly<Record<string, string>>): Part {
  if (text === '') return null
  const given = Object.entries(attributes)
    .map(([key, value]) => [key, cleanText(value)] as const)
    .filter(([, value]) => value !== '')
  return { name, attributes: Object.fromEntries(given), text, children: [] }
}

/** An element around others, or null when all of them are nothing. */
export function branch(name: string, parts: readonly Part[]): Part {
  const children = parts.filter((part) => part !== null)
  return children.length === 0 ? null : { name, attributes: {}, text: '', children }
}

/** Gives a sketch and all below it their parents. Throws when there is nothing: a document has a root. */
export function toTree(sketch: Part): UblElement {
  if (sketch === null) throw new Error('a document needs a root element')
  return place(sketch, null)
}

function place(sketch: Sketch, parent: UblElement | null): TreeElement {
  const element = new TreeElement(sketch.name, sketch.attributes, sketch.text, parent)
  for (const child of sketch.children) element.children.push(place(child, element))
  return element
}

/** An element of a tree while it is built. Whoever builds it gives it on as a `UblElement`, which is read-only. */
export class TreeElement implements UblElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
  readonly children: TreeElement[] = []
  readonly parent: UblElement | null

  constructor(
    name: string,
    attributes: Readonly<Record<string, string>>,
    text: string,
    parent: UblElement | null,
  ) {
    this.name = name
    this.attributes = attributes
    this.text = text
    this.parent = parent
  }

  attribute(name: string): string | null {
    return this.attributes[name] ?? null
  }
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

/** Edits of our own base documents, written as a reader would say them: what is missing, wrong or there too often. */
import { readXml } from '#lib/ubl/read-xml.ts'
import { TreeElement, type UblElement } from '#lib/ubl/tree.ts'
import { type BaseDocument, baseDocuments } from './base-documents.ts'

/** Changes a tree in place. */
export type Edit = (root: TreeElement) => void

/** One of our own documents, fresh, with edits made in order. */
export function edited(base: BaseDocument, ...edits: readonly Edit[]): UblElement {
  const root = parsed(baseDocuments[base])
  for (const edit of edits) edit(root)
  return root
}

/** Several edits as one, in order. */
export function all(...edits: readonly Edit[]): Edit {
  return (root) => {
    for (const edit of edits) edit(root)
  }
}

/** Leaves the document as it is. */
export const asIs: Edit = () => undefined

/**
 * Takes out every element at a path: `remove('cac:InvoiceLine/cbc:ID')`. A step may be numbered from 1 among those of
 * its name below one parent: `cac:InvoiceLine[2]`. `//cbc:Name` stands for every such element in the document.
 */
export function remove(path: string): Edit {
  return (root) => {
    for (const element of need(root, path)) {
      const siblings = element.parent?.children ?? []
      siblings.splice(siblings.indexOf(element), 1)
    }
  }
}

/** Gives every element at a path another text. */
export function set(path: string, text: string): Edit {
  return (root) => {
    for (const element of need(root, path)) element.text = text
  }
}

/** Gives every element at a path an attribute; null takes it away. */
export function attribute(path: string, name: string, value: string | null): Edit {
  return (root) => {
    for (const element of need(root, path)) {
      const attributes = element.attributes as Record<string, string>
      if (value === null) delete attributes[name]
      else attributes[name] = value
    }
  }
}

/** Adds elements, written as XML with the customary prefixes, last in every element at a path (`.` is the root). */
export function add(path: string, xml: string): Edit {
  return (root) => {
    for (const parent of path === '.' ? [root] : need(root, path)) {
      for (const child of fragment(xml)) parent.children.push(moved(child, parent))
    }
  }
}

/** Adds a second copy of every element at a path, beside it. */
export function repeat(path: string): Edit {
  return (root) => {
    for (const element of need(root, path)) {
      const parent = element.parent as TreeElement
      parent.children.splice(parent.children.indexOf(element) + 1, 0, moved(element, parent))
    }
  }
}

/** Puts XML in the place of every element at a path. */
export function replace(path: string, xml: string): Edit {
  return (root) => {
    for (const element of need(root, path)) {
      const parent = element.parent as TreeElement
      const children = fragment(xml).map((child) => moved(child, parent))
      parent.children.splice(parent.children.indexOf(element), 1, ...children)
    }
  }
}

function need(root: TreeElement, path: string): readonly TreeElement[] {
  const found = path.startsWith('//') ? everyNamed(root, path.slice(2)) : at([root], path.split('/'))
  if (found.length === 0) throw new Error(`the base document has no ${path}`)
  return found
}

function everyNamed(element: TreeElement, name: string): readonly TreeElement[] {
  const below = element.children.flatMap((child) => everyNamed(child, name))
  return element.name === name ? [element, ...below] : below
}

function at(elements: readonly TreeElement[], steps: readonly string[]): readonly TreeElement[] {
  const [step, ...rest] = steps
  if (step === undefined) return elements
  const [, name = step, number] = /^(.*?)\[(\d+)\]$/.exec(step) ?? []
  const next = elements.flatMap((element) => {
    const named = element.children.filter((child) => child.name === name)
    return number === undefined ? named : named.slice(Number(number) - 1, Number(number))
  })
  return at(next, rest)
}

function fragment(xml: string): readonly TreeElement[] {
  return parsed(
    `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2">${xml}</Invoice>`,
  ).children
}

function moved(element: TreeElement, parent: TreeElement): TreeElement {
  const copy = new TreeElement(element.name, { ...element.attributes }, element.text)
  copy.parent = parent
  for (const child of element.children) copy.children.push(moved(child, copy))
  return copy
}

function parsed(xml: string): TreeElement {
  const read = readXml(xml)
  if (!read.ok) throw new Error(`${read.code}: ${read.details.reason}`)
  return read.value as TreeElement
}

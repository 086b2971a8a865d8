import { documentRoots } from '#lib/rules/rule.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import {
  type BranchDeclaration,
  declarationOf,
  type LeafDeclaration,
  type Place,
  placeOf,
} from './declarations.ts'
import { elementPath, shortened } from './element-path.ts'
import { isValueOf } from './simple-values.ts'
import type { StructureFault, StructureFaultDetail } from './structure-fault.ts'

/** How many faults are told at most: a document with so many is no invoice with a slip in it. */
export const structureFaultLimit = 20

/**
 * Judges a document by the UBL 2.1 schema: which elements stand where and how often, their values and attributes. No
 * faults: it is valid. Linear in the size of the document, and stops at `structureFaultLimit`.
 *
 * What an extension holds is judged as far as it is UBL; a signature inside one is taken as it is.
 */
export function checkStructure(root: UblElement): readonly StructureFault[] {
  const faults = new Faults()
  if (documentRoots.includes(root.name)) visit(root, faults)
  else faults.add(root, { code: 'unknown-element' })
  return faults.found
}

/** The faults so far. A path is only worked out for what is told. */
class Faults {
  readonly found: StructureFault[] = []

  get isFull(): boolean {
    return this.found.length >= structureFaultLimit
  }

  add(element: UblElement, detail: StructureFaultDetail): void {
    if (!this.isFull) this.found.push({ ...detail, path: elementPath(element) })
  }
}

function visit(element: UblElement, faults: Faults): void {
  if (faults.isFull) return
  const declaration = declarationOf(element.name)
  if (declaration?.kind === 'branch') checkBranch(element, declaration, faults)
  else if (declaration?.kind === 'leaf') checkLeaf(element, declaration, faults)
  // In an extension: what the schema does not declare it accepts (`lax`), down to what it does declare.
  else for (const child of element.children) visit(child, faults)
}

const noAttributes: LeafDeclaration['attributes'] = new Map()

function checkBranch(element: UblElement, branch: BranchDeclaration, faults: Faults): void {
  checkAttributes(element, branch.type, noAttributes, faults)
  if (!isBlank(element.text)) faults.add(element, { code: 'text-beside-elements' })
  let furthest: Place | null = null
  for (const child of element.children) {
    const place = placeOf(child.name, branch)
    if (place === undefined) {
      faults.add(child, { code: 'unknown-element' })
      continue
    }
    if (furthest !== null && place.index < furthest.index) {
      faults.add(child, { code: 'wrong-order', before: furthest.name })
    } else if (place === furthest && !place.isRepeatable) faults.add(child, { code: 'too-many' })
    else furthest = place
    visit(child, faults)
  }
  for (const place of branch.required) {
    if (!element.children.some((child) => placeOf(child.name, branch) === place)) {
      faults.add(element, { code: 'missing-element', name: place.name })
    }
  }
}

function checkLeaf(element: UblElement, leaf: LeafDeclaration, faults: Faults): void {
  checkAttributes(element, leaf.type, leaf.attributes, faults)
  for (const name of leaf.required) {
    if (element.attribute(name) === null) faults.add(element, { code: 'missing-attribute', name })
  }
  const child = element.children[0]
  if (child !== undefined) faults.add(element, { code: 'element-in-value', name: shortened(child.name) })
  else if (!isValueOf(leaf.value, element.text)) {
    const detail = isBlank(element.text)
      ? ({ code: 'empty-value', type: leaf.value } as const)
      : ({ code: 'bad-value', type: leaf.value, value: shortened(element.text) } as const)
    faults.add(element, detail)
  }
}

function isBlank(text: string): boolean {
  return text === '' || /^[\t\n\r ]*$/.test(text)
}

const schemaInstance = '{http://www.w3.org/2001/XMLSchema-instance}'

function checkAttributes(
  element: UblElement,
  declaredType: string,
  declared: LeafDeclaration['attributes'],
  faults: Faults,
): void {
  for (const name in element.attributes) {
    const value = element.attribute(name) ?? ''
    const type = declared.get(name)
    if (type !== undefined) {
      if (!isValueOf(type, value))
        faults.add(element, { code: 'bad-attribute', name, type, value: shortened(value) })
    } else if (name === `${schemaInstance}type`) {
      if (!namesType(value, declaredType))
        faults.add(element, { code: 'bad-attribute', name, type: 'declared', value: shortened(value) })
    } else if (!isHint(name)) faults.add(element, { code: 'unknown-attribute', name: shortened(name) })
  }
}

/** Where a schema may be found; allowed on every element. `xsi:nil` is not, for nothing in UBL may be nil. */
function isHint(name: string): boolean {
  return name === `${schemaInstance}schemaLocation` || name === `${schemaInstance}noNamespaceSchemaLocation`
}

/** No type of UBL is derived from one that an element has, so xsi:type can only repeat it. Any prefix is taken. */
function namesType(value: string, declaredType: string): boolean {
  const [, local = ''] = /^[\t\n\r ]*(?:[^\s:]+:)?([^\s:]+)[\t\n\r ]*$/.exec(value) ?? []
  return local === declaredType
}

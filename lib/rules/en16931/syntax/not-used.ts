import type { UblElement } from '#lib/ubl/tree.ts'
import type { JudgedDocument } from '../../judged-document.ts'
import { fatal, type Rule, warning } from '../../rule.ts'
import { exists, find, someText, textOf } from '../../xpath.ts'
import { attributeNames } from './attributes.ts'
import { notUsedPaths } from './not-used-paths.ts'

/** A point of the paths: where they go on from here, and the rules whose path ends here. */
type Step = {
  readonly below: Map<string, Step>
  readonly attributes: Map<string, string[]>
  readonly ends: string[]
}

const newStep = (): Step => ({ below: new Map(), attributes: new Map(), ends: [] })

/** All paths as two trees, so that one walk through a document finds every path that occurs in it. */
const fromRoot = newStep()
const fromAnywhere = newStep()

for (const [id, path] of Object.entries(notUsedPaths)) {
  if (path.startsWith('//')) plant(fromAnywhere, path.slice(2).split('/'), id)
  else plant(fromRoot, path.split('/'), id)
}
const line = fromRoot.below.get('cac:InvoiceLine')
if (line !== undefined) fromRoot.below.set('cac:CreditNoteLine', line)

function plant(step: Step, names: readonly string[], id: string): void {
  const [name, ...rest] = names
  if (name === undefined) {
    step.ends.push(id)
  } else if (name.startsWith('@')) {
    const attribute = name.slice(1)
    step.attributes.set(attribute, [...(step.attributes.get(attribute) ?? []), id])
  } else {
    const next = step.below.get(name) ?? newStep()
    step.below.set(name, next)
    plant(next, rest, id)
  }
}

/** The rules whose path occurs in a document. */
function occurring(document: JudgedDocument): ReadonlySet<string> {
  const found = new Set<string>()
  follow(document.root, fromRoot, found)
  for (const [name, step] of fromAnywhere.below) {
    for (const element of document.named(name)) follow(element, step, found)
  }
  const attributes = document.fact(attributeNames)
  for (const [attribute, ids] of fromAnywhere.attributes) {
    if (attributes.has(attribute)) for (const id of ids) found.add(id)
  }
  return found
}

function follow(element: UblElement, step: Step, found: Set<string>): void {
  for (const id of step.ends) found.add(id)
  for (const [attribute, ids] of step.attributes) {
    if (element.attribute(attribute) !== null) for (const id of ids) found.add(id)
  }
  if (step.below.size === 0) return
  for (const child of element.children) {
    const next = step.below.get(child.name)
    if (next !== undefined) follow(child, next, found)
  }
}

/** What a document may have at a path all the same. */
const exceptions: Readonly<Record<string, (document: JudgedDocument) => boolean>> = {
  // The version that is meant.
  'UBL-CR-002': ({ root }) => someText(root, '2.1', 'cbc:UBLVersionID'),
  // A credit note has no other place for its due date (BT-9).
  'UBL-CR-412': ({ root }) => root.name === 'CreditNote',
  // The identifier of an invoiced object (BT-18) has a scheme; such a reference describes and attaches nothing.
  'UBL-CR-665': (document) => references(document).every((each) => isOnlyObject(each) || !hasScheme(each)),
  'UBL-CR-666': (document) => objects(document).every((each) => !exists(each, 'cac:Attachment')),
  'UBL-CR-673': (document) => objects(document).every((each) => !exists(each, 'cbc:DocumentDescription')),
}

const objectType = '130'

const references = (document: JudgedDocument) => document.named('cac:AdditionalDocumentReference')

const objects = (document: JudgedDocument) =>
  references(document).filter((each) => someText(each, objectType, 'cbc:DocumentTypeCode'))

function isOnlyObject(reference: UblElement): boolean {
  const types = find(reference, 'cbc:DocumentTypeCode')
  return types.length > 0 && types.every((type) => textOf(type) === objectType)
}

const hasScheme = (reference: UblElement) =>
  find(reference, 'cbc:ID').some((id) => id.attribute('schemeID') !== null)

const fatalIds: readonly string[] = ['UBL-CR-666', 'UBL-CR-673']

/** UBL-CR-001 to UBL-CR-682: what EN 16931 makes no use of does not stand in a document. Judged at the root. */
export const notUsedRules: readonly Rule[] = Object.keys(notUsedPaths).map((id) => {
  const make = fatalIds.includes(id) ? fatal : warning
  return make(
    id,
    [],
    (_, document) => !document.fact(occurring).has(id) || exceptions[id]?.(document) === true,
  )
})

/** The path that a rule of UBL-CR keeps empty (`cac:OrderReference/cbc:UUID`); null for any other rule. */
export function notUsedPath(ruleId: string): string | null {
  return Object.hasOwn(notUsedPaths, ruleId) ? (notUsedPaths[ruleId] ?? null) : null
}

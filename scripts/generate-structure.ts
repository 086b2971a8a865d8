/**
 * `node scripts/generate-structure.ts` writes lib/rules/structure/schema-table.ts from the UBL 2.1 XSD in
 * CONFORMANCE_DIR: the facts that a verdict needs, of what an Invoice and a CreditNote can reach, and nothing else. It
 * stops at anything in the schema that the table has no words for.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XmlDocument, XmlElement } from 'libxml2-wasm'

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:'
const xsd = 'http://www.w3.org/2001/XMLSchema'

/** Names as the reader of documents gives them: the customary prefixes, none for the roots. */
const prefixes: Readonly<Record<string, string>> = {
  [`${ubl}Invoice-2`]: '',
  [`${ubl}CreditNote-2`]: '',
  [`${ubl}CommonAggregateComponents-2`]: 'cac:',
  [`${ubl}CommonBasicComponents-2`]: 'cbc:',
  [`${ubl}CommonExtensionComponents-2`]: 'ext:',
}

/** Where reaching starts: the two documents, and what UBL has for the content of an extension. */
const starts = [
  [`${ubl}Invoice-2`, 'Invoice'],
  [`${ubl}CreditNote-2`, 'CreditNote'],
  [`${ubl}CommonSignatureComponents-2`, 'UBLDocumentSignatures'],
] as const

/** What is compared by names, so that a namespace never has to be carried along. */
type QName = `{${string}}${string}`

type Attributes = Map<string, { type: string; required: boolean }>
type Branch = { elements: string[]; content: string }
type Leaf = { elements: string[]; value: string; attributes: Attributes }

/** The text of schema-table.ts for the XSD files below a folder. */
export function renderSchemaTable(dir: string): string {
  const schemas = ['maindoc', 'common'].flatMap((folder) =>
    readdirSync(join(dir, folder))
      .filter((file) => file.endsWith('.xsd'))
      .sort()
      .map((file) => XmlDocument.fromBuffer(readFileSync(join(dir, folder, file)))),
  )
  try {
    return written(...collect(schemas.map((schema) => schema.root)))
  } finally {
    for (const schema of schemas) schema.dispose()
  }
}

function collect(roots: readonly XmlElement[]): [Map<string, Branch>, Map<string, Leaf>] {
  const globals = (kind: string) =>
    new Map<QName, XmlElement>(
      roots.flatMap((root) =>
        childrenOf(root, kind).map((each) => [
          `{${need(root, 'targetNamespace')}}${need(each, 'name')}`,
          each,
        ]),
      ),
    )
  const elements = globals('element')
  const types = globals('complexType')
  const branches = new Map<string, Branch>()
  const leaves = new Map<string, Leaf>()
  const seen = new Set<QName>()

  const reach = (name: QName): void => {
    if (seen.has(name)) return
    seen.add(name)
    if (!name.startsWith(`{${ubl}`)) return
    const element = found(elements, name)
    refuse(element, ['abstract', 'block', 'default', 'final', 'fixed', 'nillable', 'substitutionGroup'])
    const typeName = resolved(element, need(element, 'type'))
    const type = found(types, typeName)
    const key = localOf(typeName)
    const sequence = childrenOf(type, 'sequence')[0]
    if (sequence === undefined) {
      if (key !== `${localOf(name)}Type`) throw new Error(`${name} is of ${key}`)
      const leaf = leafOf(type, types)
      const same = leaves.get(leaf.kind) ?? { ...leaf, elements: [] }
      same.elements.push(customary(name))
      leaves.set(leaf.kind, same)
      return
    }
    const parts = particlesOf(type, sequence)
    const same = branches.get(key) ?? { elements: [], content: parts.map(mark).join(' ') }
    if (same.content !== parts.map(mark).join(' ')) throw new Error(`two types are called ${key}`)
    same.elements.push(customary(name))
    branches.set(key, same)
    for (const { name: next } of parts) if (next !== null) reach(next)
  }
  for (const [uri, local] of starts) reach(`{${uri}}${local}`)
  return [branches, leaves]
}

type Particle = { name: QName | null; min: string; max: string }

/** What stands in a type, in order; a null name is any one element of another namespace, judged if it is known. */
function particlesOf(type: XmlElement, sequence: XmlElement): readonly Particle[] {
  refuse(type, ['mixed', 'abstract', 'block', 'final'])
  refuse(sequence, ['minOccurs', 'maxOccurs'])
  const parts = elementsOf(sequence).map((part) => {
    const [min, max] = [part.attr('minOccurs')?.value ?? '1', part.attr('maxOccurs')?.value ?? '1']
    if (part.name === 'element') return { name: resolved(part, need(part, 'ref')), min, max }
    const isKnownWildcard =
      part.name === 'any' && need(part, 'namespace') === '##other' && need(part, 'processContents') === 'lax'
    if (!isKnownWildcard) throw new Error(`no words for ${part.name} in ${need(type, 'name')}`)
    return { name: null, min, max }
  })
  if (elementsOf(type).length !== 1) throw new Error(`more than a sequence in ${need(type, 'name')}`)
  if (new Set(parts.map((part) => part.name)).size !== parts.length)
    throw new Error(`a name twice in ${need(type, 'name')}: one pass would not do`)
  return parts
}

const marks: Readonly<Record<string, string>> = {
  '1 1': '',
  '0 1': '?',
  '0 unbounded': '*',
  '1 unbounded': '+',
}

function mark({ name, min, max }: Particle): string {
  const sign = marks[`${min} ${max}`]
  if (sign === undefined) throw new Error(`no mark for ${min} to ${max}`)
  return `${name === null ? '#other' : customary(name)}${sign}`
}

/** A leaf's value and attributes, from the type itself back to the built-in one; the first word on each counts. */
function leafOf(type: XmlElement, types: ReadonlyMap<QName, XmlElement>): Leaf & { kind: string } {
  const attributes: Attributes = new Map()
  let kind = ''
  for (let at = type; ; ) {
    const derivation = elementsOf(childrenOf(at, 'simpleContent')[0] ?? at)[0]
    if (derivation === undefined || !['extension', 'restriction'].includes(derivation.name))
      throw new Error(`no simple content in ${need(at, 'name')}`)
    for (const each of elementsOf(derivation)) {
      if (each.name !== 'attribute') throw new Error(`no words for ${each.name} in ${need(at, 'name')}`)
      refuse(each, ['default', 'fixed', 'ref', 'form'])
      const required = { required: true, optional: false }[need(each, 'use')]
      if (required === undefined) throw new Error(`an attribute is ${need(each, 'use')}`)
      const name = need(each, 'name')
      if (!attributes.has(name)) attributes.set(name, { type: builtIn(each, need(each, 'type')), required })
    }
    const base = resolved(derivation, need(derivation, 'base'))
    // Of the types on the way to the built-in one the first of UBL's own gives its name.
    if (kind === '') kind = localOf(base)
    if (base.startsWith(`{${xsd}}`)) return { kind, value: localOf(base), attributes, elements: [] }
    at = found(types, base)
  }
}

function written(branches: ReadonlyMap<string, Branch>, leaves: ReadonlyMap<string, Leaf>): string {
  const branchRows = [...branches].sort(byName).map(
    ([type, { elements, content }]) =>
      `  ${type}: {
    ${property('elements', elements.sort())}
    ${property('content', content.split(' '))}
  },`,
  )
  const leafRows = [...leaves].sort(byName).map(([type, { elements, value, attributes }]) => {
    const given = [...attributes].map(([name, each]) => `${name}:${each.type}${each.required ? '!' : ''}`)
    return `  ${type}: {
    ${property('elements', elements.sort())}
    value: '${value}',
    ${property('attributes', given.sort())}
  },`
  })
  return `/**
 * Made by scripts/generate-structure.ts from the UBL 2.1 XSD; not to be edited. The facts of the schema for all that an
 * Invoice and a CreditNote can hold.
 */

/**
 * Elements with children, by the name of their type. \`content\`: what stands in them, in this order, marked as in a
 * DTD: \`?\` at most once, \`*\` any number of times, \`+\` at least once, without a mark exactly once. \`#other\` is any
 * element of a namespace other than that of the extensions.
 */
export const branchTypes: Readonly<Record<string, { elements: string; content: string }>> = {
${branchRows.join('\n')}
}

/** Elements with a value, by the name of its type. \`attributes\`: name and type of each, \`!\` where it must stand. */
export const leafTypes: Readonly<Record<string, { elements: string; value: string; attributes: string }>> = {
${leafRows.join('\n')}
}
`
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

/** A property whose value is words: a plain text if that fits in a line of 110 characters, else in lines of its own. */
function property(name: string, words: readonly string[]): string {
  const plain = `${name}: '${words.join(' ')}',`
  if (plain.length + 4 <= 110) return plain
  const lines: string[] = []
  for (const word of words) {
    const line = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && line.length + 6 <= 110) lines[lines.length - 1] = line
    else lines.push(word)
  }
  return `${name}: \`\n${lines.map((line) => `      ${line}\n`).join('')}    \`,`
}

function customary(name: QName): string {
  const uri = name.slice(1, name.indexOf('}'))
  const prefix = prefixes[uri]
  return prefix === undefined ? name : `${prefix}${localOf(name)}`
}

function localOf(name: QName): string {
  return name.slice(name.indexOf('}') + 1)
}

function resolved(at: XmlElement, name: string): QName {
  const [local = '', prefix = ''] = name.split(':').reverse()
  return `{${at.namespaceForPrefix(prefix)}}${local}`
}

function builtIn(at: XmlElement, name: string): string {
  const type = resolved(at, name)
  if (!type.startsWith(`{${xsd}}`)) throw new Error(`${name} is no built-in type`)
  return localOf(type)
}

function found(map: ReadonlyMap<QName, XmlElement>, name: QName): XmlElement {
  const value = map.get(name)
  if (value === undefined) throw new Error(`the schema has no ${name}`)
  return value
}

function need(element: XmlElement, attribute: string): string {
  const value = element.attr(attribute)?.value
  if (value === undefined) throw new Error(`no ${attribute} in ${element.name}`)
  return value
}

function refuse(element: XmlElement, attributes: readonly string[]): void {
  for (const name of attributes)
    if (element.attr(name) !== null) throw new Error(`no words for ${name} of ${need(element, 'name')}`)
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name)
}

function elementsOf(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (let node = element.firstChild; node !== null; node = node.next)
    if (node instanceof XmlElement && node.name !== 'annotation') found.push(node)
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const table = fileURLToPath(new URL('../lib/rules/structure/schema-table.ts', import.meta.url))
  writeFileSync(table, renderSchemaTable(join(process.env.CONFORMANCE_DIR ?? '../shared/conformance', 'xsd')))
}

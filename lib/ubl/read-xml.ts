import { SaxesParser } from 'saxes'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { TreeElement, type UblElement } from './tree.ts'

/** What a document from outside may be at most. A document that Talong writes stays far below. */
export const xmlLimits = {
  /** Bytes of the whole document; characters where it is given as text. */
  size: 20_000_000,
  /** Characters of one text, a file in base64 among them. */
  text: 15_000_000,
  elements: 120_000,
  depth: 64,
  attributes: 64,
} as const

/** Why bytes are no document that can be judged. */
export type XmlProblem =
  | 'empty'
  | 'too-large'
  | 'encoding'
  | 'doctype'
  | 'not-well-formed'
  | 'too-deep'
  | 'too-many-elements'
  | 'too-many-attributes'
  | 'text-too-long'
  | 'not-ubl'

/** The customary prefix of each namespace; the roots have none. */
const prefixes: Readonly<Record<string, string>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2': '',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2': '',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2': 'cac:',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2': 'cbc:',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2': 'ext:',
}

const rootNames: Readonly<Record<string, string>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2': 'Invoice',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2': 'CreditNote',
}

const xmlnsUri = 'http://www.w3.org/2000/xmlns/'

/** Characters given to the parser at a time: what is over a limit is refused before the rest is looked at. */
const chunk = 65_536

/**
 * Reads bytes or text as a UBL Invoice or CreditNote. Whatever the bytes are, the answer comes in time linear to the
 * limits: UTF-8 alone, no DOCTYPE (so no entities), nothing is ever fetched. Element names get their customary prefix
 * (`cbc:ID`); a name of any other namespace is `{uri}name`, an attribute with a prefix too. White space between
 * elements is dropped; other text beside elements stays in `text`, for the schema forbids it.
 */
export function readXml(source: Uint8Array | string): Result<UblElement, XmlProblem, { reason: string }> {
  if (source.length > xmlLimits.size) return refuse('too-large', `more than ${xmlLimits.size} bytes`)
  const text = typeof source === 'string' ? source : decoded(source)
  if (text === null) return refuse('encoding', 'not UTF-8')
  if (text.trim() === '') return refuse('empty', 'nothing in it')
  try {
    return succeed(parse(text))
  } catch (problem) {
    if (problem instanceof Refusal) return refuse(problem.code, problem.message)
    throw problem
  }
}

class Refusal extends Error {
  readonly code: XmlProblem
  constructor(code: XmlProblem, message: string) {
    super(message)
    this.code = code
  }
}

function refuse(code: XmlProblem, reason: string) {
  return fail(code, { reason })
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function parse(text: string): UblElement {
  const parser = new SaxesParser({ xmlns: true })
  let root: TreeElement | null = null
  let open: TreeElement | null = null
  let depth = 0
  let elements = 0
  let attributes = 0

  parser.on('error', (problem) => {
    throw new Refusal('not-well-formed', problem.message.replace(/^\d+:\d+: /, '').slice(0, 200))
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
      throw new Refusal('encoding', `declared as ${encoding.slice(0, 40)}`)
    }
  })
  parser.on('doctype', () => {
    throw new Refusal('doctype', 'a DOCTYPE is not allowed')
  })
  parser.on('opentagstart', () => {
    attributes = 0
    depth += 1
    elements += 1
    if (depth > xmlLimits.depth) throw new Refusal('too-deep', `more than ${xmlLimits.depth} levels`)
    if (elements > xmlLimits.elements) {
      throw new Refusal('too-many-elements', `more than ${xmlLimits.elements} elements`)
    }
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > xmlLimits.attributes) {
      throw new Refusal('too-many-attributes', `more than ${xmlLimits.attributes} attributes in one element`)
    }
  })
  parser.on('opentag', ({ uri, local, attributes: given }) => {
    const element: TreeElement = new TreeElement(nameOf(uri, local, open), attributesOf(given), '', open)
    if (open === null) root = element
    else open.children.push(element)
    open = element
  })
  const addText = (added: string) => {
    if (open === null) return
    open.text += added
    if (open.text.length > xmlLimits.text) {
      throw new Refusal('text-too-long', `a text of more than ${xmlLimits.text} characters`)
    }
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    depth -= 1
    if (open === null) return
    if (open.children.length > 0 && /^[\t\n\r ]*$/.test(open.text)) open.text = ''
    open = open.parent as TreeElement | null
  })

  for (let at = 0; at < text.length; at += chunk) parser.write(text.slice(at, at + chunk))
  parser.close()
  if (root === null) throw new Refusal('not-well-formed', 'no root element')
  return root
}

function nameOf(uri: string, local: string, parent: UblElement | null): string {
  if (parent === null) {
    if (rootNames[uri] !== local) throw new Refusal('not-ubl', `${local.slice(0, 80)} is no UBL invoice`)
    return local
  }
  const prefix = prefixes[uri]
  return prefix === undefined || prefix === '' ? `{${uri}}${local}` : `${prefix}${local}`
}

function attributesOf(
  given: Readonly<Record<string, { readonly uri: string; readonly local: string; readonly value: string }>>,
): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = Object.create(null)
  for (const name in given) {
    const attribute = given[name]
    if (attribute === undefined || attribute.uri === xmlnsUri) continue
    const { uri, local, value } = attribute
    attributes[uri === '' ? local : `{${uri}}${local}`] = value
  }
  return attributes
}

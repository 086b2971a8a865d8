import { SaxesParser } from 'saxes'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { scanXml } from './scan-xml.ts'
import { TreeElement, type UblElement } from './tree.ts'
import { Refusal, type XmlProblem, xmlLimits } from './xml-limits.ts'

export { type XmlProblem, xmlLimits } from './xml-limits.ts'

/** The customary prefix of each namespace; the roots have none. */
const prefixes: Readonly<Record<string, string>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2': '',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2': '',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2': 'cac:',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2': 'cbc:',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2': 'ext:',
}

/** The roots that are taken: namespace → local name. */
type RootNames = Readonly<Record<string, string>>

const rootNames: RootNames = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2': 'Invoice',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2': 'CreditNote',
}

const xmlnsUri = 'http://www.w3.org/2000/xmlns/'

/** Characters given to the parser before the rest is looked at: mostly it ends here for what is no UBL at all. */
const beginning = 4_096

/** Characters given to the parser at a time. */
const chunk = 65_536

/**
 * Reads bytes or text as a UBL Invoice or CreditNote, or a document of the `roots` given. Whatever the bytes are, the answer comes in time linear to the
 * limits: UTF-8 alone, no DOCTYPE (so no entities), nothing is ever fetched. Element names get their customary prefix
 * (`cbc:ID`); a name of any other namespace is `{uri}name`, an attribute with a prefix too. White space between
 * elements is dropped; other text beside elements stays in `text`, for the schema forbids it.
 */
export function readXml(
  source: Uint8Array | string,
  roots: RootNames = rootNames,
): Result<UblElement, XmlProblem, { reason: string }> {
  if (source.length > xmlLimits.size) return refuse('too-large', `more than ${xmlLimits.size} bytes`)
  if (typeof source !== 'string' && isUtf16(source)) return refuse('encoding', 'UTF-16')
  const text = typeof source === 'string' ? source : decoded(source)
  if (text === null) return refuse('encoding', 'not UTF-8')
  if (text.trim() === '') return refuse('empty', 'nothing in it')
  try {
    return succeed(parse(text, roots))
  } catch (problem) {
    if (problem instanceof Refusal) return refuse(problem.code, problem.message)
    throw problem
  }
}

function refuse(code: XmlProblem, reason: string) {
  return fail(code, { reason })
}

/** Its mark, or a NUL where a document has its first `<`. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (
    first === 0 || second === 0 || (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)
  )
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function parse(text: string, roots: RootNames): UblElement {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let root: TreeElement | null = null
  let open: TreeElement | null = null

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
  parser.on('opentag', ({ uri, local, attributes: given }) => {
    const element = new TreeElement(
      open === null ? rootName(uri, local, roots) : nameOf(uri, local),
      attributesOf(given),
      '',
    )
    element.parent = open
    if (open === null) root = element
    else open.children.push(element)
    open = element
  })
  const addText = (added: string) => {
    if (open !== null) open.text += added
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    if (open === null) return
    if (open.children.length > 0 && /^[\t\n\r ]*$/.test(open.text)) open.text = ''
    open = open.parent
  })

  const write = (from: number, to: number) => {
    for (let at = from; at < to; at += chunk) parser.write(text.slice(at, Math.min(at + chunk, to)))
  }
  // Up to the end of a tag, so that the parser never holds half a text.
  let at = text.lastIndexOf('>', beginning) + 1 || Math.min(beginning, text.length)
  write(0, at)
  for (const { start, end } of scanXml(text)) {
    write(at, start)
    addText(text.slice(start, end))
    at = end
  }
  write(at, text.length)
  parser.close()
  if (root === null) throw new Refusal('not-well-formed', 'no root element')
  return root
}

function rootName(uri: string, local: string, roots: RootNames): string {
  if (roots[uri] === local) return local
  throw new Refusal('not-ubl', `${local.slice(0, 80)} is no UBL invoice`)
}

function nameOf(uri: string, local: string): string {
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

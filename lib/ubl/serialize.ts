import type { UblElement } from './tree.ts'

const namespaces: Readonly<Record<string, string>> = {
  Invoice: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  CreditNote: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
}
const aggregates = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
const basics = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'

/**
 * Writes a document as UTF-8 bytes, always the same for the same tree: declaration, root with its three namespaces,
 * one line for each child of the root, no comments, no other white space. These bytes are what is hashed and sent.
 */
export function toXmlBytes(tree: UblElement): Uint8Array {
  const namespace = namespaces[tree.name]
  if (namespace === undefined) throw new Error(`no UBL document is called ${tree.name}`)
  const declared = `xmlns="${namespace}" xmlns:cac="${aggregates}" xmlns:cbc="${basics}"`
  const chunks: Uint8Array[] = []
  let xml = `<?xml version="1.0" encoding="UTF-8"?>\n<${tree.name} ${declared}>\n`
  for (const child of tree.children) {
    xml = `${append(xml, child)}\n`
    if (xml.length < chunkLength) continue
    chunks.push(encoder.encode(xml))
    xml = ''
  }
  chunks.push(encoder.encode(`${xml}</${tree.name}>\n`))
  return joined(chunks)
}

const encoder = new TextEncoder()

/** Characters that are made bytes at a time: short texts are soon gone again, and the cost stays linear. */
const chunkLength = 16_384

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks
  if (chunks.length === 1 && first !== undefined) return first
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** What is written so far, and an element after it: one growing text is what costs least. */
function append(before: string, element: UblElement): string {
  const { name, children, text } = element
  let xml = `${before}<${name}${writtenAttributes(element.attributes)}>`
  if (children.length === 0) {
    if (text === '') throw new Error(`an empty element ${name} may not be written`)
    return `${xml}${escaped(text)}</${name}>`
  }
  for (const child of children) xml = append(xml, child)
  return `${xml}</${name}>`
}

function writtenAttributes(attributes: UblElement['attributes']): string {
  let all = ''
  for (const name in attributes) all += ` ${name}="${escapedAttribute(attributes[name] ?? '')}"`
  return all
}

/** `>` too, so that `]]>` can never stand in text. */
function escaped(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text
}

/** White space in an attribute would be read back as plain spaces: it is written as references. */
function escapedAttribute(value: string): string {
  return /[&<>"\t\n\r]/.test(value)
    ? escaped(value)
        .replaceAll('"', '&quot;')
        .replaceAll('\t', '&#9;')
        .replaceAll('\n', '&#10;')
        .replaceAll('\r', '&#13;')
    : value
}

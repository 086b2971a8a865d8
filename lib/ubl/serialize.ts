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
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${tree.name} ${declared}>`,
    ...tree.children.map(written),
    `</${tree.name}>`,
    '',
  ]
  return new TextEncoder().encode(lines.join('\n'))
}

function written(element: UblElement): string {
  const attributes = Object.entries(element.attributes).map(
    ([name, value]) => ` ${name}="${escapedAttribute(value)}"`,
  )
  const content = element.children.length > 0 ? element.children.map(written).join('') : escaped(element.text)
  if (content === '') throw new Error(`an empty element ${element.name} may not be written`)
  return `<${element.name}${attributes.join('')}>${content}</${element.name}>`
}

/** `>` too, so that `]]>` can never stand in text. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** White space in an attribute would be read back as plain spaces: it is written as references. */
function escapedAttribute(value: string): string {
  return escaped(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
}

import { fail, type Result, succeed } from '#lib/core/result.ts'
import { cleanText } from '#lib/core/text.ts'
import { readXml, type XmlProblem } from './read-xml.ts'
import type { UblElement } from './tree.ts'

const envelope = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader'
const responseName = '{urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2}ApplicationResponse'

/** What every version of Peppol's Invoice Response (BIS 63) is called; other responses are about the transport. */
const customization = 'urn:fdc:peppol.eu:poacc:trns:invoice_response:'

/** An Invoice Response as it came out of the network. */
export type InvoiceResponse = {
  /** Of the envelope: the same however often it is forwarded. */
  readonly id: string
  /** The participants of the envelope, which the access point has checked: who answers, and who is answered. */
  readonly from: string
  readonly to: string
  /** The number of the invoice that is answered (BT-1). */
  readonly invoiceNumber: string
  /** UNCL4343: AB, IP, UQ, CA, RE, AP, PD. */
  readonly code: string
  /** What the recipient wrote, as one text. */
  readonly text: string
}

/**
 * Reads an Invoice Response in its envelope (SBD), as an access point forwards it. `no-response`: another document,
 * or one that does not say what it answers. The limits are those of every document from outside.
 */
export function readInvoiceResponse(
  source: Uint8Array,
): Result<InvoiceResponse, XmlProblem | 'no-response', { reason: string }> {
  const read = readXml(source, { [envelope]: 'StandardBusinessDocument' })
  if (!read.ok) return read
  const header = at(read.value, sbd('StandardBusinessDocumentHeader'))
  const response = at(read.value, responseName)
  if (!textAt(response, 'cbc:CustomizationID').startsWith(customization))
    return fail('no-response', { reason: 'no Invoice Response' })
  const answer = at(response, 'cac:DocumentResponse', 'cac:Response')
  const found = {
    id: textAt(header, sbd('DocumentIdentification'), sbd('InstanceIdentifier')),
    from: textAt(header, sbd('Sender'), sbd('Identifier')),
    to: textAt(header, sbd('Receiver'), sbd('Identifier')),
    invoiceNumber: textAt(response, 'cac:DocumentResponse', 'cac:DocumentReference', 'cbc:ID'),
    code: textAt(answer, 'cbc:ResponseCode'),
  }
  const missing = Object.entries(found).find(([, value]) => value === '')
  if (missing) return fail('no-response', { reason: `without ${missing[0]}` })
  return succeed({ ...found, text: wordsOf(answer) })
}

function wordsOf(answer: UblElement | null): string {
  const statuses = answer?.children.filter(({ name }) => name === 'cac:Status') ?? []
  const said = statuses.map((status) => textAt(status, 'cbc:StatusReason'))
  return said.filter((text) => text !== '').join(' · ')
}

const sbd = (local: string) => `{${envelope}}${local}`

function at(from: UblElement | null, ...path: string[]): UblElement | null {
  return path.reduce<UblElement | null>(
    (found, name) => found?.children.find((child) => child.name === name) ?? null,
    from,
  )
}

function textAt(from: UblElement | null, ...path: string[]): string {
  return cleanText(at(from, ...path)?.text ?? '').trim()
}

import { describe, expect, test } from 'vitest'
import { expectValue } from '#lib/core/result.ts'
import { greatestDocuments, hostileDocuments } from '#tests/bench/hostile-documents.ts'
import { readXml } from './read-xml.ts'
import { fullInvoice, sampleFiles } from './sample-invoice.ts'
import { toXmlBytes } from './serialize.ts'
import { childrenNamed, firstAt, type UblElement } from './tree.ts'
import { writeInvoice } from './write-invoice.ts'

const namespaces = {
  invoice: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
}

function invoice(body: string): UblElement {
  const { invoice: own, cac, cbc } = namespaces
  return expectValue(
    readXml(`<Invoice xmlns="${own}" xmlns:cac="${cac}" xmlns:cbc="${cbc}">${body}</Invoice>`),
  )
}

/** A tree as plain values, without its ways up. */
function outline({ name, attributes, text, children }: UblElement): unknown {
  return [name, { ...attributes }, text, children.map(outline)]
}

describe('a hostile document', () => {
  test.each(hostileDocuments.map((each) => [each.kind, each] as const))(
    '%s is told by its code, at once',
    (_, { code, make }) => {
      const bytes = make()
      const began = performance.now()
      const read = readXml(bytes)
      expect(performance.now() - began).toBeLessThan(2_000)
      expect(read.ok ? null : read.code).toBe(code)
      if (!read.ok) expect(read.details.reason.length).toBeLessThan(250)
    },
  )

  test('as text it is told the same', () => {
    const texts = hostileDocuments.filter(({ code, kind }) => code !== 'encoding' && !kind.includes('byte'))
    for (const { kind, code, make } of texts) {
      const bytes = make()
      if (bytes.length > 1_000_000) continue
      const read = readXml(new TextDecoder().decode(bytes))
      expect([kind, read.ok ? null : read.code]).toEqual([kind, code])
    }
  })
})

describe('a document as great as it may be', () => {
  test.each(greatestDocuments.map((each) => [each.kind, each] as const))('%s is read', (_, { make }) => {
    expect(readXml(make()).ok).toBe(true)
  })
})

describe('a document', () => {
  test('is the tree it was written from', () => {
    for (const kind of ['invoice', 'credit-note'] as const) {
      const tree = writeInvoice(fullInvoice(kind), sampleFiles)
      expect(outline(expectValue(readXml(toXmlBytes(tree))))).toEqual(outline(tree))
    }
  })

  test('has its customary prefixes whatever it says itself', () => {
    const text = `<u:Invoice xmlns:u="${namespaces.invoice}" xmlns:a="${namespaces.cac}"><a:Party><ID xmlns="${namespaces.cbc}" schemeID="0007">1</ID></a:Party></u:Invoice>`
    const root = expectValue(readXml(text))
    expect(root.name).toBe('Invoice')
    expect(firstAt(root, 'cac:Party/cbc:ID')?.attributes).toEqual({ schemeID: '0007' })
  })

  test('knows a name of another namespace by its address', () => {
    const root = invoice('<x:Mark xmlns:x="urn:x" x:y="1" z="2">a</x:Mark><Own/>')
    expect(root.children.map(({ name }) => name)).toEqual(['{urn:x}Mark', `{${namespaces.invoice}}Own`])
    expect({ ...root.children[0]?.attributes }).toEqual({ '{urn:x}y': '1', z: '2' })
  })

  test('has no attribute but those written, whatever objects have of their own', () => {
    const [odd] = invoice('<a __proto__="1" toString="2"/>').children
    expect(Object.keys(odd?.attributes ?? {})).toEqual(['__proto__', 'toString'])
    expect(odd?.attribute('constructor')).toBeNull()
  })

  test('loses white space between elements, and nothing else', () => {
    const root = invoice(
      '\n <cac:Party>\n  <cbc:Name> a\n b </cbc:Name>\n x </cac:Party> <cbc:Note> </cbc:Note>',
    )
    expect(root.text).toBe('')
    expect(firstAt(root, 'cac:Party')?.text).toBe('\n  \n x ')
    expect(firstAt(root, 'cac:Party/cbc:Name')?.text).toBe(' a\n b ')
    expect(firstAt(root, 'cbc:Note')?.text).toBe(' ')
  })

  test('joins the pieces of a text: references, CDATA, comments between', () => {
    const root = invoice('<cbc:Note>a&amp;<!-- - --><![CDATA[<b>&]]>c&#x1F600;<?x?>\r\nd</cbc:Note>')
    expect(firstAt(root, 'cbc:Note')?.text).toBe('a&<b>&c😀\nd')
  })

  test.each([
    ['base64', 'Talong/+==\n'],
    ['letters of all kinds', 'å한 '],
    ['characters of two code units', '😀a'],
    ['references', 'a&lt;'],
    ['carriage returns', 'a\r\n'],
    ['brackets', 'a]]'],
  ])('carries long texts to the last character: %s', (_, piece) => {
    for (const length of [65_530, 65_536, 65_537, 200_000]) {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length - (length % piece.length))
      const root = invoice(
        `<cbc:Note>${text}</cbc:Note><cbc:ID>1</cbc:ID><cbc:Note>${text}<!-- -->${text}</cbc:Note>`,
      )
      const meant = text.replaceAll('&lt;', '<').replaceAll('\r\n', '\n')
      const notes = childrenNamed(root, 'cbc:Note').map((each) => each.text)
      expect([notes[0] === meant, notes[1] === meant + meant, notes.length]).toEqual([true, true, 2])
      expect(firstAt(root, 'cbc:ID')?.text).toBe('1')
    }
  })
})

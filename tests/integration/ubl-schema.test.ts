import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ParseOption, XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ComposeInput, composeInvoice } from '#lib/invoice/compose.ts'
import {
  sampleCompany,
  sampleCustomer,
  sampleDraft,
  sampleInput,
  sampleLine,
} from '#lib/invoice/sample-input.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'

const conformance = resolve(process.env.CONFORMANCE_DIR ?? '../shared/conformance')
const schemaFile = resolve(conformance, 'xsd/maindoc/UBL-Invoice-2.1.xsd')

const mixedLines = [
  sampleLine('a', { quantity: '30', unitPrice: '149,50', vatChoice: 'rate-6', itemName: 'Arbetsbok' }),
  sampleLine('b', { quantity: '28', unitPrice: '84,75', vatChoice: 'rate-12', itemName: 'Lunchpaket' }),
  sampleLine('c', { quantity: '1', unitPrice: '3 999', itemName: 'Skrivare', lineNote: 'Avser vecka 46' }),
  sampleLine('d', { quantity: '-1', unitPrice: '0,1234567', unit: 'KGM', itemName: 'Retur' }),
]
const hostile = `Ö "&" <b>'x'</b> ]]> &amp; \u0000\u0008\ud800 😀 <!-- --> <?pi?> e\u0301`

/** Every field the form has, filled in. */
const fullDraft = sampleDraft({
  lines: mixedLines,
  purchaseOrderReference: 'PO-77812',
  contractReference: 'AVT-2026-1',
  deliveryDate: '2026-11-18',
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  note: 'Tack för din beställning\nVälkommen åter',
  paymentAccountIds: ['bg', 'pg', 'iban'],
})

const cases: readonly (readonly [string, Partial<ComposeInput>])[] = [
  ['one line to a bankgiro', {}],
  ['25, 12 and 6 % with a negative line', { draft: sampleDraft({ lines: mixedLines }) }],
  ['every field and three accounts', { draft: fullDraft, company: { ...sampleCompany, roundToKrona: true } }],
  ['a plusgiro', { draft: sampleDraft({ paymentAccountIds: ['pg'] }) }],
  ['an IBAN', { draft: sampleDraft({ paymentAccountIds: ['iban'] }) }],
  [
    'a sole trader with a GLN',
    {
      company: {
        ...sampleCompany,
        companyForm: 'sole-trader',
        identifyBy: 'gln',
        gln: '7350000000009',
        seat: '',
      },
    },
  ],
  [
    'a buyer without an address in the network',
    { customer: { ...sampleCustomer, electronicAddress: null, tradingName: '' } },
  ],
  [
    'hostile characters in every text',
    {
      company: {
        ...sampleCompany,
        name: hostile,
        seat: hostile,
        contact: { name: hostile, phone: hostile, email: hostile },
      },
      customer: { ...sampleCustomer, name: hostile, tradingName: `${hostile}2` },
      draft: sampleDraft({
        note: hostile,
        buyerReference: hostile,
        lines: [sampleLine('a', { itemName: hostile, lineNote: hostile })],
      }),
    },
  ],
  [
    '999 lines',
    { draft: sampleDraft({ lines: Array.from({ length: 999 }, (_, at) => sampleLine(`l${at}`)) }) },
  ],
]

let schema: XmlDocument
let validator: XsdValidator

beforeAll(() => {
  xmlRegisterFsInputProviders()
  schema = XmlDocument.fromBuffer(readFileSync(schemaFile), { url: pathToFileURL(schemaFile).href })
  validator = XsdValidator.fromDoc(schema)
})

afterAll(() => {
  validator?.dispose()
  schema?.dispose()
})

function bytesOf(given: Partial<ComposeInput>): Uint8Array {
  const result = composeInvoice(sampleInput(given))
  if (!result.ok) throw new Error(JSON.stringify(result.details))
  return toXmlBytes(writeInvoice(result.value))
}

/** Runs a function on parsed bytes and frees the parser's memory after. */
function parsed<Value>(bytes: Uint8Array, use: (document: XmlDocument) => Value): Value {
  const document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET })
  try {
    return use(document)
  } finally {
    document.dispose()
  }
}

function elementsOf(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement) found.push(node)
  }
  return found
}

const nameOf = (element: XmlElement) =>
  element.prefix === '' ? element.name : `${element.prefix}:${element.name}`

type Shape = Map<string, Set<string>>

/** For each path of names: which child stands before which ("a < b"), over all elements at that path. */
function shapeOf(element: XmlElement, path = '', shape: Shape = new Map()): Shape {
  const here = `${path}/${nameOf(element)}`
  const names = elementsOf(element).map(nameOf)
  const pairs = shape.get(here) ?? new Set<string>()
  names.forEach((name, at) => {
    for (const later of names.slice(at + 1)) if (later !== name) pairs.add(`${name} < ${later}`)
  })
  shape.set(here, pairs)
  for (const child of elementsOf(element)) shapeOf(child, here, shape)
  return shape
}

function ownCase(file: string): Uint8Array {
  return readFileSync(resolve(conformance, 'own-cases/valid', file))
}

function firstLineOfRoot(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).split('\n').slice(0, 2).join('\n')
}

describe('the UBL that is written', () => {
  test.each(cases)('is valid by the schema: %s', (_, given) => {
    parsed(bytesOf(given), (document) => {
      expect(() => validator.validate(document)).not.toThrow()
    })
  })

  test('the schema does judge: a wrong order is refused', () => {
    const text = new TextDecoder().decode(bytesOf({}))
    const swapped = text.replace(/(<cbc:ID>1042<\/cbc:ID>)\n(<cbc:IssueDate>.*<\/cbc:IssueDate>)/, '$2\n$1')
    expect(swapped).not.toBe(text)
    parsed(new TextEncoder().encode(swapped), (document) => {
      expect(() => validator.validate(document)).toThrow()
    })
  })

  test.each(['v1-se-bankgiro.xml', 'v3-se-multi-vat.xml'])('has the shape of %s', (file) => {
    const ours = parsed(
      bytesOf({ draft: fullDraft, company: { ...sampleCompany, roundToKrona: true } }),
      (document) => shapeOf(document.root),
    )
    const theirs = parsed(ownCase(file), (document) => shapeOf(document.root))
    const shared = [...ours].filter(([path]) => theirs.has(path))
    expect(shared.length).toBeGreaterThan(50)
    for (const [path, pairs] of shared) {
      const reversed = [...pairs].filter((pair) => {
        const swapped = pair.split(' < ').reverse().join(' < ')
        return theirs.get(path)?.has(swapped) && !theirs.get(path)?.has(pair)
      })
      expect(reversed, path).toEqual([])
    }
  })

  test('writes what the own cases write for the same facts, element for element', () => {
    const leavesOf = (element: XmlElement, path = ''): readonly string[] => {
      const here = `${path}/${nameOf(element)}`
      const children = elementsOf(element)
      const attributes = element.attrs.map((each) => `@${each.name}=${each.value}`).join('')
      return children.length === 0
        ? [`${here}${attributes}=${element.content}`]
        : children.flatMap((child) => leavesOf(child, here))
    }
    const ours = parsed(bytesOf({}), (document) => leavesOf(document.root))
    const theirs = new Set(parsed(ownCase('v1-se-bankgiro.xml'), (document) => leavesOf(document.root)))
    const parties = ours.filter((each) => /Accounting(?:Supplier|Customer)Party/.test(each))
    expect(parties.length).toBeGreaterThan(20)
    expect(parties.filter((each) => !theirs.has(each))).toEqual([])
  })

  test('declares the document as the own cases do', () => {
    expect(firstLineOfRoot(bytesOf({}))).toBe(firstLineOfRoot(ownCase('v1-se-bankgiro.xml')))
  })

  test('holds hostile text as text: what was typed is what is read', () => {
    const bytes = bytesOf({ draft: sampleDraft({ note: 'a <b>&amp;</b> ]]>\nrad 2 😀' }) })
    const note = parsed(
      bytes,
      (document) => elementsOf(document.root).find((each) => each.name === 'Note')?.content,
    )
    expect(note).toBe('a <b>&amp;</b> ]]>\nrad 2 😀')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectValue } from '#lib/core/result.ts'
import type { EmbeddedFile, Invoice } from '#lib/invoice/model.ts'
import type { Address } from '#lib/invoice/parties.ts'
import { readInvoice } from './read-invoice.ts'
import { readXml } from './read-xml.ts'
import { fullInvoice, plainInvoice, sampleFiles } from './sample-invoice.ts'
import { toXmlBytes } from './serialize.ts'
import { TreeElement, type UblElement } from './tree.ts'
import { writeInvoice } from './write-invoice.ts'

/** The sample addresses leave out the parts that may be left out; read back they are empty. */
function whole(invoice: Invoice): Invoice {
  const filled = (address: Address): Address => ({ line3: '', subdivision: '', ...address })
  const { seller, buyer, deliverTo } = invoice
  return {
    ...invoice,
    seller: { ...seller, address: filled(seller.address) },
    buyer: { ...buyer, address: filled(buyer.address) },
    deliverTo: { ...deliverTo, address: deliverTo.address === null ? null : filled(deliverTo.address) },
  }
}

/** What is read of the bytes of an invoice. */
function readBack(invoice: Invoice, files: readonly EmbeddedFile[] = []) {
  const tree = expectValue(readXml(toXmlBytes(writeInvoice(invoice, files))))
  return expectValue(readInvoice(tree))
}

/** A full document with a part of its text replaced. */
function foreign(replace: string | RegExp, by: string, kind: Invoice['kind'] = 'invoice'): UblElement {
  const text = new TextDecoder().decode(toXmlBytes(writeInvoice(fullInvoice(kind), sampleFiles)))
  const changed = text.replace(replace, by)
  expect(changed).not.toBe(text)
  return expectValue(readXml(changed))
}

describe('a document of our own', () => {
  test.each([
    ['a plain invoice', plainInvoice(), []],
    ['a plain credit note', plainInvoice({ kind: 'credit-note' }), []],
    ['an invoice with everything', fullInvoice('invoice'), sampleFiles],
    ['a credit note with everything', fullInvoice('credit-note'), sampleFiles],
    ['a sales order without a purchase order', fullInvoice('invoice', { purchaseOrderReference: '' }), []],
    ['a credit note without a day to pay', plainInvoice({ kind: 'credit-note', dueDate: null }), []],
  ])('is read back to what it was written from: %s', (_, invoice, files) => {
    expect(readBack(invoice, files)).toEqual({ invoice: whole(invoice), files, left: [] })
  })

  test('is written again to the same bytes', () => {
    const bytes = toXmlBytes(writeInvoice(fullInvoice('credit-note'), sampleFiles))
    const { invoice, files } = expectValue(readInvoice(expectValue(readXml(bytes))))
    expect(toXmlBytes(writeInvoice(invoice, files))).toEqual(bytes)
  })
})

describe('a foreign document', () => {
  test.each([
    ['another type of invoice', '>380<', '>384<', ['/Invoice/cbc:InvoiceTypeCode']],
    ['another profile', 'billing:01:1.0<', 'selfbilling:01:1.0<', ['/Invoice/cbc:ProfileID']],
    [
      'a second note',
      '<cbc:DocumentCurrencyCode>',
      '<cbc:Note>Mer</cbc:Note><cbc:DocumentCurrencyCode>',
      ['/Invoice/cbc:Note[2]'],
    ],
    [
      'a payee',
      '<cac:Delivery>',
      '<cac:PayeeParty><cac:PartyName><cbc:Name>Annan AB</cbc:Name></cac:PartyName></cac:PayeeParty><cac:Delivery>',
      ['/Invoice/cac:PayeeParty/cac:PartyName/cbc:Name'],
    ],
    [
      'another scheme of a number',
      'schemeID="0160"',
      'schemeID="0088"',
      [
        '/Invoice/cac:InvoiceLine[1]/cac:Item/cac:StandardItemIdentification/cbc:ID',
        '/Invoice/cac:InvoiceLine[1]/cac:Item/cac:StandardItemIdentification/cbc:ID/@schemeID',
      ],
    ],
    [
      'a seat in other words',
      'Säte: Umeå',
      'Registered in Umeå',
      ['/Invoice/cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyLegalForm'],
    ],
    [
      'another currency on one amount',
      '<cbc:PayableAmount currencyID="EUR">',
      '<cbc:PayableAmount currencyID="SEK">',
      ['/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount/@currencyID'],
    ],
    [
      'an element of another namespace, and an attribute',
      '<cbc:Note>',
      '<x:Mark xmlns:x="urn:x" y="1">z</x:Mark><cbc:Note>',
      ['/Invoice/{urn:x}Mark', '/Invoice/{urn:x}Mark/@y'],
    ],
    [
      'a file somewhere else',
      /<cbc:EmbeddedDocumentBinaryObject.*?<\/cbc:EmbeddedDocumentBinaryObject>/,
      '<cac:ExternalReference><cbc:URI>https://example.org/a.pdf</cbc:URI></cac:ExternalReference>',
      [
        '/Invoice/cac:AdditionalDocumentReference[2]/cbc:ID',
        '/Invoice/cac:AdditionalDocumentReference[2]/cbc:DocumentDescription',
        '/Invoice/cac:AdditionalDocumentReference[2]/cac:Attachment/cac:ExternalReference/cbc:URI',
      ],
    ],
    [
      'text beside elements',
      '<cac:Item>',
      '<cac:Item>stray',
      ['/Invoice/cac:InvoiceLine[1]/cac:Item/text()'],
    ],
    [
      'a code of another payment',
      '<cbc:PaymentMeansCode>30<',
      '<cbc:PaymentMeansCode>58<',
      ['/Invoice/cac:PaymentMeans[2]/cbc:PaymentMeansCode'],
    ],
    [
      'a day written otherwise',
      '<cbc:ActualDeliveryDate>2026-11-18<',
      '<cbc:ActualDeliveryDate>2026-11-18Z<',
      ['/Invoice/cac:Delivery/cbc:ActualDeliveryDate'],
    ],
    ['a number in another way', '<cbc:Percent>25<', '<cbc:Percent>+025.0<', []],
  ] as const)('tells what it could not carry over: %s', (_, replace, by, left) => {
    expect(expectValue(readInvoice(foreign(replace, by))).left).toEqual(left)
  })

  test('keeps its numbers and texts, trimmed and composed', () => {
    const { invoice } = expectValue(
      readInvoice(foreign('<cbc:BuyerReference>0123ANNA<', '<cbc:BuyerReference>\n A\u030Anna <')),
    )
    expect(invoice.buyerReference).toBe('Ånna')
  })

  test.each([
    ['a day of issue', /<cbc:IssueDate>.*?<\/cbc:IssueDate>/, '', ['/Invoice/cbc:IssueDate']],
    ['a quantity that is one', '>250<', '>2,5e2<', ['/Invoice/cac:InvoiceLine[1]/cbc:InvoicedQuantity']],
    [
      'a VAT category we know',
      '<cbc:ID>AE<',
      '<cbc:ID>L<',
      ['/Invoice/cac:TaxTotal[1]/cac:TaxSubtotal[2]/cac:TaxCategory/cbc:ID'],
    ],
    [
      'its sums',
      /<cac:LegalMonetaryTotal>.*?<\/cac:LegalMonetaryTotal>/,
      '',
      ['LineExtensionAmount', 'TaxExclusiveAmount', 'TaxInclusiveAmount', 'PayableAmount'].map(
        (name) => `/Invoice/cac:LegalMonetaryTotal/cbc:${name}`,
      ),
    ],
  ] as const)('is incomplete without %s', (_, replace, by, paths) => {
    const read = readInvoice(foreign(replace, by))
    expect(read).toEqual({ ok: false, code: 'incomplete', details: { paths } })
  })

  test('is no invoice with another root', () => {
    expect(readInvoice(new TreeElement('Order', {}, ''))).toMatchObject({ code: 'not-an-invoice' })
  })
})

describe('nothing is dropped in silence', () => {
  /** Changes one element, chosen among all, in one of the ways a foreign document may differ. */
  const change = fc.record({
    at: fc.nat(),
    to: fc.nat(),
    way: fc.constantFrom('remove', 'repeat', 'move', 'text', 'attribute', 'empty', 'unmark'),
    text: fc.constantFrom('', ' ', 'NA', 'SE', 'VAT', 'TAX', '0', '1', 'true', '12.50', '2026-02-30', 'å'),
    name: fc.constantFrom('schemeID', 'currencyID', 'unitCode', 'listID', 'name', 'filename'),
  })

  test('whatever is changed in a document, what is not left can be written again', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom('invoice', 'credit-note'),
        fc.array(change, { maxLength: 6 }),
        (kind, changes) => {
          const bytes = toXmlBytes(writeInvoice(fullInvoice(kind), sampleFiles))
          const root = expectValue(readXml(bytes)) as TreeElement
          for (const each of changes) applyChange(root, each)
          const read = readInvoice(root)
          if (!read.ok) {
            expect(read.details.paths).not.toEqual([])
            return
          }
          const { invoice, files, left } = read.value
          const told = factsOf(root).filter(({ path }) => !left.includes(path))
          const written = factsOf(writeInvoice(invoice, files)).map(unnumbered)
          for (const fact of told.map(unnumbered)) {
            if (isNothing(fact)) continue
            const at = written.indexOf(fact)
            expect(at, `${fact} was dropped`).toBeGreaterThanOrEqual(0)
            written.splice(at, 1)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

type Change = { at: number; to: number; way: string; text: string; name: string }

function applyChange(root: TreeElement, { at, to, way, text, name }: Change): void {
  const all = everyElement(root).slice(1)
  const element = all[at % all.length]
  const target = all[to % all.length]
  if (element === undefined || target === undefined) return
  const siblings = element.parent?.children ?? []
  const attributes = element.attributes as Record<string, string>
  if (way === 'remove') siblings.splice(siblings.indexOf(element), 1)
  if (way === 'repeat') siblings.splice(siblings.indexOf(element), 0, copyOf(element, element.parent))
  if (way === 'move') target.children.push(copyOf(element, target))
  if (way === 'text') element.text = text
  if (way === 'attribute') attributes[name] = text
  if (way === 'unmark') for (const key of Object.keys(attributes)) delete attributes[key]
  if (way === 'empty') element.children.splice(0)
}

function everyElement(element: TreeElement): readonly TreeElement[] {
  return [element, ...element.children.flatMap(everyElement)]
}

function copyOf(element: TreeElement, parent: TreeElement | null): TreeElement {
  const copy = new TreeElement(element.name, { ...element.attributes }, element.text)
  copy.parent = parent
  for (const child of element.children) copy.children.push(copyOf(child, copy))
  return copy
}

type Fact = { readonly path: string; readonly value: string }

/** Every leaf, attribute and stray text, by the path `left` would tell it by. */
function factsOf(element: UblElement, path = `/${element.name}`): readonly Fact[] {
  const { children, text } = element
  const own =
    children.length > 0
      ? text === ''
        ? []
        : [{ path: `${path}/text()`, value: text }]
      : [{ path, value: text }]
  const attributes = Object.entries(element.attributes).map(([name, value]) => ({
    path: `${path}/@${name}`,
    value,
  }))
  const below = children.flatMap((child, index) => {
    const same = children.filter(({ name }) => name === child.name)
    const number = children.slice(0, index + 1).filter(({ name }) => name === child.name).length
    return factsOf(child, `${path}/${child.name}${same.length === 1 ? '' : `[${number}]`}`)
  })
  return [...own, ...attributes, ...below]
}

/** A fact where it is, whichever of several it is; numbers by value. */
function unnumbered({ path, value }: Fact): string {
  if (/cbc:ChargeIndicator(\[\d+\])?$/.test(path) && /^(true|false)$/.test(value)) {
    return unnumbered({ path, value: value === 'true' ? '1' : '0' })
  }
  const isNumber = /^-?\d+(\.\d+)?$/.test(value)
  return `${path.replace(/\[\d+\]/g, '')} = ${isNumber ? String(Number(value)) : value}`
}

/** A sum that is nothing is carried over as nothing, and not written. */
function isNothing(fact: string): boolean {
  return /LegalMonetaryTotal\/cbc:\w+(\/@currencyID = \w+| = 0)$/.test(fact)
}

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { XmlElement } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { decimal, zero } from '#lib/core/decimal.ts'
import type { EmbeddedFile, Invoice, InvoiceAccount } from '#lib/invoice/model.ts'
import {
  address,
  documentAdjustment,
  fullInvoice,
  plainInvoice,
  plainInvoiceLine,
  plainTotals,
  sampleFiles,
  vatGroup,
  zeroVatGroup,
} from '#lib/ubl/sample-invoice.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import { conformanceDir, expectValidDocument, parsedBy } from '#tests/setup/ubl-schema.ts'

type Case = readonly [name: string, invoice: Invoice, files: readonly EmbeddedFile[]]

const hostile = `Ö "&" <b>'x'</b> ]]> &amp; \u0000\u0008\ud800 😀 <!-- --> <?pi?> e\u0301`

/** Every text of a value made hostile, apart from dates, codes and numbers. */
function withHostileTexts(invoice: Invoice): Invoice {
  const contact = { name: hostile, phone: hostile, email: hostile }
  const place = { street: hostile, street2: hostile, line3: hostile, postalCode: hostile, city: hostile }
  const { seller, buyer, deliverTo } = invoice
  return {
    ...invoice,
    note: hostile,
    buyerReference: hostile,
    purchaseOrderReference: hostile,
    invoicedObject: { scheme: hostile, id: hostile },
    precedingInvoices: [{ number: hostile, issueDate: null }],
    seller: { ...seller, name: hostile, seat: hostile, contact, address: { ...seller.address, ...place } },
    buyer: { ...buyer, name: hostile, contact, identifier: { scheme: hostile, id: hostile } },
    deliverTo: { ...deliverTo, name: hostile, address: { ...place, country: 'SE' } },
    lines: invoice.lines.map((line) => ({
      ...line,
      itemName: hostile,
      lineNote: hostile,
      attributes: [{ name: hostile, value: hostile }],
    })),
  }
}

const manyLines = Array.from({ length: 999 }, (_, at) => plainInvoiceLine({ id: String(at + 1) }))
const hostileFiles = sampleFiles.map((file) => ({ ...file, description: hostile, fileName: hostile }))
const { buyer: plainBuyer } = plainInvoice()

const cases: readonly Case[] = [
  ['an invoice with nothing but what it must have', plainInvoice(), []],
  [
    'a credit note with nothing but what it must have',
    plainInvoice({ kind: 'credit-note', dueDate: null, paymentAccounts: [] }),
    [],
  ],
  ['an invoice with everything', fullInvoice('invoice'), sampleFiles],
  ['a credit note with everything', fullInvoice('credit-note'), sampleFiles],
  [
    'a sales order alone, and VAT that is none',
    plainInvoice({
      salesOrderReference: 'SO-9',
      lines: [plainInvoiceLine({ vatCategory: 'O', vatRate: zero })],
      vatBreakdown: [zeroVatGroup('O', '100', 'VATEX-EU-O', 'Utanför momsens område')],
      totals: plainTotals('100', '0', '100'),
    }),
    [],
  ],
  [
    'a buyer without an address in the network',
    plainInvoice({ buyer: { ...plainBuyer, electronicAddress: null, tradingName: '' } }),
    [],
  ],
  ['hostile texts in an invoice', withHostileTexts(fullInvoice('invoice')), hostileFiles],
  ['hostile texts in a credit note', withHostileTexts(fullInvoice('credit-note')), hostileFiles],
  ['999 lines', plainInvoice({ lines: manyLines }), []],
]

const bankgiro: InvoiceAccount = { kind: 'bankgiro', number: '50501055', holder: '', bic: '' }
const iban: InvoiceAccount = {
  kind: 'iban',
  number: 'SE3550000000054910000003',
  holder: 'Exempelverkstan AB',
  bic: 'SWEDSESS',
}

const paint = plainInvoiceLine({
  id: '2',
  quantity: decimal('3'),
  lineNetAmount: decimal('2699.70'),
  netPrice: decimal('899.90'),
  itemName: 'Färg, matt vit',
  itemDescription: 'Hink 10 liter',
  sellerItemId: 'F-100',
})

const painted = plainInvoice({
  invoiceNumber: '10001',
  note: 'Tack för din beställning',
  purchaseOrderReference: 'PO-77812',
  paymentReference: '1000108',
  deliveryDate: isoDateOf('2026-11-18'),
  deliverTo: { name: 'Provskolan', locationId: '', address: address('Skolvägen 7', '111 22', 'Provköping') },
  lines: [
    plainInvoiceLine({
      lineNote: 'Avser vecka 46, sal 12 och 14',
      quantity: decimal('12.5'),
      unit: 'HUR',
      lineNetAmount: decimal('6500'),
      netPrice: decimal('520'),
    }),
    paint,
  ],
  vatBreakdown: [vatGroup('9199.70', '2299.93')],
  totals: plainTotals('9199.70', '2299.93', '11499.63'),
})

const returned = plainInvoice({
  kind: 'credit-note',
  invoiceNumber: 'K10002',
  dueDate: null,
  note: 'Kreditering av 1 hink färg',
  purchaseOrderReference: 'PO-77812',
  precedingInvoices: [{ number: '10001', issueDate: isoDateOf('2026-11-20') }],
  paymentTermsText: 'Regleras mot kommande faktura',
  lines: [
    {
      ...paint,
      id: '1',
      lineNote: 'Returnerad oöppnad',
      quantity: decimal('1'),
      lineNetAmount: decimal('899.90'),
      itemDescription: '',
    },
  ],
  vatBreakdown: [vatGroup('899.90', '224.98')],
  totals: plainTotals('899.90', '224.98', '1124.88'),
})

const campaign = {
  isCharge: false,
  reasonCode: '95',
  reason: 'Kampanj',
  percent: decimal('10'),
  baseAmount: decimal('3999'),
  amount: decimal('399.90'),
}

const mixed = plainInvoice({
  invoiceNumber: '10003',
  paymentAccounts: [{ ...bankgiro, kind: 'plusgiro', number: '4002028' }],
  adjustments: [
    documentAdjustment('50', { reason: 'Kundrabatt' }),
    documentAdjustment('99', { isCharge: true, reasonCode: 'FC', reason: 'Frakt' }),
  ],
  lines: [
    plainInvoiceLine({
      quantity: decimal('30'),
      netPrice: decimal('149.50'),
      lineNetAmount: decimal('4485'),
      vatRate: decimal('6'),
      itemName: 'Arbetsbok',
    }),
    plainInvoiceLine({
      id: '2',
      quantity: decimal('28'),
      netPrice: decimal('84.75'),
      lineNetAmount: decimal('2373'),
      vatRate: decimal('12'),
      itemName: 'Lunchpaket',
    }),
    plainInvoiceLine({
      id: '3',
      netPrice: decimal('3999'),
      lineNetAmount: decimal('3599.10'),
      itemName: 'Skrivare',
      adjustments: [campaign],
    }),
    plainInvoiceLine({
      id: '4',
      unit: 'DAY',
      netPrice: decimal('6400.33'),
      lineNetAmount: decimal('6400.33'),
      vatCategory: 'E',
      vatRate: zero,
      itemName: 'Utbildning, momsfri',
    }),
  ],
  vatBreakdown: [
    vatGroup('4485', '269.10', '6'),
    vatGroup('2373', '284.76', '12'),
    vatGroup('3648.10', '912.03'),
    zeroVatGroup('E', '6400.33', 'VATEX-EU-132', 'Undantagen från skatteplikt'),
  ],
  totals: plainTotals('16906.43', '1465.89', '18372.32', {
    sumOfLines: decimal('16857.43'),
    sumOfAllowances: decimal('50'),
    sumOfCharges: decimal('99'),
    paidAmount: decimal('500'),
    rounding: decimal('-0.32'),
    amountDue: decimal('17872'),
  }),
})

const reversed = plainInvoice({
  invoiceNumber: '10004',
  note: 'Omvänd betalningsskyldighet för byggtjänster',
  paymentAccounts: [iban],
  lines: [
    plainInvoiceLine({
      quantity: decimal('40'),
      unit: 'HUR',
      netPrice: decimal('650.50'),
      lineNetAmount: decimal('26020'),
      vatCategory: 'AE',
      vatRate: zero,
      itemName: 'Byggtjänst, rivning',
    }),
    plainInvoiceLine({
      id: '2',
      netPrice: decimal('4200'),
      lineNetAmount: decimal('4200'),
      vatCategory: 'AE',
      vatRate: zero,
      itemName: 'Bortforsling',
    }),
  ],
  vatBreakdown: [zeroVatGroup('AE', '30220', 'VATEX-EU-AE', 'Omvänd betalningsskyldighet')],
  totals: plainTotals('30220', '0', '30220'),
})

const attached = plainInvoice({
  invoiceNumber: '10005',
  paymentAccounts: [bankgiro, iban],
  lines: [
    plainInvoiceLine({
      quantity: decimal('38'),
      unit: 'HUR',
      netPrice: decimal('1095'),
      lineNetAmount: decimal('41610'),
      itemName: 'Konsulttid',
    }),
  ],
  vatBreakdown: [vatGroup('41610', '10402.50')],
  totals: plainTotals('41610', '10402.50', '52012.50'),
})

/** The same facts as the own cases tell, files apart: those are read from the case itself. */
const retold: readonly (readonly [file: string, invoice: Invoice])[] = [
  ['v1-se-bankgiro.xml', painted],
  ['v2-se-creditnote.xml', returned],
  ['v3-se-multi-vat.xml', mixed],
  ['v4-se-reverse-charge.xml', reversed],
  ['v5-se-pdf-attachment.xml', attached],
]

function elementsOf(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement) found.push(node)
  }
  return found
}

/** The files inside a document, as the writer is given them. */
function filesIn(bytes: Uint8Array): readonly EmbeddedFile[] {
  const textOf = (element: XmlElement, path: string) => element.get(path)?.content ?? ''
  const cac = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
  const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
  return parsedBy(bytes, (document) =>
    document.find('/*/cac:AdditionalDocumentReference', { cac }).flatMap((reference) => {
      if (!(reference instanceof XmlElement)) return []
      const binary = reference.get('.//cbc:EmbeddedDocumentBinaryObject', { cbc })
      if (!(binary instanceof XmlElement)) return []
      return {
        reference: textOf(reference, '*[local-name()="ID"]'),
        description: textOf(reference, '*[local-name()="DocumentDescription"]'),
        fileName: binary.attr('filename')?.value ?? '',
        mimeCode: binary.attr('mimeCode')?.value ?? '',
        base64: binary.content,
      }
    }),
  )
}

describe('the UBL that is written', () => {
  test.each(cases)('is valid by the schema: %s', (_, invoice, files) => {
    expect(() => expectValidDocument(toXmlBytes(writeInvoice(invoice, files)))).not.toThrow()
  })

  test.each([
    ['invoice', /(<cbc:ID>1042<\/cbc:ID>)\n(<cbc:IssueDate>.*?<\/cbc:IssueDate>)/],
    ['invoice', /(<cac:OriginatorDocumentReference>.*?)\n(<cac:ContractDocumentReference>.*?)(?=\n)/],
    ['invoice', /(<cbc:Name>Färg, matt vit<\/cbc:Name>)(<cac:BuyersItemIdentification>.*?<\/cac:B.*?n>)/],
    ['credit-note', /(<cac:AdditionalDocumentReference>.*)\n(<cac:OriginatorDocumentReference>.*?)(?=\n)/],
    ['credit-note', /(<cbc:PaymentDueDate>.*?<\/cbc:PaymentDueDate>)(<cbc:PaymentID>.*?<\/cbc:PaymentID>)/],
  ] as const)('the schema does judge: a wrong order in an %s is refused (%s)', (kind, pattern) => {
    const text = new TextDecoder().decode(toXmlBytes(writeInvoice(fullInvoice(kind), sampleFiles)))
    const swapped = text.replace(pattern, '$2\n$1')
    expect(swapped).not.toBe(text)
    expect(() => expectValidDocument(new TextEncoder().encode(swapped))).toThrow(
      'This element is not expected',
    )
  })

  test.each(retold)('is byte for byte %s, given the same facts', (file, invoice) => {
    const theirs = readFileSync(resolve(conformanceDir, 'own-cases/valid', file))
    const ours = toXmlBytes(writeInvoice(invoice, filesIn(theirs)))
    expect(new TextDecoder().decode(ours)).toBe(new TextDecoder().decode(theirs))
  })

  test('holds hostile text as text: what was typed is what is read', () => {
    const note = 'a <b>&amp;</b> ]]>\nrad 2 😀'
    const read = parsedBy(
      toXmlBytes(writeInvoice(plainInvoice({ note }))),
      (document) => elementsOf(document.root).find((each) => each.name === 'Note')?.content,
    )
    expect(read).toBe(note)
  })
})

import { describe, expect, test } from 'vitest'
import { decimal, zero } from '#lib/core/decimal.ts'
import type { Invoice } from '#lib/invoice/model.ts'
import {
  documentAdjustment,
  fullInvoice,
  plainInvoice,
  plainInvoiceLine,
  plainTotals,
  sampleFiles,
  zeroVatGroup,
} from './sample-invoice.ts'
import { toXmlBytes } from './serialize.ts'
import { binaryLeaf, branch, childrenNamed, firstAt, leaf, toTree, type UblElement } from './tree.ts'
import { invoiceRewriter, writeInvoice } from './write-invoice.ts'

function xml(tree: UblElement): string {
  return new TextDecoder().decode(toXmlBytes(tree))
}

function everyElement(element: UblElement): readonly UblElement[] {
  return [element, ...element.children.flatMap(everyElement)]
}

/** The text at a path of an invoice; null when nothing stands there. */
function textAt(invoice: Invoice, path: string): string | null {
  return firstAt(writeInvoice(invoice), path)?.text ?? null
}

/** An element as short text: its name, and its children's in order. */
function outline(element: UblElement | null): string {
  if (element === null) return ''
  const name = element.name.replace(/^\w+:/, '')
  return element.children.length === 0
    ? `${name}=${element.text}`
    : `${name}[${element.children.map(outline).join(' ')}]`
}

/** The names of the root's children, each once, in order. */
function order(tree: UblElement): readonly string[] {
  return [...new Set(tree.children.map((each) => each.name.replace(/^\w+:/, '')))]
}

/** The elements whose parent is not the one they stand in. */
function strays(element: UblElement): readonly UblElement[] {
  return element.children.flatMap((child) => [...(child.parent === element ? [] : [child]), ...strays(child)])
}

/** Every leaf's path with its text, attributes too: what a reader can learn from the document. */
function facts(tree: UblElement): readonly string[] {
  return everyElement(tree)
    .filter((each) => each.children.length === 0)
    .map((each) => `${Object.values(each.attributes).join(' ')} ${each.text}`.trim())
}

describe('a document that is written again', () => {
  const [one, two, three] = ['1', '2', '3'].map((id) => plainInvoiceLine({ id, itemName: `Rad ${id}` }))
  if (!one || !two || !three) throw new Error('three lines were made')
  const lines = [one, two, three]
  const first = plainInvoice({ lines })
  const changes: readonly [string, Invoice][] = [
    ['is the same', first],
    ['has a line edited', { ...first, lines: [one, { ...two, itemName: 'Spackling' }, three] }],
    ['has its lines moved', { ...first, lines: [three, one, two] }],
    ['has a line less', { ...first, lines: [three] }],
    ['has its lines back', first],
    ['is in another currency', { ...first, currency: 'EUR' }],
    ['is a credit note', { ...first, kind: 'credit-note' }],
    ['is an invoice again, with another number', { ...first, invoiceNumber: '77' }],
  ]

  test('is each time what it would be written from nothing, whole and with its own root', () => {
    const rewrite = invoiceRewriter()
    for (const [change, invoice] of changes) {
      const tree = rewrite(invoice)
      expect(xml(tree), change).toBe(xml(writeInvoice(invoice)))
      expect(strays(tree), change).toEqual([])
    }
  })

  test('does not write a line anew that nobody touched', () => {
    const rewrite = invoiceRewriter()
    const lineAt = (tree: UblElement, at: number) => childrenNamed(tree, 'cac:InvoiceLine')[at]
    const [before, edited] = [lineAt(rewrite(first), 2), rewrite({ ...first, lines: [three, two] })]
    expect(lineAt(edited, 0)).toBe(before)
    expect(lineAt(writeInvoice(first), 2)).not.toBe(before)
  })
})

describe('the element tree', () => {
  test('never holds an empty element', () => {
    expect(leaf('cbc:ID', ' \n\u0001 ')).toBeNull()
    expect(binaryLeaf('cbc:ID', '', {})).toBeNull()
    expect(branch('cac:Party', [null, branch('cac:Contact', [leaf('cbc:Name', '')])])).toBeNull()
    for (const invoice of [plainInvoice(), fullInvoice('invoice'), fullInvoice('credit-note')]) {
      const all = everyElement(writeInvoice(invoice))
      expect(all.filter((each) => each.text === '' && each.children.length === 0)).toEqual([])
    }
  })

  test('knows its way up and down', () => {
    const tree = writeInvoice(plainInvoice())
    const endpoint = firstAt(tree, 'cac:AccountingSupplierParty/cac:Party/cbc:EndpointID')
    expect(endpoint?.attribute('schemeID')).toBe('0007')
    expect(endpoint?.attribute('nothing')).toBeNull()
    expect(endpoint?.parent?.parent?.parent).toBe(tree)
    expect(tree.parent).toBeNull()
    expect(firstAt(tree, 'cac:Nothing/cbc:ID')).toBeNull()
  })
})

describe('a document with everything', () => {
  const shared =
    'AccountingSupplierParty AccountingCustomerParty Delivery PaymentMeans PaymentTerms AllowanceCharge TaxTotal LegalMonetaryTotal'
  const head = 'Note DocumentCurrencyCode TaxCurrencyCode AccountingCost BuyerReference InvoicePeriod'
  const earlier = 'OrderReference BillingReference DespatchDocumentReference ReceiptDocumentReference'

  test('an Invoice keeps the order of its schema', () => {
    const tree = writeInvoice(fullInvoice('invoice'), sampleFiles)
    expect(tree.name).toBe('Invoice')
    expect(order(tree).join(' ')).toBe(
      `CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode ${head} ${earlier} OriginatorDocumentReference ContractDocumentReference AdditionalDocumentReference ProjectReference ${shared} InvoiceLine`,
    )
    expect(firstAt(tree, 'cbc:InvoiceTypeCode')?.text).toBe('380')
  })

  test('a CreditNote keeps the order of its own', () => {
    const tree = writeInvoice(fullInvoice('credit-note'), sampleFiles)
    expect(tree.name).toBe('CreditNote')
    expect(order(tree).join(' ')).toBe(
      `CustomizationID ProfileID ID IssueDate CreditNoteTypeCode ${head} ${earlier} ContractDocumentReference AdditionalDocumentReference OriginatorDocumentReference ${shared} CreditNoteLine`,
    )
    expect(firstAt(tree, 'cbc:CreditNoteTypeCode')?.text).toBe('381')
    expect(childrenNamed(tree, 'cac:PaymentMeans').map(outline)).toEqual([
      expect.stringContaining('PaymentMeansCode=30 PaymentDueDate=2026-12-20 PaymentID=1042'),
      expect.not.stringContaining('PaymentDueDate'),
      expect.not.stringContaining('PaymentDueDate'),
    ])
  })

  test('tells the same facts as Invoice and as CreditNote', () => {
    const facts380 = facts(writeInvoice(fullInvoice('invoice'), sampleFiles))
    const facts381 = facts(writeInvoice(fullInvoice('credit-note'), sampleFiles))
    const sorted = (all: readonly string[], own: string) => all.filter((each) => each !== own).toSorted()
    expect(sorted(facts381, '381').filter((each) => each !== '50')).toEqual(sorted(facts380, '380'))
  })

  test('has a line in the order of its schema, unit and all', () => {
    const line = firstAt(writeInvoice(fullInvoice('invoice')), 'cac:InvoiceLine')
    expect(outline(line)).toBe(
      [
        'InvoiceLine[ID=1 Note=Avser vecka 46,\nsal 12 och 14 InvoicedQuantity=250 LineExtensionAmount=233.87',
        'AccountingCost=5460-10 InvoicePeriod[StartDate=2026-11-09 EndDate=2026-11-15]',
        'OrderLineReference[LineID=R-10] DocumentReference[ID=Sal 12 DocumentTypeCode=130]',
        'AllowanceCharge[ChargeIndicator=false AllowanceChargeReasonCode=95 AllowanceChargeReason=Rabatt',
        'MultiplierFactorNumeric=10 Amount=24.88 BaseAmount=248.75]',
        'AllowanceCharge[ChargeIndicator=true AllowanceChargeReasonCode=ABK AllowanceChargeReason=Övrigt',
        'Amount=10.00]',
        'Item[Description=Hink 10 liter\nVattenburen Name=Färg, matt vit BuyersItemIdentification[ID=K-77]',
        'SellersItemIdentification[ID=F-100] StandardItemIdentification[ID=07350000000009]',
        'OriginCountry[IdentificationCode=FI] CommodityClassification[ItemClassificationCode=44810000-1]',
        'ClassifiedTaxCategory[ID=S Percent=25 TaxScheme[ID=VAT]]',
        'AdditionalItemProperty[Name=Kulör Value=S 0502-Y] AdditionalItemProperty[Name=Glans Value=halvblank]]',
        'Price[PriceAmount=99.50 BaseQuantity=100',
        'AllowanceCharge[ChargeIndicator=false Amount=20.50 BaseAmount=120.00]]]',
      ].join(' '),
    )
    const attribute = (path: string, name: string) => line && firstAt(line, path)?.attribute(name)
    expect(attribute('cac:Price/cbc:BaseQuantity', 'unitCode')).toBe('C62')
    expect(attribute('cac:Item/cac:StandardItemIdentification/cbc:ID', 'schemeID')).toBe('0160')
    expect(attribute('cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode', 'listID')).toBe('STI')
  })

  test('tells VAT in the accounting currency in a second total without groups', () => {
    const totals = childrenNamed(writeInvoice(fullInvoice('invoice')), 'cac:TaxTotal')
    expect(totals.map((each) => childrenNamed(each, 'cac:TaxSubtotal').length)).toEqual([2, 0])
    const [euro, kronor] = totals.map((each) => firstAt(each, 'cbc:TaxAmount'))
    expect([euro?.text, euro?.attribute('currencyID')]).toEqual(['60.55', 'EUR'])
    expect([kronor?.text, kronor?.attribute('currencyID')]).toEqual(['680.25', 'SEK'])
  })

  test('embeds files as they are, after what else it refers to', () => {
    const references = (kind: Invoice['kind']) =>
      childrenNamed(writeInvoice(fullInvoice(kind), sampleFiles), 'cac:AdditionalDocumentReference')
    const [pdf, csv] = sampleFiles.map(
      (each) =>
        `AdditionalDocumentReference[ID=${each.reference} DocumentDescription=${each.description} Attachment[EmbeddedDocumentBinaryObject=${each.base64}]]`,
    )
    const object = 'AdditionalDocumentReference[ID=735999000000000006 DocumentTypeCode=130]'
    const project = 'AdditionalDocumentReference[ID=P-2026-4 DocumentTypeCode=50]'
    expect(references('invoice').map(outline)).toEqual([object, pdf, csv])
    expect(references('credit-note').map(outline)).toEqual([object, project, pdf, csv])
    const binary = references('invoice').at(-1)
    const embedded = binary && firstAt(binary, 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject')
    expect(embedded?.attributes).toEqual({ mimeCode: 'text/csv', filename: 'spec & "mer".csv' })
  })
})

describe('writeInvoice', () => {
  test('writes one PaymentMeans for each account, the same reference in all, a name on the first only', () => {
    const means = childrenNamed(writeInvoice(fullInvoice('invoice')), 'cac:PaymentMeans')
    const texts = (path: string) => means.map((each) => firstAt(each, path)?.text ?? null)
    expect(texts('cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID')).toEqual([
      'SE:BANKGIRO',
      'SE:PLUSGIRO',
      'ESSESESS',
    ])
    expect(texts('cbc:PaymentID')).toEqual(['1042', '1042', '1042'])
    expect(means.map((each) => firstAt(each, 'cbc:PaymentMeansCode')?.attribute('name'))).toEqual([
      'Credit transfer',
      null,
      null,
    ])
    expect(texts('cac:PayeeFinancialAccount/cbc:Name')).toEqual([null, null, 'Exempelverkstan i Umeå AB'])
  })

  test('a sales order without a purchase order stands beside NA, and nothing stands there without either', () => {
    const orderOf = (given: Partial<Invoice>) =>
      outline(firstAt(writeInvoice(plainInvoice(given)), 'cac:OrderReference'))
    expect(orderOf({ salesOrderReference: 'SO-9' })).toBe('OrderReference[ID=NA SalesOrderID=SO-9]')
    expect(orderOf({ purchaseOrderReference: 'PO-1' })).toBe('OrderReference[ID=PO-1]')
    expect(orderOf({})).toBe('')
  })

  test('outside VAT there is no rate, and no reason but in the breakdown', () => {
    const tree = writeInvoice(
      plainInvoice({
        lines: [plainInvoiceLine({ vatCategory: 'O', vatRate: zero })],
        vatBreakdown: [zeroVatGroup('O', '100', 'VATEX-EU-O', 'Utanför momsens område')],
        totals: plainTotals('100', '0', '100'),
      }),
    )
    expect(outline(firstAt(tree, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory'))).toBe(
      'TaxCategory[ID=O TaxExemptionReasonCode=VATEX-EU-O TaxExemptionReason=Utanför momsens område TaxScheme[ID=VAT]]',
    )
    expect(outline(firstAt(tree, 'cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory'))).toBe(
      'ClassifiedTaxCategory[ID=O TaxScheme[ID=VAT]]',
    )
  })

  test('a document with little says little: no code stands without what it is about', () => {
    const credit = plainInvoice({ kind: 'credit-note', dueDate: null, paymentAccounts: [] })
    expect(order(writeInvoice(credit)).join(' ')).toBe(
      'CustomizationID ProfileID ID IssueDate CreditNoteTypeCode DocumentCurrencyCode BuyerReference AccountingSupplierParty AccountingCustomerParty PaymentTerms TaxTotal LegalMonetaryTotal CreditNoteLine',
    )
  })

  test('the sum of discounts or charges stands where there are any, though it comes to nothing', () => {
    const sums = (adjustments: Invoice['adjustments']) =>
      outline(firstAt(writeInvoice(plainInvoice({ adjustments })), 'cac:LegalMonetaryTotal'))
    expect(sums([])).not.toMatch(/AllowanceTotalAmount|ChargeTotalAmount/)
    const ofDiscounts = sums([documentAdjustment('-5'), documentAdjustment('5')])
    expect(ofDiscounts).toContain('AllowanceTotalAmount=0.00 PayableAmount')
    const ofCharges = sums([documentAdjustment('0', { isCharge: true, reasonCode: 'FC', reason: 'Frakt' })])
    expect(ofCharges).toContain('TaxInclusiveAmount=125.00 ChargeTotalAmount=0.00')
  })

  test('writes F-skatt as a second tax scheme, and none without it', () => {
    const schemes = (fTaxApproved: boolean) => {
      const plain = plainInvoice()
      const tree = writeInvoice({ ...plain, seller: { ...plain.seller, fTaxApproved } })
      const party = firstAt(tree, 'cac:AccountingSupplierParty/cac:Party')
      return party ? childrenNamed(party, 'cac:PartyTaxScheme').map(outline) : []
    }
    const vat = 'PartyTaxScheme[CompanyID=SE559999000801 TaxScheme[ID=VAT]]'
    expect(schemes(true)).toEqual([vat, 'PartyTaxScheme[CompanyID=Godkänd för F-skatt TaxScheme[ID=TAX]]'])
    expect(schemes(false)).toEqual([vat])
  })

  test('writes amounts with two decimals, prices with two to ten, quantities at their shortest', () => {
    const line = plainInvoiceLine({
      quantity: decimal('12.500'),
      netPrice: decimal('0.12345'),
      lineNetAmount: decimal('1.5'),
    })
    const invoice = plainInvoice({ lines: [line] })
    expect(textAt(invoice, 'cac:InvoiceLine/cbc:InvoicedQuantity')).toBe('12.5')
    expect(textAt(invoice, 'cac:InvoiceLine/cac:Price/cbc:PriceAmount')).toBe('0.12345')
    expect(textAt(invoice, 'cac:InvoiceLine/cbc:LineExtensionAmount')).toBe('1.50')
    expect(textAt(invoice, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent')).toBe('25')
  })

  test("a foreign buyer's number bears no Swedish scheme, and a missing address is not written", () => {
    const { buyer } = plainInvoice()
    const foreign = {
      ...buyer,
      orgNumber: '999999999',
      electronicAddress: null,
      address: { ...buyer.address, country: 'NO' },
    }
    const tree = writeInvoice(plainInvoice({ buyer: foreign }))
    const party = firstAt(tree, 'cac:AccountingCustomerParty/cac:Party')
    expect(party && firstAt(party, 'cac:PartyLegalEntity/cbc:CompanyID')?.attribute('schemeID')).toBeNull()
    expect(party && firstAt(party, 'cbc:EndpointID')).toBeNull()
  })
})

describe('toXmlBytes', () => {
  test('escapes what XML reserves and drops what it cannot hold, in text and in attributes', () => {
    const part = branch('Invoice', [
      leaf('cbc:Note', 'a < b & c > d ]]> "e" \u0000\ud800ö', { languageID: 'a"<&\nb\u0000\ud800' }),
    ])
    const text = xml(toTree(part))
    expect(text).toContain('a &lt; b &amp; c &gt; d ]]&gt; "e" ö</cbc:Note>')
    expect(text).toContain('languageID="a&quot;&lt;&amp;&#10;b"')
  })

  test('gives the same bytes for the same invoice, one line for each child of the root', () => {
    const full = () => writeInvoice(fullInvoice('credit-note', { note: 'Kort' }), sampleFiles)
    expect(toXmlBytes(full())).toEqual(toXmlBytes(full()))
    const plain = writeInvoice(plainInvoice())
    const lines = xml(plain).split('\n')
    expect(lines[0]).toBe('<?xml version="1.0" encoding="UTF-8"?>')
    expect(lines.at(-2)).toBe('</Invoice>')
    expect(lines).toHaveLength(plain.children.length + 4)
  })

  test('carries ten megabytes of files unchanged, in less than two seconds', () => {
    const base64 = Buffer.alloc(10_000_000, 'Talong').toString('base64')
    const [file] = sampleFiles
    const started = performance.now()
    const bytes = toXmlBytes(writeInvoice(plainInvoice(), file ? [{ ...file, base64 }] : []))
    expect(performance.now() - started).toBeLessThan(2000)
    expect(Buffer.from(bytes).includes(`>${base64}</cbc:EmbeddedDocumentBinaryObject>`)).toBe(true)
  })

  test('refuses a root that is no document', () => {
    expect(() => toXmlBytes(toTree(branch('cac:Party', [leaf('cbc:ID', '1')])))).toThrow()
    expect(() => toTree(null)).toThrow()
  })
})

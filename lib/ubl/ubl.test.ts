import { describe, expect, test } from 'vitest'
import { type ComposeInput, composeInvoice } from '#lib/invoice/compose.ts'
import {
  sampleCompany,
  sampleCustomer,
  sampleDraft,
  sampleInput,
  sampleLine,
} from '#lib/invoice/sample-input.ts'
import { toXmlBytes } from './serialize.ts'
import { branch, childrenNamed, firstAt, leaf, toTree, type UblElement } from './tree.ts'
import { writeInvoice } from './write-invoice.ts'

function written(given: Partial<ComposeInput> = {}): UblElement {
  const result = composeInvoice(sampleInput(given))
  if (!result.ok) throw new Error(JSON.stringify(result.details))
  return writeInvoice(result.value)
}

function xml(tree: UblElement): string {
  return new TextDecoder().decode(toXmlBytes(tree))
}

function everyElement(element: UblElement): readonly UblElement[] {
  return [element, ...element.children.flatMap(everyElement)]
}

describe('the element tree', () => {
  test('never holds an empty element', () => {
    expect(leaf('cbc:ID', ' \n\u0001 ')).toBeNull()
    expect(branch('cac:Party', [null, branch('cac:Contact', [leaf('cbc:Name', '')])])).toBeNull()
    const empty = everyElement(written()).filter((each) => each.text === '' && each.children.length === 0)
    expect(empty).toEqual([])
  })

  test('knows its way up and down', () => {
    const tree = written()
    const endpoint = firstAt(tree, 'cac:AccountingSupplierParty/cac:Party/cbc:EndpointID')
    expect(endpoint?.attribute('schemeID')).toBe('0007')
    expect(endpoint?.attribute('nothing')).toBeNull()
    expect(endpoint?.parent?.parent?.parent).toBe(tree)
    expect(tree.parent).toBeNull()
    expect(firstAt(tree, 'cac:Nothing/cbc:ID')).toBeNull()
  })
})

describe('writeInvoice', () => {
  test('writes one PaymentMeans for each account, the same reference in all, a name on the first only', () => {
    const tree = written({ draft: sampleDraft({ paymentAccountIds: ['bg', 'pg', 'iban'] }) })
    const means = childrenNamed(tree, 'cac:PaymentMeans')
    const branches = 'cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID'
    expect(means.map((each) => firstAt(each, branches)?.text)).toEqual([
      'SE:BANKGIRO',
      'SE:PLUSGIRO',
      'ESSESESS',
    ])
    expect(means.map((each) => firstAt(each, 'cbc:PaymentID')?.text)).toEqual(['1042', '1042', '1042'])
    expect(means.map((each) => firstAt(each, 'cbc:PaymentMeansCode')?.attribute('name'))).toEqual([
      'Credit transfer',
      null,
      null,
    ])
    expect(means.map((each) => firstAt(each, 'cac:PayeeFinancialAccount/cbc:Name')?.text)).toEqual([
      undefined,
      undefined,
      'Exempelverkstan i Umeå AB',
    ])
  })

  test('writes F-skatt as a second tax scheme, and none without it', () => {
    const schemes = (tree: UblElement) =>
      childrenNamed(firstAt(tree, 'cac:AccountingSupplierParty/cac:Party') ?? tree, 'cac:PartyTaxScheme').map(
        (each) => `${firstAt(each, 'cbc:CompanyID')?.text} ${firstAt(each, 'cac:TaxScheme/cbc:ID')?.text}`,
      )
    expect(schemes(written())).toEqual(['SE559999000801 VAT', 'Godkänd för F-skatt TAX'])
    expect(schemes(written({ company: { ...sampleCompany, fTaxApproved: false } }))).toEqual([
      'SE559999000801 VAT',
    ])
  })

  test('writes amounts with two decimals, prices with two to ten, quantities at their shortest', () => {
    const line = sampleLine('a', { quantity: '12,500', unitPrice: '0,12345' })
    const tree = written({ draft: sampleDraft({ lines: [line] }) })
    const at = (path: string) => firstAt(tree, path)?.text
    expect(at('cac:InvoiceLine/cbc:InvoicedQuantity')).toBe('12.5')
    expect(at('cac:InvoiceLine/cac:Price/cbc:PriceAmount')).toBe('0.12345')
    expect(at('cac:InvoiceLine/cbc:LineExtensionAmount')).toBe('1.54')
    expect(at('cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent')).toBe('25')
  })

  test("a foreign buyer's number bears no Swedish scheme, and a missing address is not written", () => {
    const customer = {
      ...sampleCustomer,
      orgNumber: '999999999',
      electronicAddress: null,
      address: { ...sampleCustomer.address, country: 'NO' },
    }
    const party = firstAt(written({ customer }), 'cac:AccountingCustomerParty/cac:Party')
    expect(party && firstAt(party, 'cac:PartyLegalEntity/cbc:CompanyID')?.attribute('schemeID')).toBeNull()
    expect(party && firstAt(party, 'cbc:EndpointID')).toBeNull()
  })
})

describe('toXmlBytes', () => {
  test('escapes what XML reserves and drops what it cannot hold', () => {
    const part = branch('Invoice', [
      leaf('cbc:Note', 'a < b & c > d ]]> "e" \u0000\ud800ö', { languageID: 'a"<&\n' }),
    ])
    const text = xml(toTree(part))
    expect(text).toContain('a &lt; b &amp; c &gt; d ]]&gt; "e" ö</cbc:Note>')
    expect(text).toContain('languageID="a&quot;&lt;&amp;&#10;"')
  })

  test('gives the same bytes for the same invoice, one line for each child of the root', () => {
    expect(toXmlBytes(written())).toEqual(toXmlBytes(written()))
    const lines = xml(written()).split('\n')
    expect(lines[0]).toBe('<?xml version="1.0" encoding="UTF-8"?>')
    expect(lines.at(-2)).toBe('</Invoice>')
    expect(lines).toHaveLength(written().children.length + 4)
  })

  test('refuses a root that is no document', () => {
    expect(() => toXmlBytes(toTree(branch('cac:Party', [leaf('cbc:ID', '1')])))).toThrow()
    expect(() => toTree(null)).toThrow()
  })
})

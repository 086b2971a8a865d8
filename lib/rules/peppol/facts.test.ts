import { describe, expect, test } from 'vitest'
import { branch, leaf, type Part, toTree } from '#lib/ubl/tree.ts'
import { type JudgedDocument, toJudgedDocument } from '../judged-document.ts'
import { NotEvaluable } from '../xpath.ts'
import {
  accountingSupplierCountry,
  customerCountry,
  profile,
  supplierCountry,
  unknownCountry,
} from './facts.ts'

function vatNumber(text: string): Part {
  return branch('cac:PartyTaxScheme', [
    leaf('cbc:CompanyID', text),
    branch('cac:TaxScheme', [leaf('cbc:ID', 'VAT')]),
  ])
}

function address(country: string): Part {
  return branch('cac:PostalAddress', [branch('cac:Country', [leaf('cbc:IdentificationCode', country)])])
}

function supplied(...party: Part[]): Part {
  return branch('cac:AccountingSupplierParty', [branch('cac:Party', party)])
}

function bought(...party: Part[]): Part {
  return branch('cac:AccountingCustomerParty', [branch('cac:Party', party)])
}

function represented(...party: Part[]): Part {
  return branch('cac:TaxRepresentativeParty', party)
}

function documentOf(...parts: Part[]): JudgedDocument {
  return toJudgedDocument(toTree(branch('Invoice', [leaf('cbc:ID', '1'), ...parts])))
}

describe('whose country it is', () => {
  test('the VAT number decides, then the representative’s, then the address', () => {
    const all = [represented(vatNumber('FI1')), supplied(address('SE'), vatNumber('no1'))]
    expect(supplierCountry(documentOf(...all))).toBe('NO')
    expect(supplierCountry(documentOf(represented(vatNumber('FI1')), supplied(address('SE'))))).toBe('FI')
    expect(supplierCountry(documentOf(supplied(address(' se '))))).toBe('SE')
    expect(supplierCountry(documentOf())).toBe(unknownCountry)
  })

  test('a VAT scheme without a number decides nothing', () => {
    expect(supplierCountry(documentOf(supplied(address('SE'), vatNumber(''))))).toBe('SE')
  })

  test('the representative does not speak for the seller of the accounts', () => {
    const document = documentOf(represented(vatNumber('FI1')), supplied(address('SE')))
    expect(accountingSupplierCountry(document)).toBe('SE')
  })

  test('the customer is known by a VAT number or an address', () => {
    expect(customerCountry(documentOf(bought(address('SE'), vatNumber('DK1'))))).toBe('DK')
    expect(customerCountry(documentOf(bought(address('SE'))))).toBe('SE')
    expect(customerCountry(documentOf(supplied(address('SE'))))).toBe(unknownCountry)
  })

  test('two VAT numbers or two addresses are not evaluable', () => {
    const twoNumbers = documentOf(supplied(vatNumber('SE1'), vatNumber('SE1')))
    const twoAddresses = documentOf(supplied(address('SE'), address('SE')))
    expect(() => supplierCountry(twoNumbers)).toThrow(NotEvaluable)
    expect(() => supplierCountry(twoAddresses)).toThrow(NotEvaluable)
  })
})

describe('the process', () => {
  test.each([
    ['urn:fdc:peppol.eu:2017:poacc:billing:01:1.0', '01'],
    [' urn:peppol:france:billing:regulated\n', '01'],
    ['urn:peppol:bis:billing_with_response', '02'],
    ['urn:fdc:peppol.eu:2017:poacc:billing:02:1.0', 'Unknown'],
    ['', 'Unknown'],
  ])('%j is %s', (id, expected) => {
    expect(profile(documentOf(leaf('cbc:ProfileID', id)))).toBe(expected)
  })
})

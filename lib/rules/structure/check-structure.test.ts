import { describe, expect, test } from 'vitest'
import { fullInvoice, sampleFiles } from '#lib/ubl/sample-invoice.ts'
import { TreeElement, type UblElement } from '#lib/ubl/tree.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import { type BaseDocument, baseDocuments } from '#tests/rules/base-documents.ts'
import { add, all, attribute, type Edit, edited, remove, repeat, replace, set } from '#tests/rules/edit.ts'
import { checkStructure, structureFaultLimit } from './check-structure.ts'
import { describeStructureFault, type StructureFaultCode } from './structure-fault.ts'

const instance = '{http://www.w3.org/2001/XMLSchema-instance}'
const supplier = 'cac:AccountingSupplierParty/cac:Party'

const sentencesOf = (root: UblElement) => checkStructure(root).map(describeStructureFault)

/** Puts the content of an extension first in the document. */
function extension(content: string): Edit {
  return replace(
    'cbc:CustomizationID',
    `<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent>${content}</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>`,
  )
}

/** Puts XML in front of what stands at a path, which it repeats. */
function before(path: string, xml: string, same: string): Edit {
  return replace(path, `${xml}${same}`)
}

function rootText(text: string): Edit {
  return (root) => {
    root.text = text
  }
}

describe('a document that is valid', () => {
  test.each(Object.keys(baseDocuments) as BaseDocument[])('has no faults: %s', (base) => {
    expect(checkStructure(edited(base))).toEqual([])
  })

  test('has none before it is written either', () => {
    expect(checkStructure(writeInvoice(fullInvoice('invoice'), sampleFiles))).toEqual([])
  })

  const valid: readonly (readonly [what: string, edit: Edit])[] = [
    ['white space where elements are', set(supplier, '\n\t ')],
    [
      'an element with nothing in it, where nothing must be',
      replace(`${supplier}/cac:PostalAddress`, '<cac:PostalAddress/>'),
    ],
    ['an empty text', set('cbc:BuyerReference', '')],
    ['an attribute without a value', attribute('cbc:DocumentCurrencyCode', 'listID', '')],
    [
      'a hint where the schema is',
      (root) => Object.assign(root.attributes, { [`${instance}schemaLocation`]: 'urn:x x.xsd' }),
    ],
    ['the type that an element has anyway', attribute('cbc:ID', `${instance}type`, 'cbc:IDType')],
    ['white space around a date', set('cbc:IssueDate', '\n2026-03-09 ')],
    ['another namespace in an extension', extension('<o:a xmlns:o="urn:o" x="1">text<b xmlns=""/></o:a>')],
    ['a part of UBL in an extension', extension('<cac:Country/>')],
    ['a signature', extension('<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"/>')],
  ]
  test.each(valid)('may have %s', (_, edit) => {
    expect(sentencesOf(edited('invoice', edit))).toEqual([])
  })
})

type Case = readonly [code: StructureFaultCode, edit: Edit, sentences: readonly string[], base?: BaseDocument]

const cases: readonly Case[] = [
  ['unknown-element', add('.', '<cbc:Nonsense/>'), ['/Invoice/cbc:Nonsense may not stand here.']],
  [
    'unknown-element',
    add('cac:InvoiceLine', '<cac:InvoiceLine/><cac:InvoiceLine/>'),
    [
      '/Invoice/cac:InvoiceLine/cac:InvoiceLine[1] may not stand here.',
      '/Invoice/cac:InvoiceLine/cac:InvoiceLine[2] may not stand here.',
    ],
  ],
  [
    'unknown-element',
    add(supplier, '<ID xmlns="urn:o">1</ID>'),
    [`/Invoice/${supplier}/{urn:o}ID may not stand here.`],
  ],
  [
    'unknown-element',
    add('.', '<cbc:DueDate>2026-03-09</cbc:DueDate>'),
    ['/CreditNote/cbc:DueDate may not stand here.'],
    'credit-note',
  ],
  [
    'wrong-order',
    before('cbc:ID', '<cbc:IssueDate>2026-03-09</cbc:IssueDate>', '<cbc:ID>1</cbc:ID>'),
    [
      '/Invoice/cbc:ID must stand before cbc:IssueDate.',
      '/Invoice/cbc:IssueDate[2] stands here once more than it may.',
    ],
  ],
  [
    'wrong-order',
    add('cac:InvoiceLine', '<cbc:Note>late</cbc:Note>'),
    ['/Invoice/cac:InvoiceLine/cbc:Note must stand before cac:Price.'],
  ],
  ['too-many', repeat('cbc:IssueDate'), ['/Invoice/cbc:IssueDate[2] stands here once more than it may.']],
  ['missing-element', remove('cbc:ID'), ['/Invoice must hold cbc:ID.']],
  ['missing-element', remove('cac:InvoiceLine'), ['/Invoice must hold cac:InvoiceLine.']],
  [
    'missing-element',
    remove('cac:CreditNoteLine'),
    ['/CreditNote must hold cac:CreditNoteLine.'],
    'credit-note',
  ],
  [
    'missing-element',
    extension(''),
    [
      '/Invoice/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent must hold an element of another namespace.',
    ],
  ],
  [
    'text-beside-elements',
    set(supplier, '\u00a0'),
    [`/Invoice/${supplier} may hold elements only, no text.`],
  ],
  ['text-beside-elements', rootText('x'), ['/Invoice may hold elements only, no text.']],
  [
    'element-in-value',
    add('cbc:ID', '<cbc:ID>1</cbc:ID>'),
    ['/Invoice/cbc:ID may hold a value only, not cbc:ID.'],
  ],
  ['empty-value', set('cbc:IssueDate', ' '), ['/Invoice/cbc:IssueDate is empty; it must be a date.']],
  ['bad-value', set('cbc:IssueDate', '20260309'), ['/Invoice/cbc:IssueDate must be a date, not "20260309".']],
  [
    'bad-value',
    set('cac:LegalMonetaryTotal/cbc:PayableAmount', '1,50'),
    ['/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount must be a decimal number, not "1,50".'],
  ],
  [
    'bad-value',
    extension('<o:a xmlns:o="urn:o"><cbc:IssueDate>soon</cbc:IssueDate></o:a>'),
    [
      '/Invoice/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/{urn:o}a/cbc:IssueDate must be a date, not "soon".',
    ],
  ],
  [
    'missing-attribute',
    attribute('cac:LegalMonetaryTotal/cbc:PayableAmount', 'currencyID', null),
    ['/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount must have the attribute currencyID.'],
  ],
  [
    'unknown-attribute',
    attribute('cbc:ID', 'currencyID', 'SEK'),
    ['/Invoice/cbc:ID may not have the attribute currencyID.'],
  ],
  [
    'unknown-attribute',
    attribute(supplier, 'id', '1'),
    [`/Invoice/${supplier} may not have the attribute id.`],
  ],
  [
    'unknown-attribute',
    attribute('cbc:ID', `${instance}nil`, 'false'),
    [`/Invoice/cbc:ID may not have the attribute ${instance}nil.`],
  ],
  [
    'bad-attribute',
    attribute('cac:InvoiceLine/cac:Item/cbc:Name', 'languageID', 'sv_SE'),
    ['/Invoice/cac:InvoiceLine/cac:Item/cbc:Name must have a language code as languageID, not "sv_SE".'],
  ],
  [
    'bad-attribute',
    attribute('cbc:ID', `${instance}type`, 'cbc:NoteType'),
    [`/Invoice/cbc:ID must have the type that the schema gives as ${instance}type, not "cbc:NoteType".`],
  ],
]

describe('a fault', () => {
  const named = cases.map(([code, edit, sentences, base]) => ({
    code,
    edit,
    sentences,
    base: base ?? 'invoice',
  }))
  test.each(named)('is told with where and what it is: $code', ({ code, edit, sentences, base }) => {
    const faults = checkStructure(edited(base, edit))
    expect(faults.map(describeStructureFault)).toEqual(sentences)
    expect(faults.map((fault) => fault.code)).toContain(code)
  })

  test('is told once for each place, in the order of the document', () => {
    const root = edited('full-invoice', all(set('cbc:IssueDate', ''), remove('//cbc:LineExtensionAmount')))
    const lines = root.children.filter((child) => child.name === 'cac:InvoiceLine').length
    expect(sentencesOf(root)).toEqual([
      '/Invoice/cbc:IssueDate is empty; it must be a date.',
      ...Array.from(
        { length: lines },
        (_, at) => `/Invoice/cac:InvoiceLine[${at + 1}] must hold cbc:LineExtensionAmount.`,
      ),
    ])
  })

  test('is not told after the first twenty', () => {
    const nonsense = Array.from({ length: 5_000 }, () => '<cbc:Nonsense/>').join('')
    expect(checkStructure(edited('invoice', add('.', nonsense)))).toHaveLength(structureFaultLimit)
  })

  test('brings along no more of a value than its beginning', () => {
    const [fault] = checkStructure(edited('invoice', set('cbc:IssueDate', '9'.repeat(5_000_000))))
    expect(JSON.stringify(fault).length).toBeLessThan(300)
  })

  test('is all there is to say of a document that is neither an Invoice nor a CreditNote', () => {
    expect(sentencesOf(new TreeElement('Order', {}, ''))).toEqual(['/Order may not stand here.'])
  })
})

import { describe, expect, test } from 'vitest'
import { composeInvoice } from './compose.ts'
import type { InvoiceDraft } from './draft.ts'
import type { Invoice } from './model.ts'
import { sampleDraft, sampleInput, sampleLine } from './sample-input.ts'
import { invoiceFromJson, invoiceToJson } from './snapshot.ts'

function composed(draft: Partial<InvoiceDraft> = {}): Invoice {
  const result = composeInvoice(sampleInput({ draft: sampleDraft(draft) }))
  if (!result.ok) throw new Error(JSON.stringify(result.details))
  return result.value
}

describe('a stored invoice', () => {
  test('comes back the same through JSON text', () => {
    const invoice = composed({ deliveryDate: '2026-11-18', note: 'Tack\nför allt' })
    const json = invoiceToJson(invoice)
    expect(json.invoice.totals.amountDue).toBe('9296.88')
    expect(invoiceFromJson(JSON.parse(JSON.stringify(json)))).toEqual(invoice)
  })

  test('holds every decimal as text', () => {
    expect(JSON.stringify(invoiceToJson(composed()))).not.toContain('"c":[')
  })

  test.each([null, {}, { version: 2, invoice: {} }, { version: 1, invoice: { invoiceNumber: '1' } }])(
    'of another shape is a bug: %j',
    (json) => {
      expect(() => invoiceFromJson(json)).toThrow()
    },
  )
})

describe('a stored invoice of every field', () => {
  test('comes back the same', () => {
    const invoice = composed({
      currency: 'EUR',
      exchangeRate: '11,2345',
      paymentAccountIds: ['iban'],
      paidAmount: '1',
      deliverToCountry: 'SE',
      adjustments: [
        {
          key: 'x',
          isCharge: false,
          reasonCode: '95',
          reason: '',
          value: '10',
          unit: 'percent',
          vatChoice: '',
        },
        {
          key: 'y',
          isCharge: false,
          reasonCode: '95',
          reason: '',
          value: '1',
          unit: 'amount',
          vatChoice: '',
        },
      ],
      lines: [sampleLine('a', { grossPrice: '10', priceDiscount: '1', baseQuantity: '3' }), sampleLine('b')],
    })
    expect(invoiceFromJson(JSON.parse(JSON.stringify(invoiceToJson(invoice))))).toEqual(invoice)
  })

  test('from before a field existed has it empty', () => {
    const invoice = composed({})
    const { invoice: stored } = JSON.parse(JSON.stringify(invoiceToJson(invoice)))
    const added = [
      ...['vatAccounting', 'salesOrderReference', 'invoicedObject', 'projectReference', 'tenderReference'],
      ...['buyerAccountingReference', 'despatchReference', 'receiptReference', 'precedingInvoices'],
      ...['deliverTo', 'adjustments'],
    ]
    for (const field of added) delete stored[field]
    for (const field of ['identifier', 'contact']) delete stored.buyer[field]
    for (const group of stored.vatBreakdown) {
      delete group.reasonCode
      delete group.reason
    }
    const first = [
      'id',
      'lineNote',
      'quantity',
      'unit',
      'lineNetAmount',
      'netPrice',
      'vatCategory',
      'vatRate',
      'itemName',
    ]
    stored.lines = stored.lines.map((line: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(first.map((field) => [field, line[field]])),
    )
    expect(invoiceFromJson({ version: 1, invoice: stored })).toEqual(invoice)
  })
})

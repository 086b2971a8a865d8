import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { referencesToConfirm, reviewCopy } from './copy-review.ts'
import type { InvoiceDraft } from './draft.ts'
import { vatRateOf } from './read-vat.ts'
import { sampleDraft, sampleLine } from './sample-input.ts'

const november = { periodStart: '2026-11-01', periodEnd: '2026-11-30' }

function review(given: Partial<InvoiceDraft>, copy: Partial<InvoiceDraft> = {}) {
  const draft = sampleDraft(given)
  const dates = { issueDate: isoDateOf('2026-11-30'), today: isoDateOf('2026-12-03') }
  return reviewCopy({ draft, number: '1042', language: 'sv', ...dates }, { ...draft, ...copy })
}

test('texts that name the period are told once each, with every place they stand in', () => {
  const lines = [
    sampleLine('a', { itemName: 'Hyra november 2026' }),
    sampleLine('b', { itemName: 'Städning', lineNote: 'Avser november', itemDescription: 'Två trapphus' }),
    sampleLine('c', { itemName: 'Hyra november 2026' }),
  ]
  expect(review({ ...november, lines, note: 'Tack för november' }).textChanges).toEqual([
    {
      before: 'Hyra november 2026',
      after: 'Hyra december 2026',
      places: [
        { lineKey: 'a', part: 'itemName' },
        { lineKey: 'c', part: 'itemName' },
      ],
    },
    { before: 'Avser november', after: 'Avser december', places: [{ lineKey: 'b', part: 'lineNote' }] },
    { before: 'Tack för november', after: 'Tack för december', places: [{ lineKey: null, part: 'note' }] },
  ])
})

test('the period was moved on, could not be, or there was none', () => {
  expect(review({})).toMatchObject({ period: 'none', number: '1042' })
  expect(review(november)).toMatchObject({ period: 'moved' })
  expect(review({ periodStart: 'snart' }, { periodStart: '' })).toMatchObject({ period: 'emptied' })
})

test('the VAT of food is told as it was on the earlier invoice, by its dates', () => {
  const food = sampleLine('a', { vatChoice: 'food' })
  const draft = { deliveryDate: '2026-03-15', lines: [food, sampleLine('b')] }
  expect(review(draft).foodRates).toEqual({ a: '12' })
  expect(vatRateOf(sampleDraft({ lines: [food] }), food, isoDateOf('2026-12-03'))).toBe('6')
})

describe('references to look at', () => {
  const earlier = sampleDraft({ buyerReference: 'FM8440', purchaseOrderReference: 'PO-7' })
  test('an order number counts as one order’s until two invoices bear it', () => {
    expect(referencesToConfirm(earlier, null)).toEqual(['purchaseOrderReference'])
    expect(referencesToConfirm(earlier, { ...earlier, purchaseOrderReference: 'PO-6' })).toEqual([
      'purchaseOrderReference',
    ])
    expect(referencesToConfirm(earlier, earlier)).toEqual([])
  })
  test('Er referens is looked at only when it was another the time before', () => {
    expect(referencesToConfirm({ ...earlier, purchaseOrderReference: '' }, null)).toEqual([])
    expect(referencesToConfirm(earlier, { ...earlier, buyerReference: 'KL1' })).toEqual(['buyerReference'])
    expect(referencesToConfirm({ ...earlier, buyerReference: '' }, earlier)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { emptyDraft, emptyLine, filledLines, isEmptyLine } from './draft.ts'

describe('a draft', () => {
  test('starts as plain JSON with one empty line and the given defaults', () => {
    const draft = emptyDraft({ lineKey: 'a', invoiceNumber: '1042', vatChoice: 'rate-12' })
    expect(JSON.parse(JSON.stringify(draft))).toEqual(draft)
    expect(draft).toMatchObject({
      version: 1,
      invoiceNumber: '1042',
      paymentTermsDays: '30',
      currency: 'SEK',
    })
    expect(draft.lines).toEqual([
      expect.objectContaining({ key: 'a', quantity: '1', unit: 'C62', vatChoice: 'rate-12' }),
    ])
    expect(filledLines(draft)).toEqual([])
  })

  test.each([
    ['unit and VAT', { unit: 'HUR', vatChoice: 'rate-6' }, true],
    ['no quantity', { quantity: ' ' }, true],
    ['a quantity of its own', { quantity: '2' }, false],
    ['an item', { itemName: 'x' }, false],
    ['a price', { unitPrice: '0' }, false],
    ['a note', { lineNote: 'x' }, false],
  ])('a line with %s is empty: %j %s', (_, given, empty) => {
    expect(isEmptyLine({ ...emptyLine('a'), ...given })).toBe(empty)
  })
})

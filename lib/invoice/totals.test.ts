import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { type Decimal, decimal, isZero, toFixedText } from '#lib/core/decimal.ts'
import { emptyLine } from './draft.ts'
import { sampleDraft, sampleLine } from './sample-input.ts'
import { draftTotals } from './totals.ts'

const cents = (value: Decimal) => toFixedText(value, 2)

describe('draftTotals', () => {
  const options = { today: isoDateOf('2026-11-20') }

  test('reads amounts as typed, at three rates', () => {
    const totals = draftTotals(
      sampleDraft({
        lines: [
          sampleLine('a', { quantity: '12,5', unitPrice: '595 kr' }),
          sampleLine('b', { quantity: '1', unitPrice: '12\u00a0340,00', vatChoice: 'rate-12' }),
          sampleLine('c', { quantity: '\u22121', unitPrice: '0,10', vatChoice: 'rate-6' }),
        ],
      }),
      options,
    )
    expect(totals.lines.map(({ net }) => net && cents(net))).toEqual(['7437.50', '12340.00', '-0.10'])
    expect(totals.vatBreakdown.map((group) => cents(group.taxAmount))).toEqual([
      '-0.01',
      '1480.80',
      '1859.38',
    ])
    expect(totals.isPartial).toBe(false)
  })

  test('leaves out what cannot be read, says so, and ignores empty rows', () => {
    const lines = [sampleLine('a'), sampleLine('b', { unitPrice: 'tusen' }), emptyLine('c')]
    const totals = draftTotals(sampleDraft({ lines }), options)
    expect(totals.lines.map(({ net }) => net === null)).toEqual([false, true, true])
    expect(cents(totals.amountDue)).toBe('743.75')
    expect(totals.isPartial).toBe(true)
    expect(draftTotals(sampleDraft({ lines: [sampleLine('a'), emptyLine('c')] }), options).isPartial).toBe(
      false,
    )
  })

  const adjustment = { key: 'x', isCharge: true, reasonCode: 'FC', reason: '', vatChoice: '' }

  test('3: food by its date, freight in the group of its own choice', () => {
    const lines = [
      sampleLine('a', { quantity: '30', unitPrice: '149,50', vatChoice: 'rate-6' }),
      sampleLine('b', { quantity: '12,345', unitPrice: '89,90', vatChoice: 'food' }),
      sampleLine('c', { quantity: '28', unitPrice: '84,75', vatChoice: 'rate-12' }),
      sampleLine('d', { unitPrice: '3999' }),
    ]
    const adjustments = [{ ...adjustment, value: '99', unit: 'amount', vatChoice: 'rate-25' } as const]
    const draft = sampleDraft({ lines, adjustments, deliveryDate: '2026-11-18' })
    const totals = draftTotals(draft, { ...options, roundToKrona: true })
    expect([totals.sumOfCharges, totals.totalVat, totals.rounding, totals.amountDue].map(cents)).toEqual([
      '99.00',
      '1644.95',
      '0.23',
      '13711.00',
    ])
    const late = draftTotals({ ...draft, deliveryDate: '2028-01-02' }, options)
    expect(late.vatBreakdown.map((group) => cents(group.taxableAmount))).toEqual([
      '4485.00',
      '3482.82',
      '4098.00',
    ])
  })

  test('4: discounts, a charge, a price per hundred and per cent of the whole, as typed', () => {
    const lines = [
      sampleLine('a', {
        quantity: '2500',
        unitPrice: '48,60',
        baseQuantity: '100',
        adjustments: [{ ...adjustment, isCharge: false, value: '7,5 %', unit: 'percent' }],
      }),
      sampleLine('b', {
        quantity: '3',
        unitPrice: '640',
        adjustments: [{ ...adjustment, value: '250', unit: 'amount' }],
      }),
    ]
    const adjustments = [{ ...adjustment, isCharge: false, value: '5', unit: 'percent' } as const]
    const totals = draftTotals(sampleDraft({ lines, adjustments }), { ...options, roundToKrona: true })
    expect(totals.lines.map(({ net }) => net && cents(net))).toEqual(['1123.87', '2170.00'])
    expect([totals.sumOfAllowances, totals.totalVat, totals.amountDue].map(cents)).toEqual([
      '164.69',
      '782.30',
      '3911.00',
    ])
  })

  test('6: euro gives VAT in kronor too, and never whole kronor', () => {
    const draft = sampleDraft({
      lines: [sampleLine('a', { quantity: '10', unitPrice: '125' })],
      currency: 'EUR',
      exchangeRate: '11,2345',
      paidAmount: '500',
    })
    const totals = draftTotals(draft, { ...options, roundToKrona: true })
    expect([totals.paidAmount, totals.rounding, totals.amountDue].map(cents)).toEqual([
      '500.00',
      '0.00',
      '1062.50',
    ])
    expect(totals.vatAccounting?.currency).toBe('SEK')
    expect(totals.vatAccounting?.totalVat && cents(totals.vatAccounting.totalVat)).toBe('3510.78')
    expect(draftTotals({ ...draft, exchangeRate: '' }, options).vatAccounting?.totalVat).toBeNull()
    expect(draftTotals(draft, { ...options, accountingCurrency: 'EUR' }).vatAccounting).toBeNull()
  })

  test('8: prices including VAT come to the sum that was typed', () => {
    const draft = sampleDraft({
      pricesIncludeVat: true,
      lines: [
        sampleLine('a', { quantity: '3', unitPrice: '199' }),
        sampleLine('b', { quantity: '7', unitPrice: '99,90', vatChoice: 'rate-12' }),
        sampleLine('c', { unitPrice: '149', vatChoice: 'rate-6' }),
      ],
    })
    const totals = draftTotals(draft, options)
    expect(totals.lines.map(({ net }) => net && cents(net))).toEqual(['477.60', '624.38', '140.57'])
    expect(totals.lines.map(({ inclusive }) => inclusive && cents(inclusive))).toEqual([
      '597.00',
      '699.30',
      '149.00',
    ])
    expect([totals.totalVat, totals.totalWithVat, totals.rounding, totals.amountDue].map(cents)).toEqual([
      '202.76',
      '1445.31',
      '-0.01',
      '1445.30',
    ])
  })

  test('a whole credit repeats the rounding of what it credits', () => {
    const mirror = { totalWithVat: decimal('9296.88'), rounding: decimal('0.12') }
    expect(cents(draftTotals(sampleDraft(), { ...options, mirror }).amountDue)).toBe('9297.00')
    const other = { ...mirror, totalWithVat: decimal('9296.87') }
    expect(cents(draftTotals(sampleDraft(), { ...options, mirror: other }).amountDue)).toBe('9296.88')
  })

  test('an amount without VAT of its own goes to the largest group, per cent to every group', () => {
    const lines = [
      sampleLine('a', { unitPrice: '100', vatChoice: 'rate-6' }),
      sampleLine('b', { unitPrice: '200' }),
    ]
    const sums = (value: string, unit: 'amount' | 'percent') =>
      draftTotals(
        sampleDraft({ lines, adjustments: [{ ...adjustment, isCharge: false, value, unit }] }),
        options,
      ).vatBreakdown.map((group) => cents(group.taxableAmount))
    expect(sums('50', 'amount')).toEqual(['100.00', '150.00'])
    expect(sums('10', 'percent')).toEqual(['90.00', '180.00'])
  })

  test('a row without VAT shows its sum but belongs in no total, and a half typed discount is left out', () => {
    const half = { ...adjustment, value: '1x', unit: 'percent' } as const
    const lines = [sampleLine('a', { adjustments: [half] }), sampleLine('b', { vatChoice: '' })]
    const totals = draftTotals(sampleDraft({ lines }), options)
    expect(totals.lines.map(({ net }) => net && cents(net))).toEqual(['595.00', '595.00'])
    expect(cents(totals.sumOfLines)).toBe('595.00')
    expect(totals.isPartial).toBe(true)
  })

  test('rounds to whole kronor only when told to', () => {
    expect(isZero(draftTotals(sampleDraft(), options).rounding)).toBe(true)
    expect(cents(draftTotals(sampleDraft(), { ...options, roundToKrona: true }).amountDue)).toBe('9297.00')
  })
})

import { describe, expect, test } from 'vitest'
import { type Decimal, decimal, sum, toFixedText } from '#lib/core/decimal.ts'
import { type Adjustment, calculateTotals, type LineInput, type Totals, type VatRate } from './calculate.ts'

const vat25: VatRate = { category: 'S', rate: decimal('25') }
const vat12: VatRate = { category: 'S', rate: decimal('12') }
const vat6: VatRate = { category: 'S', rate: decimal('6') }
const reverseCharge: VatRate = { category: 'AE', rate: decimal('0') }

function line(quantity: string, price: string, vat = vat25, more: Partial<LineInput> = {}): LineInput {
  return { quantity: decimal(quantity), netPrice: decimal(price), vat, ...more }
}

function amountOff(isCharge: boolean, amount: string): Adjustment {
  return { isCharge, kind: 'amount', amount: decimal(amount) }
}

function percentOff(percent: string): Adjustment {
  return { isCharge: false, kind: 'percent', percent: decimal(percent) }
}

const cents = (value: Decimal) => toFixedText(value, 2)

function summary(totals: Totals) {
  return {
    lines: totals.lines.map((each) => cents(each.net)),
    groups: totals.vatBreakdown.map((group) =>
      [group.category, toFixedText(group.rate, 0), cents(group.taxableAmount), cents(group.taxAmount)].join(
        ' ',
      ),
    ),
    sums: [totals.sumOfLines, totals.sumOfAllowances, totals.sumOfCharges, totals.totalWithoutVat]
      .map(cents)
      .join(' '),
    vat: [totals.totalVat, totals.totalWithVat].map(cents).join(' '),
    due: [totals.paidAmount, totals.rounding, totals.amountDue].map(cents).join(' '),
  }
}

describe('calculateTotals, golden examples', () => {
  test('1: half an öre of VAT goes up', () => {
    const lines = [line('12.5', '595'), line('1', '12340')]
    expect(summary(calculateTotals(lines))).toEqual({
      lines: ['7437.50', '12340.00'],
      groups: ['S 25 19777.50 4944.38'],
      sums: '19777.50 0.00 0.00 19777.50',
      vat: '4944.38 24721.88',
      due: '0.00 0.00 24721.88',
    })
    expect(summary(calculateTotals(lines, { roundToKrona: true })).due).toBe('0.00 0.12 24722.00')
  })

  test('2: a negative line', () => {
    const lines = [line('4', '1299.50'), line('-1', '1299.50')]
    expect(summary(calculateTotals(lines, { roundToKrona: true }))).toEqual({
      lines: ['5198.00', '-1299.50'],
      groups: ['S 25 3898.50 974.63'],
      sums: '3898.50 0.00 0.00 3898.50',
      vat: '974.63 4873.13',
      due: '0.00 -0.13 4873.00',
    })
  })

  test('3: mixed rates and freight', () => {
    const lines = [
      line('30', '149.50', vat6),
      line('12.345', '89.90', vat6),
      line('28', '84.75', vat12),
      line('1', '3999'),
    ]
    const freight = { ...amountOff(true, '99.00'), vat: vat25 }
    expect(summary(calculateTotals(lines, { adjustments: [freight], roundToKrona: true }))).toEqual({
      lines: ['4485.00', '1109.82', '2373.00', '3999.00'],
      groups: ['S 6 5594.82 335.69', 'S 12 2373.00 284.76', 'S 25 4098.00 1024.50'],
      sums: '11966.82 0.00 99.00 12065.82',
      vat: '1644.95 13710.77',
      due: '0.00 0.23 13711.00',
    })
  })

  test('4: discounts, a charge and a price per hundred', () => {
    const lines = [
      line('2500', '48.60', vat25, { baseQuantity: decimal('100'), adjustments: [percentOff('7.5')] }),
      line('3', '640', vat25, { adjustments: [amountOff(true, '250.00')] }),
    ]
    const totals = calculateTotals(lines, {
      adjustments: [{ ...percentOff('5'), vat: 'all' }],
      roundToKrona: true,
    })
    expect(summary(totals)).toEqual({
      lines: ['1123.87', '2170.00'],
      groups: ['S 25 3129.18 782.30'],
      sums: '3293.87 164.69 0.00 3129.18',
      vat: '782.30 3911.48',
      due: '0.00 -0.48 3911.00',
    })
    expect(totals.adjustments.map((each) => each.baseAmount && cents(each.baseAmount))).toEqual(['3293.87'])
  })

  test('5: reverse charge has no VAT', () => {
    const lines = [line('40', '650.50', reverseCharge), line('1', '4200', reverseCharge)]
    const allowance = { ...amountOff(false, '220.00'), vat: reverseCharge }
    expect(summary(calculateTotals(lines, { adjustments: [allowance] }))).toEqual({
      lines: ['26020.00', '4200.00'],
      groups: ['AE 0 30000.00 0.00'],
      sums: '30220.00 220.00 0.00 30000.00',
      vat: '0.00 30000.00',
      due: '0.00 0.00 30000.00',
    })
  })

  test('6: what is already paid lowers only what is due', () => {
    const totals = calculateTotals([line('10', '125')], { paidAmount: decimal('500.00') })
    expect(summary(totals)).toMatchObject({ vat: '312.50 1562.50', due: '500.00 0.00 1062.50' })
  })

  test('7: a credit of a part', () => {
    const lines = [
      line('1000', '48.60', vat25, { baseQuantity: decimal('100'), adjustments: [percentOff('7.5')] }),
    ]
    const totals = calculateTotals(lines, {
      adjustments: [{ ...percentOff('5'), vat: 'all' }],
      roundToKrona: true,
    })
    expect(summary(totals)).toEqual({
      lines: ['449.55'],
      groups: ['S 25 427.07 106.77'],
      sums: '449.55 22.48 0.00 427.07',
      vat: '106.77 533.84',
      due: '0.00 0.16 534.00',
    })
  })
})

describe('calculateTotals', () => {
  test('groups stand by rising rate, then the others, and a rate written 25.0 is the rate 25', () => {
    const totals = calculateTotals([
      line('1', '1', reverseCharge),
      line('1', '1'),
      line('1', '1', vat6),
      line('1', '1', { category: 'S', rate: decimal('25.0') }),
    ])
    expect(summary(totals).groups).toEqual(['S 6 1.00 0.06', 'S 25 2.00 0.50', 'AE 0 1.00 0.00'])
  })

  test('no lines make zero, not a fault', () => {
    expect(summary(calculateTotals([]))).toMatchObject({
      groups: [],
      vat: '0.00 0.00',
      due: '0.00 0.00 0.00',
    })
  })

  test('sums agree with each other for many odd prices', () => {
    for (let at = 1; at <= 300; at += 1) {
      const rates = [vat25, vat12, vat6]
      const lines = Array.from({ length: (at % 7) + 1 }, (_, index) =>
        line(`${at}.${index}37`, `${index + 1}.${at}5`, rates[(at + index) % 3] ?? vat25),
      )
      const totals = calculateTotals(lines, { roundToKrona: at % 2 === 0 })
      expect(cents(sum(totals.vatBreakdown.map((group) => group.taxableAmount)))).toBe(
        cents(totals.totalWithoutVat),
      )
      expect(cents(sum([totals.totalWithoutVat, totals.totalVat, totals.rounding]))).toBe(
        cents(totals.amountDue),
      )
      expect(totals.lines.every((each) => cents(each.net) === toFixedText(each.net, 2))).toBe(true)
      if (at % 2 === 0) expect(toFixedText(totals.amountDue, 2)).toMatch(/\.00$/)
    }
  })
})

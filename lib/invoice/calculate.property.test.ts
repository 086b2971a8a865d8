import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  compare,
  decimal,
  decimalsOf,
  divide,
  isEqual,
  isNegative,
  multiply,
  negate,
  subtract,
  sum,
} from '#lib/core/decimal.ts'
import { calculateTotals, type LineInput } from './calculate.ts'

// What holds for every invoice, whatever is typed: the arithmetic of EN 16931 without any slack.

const line: fc.Arbitrary<LineInput> = fc
  .record({
    quantity: fc.integer({ min: -99_999_999, max: 99_999_999 }).filter((units) => units !== 0),
    price: fc.integer({ min: 0, max: 999_999_999 }),
    places: fc.integer({ min: 0, max: 6 }),
    rate: fc.constantFrom('25', '12', '6'),
  })
  .map(({ quantity, price, places, rate }) => ({
    quantity: divide(decimal(String(quantity)), decimal('10000')),
    netPrice: divide(decimal(String(price)), decimal(`1${'0'.repeat(places)}`)),
    vat: { category: 'S', rate: decimal(rate) },
  }))

const invoice = fc.array(line, { minLength: 1, maxLength: 40 })

test('the totals add up exactly, in öre (BR-CO-10, BR-CO-13, BR-CO-14, BR-CO-15, BR-CO-16)', () => {
  fc.assert(
    fc.property(invoice, fc.boolean(), (lines, roundToKrona) => {
      const totals = calculateTotals(lines, { roundToKrona })
      expect(isEqual(totals.sumOfLines, sum(totals.lines.map((each) => each.net)))).toBe(true)
      expect(isEqual(totals.totalVat, sum(totals.vatBreakdown.map((each) => each.taxAmount)))).toBe(true)
      expect(isEqual(totals.totalWithVat, add(totals.totalWithoutVat, totals.totalVat))).toBe(true)
      expect(isEqual(totals.amountDue, add(totals.totalWithVat, totals.rounding))).toBe(true)
      for (const amount of [totals.sumOfLines, totals.totalVat, totals.totalWithVat, totals.amountDue]) {
        expect(decimalsOf(amount)).toBeLessThanOrEqual(2)
      }
      if (roundToKrona) expect(decimalsOf(totals.amountDue)).toBe(0)
    }),
    { numRuns: 300 },
  )
})

test('the VAT of each rate is that of its summed base, never more than half an öre away (BR-CO-17)', () => {
  fc.assert(
    fc.property(invoice, (lines) => {
      for (const { taxableAmount, rate, taxAmount } of calculateTotals(lines, {}).vatBreakdown) {
        const off = subtract(taxAmount, divide(multiply(taxableAmount, rate), decimal('100')))
        expect(compare(isNegative(off) ? negate(off) : off, decimal('0.005'))).toBeLessThanOrEqual(0)
      }
    }),
    { numRuns: 300 },
  )
})

test('the order of the lines changes no total', () => {
  fc.assert(
    fc.property(invoice, (lines) => {
      const forwards = calculateTotals(lines, {})
      const backwards = calculateTotals(lines.toReversed(), {})
      expect(isEqual(forwards.amountDue, backwards.amountDue)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

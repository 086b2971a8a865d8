import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { formatNumber, seriesYear, skippedNumbers } from './number-series.ts'

describe('number series', () => {
  test.each([
    ['', 1, 1042, '1042'],
    ['K', 1, 7, 'K7'],
    ['{åååå}-', 4, 12, '2026-0012'],
    ['F{åå}/', 3, 12, 'F26/012'],
    ['', 5, 123456, '123456'],
  ])('prefix %j with %i digits writes %i as %s', (prefix, minDigits, next, written) => {
    expect(formatNumber({ prefix, minDigits }, next, 2026)).toBe(written)
  })

  test('the count starts anew each year only when the prefix holds one', () => {
    expect(seriesYear('{åååå}-', isoDateOf('2026-12-31'))).toBe(2026)
    expect(seriesYear('F{åå}', isoDateOf('2027-01-01'))).toBe(2027)
    expect(seriesYear('F', isoDateOf('2027-01-01'))).toBeNull()
  })

  test('a higher number of the same shape leaves numbers unused', () => {
    expect(skippedNumbers('2001', '1043')).toEqual({ from: '1043', to: '2000', count: 958 })
    expect(skippedNumbers('K0012', 'K0010')).toEqual({ from: 'K0010', to: 'K0011', count: 2 })
    expect(skippedNumbers('1043', '1043')).toBeNull()
    expect(skippedNumbers('900', '1043')).toBeNull()
    expect(skippedNumbers('AB-2001', '1043')).toBeNull()
    expect(skippedNumbers('egen', '1043')).toBeNull()
  })
})

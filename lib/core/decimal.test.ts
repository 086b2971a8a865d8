import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  decimal,
  decimalsOf,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  parseDecimal,
  roundHalfAwayFromZero,
  subtract,
  sum,
  toFixedText,
  toShortestText,
} from './decimal.ts'

describe('decimals', () => {
  test('add, subtract and multiply without the errors of binary numbers', () => {
    expect(toShortestText(add(decimal('0.1'), decimal('0.2')))).toBe('0.3')
    expect(toShortestText(subtract(decimal('1.005'), decimal('1')))).toBe('0.005')
    expect(toShortestText(multiply(decimal('12.345'), decimal('89.90')))).toBe('1109.8155')
    expect(toFixedText(sum(['0.1', '0.2', '-0.3'].map(decimal)), 2)).toBe('0.00')
  })

  test('a quotient carries thirty decimals', () => {
    expect(toShortestText(divide(decimal('1'), decimal('3')), 0, 30)).toBe(`0.${'3'.repeat(30)}`)
  })

  test.each([
    ['4944.375', '4944.38'],
    ['-4944.375', '-4944.38'],
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['-0.004', '0.00'],
    ['1.0049999999', '1.00'],
    ['12.5', '12.50'],
  ])('%s is written %s: halves go away from zero, and zero has no sign', (typed, written) => {
    expect(toFixedText(decimal(typed), 2)).toBe(written)
  })

  test.each([
    ['12.50', 0, '12.5'],
    ['12.00', 0, '12'],
    ['12', 2, '12.00'],
    ['89.1964300', 2, '89.19643'],
    ['100', 0, '100'],
    ['0.00000000001', 0, '0'],
    ['123456789012345678901234567890', 0, '123456789012345678901234567890'],
  ])('%s with at least %i decimals is written %s', (typed, min, written) => {
    expect(toShortestText(decimal(typed), min)).toBe(written)
  })

  test.each([
    '',
    ' 1',
    '1,5',
    '1.',
    '.5',
    '01',
    '+1',
    '1e3',
    '1 000',
    'NaN',
    'Infinity',
    '0x10',
    '--1',
    '\u22121',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull()
    expect(() => decimal(text)).toThrow()
  })

  test('knows signs, order and number of decimals', () => {
    expect(isNegative(decimal('-0.01'))).toBe(true)
    expect(isNegative(decimal('-0'))).toBe(false)
    expect(isZero(decimal('0.00'))).toBe(true)
    expect(toFixedText(negate(decimal('0')), 2)).toBe('0.00')
    expect(compare(decimal('2'), decimal('10'))).toBe(-1)
    expect(decimalsOf(decimal('1.2300'))).toBe(2)
    expect(decimalsOf(decimal('5'))).toBe(0)
    expect(toFixedText(roundHalfAwayFromZero(decimal('24721.5'), 0), 0)).toBe('24722')
  })
})

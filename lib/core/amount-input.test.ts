import { describe, expect, test } from 'vitest'
import { readAmount } from './amount-input.ts'
import { toShortestText } from './decimal.ts'

function reading(text: string): string {
  const read = readAmount(text)
  return read.kind === 'value'
    ? `${toShortestText(read.value)}${read.ambiguous ? ' ambiguous' : ''}`
    : read.kind
}

describe('readAmount', () => {
  test.each([
    ['595', '595'],
    ['595,00', '595'],
    ['595.50', '595.5'],
    ['12 340', '12340'],
    ['12\u00a0340,50', '12340.5'],
    ['12\u202f340,50', '12340.5'],
    ['12\u2009340', '12340'],
    ['1.234,50', '1234.5'],
    ['1,234.50', '1234.5'],
    ['1.234.567,89', '1234567.89'],
    ['1,234,567.89', '1234567.89'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['1.234', '1.234 ambiguous'],
    ['1,234', '1.234'],
    ['0.125', '0.125'],
    ['1234.567', '1234.567'],
    ['1 234.567', '1234.567'],
    ['-100', '-100'],
    ['\u2212100,25', '-100.25'],
    ['- 5', '-5'],
    ['100 kr', '100'],
    ['100kr', '100'],
    ['1 234,50 SEK', '1234.5'],
    ['500:-', '500'],
    [',50', '0.5'],
    ['12,', '12'],
    ['007', '7'],
    ['  42  ', '42'],
    ['-0', '0'],
  ])('%j is %s', (typed, meaning) => {
    expect(reading(typed)).toBe(meaning)
  })

  test.each(['', '   ', '\u00a0'])('%j is empty', (typed) => {
    expect(reading(typed)).toBe('empty')
  })

  test.each([
    'abc',
    'kr',
    '-',
    ',',
    '1,2,3',
    '1.2.3',
    '1.23.456,7',
    '12 50',
    '1 2345',
    '1,234.567,8',
    '1e5',
    '5%',
    '1-2',
    '٣',
    '9'.repeat(60),
  ])('%j has no sane reading', (typed) => {
    expect(reading(typed)).toBe('invalid')
  })
})

import { describe, expect, it } from 'vitest'
import {
  formatAmount,
  formatClock,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatTime,
  formatWeekday,
} from './format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-')

describe('amounts', () => {
  it.each([
    ['0', '0,00'],
    ['7', '7,00'],
    ['7.5', '7,50'],
    ['-0.00', '0,00'],
    ['-0.01', '-0,01'],
    ['999.99', '999,99'],
    ['1000', '1 000,00'],
    ['24721.88', '24 721,88'],
    ['-1234567.8', '-1 234 567,80'],
    ['0.1234', '0,1234'],
    ['0012.50', '12,50'],
    ['99999999999999999999.99', '99 999 999 999 999 999 999,99'],
  ])('%s is written %s', (decimal, written) => {
    expect(plain(formatAmount(decimal))).toBe(written)
  })

  it('groups with U+00A0 and marks minus with U+2212', () => {
    expect(formatAmount('-1234.5')).toBe('\u22121\u00a0234,50')
  })

  it('puts kr after Swedish kronor and the code after other currencies', () => {
    expect(formatAmount('24721.88', 'SEK')).toBe('24\u00a0721,88\u00a0kr')
    expect(formatAmount('5', 'EUR')).toBe('5,00\u00a0EUR')
  })

  it.each(['', '1,5', '1 000', '1e3', 'NaN', '.5', '+1'])('refuses %j, which is no decimal', (text) => {
    expect(() => formatAmount(text)).toThrow(TypeError)
  })
})

describe('numbers and percentages', () => {
  it('keeps the decimals of a quantity as they are', () => {
    expect(formatNumber('12.5')).toBe('12,5')
    expect(plain(formatNumber('12340'))).toBe('12 340')
  })

  it('writes a VAT rate', () => {
    expect(plain(formatPercent('25'))).toBe('25 %')
    expect(plain(formatPercent('2.5'))).toBe('2,5 %')
  })
})

describe('dates and times', () => {
  it('shows an instant in Swedish time, summer and winter', () => {
    expect(formatDateTime('2026-03-09T13:32:00Z', 'sv')).toBe('2026-03-09 14.32')
    expect(formatDateTime('2026-07-09T13:32:00Z', 'sv')).toBe('2026-07-09 15.32')
    expect(formatTime('2026-03-09T13:32:00Z', 'en')).toBe('14:32')
    expect(formatClock(new Date('2026-03-09T13:32:05Z'), 'sv')).toBe('14.32.05')
    expect(formatClock(new Date('2026-03-09T13:32:05Z'), 'en')).toBe('14:32:05')
  })

  it('counts the day by the clock in Stockholm', () => {
    expect(formatDate('2026-12-31T23:30:00Z')).toBe('2027-01-01')
    expect(formatTime('2026-12-31T23:05:00Z', 'sv')).toBe('00.05')
  })

  it('names weekdays in both languages', () => {
    expect(formatWeekday('2026-04-08', 'sv')).toBe('onsdag')
    expect(formatWeekday('2026-04-08', 'en')).toBe('Wednesday')
  })
})

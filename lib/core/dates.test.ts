import { describe, expect, test } from 'vitest'
import {
  addDays,
  compareDates,
  daysBetween,
  isoDateOf,
  lastDayOfMonth,
  parseIsoDate,
  todayInStockholm,
  weekdayOf,
} from './dates.ts'

describe('dates', () => {
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '',
    '1026-01-01',
  ])('%j is no day', (text) => {
    expect(parseIsoDate(text)).toBeNull()
    expect(() => isoDateOf(text)).toThrow()
  })

  test('leap days exist', () => {
    expect(parseIsoDate('2028-02-29')).toBe('2028-02-29')
  })

  test.each([
    ['2026-11-20', 30, '2026-12-20'],
    ['2026-01-31', 30, '2026-03-02'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('%s and %i days is %s, also across a change of clock', (from, days, to) => {
    expect(addDays(isoDateOf(from), days)).toBe(to)
    expect(daysBetween(isoDateOf(from), isoDateOf(to))).toBe(days)
  })

  test('knows last days, order and weekdays', () => {
    expect(lastDayOfMonth(isoDateOf('2026-02-10'))).toBe('2026-02-28')
    expect(lastDayOfMonth(isoDateOf('2026-12-31'))).toBe('2026-12-31')
    expect(compareDates(isoDateOf('2026-02-10'), isoDateOf('2026-12-01'))).toBe(-1)
    expect(weekdayOf(isoDateOf('2026-11-23'))).toBe(0)
    expect(weekdayOf(isoDateOf('2026-11-29'))).toBe(6)
    expect(weekdayOf(isoDateOf('1969-12-31'))).toBe(2)
  })

  test('today is the day in Sweden, whatever the machine thinks', () => {
    expect(todayInStockholm(new Date('2026-11-22T22:59:00Z'))).toBe('2026-11-22')
    expect(todayInStockholm(new Date('2026-11-22T23:00:00Z'))).toBe('2026-11-23')
    expect(todayInStockholm(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
  })
})

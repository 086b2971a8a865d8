import { expect, test } from 'vitest'
import { dateFrom, NotEvaluable } from './xpath.ts'

test('days follow one another through leap years and centuries', () => {
  for (const [day, next] of [
    ['1999-12-31', '2000-01-01'],
    ['2000-02-28', '2000-02-29'],
    ['2000-02-29', '2000-03-01'],
    ['2100-02-28', '2100-03-01'],
    ['2026-11-30', '2026-12-01'],
  ] as const) {
    expect(dateFrom(next) - dateFrom(day)).toBe(1_440)
  }
})

test('a zone moves the day, no zone is UTC', () => {
  expect(dateFrom('2026-11-20Z')).toBe(dateFrom(' 2026-11-20 '))
  expect(dateFrom('2026-11-20') - dateFrom('2026-11-20+01:30')).toBe(90)
  expect(dateFrom('2026-11-20-00:30') - dateFrom('2026-11-20')).toBe(30)
})

test.each(['', '20261120', '2026-13-01', '2026-02-29', '2026-11-20T00:00:00'])('%j is no date', (text) => {
  expect(() => dateFrom(text)).toThrow(NotEvaluable)
})

import { expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { digestDay, digestId, digestSpan } from './plan-digest.ts'

const span = (day: string) => {
  const { from, to } = digestSpan(isoDateOf(day))
  return [from.toISOString(), to.toISOString()]
}

test('K30 a day goes from 16.00 to 16.00 in Sweden, also where it is an hour shorter or longer', () => {
  expect(span('2026-01-15')).toEqual(['2026-01-14T15:00:00.000Z', '2026-01-15T15:00:00.000Z'])
  expect(span('2026-03-29')).toEqual(['2026-03-28T15:00:00.000Z', '2026-03-29T14:00:00.000Z'])
  expect(span('2026-10-25')).toEqual(['2026-10-24T14:00:00.000Z', '2026-10-25T15:00:00.000Z'])
})

test('K30 every instant belongs to one day: at 16.00 the next one begins', () => {
  for (const day of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-12-31'].map(isoDateOf)) {
    const { from, to } = digestSpan(day)
    expect(digestDay(from)).toBe(day)
    expect(digestDay(new Date(to.getTime() - 1))).toBe(day)
    expect(digestDay(to) > day).toBe(true)
    expect(digestSpan(digestDay(to)).from).toEqual(to)
  }
})

test('a letter of a day is one for each user and day', () => {
  const [monday, tuesday] = [isoDateOf('2026-03-09'), isoDateOf('2026-03-10')]
  const [anna, bo] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'] as const
  expect(digestId(anna, monday)).toBe(digestId(anna, monday))
  expect(new Set([digestId(anna, monday), digestId(anna, tuesday), digestId(bo, monday)]).size).toBe(3)
})

import { expect, test } from 'vitest'
import { mostAttempts, nextAttempt, nextQuestion, usualPauses } from './schedule.ts'

const start = new Date('2026-11-26T10:00:00Z')

/** Seconds from the first attempt to each attempt after it. */
function seconds(random: number): number[] {
  let at = start
  return Array.from({ length: mostAttempts - 1 }, (_, index) => {
    at = nextAttempt(at, index + 1, null, usualPauses, () => random)
    return (at.getTime() - start.getTime()) / 1_000
  })
}

test('a delivery is tried four times or more within two hours, then for days, however the moments are spread', () => {
  for (const random of [0, 0.5, 0.999]) {
    const all = seconds(random)
    expect(all.filter((each) => each <= 7_200).length).toBeGreaterThanOrEqual(4)
    expect(all.at(-1)).toBeGreaterThan(48 * 3_600)
    expect(all.at(-1)).toBeLessThan(100 * 3_600)
  }
  expect(seconds(0)[8]).not.toBe(seconds(0.999)[8])
})

test('pauses that are set are kept, the last of them from then on', () => {
  const pauses = [1, 2, 3, 4, 5].map((attempt) => nextAttempt(start, attempt, null, [7, 20, 40]).getTime())
  expect(pauses.map((at) => (at - start.getTime()) / 1_000)).toEqual([7, 20, 40, 40, 40])
})

test('what the other side asks for is never shortened', () => {
  expect(nextAttempt(start, 1, 900)).toEqual(new Date('2026-11-26T10:15:00Z'))
  expect(nextQuestion(start, 0, 900)).toEqual(new Date('2026-11-26T10:15:00Z'))
  expect(nextAttempt(start, 20, 1, usualPauses, () => 0.5)).toEqual(new Date('2026-11-26T14:00:00Z'))
})

test('questions come less and less often, at last once an hour', () => {
  const pauses = Array.from({ length: 40 }, (_, asked) => nextQuestion(start, asked, null).getTime())
  expect(pauses[0]).toBe(start.getTime() + 10_000)
  expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses)
  expect(pauses[39]).toBe(start.getTime() + 3_600_000)
})

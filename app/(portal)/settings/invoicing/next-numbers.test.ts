import { expect, test } from 'vitest'
import { nextNumbers } from './next-numbers.ts'

test.each([
  [{ prefix: '', next: '1042', minDigits: '1' }, ['1042', '1043', '1044']],
  [{ prefix: 'F{åååå}-', next: '9', minDigits: '3' }, ['F2026-009', 'F2026-010', 'F2026-011']],
  [{ prefix: '{yy}/', next: '1', minDigits: '1' }, ['26/1', '26/2', '26/3']],
  [{ prefix: 'K', next: 'ett', minDigits: '1' }, null],
  [{ prefix: 'K', next: '1', minDigits: '11' }, null],
])('%j shows %j', (typed, numbers) => {
  expect(nextNumbers(typed, 2026)).toEqual(numbers)
})

import { describe, expect, test } from 'vitest'
import { isoDateOf, readDateInput } from './dates.ts'

const today = isoDateOf('2026-11-22')

function reading(text: string): string {
  const read = readDateInput(text, today)
  return read.kind === 'value' ? read.value : read.kind
}

describe('readDateInput', () => {
  test.each([
    ['2026-03-09', '2026-03-09'],
    ['20260309', '2026-03-09'],
    ['260309', '2026-03-09'],
    ['2026-3-9', '2026-03-09'],
    ['2026/03/09', '2026-03-09'],
    ['9/3', '2026-03-09'],
    ['09/03', '2026-03-09'],
    ['9/3 2027', '2027-03-09'],
    ['9/3-27', '2027-03-09'],
    ['9 mars', '2026-03-09'],
    ['9 March', '2026-03-09'],
    ['March 9, 2027', '2027-03-09'],
    ['1 maj 2027', '2027-05-01'],
    ['1 May', '2026-05-01'],
    ['24 okt', '2026-10-24'],
    ['24 oct.', '2026-10-24'],
    [' Idag ', '2026-11-22'],
    ['i dag', '2026-11-22'],
    ['today', '2026-11-22'],
    ['i morgon', '2026-11-23'],
    ['+30', '2026-12-22'],
    ['-1', '2026-11-21'],
    ['\u22121', '2026-11-21'],
  ])('%j is %s', (typed, meaning) => {
    expect(reading(typed)).toBe(meaning)
  })

  test('nothing typed is empty', () => {
    expect(reading('  ')).toBe('empty')
  })

  test.each(['31/2', '2026-02-30', '32 mars', '9 marsipan', '12', 'snart', '+99999', '9/13', '2026-11'])(
    '%j is no date',
    (typed) => {
      expect(reading(typed)).toBe('invalid')
    },
  )
})

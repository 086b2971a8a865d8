import { expect, test } from 'vitest'
import { checkNumber, isCertainFault, type NumberKind } from './number-check.ts'

test.each<[NumberKind, string, string]>([
  ['bankgiro', '9912346', '991-2346'],
  ['plusgiro', '4002028', '40 02 02-8'],
  ['iban', 'se4550000000058398257466', 'SE45 5000 0000 0583 9825 7466'],
  ['gln', '735000 0000009', '7350000000009'],
  ['org-number', '165599990008', '559999-0008'],
])('%s %s is written %s', (kind, typed, written) => {
  expect(checkNumber(kind, typed)).toEqual({ ok: true, value: written })
})

test('a right number is never called wrong on the way to its last digit', () => {
  const whole: [NumberKind, string][] = [
    ['bankgiro', '5050-1055'],
    ['plusgiro', '40 02 02-8'],
    ['iban', 'SE45 5000 0000 0583 9825 7466'],
    ['gln', '7350000000009'],
    ['org-number', '559999-0008'],
    ['org-number', '198001019812'],
    ['vat-number', 'SE559999000801'],
  ]
  for (const [kind, number] of whole) {
    for (let length = 1; length <= number.length; length += 1)
      expect([kind, number.slice(0, length), isCertainFault(kind, number.slice(0, length))]).toEqual([
        kind,
        number.slice(0, length),
        false,
      ])
  }
})

test.each<[NumberKind, string]>([
  ['bankgiro', '50501056'],
  ['bankgiro', '505o'],
  ['bankgiro', '505010555'],
  ['plusgiro', '123456789'],
  ['iban', 'SE4550000000058398257467'],
  ['gln', '7350000000006'],
  ['org-number', '5599990009'],
  ['vat-number', 'SE559999000901'],
])('%s %s is told to be wrong while it is typed', (kind, typed) => {
  expect(isCertainFault(kind, typed)).toBe(true)
})

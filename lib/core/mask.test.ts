import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitsMask, type Mask, readMask } from './mask.ts'

const read = (text: string): Mask => readMask(text) ?? expect.unreachable(text)

describe('a mask', () => {
  test.each<[mask: string, fits: readonly string[], fitsNot: readonly string[]]>([
    ['FM####', ['FM8440'], ['FM844', 'FM84400', 'fm8440', 'XFM8440', 'FM844O', '']],
    ['#########', ['123456789'], ['12345678', '1234567890']],
    ['###@@@@', ['123ABCD', '123åäöz'], ['1234ABC', '123ABC', '123ABCé']],
    ['AVT-#{4}-#{1,4}', ['AVT-2026-1', 'AVT-2026-1234'], ['AVT-2026-', 'AVT-2026-12345', 'AVT2026-1']],
    ['PO-#{5,6}', ['PO-77812', 'PO-778123'], ['77812', 'PO-7781', 'PO-7781234']],
    ['P####', ['P2041'], ['2041']],
    ['*{3}', ['a1Ö'], ['a-1', 'ab']],
    ['\\#\\@#', ['#@7'], ['77', '##7']],
    ['@{0,2}#', ['1', 'A1', 'AB1'], ['ABC1', 'A']],
    ['(a+)+$', ['(a+)+$'], ['aa']],
    ['å😀#', ['å😀1'], ['å1']],
  ])('%s', (mask, fits, fitsNot) => {
    for (const value of fits) expect(fitsMask(read(mask), value), value).toBe(true)
    for (const value of fitsNot) expect(fitsMask(read(mask), value), value).toBe(false)
  })

  test.each(['', '#{0}', '#{3,2}', '#{100}', '#{}', '#{,3}', '{', 'A\\', 'x'.repeat(101)])(
    '%j is none',
    (text) => {
      expect(readMask(text)).toBeNull()
    },
  )

  test('a value of more than fifty characters fits none', () => {
    expect(fitsMask(read('#{1,99}'), '1'.repeat(50))).toBe(true)
    expect(fitsMask(read('#{1,99}'), '1'.repeat(51))).toBe(false)
  })

  test('one that is written to run away is answered at once', () => {
    // Fifty groups that could each take any number of the same characters: what regular expressions choke on.
    const hostile: Mask = Array.from({ length: 50 }, (_, index) => ({
      kind: index % 2 === 0 ? 'digit' : 'either',
      min: 0,
      max: 99,
    }))
    const began = performance.now()
    for (let times = 0; times < 20; times += 1) expect(fitsMask(hostile, `${'1'.repeat(49)}!`)).toBe(false)
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('fits what is made of its own parts, and nothing one character longer', () => {
    const part = fc.oneof(
      fc.record({ sign: fc.constantFrom('#', '@', '*'), count: fc.integer({ min: 1, max: 6 }) }),
      fc.constantFrom('FM', '-', 'PO/', ' '),
    )
    const example = { '#': '7', '@': 'Ö', '*': 'k' } as const
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 7 }), (parts) => {
        const mask = parts.map((each) => (typeof each === 'string' ? each : `${each.sign}{${each.count}}`))
        const value = parts.map((each) =>
          typeof each === 'string' ? each : example[each.sign as '#' | '@' | '*'].repeat(each.count),
        )
        expect(fitsMask(read(mask.join('')), value.join(''))).toBe(true)
        expect(fitsMask(read(mask.join('')), `${value.join('')}!`)).toBe(false)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMask } from '#lib/core/mask.ts'
import { describeMasks, forExample, orList } from './mask-words.ts'

describe('a mask in words', () => {
  test.each<[readonly string[], string, string]>([
    [['FM####'], 'FM och fyra siffror', 'FM and four digits'],
    [['FM####', '#########'], 'FM och fyra siffror, eller nio siffror', 'FM and four digits, or nine digits'],
    [['###@@@@'], 'tre siffror och fyra bokstäver', 'three digits and four letters'],
    [
      ['AVT-#{4}-#{1,4}'],
      'AVT-, fyra siffror, bindestreck och en till fyra siffror',
      'AVT-, four digits, a hyphen and one to four digits',
    ],
    [['PO-#{5,6}'], 'PO- och fem eller sex siffror', 'PO- and five or six digits'],
    [['#'], 'en siffra', 'one digit'],
    [['##{2}#'], 'fyra siffror', 'four digits'],
    [['#  #'], 'en siffra, mellanslag och en siffra', 'one digit, a space and one digit'],
    [['*{13}'], '13 bokstäver eller siffror', '13 letters or digits'],
    [[], 'stora bokstäver', 'capital letters'],
  ])('%j', (masks, sv, en) => {
    expect([describeMasks(masks, 'sv'), describeMasks(masks, 'en')]).toEqual([sv, en])
  })

  test('every mask that can be read has words for each of its parts, in both languages', () => {
    const piece = fc.constantFrom('#', '@', '*', '#{4}', '@{1,2}', '*{0,9}', 'FM', '-', '/', '\\#', ' ', 'Å')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const mask = pieces.join('')
        expect(readMask(mask)).not.toBeNull()
        for (const locale of ['sv', 'en'] as const) {
          expect(describeMasks([mask], locale)).not.toMatch(/undefined|[{}]/)
          expect(describeMasks([mask], locale)).not.toBe('')
        }
      }),
    )
  })

  test('an example and a choice', () => {
    expect([forExample('FM8440', 'sv'), forExample('', 'sv')]).toEqual([', till exempel FM8440', ''])
    expect(orList(['a', 'b', 'c'], 'en')).toBe('a, b or c')
  })
})

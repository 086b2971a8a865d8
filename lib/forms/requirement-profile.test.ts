import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitsMask, readMask } from '#lib/core/mask.ts'
import { requirementProfileForm } from './requirement-profile.ts'

const empty = { fields: [], anyOf: [], attachments: [], limits: {} }
const field = (more: object) => ({
  ...empty,
  fields: [{ code: 'buyerReference', level: 'required', ...more }],
})
const accepts = (profile: object) => requirementProfileForm.safeParse(profile).success

describe('a profile as it is saved', () => {
  test.each([
    [true, 'nothing demanded', empty],
    [true, 'a field with mask and example', field({ masks: ['FM####'], example: 'FM8440' })],
    [true, 'a cell of every line', field({ code: 'lines.orderLineReference' })],
    [false, 'an example that fits no mask', field({ masks: ['FM####'], example: 'FM84' })],
    [false, 'an example in small letters', field({ masks: ['@@'], case: 'upper', example: 'ab' })],
    [false, 'a mask that cannot be read', field({ masks: ['#{9,1}'] })],
    [false, 'a field nobody may demand', field({ code: 'invoiceNumber' })],
    [false, 'something else than it knows', { ...empty, script: 1 }],
    [
      false,
      'a unit that is none',
      { ...empty, attachments: [{ name: { sv: 'A' }, when: { unitIn: ['X'] } }] },
    ],
  ])('%s: %s', (expected, _, profile) => {
    expect(accepts(profile)).toBe(expected)
  })

  test('is taken with an example exactly when that fits its mask', () => {
    const value = fc.stringMatching(/^[A-ZÅÄÖ0-9-]{1,8}$/)
    fc.assert(
      fc.property(fc.constantFrom('FM####', '*{1,8}', '###@@@@', 'A-#{1,3}'), value, (mask, example) => {
        const fits = fitsMask(readMask(mask) ?? [], example)
        expect(accepts(field({ masks: [mask], example }))).toBe(fits)
      }),
    )
  })
})

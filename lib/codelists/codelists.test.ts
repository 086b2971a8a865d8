import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { addressSchemes, isAddressScheme } from './address-schemes.ts'
import { chargeReasons, defaultReason, discountReasons, isReasonOf } from './adjustment-reasons.ts'
import { attachmentTypes } from './attachment-types.ts'
import { countryCodes, isCountryCode, isEuCountry } from './countries.ts'
import { commonCurrencies, currencyCodes, isCurrencyCode } from './currencies.ts'
import { isItemClassification } from './item-classifications.ts'
import { isObjectScheme } from './object-schemes.ts'
import { findUnit, units } from './units.ts'
import {
  isVatChoice,
  needsOf,
  offeredVatChoices,
  offeredVatChoicesOf,
  rateChangeNear,
  rateVatChoices,
  resolveVat,
  zeroVatChoices,
  zeroWithoutReason,
} from './vat-choices.ts'

const today = isoDateOf('2026-11-22')

describe('code lists', () => {
  test.each([
    ['countries', countryCodes],
    ['currencies', currencyCodes],
    ['address schemes', addressSchemes],
    ['units', units.map((unit) => unit.code)],
    ['unit keys', units.map((unit) => unit.key)],
    ['reasons of discounts and charges', [...discountReasons, ...chargeReasons]],
    ['VAT choices', offeredVatChoices],
    ['file types', attachmentTypes.map((type) => type.mimeCode)],
  ])('%s name nothing twice and nothing empty', (_, codes) => {
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.every((code) => code.trim() === code && code !== '')).toBe(true)
  })

  test('know Sweden, its neighbours and the Union', () => {
    expect(['SE', 'NO', 'DK', 'FI', 'GB'].every(isCountryCode)).toBe(true)
    expect(isCountryCode('se')).toBe(false)
    expect([isEuCountry('SE'), isEuCountry('NO'), isEuCountry('GB')]).toEqual([true, false, false])
    expect(commonCurrencies.every(isCurrencyCode)).toBe(true)
  })

  test('the removed scheme 9955 is not offered', () => {
    expect([isAddressScheme('0007'), isAddressScheme('0088'), isAddressScheme('9955')]).toEqual([
      true,
      true,
      false,
    ])
  })

  test('ten units come first', () => {
    expect(units.slice(0, 10).every((unit) => unit.common)).toBe(true)
    expect(units.filter((unit) => unit.common)).toHaveLength(10)
    expect(findUnit('HUR')?.key).toBe('hour')
    expect(findUnit('XYZ')).toBeNull()
  })
})

describe('short lists', () => {
  test("a charge's reason never stands on a discount, and each kind starts with a reason of its own", () => {
    expect([isReasonOf(false, '95'), isReasonOf(true, '95'), isReasonOf(true, 'FC')]).toEqual([
      true,
      false,
      true,
    ])
    for (const isCharge of [false, true]) {
      expect(isReasonOf(isCharge, defaultReason(isCharge, 'line'))).toBe(true)
      expect(isReasonOf(isCharge, defaultReason(isCharge, 'document'))).toBe(true)
    }
  })

  test('schemes and lists of others are not ours', () => {
    expect([isObjectScheme('AVE'), isObjectScheme('XX'), isObjectScheme('')]).toEqual([true, false, false])
    expect([isItemClassification('STI'), isItemClassification('HS')]).toEqual([true, false])
  })
})

describe('VAT choices', () => {
  test('the offered rates are the three of SE-R-006', () => {
    const rates = rateVatChoices.map((choice) => resolveVat(choice, today))
    expect(rates.map(({ category, rate }) => `${category} ${rate}`)).toEqual(['S 25', 'S 12', 'S 6', 'S 6'])
    expect(zeroVatChoices.every((choice) => resolveVat(choice, today).rate === '0')).toBe(true)
  })

  test('a company without VAT registration has one choice, and no other company has it', () => {
    expect(offeredVatChoicesOf(false)).toEqual(['not-registered'])
    expect(offeredVatChoices).not.toContain('not-registered')
    expect(offeredVatChoices).toHaveLength(26)
    expect(isVatChoice(zeroWithoutReason)).toBe(false)
  })

  test('each choice says what it needs', () => {
    expect(needsOf('rc-construction')).toEqual({ sellerVatNumber: true, buyerVatNumber: 'swedish' })
    expect(needsOf('eu-goods')).toMatchObject({ deliveryDate: true, deliveryCountry: 'other-eu' })
    expect([needsOf('outside-vat'), needsOf('not-registered')]).toEqual([{}, {}])
    expect(needsOf('exempt-other').reason).toBe(true)
  })

  test('a change of rate is seen from sixty days away', () => {
    expect(rateChangeNear('food', isoDateOf('2027-11-10'), 60)).toBe('2028-01-01')
    expect(rateChangeNear('food', isoDateOf('2028-02-20'), 60)).toBe('2028-01-01')
    expect(rateChangeNear('food', isoDateOf('2027-10-01'), 60)).toBeNull()
    expect(rateChangeNear('rate-6', isoDateOf('2028-01-01'), 60)).toBeNull()
  })

  test.each([
    ['1990-01-01', '12'],
    ['2026-03-31', '12'],
    ['2026-04-01', '6'],
    ['2027-12-31', '6'],
    ['2028-01-01', '12'],
  ])('food delivered %s has %s %%', (date, rate) => {
    expect(resolveVat('food', isoDateOf(date)).rate).toBe(rate)
  })

  test('a dated rate without a date has no answer, an undated one has', () => {
    expect(resolveVat('food', null)).toBeNull()
    expect(resolveVat('rate-25', null)).toEqual({ category: 'S', rate: '25' })
  })

  test('reasons for 0 % carry their VATEX code where one is in force', () => {
    expect(resolveVat('rc-construction', today)).toEqual({
      category: 'AE',
      rate: '0',
      reasonCode: 'VATEX-EU-AE',
    })
    expect(resolveVat('exempt-finance', today)).toEqual({ category: 'E', rate: '0' })
    expect([isVatChoice('rate-25'), isVatChoice('rate-13'), isVatChoice('toString')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

import { describe, expect, test } from 'vitest'
import type { Result } from '#lib/core/result.ts'
import { formatBankgiro, parseBankgiro } from './bankgiro.ts'
import { parseBic } from './bic.ts'
import { parseGln, parseGtin } from './gln.ts'
import { formatIban, parseIban } from './iban.ts'
import { hasLuhnDigit, luhnDigit } from './luhn.ts'
import {
  formatOrganisationNumber,
  isMaskedNumber,
  isPersonalNumber,
  maskOrganisationNumber,
  parseOrganisationNumber,
} from './organisation-number.ts'
import { formatPeppolId, maskPeppolId, parsePeppolId } from './peppol-id.ts'
import { formatPlusgiro, parsePlusgiro } from './plusgiro.ts'
import {
  isEuVatNumber,
  maskVatNumber,
  orgNumberOfVatNumber,
  parseVatNumber,
  suggestVatNumber,
} from './vat-number.ts'

function outcome(result: Result<string>): string {
  return result.ok ? result.value : `! ${result.code}`
}

describe('Luhn', () => {
  test('finds every single wrong digit', () => {
    for (let at = 0; at < 10; at += 1) {
      for (let by = 1; by < 10; by += 1) {
        const digits = Array.from('5599990008')
        digits[at] = String((Number(digits[at]) + by) % 10)
        expect(hasLuhnDigit(digits.join(''))).toBe(false)
      }
    }
  })

  test('the digit made is the digit checked', () => {
    expect(hasLuhnDigit(`1042${luhnDigit('1042')}`)).toBe(true)
    expect(hasLuhnDigit('12a')).toBe(false)
    expect(hasLuhnDigit('0')).toBe(false)
  })
})

describe('organisation number', () => {
  test.each([
    ['5599990008', '5599990008'],
    ['2120009903', '2120009903'],
    ['2399990015', '2399990015'],
    ['559999-0008', '5599990008'],
    [' 559999\u20110008 ', '5599990008'],
    ['16 559999-0008', '5599990008'],
    ['165599990008', '5599990008'],
    ['5599990009', '! check-digit'],
    ['5551234567', '! check-digit'],
    ['559999008', '! length'],
    ['125599990008', '! length'],
    ['', '! length'],
    ['55999A0008', '! characters'],
    ['SE559999000801', '! characters'],
  ])('%j → %s', (typed, meaning) => {
    expect(outcome(parseOrganisationNumber(typed))).toBe(meaning)
  })

  test("a sole trader's number is known and never shown whole", () => {
    expect([isPersonalNumber('8001011239'), isPersonalNumber('5599990008')]).toEqual([true, false])
    expect(maskOrganisationNumber('8001011239')).toBe('800101-****')
    expect(maskOrganisationNumber('5599990008')).toBe('559999-0008')
    expect(isMaskedNumber(maskOrganisationNumber('8001011239'))).toBe(true)
    expect(isMaskedNumber(maskOrganisationNumber('5599990008'))).toBe(false)
    expect(formatOrganisationNumber('5599990008')).toBe('559999-0008')
    expect(formatOrganisationNumber('559999')).toBe('559999')
  })
})

describe('a sole trader’s other numbers', () => {
  test('do not give the personnummer away', () => {
    const shown = [
      maskVatNumber('SE800101123901'),
      maskPeppolId({ scheme: '0007', id: '8001011239' }),
      maskOrganisationNumber('8001011239'),
    ]
    expect(shown).toEqual(['SE800101****01', '0007:800101****', '800101-****'])
  })

  test('and a company’s are left as they are, and so is what only looks like one', () => {
    expect(maskVatNumber('SE559999000801')).toBe('SE559999000801')
    expect(maskVatNumber('DE800101123')).toBe('DE800101123')
    expect(maskPeppolId({ scheme: '0007', id: '5599990008' })).toBe('0007:5599990008')
    expect(maskPeppolId({ scheme: '0088', id: '7350000000009' })).toBe('0088:7350000000009')
  })
})

describe('VAT number', () => {
  test.each([
    ['SE559999000801', 'SE559999000801'],
    ['SE212000990301', 'SE212000990301'],
    ['SE239999001501', 'SE239999001501'],
    ['se 559999-0008 01', 'SE559999000801'],
    ['SE559999000802', 'SE559999000802'],
    ['DE999999999', 'DE999999999'],
    ['SE5599990008', '! length'],
    ['SE559999000901', '! check-digit'],
    ['559999000801', '! country'],
    ['SE55999900080X', '! characters'],
    ['DE1', '! length'],
    ['', '! length'],
  ])('%j → %s', (typed, meaning) => {
    expect(outcome(parseVatNumber(typed))).toBe(meaning)
  })

  test('is suggested from the organisation number and holds it', () => {
    expect(suggestVatNumber('5599990008')).toBe('SE559999000801')
    expect(orgNumberOfVatNumber('SE559999000801')).toBe('5599990008')
    expect(orgNumberOfVatNumber('DE999999999')).toBeNull()
    expect([isEuVatNumber('EL999999999'), isEuVatNumber('NO999999999MVA')]).toEqual([true, false])
  })
})

describe('accounts', () => {
  test.each([
    ['5050-1055', '50501055'],
    ['50501055', '50501055'],
    ['991-2346', '9912346'],
    ['1234566', '1234566'],
    ['9912347', '! check-digit'],
    ['50501056', '! check-digit'],
    ['5050105', '! check-digit'],
    ['505010', '! length'],
    ['991-234X', '! characters'],
  ])('bankgiro %j → %s', (typed, meaning) => {
    expect(outcome(parseBankgiro(typed))).toBe(meaning)
  })

  test.each([
    ['40 02 02-8', '4002028'],
    ['4002028', '4002028'],
    ['123455', '123455'],
    ['18', '18'],
    ['4002029', '! check-digit'],
    ['123456', '! check-digit'],
    ['123456789', '! length'],
    ['1', '! length'],
    ['PG 18', '! characters'],
  ])('plusgiro %j → %s', (typed, meaning) => {
    expect(outcome(parsePlusgiro(typed))).toBe(meaning)
  })

  test.each([
    ['SE45 5000 0000 0583 9825 7466', 'SE4550000000058398257466'],
    ['SE3550000000054910000003', 'SE3550000000054910000003'],
    ['se7160000000000123456789', 'SE7160000000000123456789'],
    ['SE4550000000058398257467', '! check-digit'],
    ['SE4650000000058398257466', '! check-digit'],
    ['SE455000000005839825746', '! length'],
    ['4550000000058398257466', '! country'],
    ['SEX550000000058398257466', '! characters'],
    ['', '! length'],
  ])('IBAN %j → %s', (typed, meaning) => {
    expect(outcome(parseIban(typed))).toBe(meaning)
  })

  test.each([
    ['ESSESESS', 'ESSESESS'],
    ['handsess', 'HANDSESS'],
    ['NDEASESSXXX', 'NDEASESSXXX'],
    ['ESSESES', '! length'],
    ['ESSE5ESS', '! characters'],
    ['SE:BANKGIRO', '! characters'],
  ])('BIC %j → %s', (typed, meaning) => {
    expect(outcome(parseBic(typed))).toBe(meaning)
  })

  test('are shown as people read them', () => {
    expect(formatBankgiro('9912346')).toBe('991-2346')
    expect(formatBankgiro('50501055')).toBe('5050-1055')
    expect(formatPlusgiro('4002028')).toBe('40 02 02-8')
    expect(formatPlusgiro('123455')).toBe('1 23 45-5')
    expect(formatPlusgiro('18')).toBe('1-8')
    expect(formatIban('SE4550000000058398257466')).toBe('SE45 5000 0000 0583 9825 7466')
    expect(formatIban('NO9386011117947')).toBe('NO93 8601 1117 947')
  })
})

describe('GS1 numbers', () => {
  test.each([
    ['7350000000009', '7350000000009'],
    ['7359999900017', '7359999900017'],
    ['7359999901007', '7359999901007'],
    ['7350000000006', '! check-digit'],
    ['735000000000', '! length'],
    ['7359999900071', '! check-digit'],
    ['73500000000AB', '! characters'],
  ])('GLN %j → %s', (typed, meaning) => {
    expect(outcome(parseGln(typed))).toBe(meaning)
  })

  test.each([
    ['73500001', '73500001'],
    ['7350000000009', '7350000000009'],
    ['07350000000009', '07350000000009'],
    ['73500002', '! check-digit'],
    ['735000000000', '! check-digit'],
    ['7350000', '! length'],
  ])('GTIN %j → %s', (typed, meaning) => {
    expect(outcome(parseGtin(typed))).toBe(meaning)
  })
})

describe('Peppol id', () => {
  test.each([
    ['0007:5599990008', '0007:5599990008'],
    ['iso6523-actorid-upis::0007:5599990008', '0007:5599990008'],
    ['0088:7350000000009', '0088:7350000000009'],
    ['0192:999999999', '0192:999999999'],
    ['0007:5599990009', '! check-digit'],
    ['0007:559999', '! length'],
    ['0088:7350000000006', '! check-digit'],
    ['9955:SE559999000801', '! scheme'],
    ['0001:1', '! scheme'],
    ['5599990008', '! shape'],
    ['0192:<x>', '! characters'],
  ])('%j → %s', (typed, meaning) => {
    const parsed = parsePeppolId(typed)
    expect(parsed.ok ? formatPeppolId(parsed.value) : `! ${parsed.code}`).toBe(meaning)
  })
})

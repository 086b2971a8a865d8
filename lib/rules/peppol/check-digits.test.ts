import { describe, expect, test } from 'vitest'
import { NotEvaluable } from '../xpath.ts'
import {
  hasGs1Digit,
  hasModulo11Digit,
  hasModulo97Digits,
  hasOrganisationNumberDigit,
  isAustralianBusinessNumber,
  isItalianOfficeCode,
  isItalianTaxCode,
  isItalianVatNumberIfItalian,
} from './check-digits.ts'

const checks = {
  hasGs1Digit,
  hasModulo11Digit,
  hasModulo97Digits,
  hasOrganisationNumberDigit,
  isAustralianBusinessNumber,
  isItalianOfficeCode,
  isItalianTaxCode,
  isItalianVatNumberIfItalian,
}

describe('numbers as the published rules take them', () => {
  test.each([
    ['hasGs1Digit', '7350000000009', true],
    ['hasGs1Digit', '96385074', true],
    ['hasGs1Digit', '7350000000010', false],
    ['hasGs1Digit', '0', true],
    ['hasGs1Digit', '', false],
    ['hasModulo11Digit', '974760673', true],
    ['hasModulo11Digit', '000000000', false],
    // What is left to eleven is ten: no digit can say so.
    ...Array.from('0123456789', (digit) => ['hasModulo11Digit', `40000000${digit}`, false] as const),
    ['hasModulo97Digits', '0202239951', true],
    ['hasModulo97Digits', '0000009797', true],
    ['hasModulo97Digits', '0000009700', false],
    ['hasOrganisationNumberDigit', '5599990008', true],
    ['hasOrganisationNumberDigit', '5599990008123', true],
    ['hasOrganisationNumberDigit', '559999000', false],
    ['hasOrganisationNumberDigit', '559999000٨', false],
    ['hasOrganisationNumberDigit', '559999-0008', false],
    ['isAustralianBusinessNumber', '51824753556', true],
    ['isAustralianBusinessNumber', '51824753565', false],
    ['isItalianOfficeCode', 'a1B2c3', true],
    ['isItalianOfficeCode', 'a1B2c', false],
    ['isItalianTaxCode', 'RSSMRA85T10A562S', true],
    ['isItalianTaxCode', 'RSSMRA+5T-0€€€2S', true],
    ['isItalianTaxCode', 'RSSMRA8 T10A562S', true],
    ['isItalianTaxCode', 'RSSMRA8.T10A562S', false],
    ['isItalianTaxCode', '-1234567890', true],
    ['isItalianTaxCode', '012345678901', false],
    ['isItalianVatNumberIfItalian', 'IT06363391001', true],
    ['isItalianVatNumberIfItalian', 'it06363391001', true],
    ['isItalianVatNumberIfItalian', 'It1', true],
    ['isItalianVatNumberIfItalian', 'IT06363391010', false],
    ['isItalianVatNumberIfItalian', 'IT0636339100A', false],
  ] as const)('%s of %s: %s', (check, text, expected) => {
    expect(checks[check](text)).toBe(expected)
  })

  test('what ends the official evaluation with an error ends this one', () => {
    expect(() => hasOrganisationNumberDigit('٥599990008')).toThrow(NotEvaluable)
    expect(() => isItalianVatNumberIfItalian('IT+1234567890')).toThrow(NotEvaluable)
  })
})

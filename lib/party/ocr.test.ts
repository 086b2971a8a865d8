import { describe, expect, test } from 'vitest'
import { checkOcr, isOcrMode, makeOcr, type OcrMode } from './ocr.ts'

describe('OCR', () => {
  test.each<[string, OcrMode, string]>([
    ['1042', 'check-digit', '10421'],
    ['10001', 'check-digit', '100016'],
    ['12345678', 'check-digit', '123456782'],
    ['1042', 'length-digit', '104265'],
    ['10001', 'length-digit', '1000173'],
    ['12345678', 'length-digit', '1234567806'],
    ['1042', 'fixed:8', '00010421'],
    ['10001', 'fixed:8', '00100016'],
    ['12345678', 'fixed:8', '! length'],
    ['1042', 'fixed-length-digit:8', '00104281'],
    ['2026-1042', 'check-digit', '202610424'],
    ['F-X', 'check-digit', '! length'],
    ['1'.repeat(25), 'check-digit', '! length'],
    ['K-12', 'none', 'K-12'],
  ])('of %s by mode %s is %s', (base, mode, ocr) => {
    const made = makeOcr(base, mode)
    expect(made.ok ? made.value : `! ${made.code}`).toBe(ocr)
  })

  test.each<[string, OcrMode, string]>([
    ['10421', 'check-digit', '10421'],
    ['100016', 'check-digit', '100016'],
    ['2026 001 0424', 'check-digit', '20260010424'],
    ['10426', 'check-digit', '! check-digit'],
    ['1000017x', 'check-digit', '! characters'],
    ['1', 'check-digit', '! length'],
    ['104265', 'length-digit', '104265'],
    ['1000173', 'length-digit', '1000173'],
    ['1234567806', 'length-digit', '1234567806'],
    ['104257', 'length-digit', '! length-digit'],
    ['10421', 'length-digit', '! length-digit'],
    ['1042165', 'length-digit', '! check-digit'],
    ['00010421', 'fixed:8', '00010421'],
    ['10421', 'fixed:8', '! length'],
  ])('typed %s in mode %s is %s', (typed, mode, meaning) => {
    const checked = checkOcr(typed, mode)
    expect(checked.ok ? checked.value : `! ${checked.code}`).toBe(meaning)
  })

  test('what is made passes the check of its mode', () => {
    const modes: OcrMode[] = ['check-digit', 'length-digit', 'fixed:12', 'fixed-length-digit:12']
    for (const mode of modes) {
      for (const base of ['1', '42', '999999999', '20260001']) {
        const made = makeOcr(base, mode)
        expect(made.ok && checkOcr(made.value, mode)).toEqual(made)
      }
    }
  })

  test('modes are a closed set', () => {
    expect(['none', 'check-digit', 'length-digit', 'fixed:5', 'fixed-length-digit:25'].every(isOcrMode)).toBe(
      true,
    )
    expect(['', 'fixed', 'fixed:4', 'fixed:26', 'fixed:8x', 'luhn'].some(isOcrMode)).toBe(false)
  })
})

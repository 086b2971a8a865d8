import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText, isBlankText } from './text.ts'

describe('cleaned text', () => {
  test('keeps line breaks in a note and makes them spaces elsewhere', () => {
    expect(cleanText(' rad 1\r\nrad 2\rrad 3 ')).toBe('rad 1\nrad 2\nrad 3')
    expect(cleanLine('rad 1 \r\n rad 2')).toBe('rad 1 rad 2')
  })

  test('drops what XML cannot hold and keeps what people write', () => {
    expect(cleanText('a\u0000b\u0008c\u000b\ud800d\ufffe\u0085e')).toBe('abcde')
    expect(cleanText('Ö & <å> 😀 “é”')).toBe('Ö & <å> 😀 “é”')
    expect(cleanText('e\u0301')).toBe('é')
    expect(cleanText('\u0001 \u00a0')).toBe('')
  })

  test.each([
    ['', true],
    [' \n', true],
    ['\u0007', true],
    ['\ud800\ufffe', true],
    ['-', false],
    ['😀', false],
    ['\u0007å', false],
  ])('%j is blank: %s', (text, isBlank) => {
    expect(isBlankText(text)).toBe(isBlank)
  })
})

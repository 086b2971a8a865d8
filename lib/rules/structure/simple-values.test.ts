import { describe, expect, test } from 'vitest'
import { isValueOf, type ValueType } from './simple-values.ts'

const values: readonly (readonly [type: ValueType, good: readonly string[], bad: readonly string[]])[] = [
  ['string', ['', ' a\n'], []],
  ['normalizedString', ['', ' a\n'], []],
  ['boolean', ['true', 'false', '1', '0', '\ttrue\n'], ['', 'TRUE', 'yes', '01', 't rue']],
  [
    'decimal',
    ['0', '-1.50', '+2', '.5', '5.', '007', ' 12 ', '1'.repeat(60)],
    ['', '.', '-', '1e3', '1,5', '1 0', '--1', 'NaN', 'INF', '٣', '\u00a01'],
  ],
  [
    'date',
    [
      '2026-11-22',
      ' 2026-11-22\r\n',
      '2024-02-29',
      '2000-02-29',
      '-0004-02-29',
      '12026-01-01',
      '2026-11-22Z',
      '2026-11-22-00:00',
      '2026-11-22+14:00',
    ],
    [
      '',
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-01-00',
      '20261122',
      '2026-1-1',
      '226-01-01',
      '02026-01-01',
      '0000-01-01',
      '-0000-01-01',
      '+2026-11-22',
      '2026-11-22+14:01',
      '2026-11-22+02',
      '2026-11-22T00:00:00',
      '2026-11-22 Z',
      `${'9'.repeat(15_000_000)}-01-01`,
    ],
  ],
  [
    'time',
    ['12:00:00', '23:59:59.999', '24:00:00', '24:00:00.0', '00:00:00Z', '12:30:00+05:30', ' 12:00:00 '],
    [
      '',
      '12:00',
      '1:00:00',
      '24:00:01',
      '24:00:00.1',
      '25:00:00',
      '12:60:00',
      '12:00:60',
      '12:00:00.',
      '12:00:00+15:00',
    ],
  ],
  [
    'base64Binary',
    ['', 'AAAA', 'QQ==', 'QUI=', 'QUJD\nREVG', ' Q Q = = ', 'a+/9', 'QUJD'.repeat(3_000_000)],
    [
      'A',
      'AA',
      'AAA',
      'QR==',
      'QUJ=',
      'AAAA=',
      'AAA==',
      'Q===',
      '====',
      'AA-_',
      'QQ==QQ==',
      'QQ=A',
      'AAAÅ',
      'AAA\u0141',
    ],
  ],
  [
    'language',
    ['sv', 'en-GB', 'x-klingon', ' sv '],
    ['', 'sv_SE', 'swedishlang', 'sv-', '1sv', 'sv SE', 'a-'.repeat(5_000_000)],
  ],
  [
    'anyURI',
    [
      '',
      'http://example.se/a?b=[c]#d',
      'urn:oasis:names',
      'mailto:a@b.se',
      '../å b',
      '?q',
      '#f',
      '//h:80/p',
      'http://[::1]:80/',
      'a/b:c',
      'file:///x',
      '%41'.repeat(5_000_000),
    ],
    [
      '%',
      'http://a/%zz',
      'a#b#c',
      ':x',
      '1a:b',
      'a b:c',
      'http:',
      'a:#b',
      'x[1]',
      'http://a[1]/',
      '/a]',
      '//[x]/',
    ],
  ],
]

describe.each(values)('%s', (type, good, bad) => {
  test.each(good.map((text) => [text.slice(0, 40), text]))('is %j', (_, text) => {
    expect(isValueOf(type, text)).toBe(true)
  })

  test.each(bad.map((text) => [text.slice(0, 40), text]))('is not %j', (_, text) => {
    expect(isValueOf(type, text)).toBe(false)
  })
})

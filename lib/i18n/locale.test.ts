import { describe, expect, it } from 'vitest'
import { negotiateLocale } from './locale.ts'

describe('choosing the language by Accept-Language', () => {
  it.each([
    [null, 'sv'],
    ['', 'sv'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['en-GB,en;q=0.9', 'en'],
    ['de,en;q=0.7,sv;q=0.8', 'sv'],
    ['de-DE,fr;q=0.5', 'sv'],
    ['fi,en;q=0.4', 'en'],
    ['en;q=0,sv;q=0.1', 'sv'],
    ['*', 'sv'],
    ['EN', 'en'],
    ['en;q=abc,,;', 'sv'],
  ])('%j gives %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale)
  })
})

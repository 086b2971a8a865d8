import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import type { Step } from './roll-forward.ts'
import { rollText, textShiftOf } from './roll-text.ts'

const issueDate = isoDateOf('2026-11-02')
const month: Step = { unit: 'months', count: 1 }

function rolled(text: string, step: Step | null = month, today = '2026-12-03', language: 'sv' | 'en' = 'sv') {
  return rollText(text, textShiftOf(step, issueDate, isoDateOf(today)), { language, issueDate })
}

describe('a period named in a text moves as the invoice’s own', () => {
  test.each([
    ['Hyra november 2026', 'Hyra december 2026'],
    ['Hyra December 2026', 'Hyra Januari 2027'],
    ['HYRA NOVEMBER', 'HYRA DECEMBER'],
    ['Städning oktober–november 2026', 'Städning november–december 2026'],
    ['Serviceavtal nov. 2026', 'Serviceavtal dec. 2026'],
    ['Avser 2026-12', 'Avser 2027-01'],
    ['Arbete 2026-11-01–2026-11-30', 'Arbete 2026-12-01–2026-12-31'],
    ['Rent november 2026', 'Rent december 2026'],
  ])('%s → %s', (before, after) => {
    expect(rolled(before)).toBe(after)
  })

  test.each([
    ['Kvartal 4 2026', { unit: 'months', count: 3 }, 'Kvartal 1 2027'],
    ['Q3', { unit: 'months', count: 3 }, 'Q4'],
    ['Städning vecka 46', { unit: 'days', count: 7 }, 'Städning vecka 47'],
    ['Vecka 53 2026', { unit: 'days', count: 7 }, 'Vecka 1 2027'],
    ['v. 45', { unit: 'days', count: 14 }, 'v. 47'],
    ['Årsavgift 2026', { unit: 'months', count: 12 }, 'Årsavgift 2027'],
  ] as const)('%s by %j → %s', (before, step, after) => {
    expect(rolled(before, step)).toBe(after)
  })

  test('in English, in the language of the invoice where the next month is called otherwise', () => {
    expect(rolled('Rent April 2027', month, '2027-05-01', 'en')).toBe('Rent May 2027')
    expect(rolled('Hyra april 2027', month, '2027-05-01', 'sv')).toBe('Hyra maj 2027')
    expect(rolled('Week 45', { unit: 'days', count: 7 }, '2026-11-09', 'en')).toBe('Week 46')
  })
})

test('without a period of the invoice a text moves as far as the date does', () => {
  expect(rolled('Hyra november 2026', null, '2027-01-04')).toBe('Hyra januari 2027')
  expect(rolled('Vecka 45', null, '2026-11-09')).toBe('Vecka 46')
  expect(rolled('Hyra november 2026', null, '2026-11-20')).toBe('Hyra november 2026')
})

test.each([
  'Målning av klassrum',
  'Order 2026-1234',
  'Artikel Q45, 2026 st',
  'Marsipan och majs',
  'Maj-Britt mar 5',
  'Vecka 60 2026x',
])('%s names no period, or none that moves with a month', (text) => {
  expect(rolled(text)).toBe(text)
})

import { describe, expect, test } from 'vitest'
import { isoDateOf } from '#lib/core/dates.ts'
import { rollForward } from './roll-forward.ts'
import { sampleDraft } from './sample-input.ts'

const today = isoDateOf('2026-12-03')

function rolled(periodStart: string, periodEnd: string, deliveryDate = '', issueDate = '2026-11-30') {
  const draft = sampleDraft({ periodStart, periodEnd, deliveryDate })
  return rollForward({ draft, issueDate: isoDateOf(issueDate), today })
}

describe('a period', () => {
  test.each([
    ['a month', '2026-11-01', '2026-11-30', '2026-12-01', '2026-12-31'],
    ['its last day stays the last day', '2027-01-01', '2027-01-31', '2027-02-01', '2027-02-28'],
    ['from February of a leap year', '2028-02-01', '2028-02-29', '2028-03-01', '2028-03-31'],
    ['over the turn of the year', '2026-12-01', '2026-12-31', '2027-01-01', '2027-01-31'],
    ['a quarter', '2026-10-01', '2026-12-31', '2027-01-01', '2027-03-31'],
    ['a year', '2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31'],
    ['a week, by days', '2026-11-09', '2026-11-15', '2026-11-16', '2026-11-22'],
    ['one day', '2026-11-30', '2026-11-30', '2026-12-01', '2026-12-01'],
    ['a month that is no calendar month, by days', '2026-10-15', '2026-11-14', '2026-11-15', '2026-12-15'],
    ['as people type it, in the year of the invoice', '1 nov', '30/11', '2026-12-01', '2026-12-31'],
  ])('%s goes on where the earlier one ended', (_name, start, end, nextStart, nextEnd) => {
    expect(rolled(start, end)).toMatchObject({ periodStart: nextStart, periodEnd: nextEnd })
  })

  test.each([
    ['none', '', ''],
    ['half of one', '2026-11-01', ''],
    ['one that ends before it begins', '2026-11-30', '2026-11-01'],
    ['what is no day', '2026-11-31', 'strax'],
  ])('%s gives none', (_name, start, end) => {
    expect(rolled(start, end)).toMatchObject({ periodStart: '', periodEnd: '' })
  })
})

describe('the delivery', () => {
  test.each([
    ['on the day of the invoice is today', '2026-11-30', '2026-11-30', '2026-12-03'],
    ['inside the period, at the same place', '2026-11-12', '2026-12-02', '2026-12-12'],
    ['at its end, at the end', '2026-11-30', '2026-12-02', '2026-12-31'],
    ['at its start, at the start', '2026-11-01', '2026-12-02', '2026-12-01'],
    ['outside it, none', '2026-10-31', '2026-12-02', ''],
    ['none, none', '', '2026-12-02', ''],
  ])('%s', (_name, delivered, issued, expected) => {
    expect(rolled('2026-11-01', '2026-11-30', delivered, issued).deliveryDate).toBe(expected)
  })

  test('moves by days in a period of days, and to a shorter month’s last day', () => {
    expect(rolled('2026-11-09', '2026-11-15', '2026-11-11').deliveryDate).toBe('2026-11-18')
    expect(rolled('2027-01-01', '2027-01-31', '2027-01-30').deliveryDate).toBe('2027-02-28')
  })

  test('without a period is today only when it was on the day of the invoice', () => {
    expect(rolled('', '', '2026-11-30').deliveryDate).toBe(today)
    expect(rolled('', '', '2026-11-29').deliveryDate).toBe('')
  })
})

test('a line’s period moves by the step of the invoice’s, and is left out where there is none', () => {
  const line = { periodStart: '2026-11-09', periodEnd: '2026-11-30' }
  expect(rolled('2026-11-01', '2026-11-30').rollLine(line)).toEqual({
    periodStart: '2026-12-09',
    periodEnd: '2026-12-31',
  })
  expect(rolled('2026-11-08', '2026-12-07').rollLine(line)).toEqual({
    periodStart: '2026-12-09',
    periodEnd: '2026-12-30',
  })
  expect(rolled('', '').rollLine(line)).toEqual({ periodStart: '', periodEnd: '' })
  expect(rolled('2026-11-01', '2026-11-30').rollLine({ periodStart: '', periodEnd: '' })).toEqual({
    periodStart: '',
    periodEnd: '',
  })
})

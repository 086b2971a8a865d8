import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  addDays,
  daysBetween,
  isoDateOf,
  lastDayOfMonth,
  readDateInput,
  todayInStockholm,
  weekdayOf,
} from '#lib/core/dates.ts'
import { composeInvoice } from './compose.ts'
import type { InvoiceDraft } from './draft.ts'
import { sampleDraft, sampleInput, sampleLine } from './sample-input.ts'
import { dueDateOf, termsTextOf } from './terms.ts'

// The machine may stand anywhere and its clock may change under it: a day on an invoice is a day in Sweden.

/** Zones with what `Date` takes for their offset in January and July, to be sure that the zone is in force. */
const zones = [
  ['UTC', 0, 0],
  ['Europe/Stockholm', -60, -120],
  ['Pacific/Auckland', -780, -720],
  ['America/St_Johns', 210, 150],
] as const

afterEach(() => {
  vi.unstubAllEnvs()
})

/** Issue and due date of a draft made at an instant. */
function datesAt(instant: string, draft: Partial<InvoiceDraft> = {}): readonly (string | null)[] {
  const today = todayInStockholm(new Date(instant))
  const composed = composeInvoice(sampleInput({ today, draft: sampleDraft(draft) }))
  if (!composed.ok) throw new Error(JSON.stringify(composed.details))
  return [composed.value.issueDate, composed.value.dueDate]
}

describe.each(zones)('on a machine in %s', (zone, january, july) => {
  const inZone = (name: string, body: () => void) =>
    test(name, () => {
      vi.stubEnv('TZ', zone)
      const offsets = [new Date(2026, 0, 1), new Date(2026, 6, 1)].map((day) => day.getTimezoneOffset())
      expect(offsets).toEqual([january, july])
      body()
    })

  inZone('today changes at midnight in Sweden, winter and summer', () => {
    const today = (instant: string) => todayInStockholm(new Date(instant))
    expect(today('2026-12-31T22:59:59.999Z')).toBe('2026-12-31')
    expect(today('2026-12-31T23:00:00Z')).toBe('2027-01-01')
    expect(today('2026-07-31T21:59:59.999Z')).toBe('2026-07-31')
    expect(today('2026-07-31T22:00:00Z')).toBe('2026-08-01')
    expect(today('2028-02-28T23:00:00Z')).toBe('2028-02-29')
    expect(today('2028-02-29T23:00:00Z')).toBe('2028-03-01')
  })

  inZone('the nights when clocks change are days like others', () => {
    const today = (instant: string) => todayInStockholm(new Date(instant))
    const spring = [
      '2026-03-28T23:00:00Z',
      '2026-03-29T00:59:59Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T21:59:59Z',
    ]
    expect(new Set(spring.map(today))).toEqual(new Set(['2026-03-29']))
    const autumn = [
      '2026-10-24T22:00:00Z',
      '2026-10-25T00:59:59Z',
      '2026-10-25T01:00:00Z',
      '2026-10-25T22:59:59Z',
    ]
    expect(new Set(autumn.map(today))).toEqual(new Set(['2026-10-25']))
  })

  inZone('an invoice of New Year’s Eve, a minute before midnight, is of the old year', () => {
    expect(datesAt('2026-12-31T22:59:00Z')).toEqual(['2026-12-31', '2027-01-30'])
    expect(datesAt('2026-12-31T23:00:00Z')).toEqual(['2027-01-01', '2027-01-31'])
    const endOfMonth = { paymentTermsMode: 'end-of-month' } as const
    expect(datesAt('2026-12-31T22:59:00Z', endOfMonth)).toEqual(['2026-12-31', '2027-01-30'])
    expect(datesAt('2026-12-31T23:00:00Z', endOfMonth)).toEqual(['2027-01-01', '2027-03-02'])
  })

  inZone('days of payment are calendar days, across changes of clock and leap days', () => {
    const due = (issued: string, days: number, mode: 'net' | 'end-of-month' = 'net') =>
      dueDateOf(isoDateOf(issued), days, mode)
    expect(due('2026-03-28', 1)).toBe('2026-03-29')
    expect(due('2026-03-27', 30)).toBe('2026-04-26')
    expect(due('2026-10-24', 1)).toBe('2026-10-25')
    expect(due('2026-10-24', 2)).toBe('2026-10-26')
    expect(due('2028-01-30', 30)).toBe('2028-02-29')
    expect(due('2027-01-30', 30)).toBe('2027-03-01')
    expect(due('2028-02-29', 365)).toBe('2029-02-28')
    expect(due('2028-02-10', 0, 'end-of-month')).toBe('2028-02-29')
    expect(due('2026-03-01', 10, 'end-of-month')).toBe('2026-04-10')
  })

  inZone('every day of three years has its neighbours, weekday and end of month', () => {
    let day = isoDateOf('2026-01-01')
    for (let count = 0; count < 1096; count += 1) {
      const next = addDays(day, 1)
      expect([addDays(next, -1), daysBetween(day, next)]).toEqual([day, 1])
      expect(weekdayOf(next)).toBe((weekdayOf(day) + 1) % 7)
      expect(lastDayOfMonth(next) === next).toBe(addDays(next, 1).endsWith('-01'))
      day = next
    }
    expect(day).toBe('2029-01-01')
  })

  inZone('typed days are the days they say', () => {
    const today = todayInStockholm(new Date('2028-02-28T23:30:00Z'))
    const read = (text: string) => {
      const reading = readDateInput(text, today)
      return reading.kind === 'value' ? reading.value : reading.kind
    }
    expect(read('idag')).toBe('2028-02-29')
    expect(read('i morgon')).toBe('2028-03-01')
    expect(read('29/2')).toBe('2028-02-29')
    expect(read('29 feb 2027')).toBe('invalid')
    expect(read('+366')).toBe('2029-03-01')
    expect(read('31 december 2028')).toBe('2028-12-31')
    const draft = {
      issueDate: '31/12 2028',
      issueDateEdited: true,
      dueDate: '29/2 2028',
      dueDateEdited: true,
    }
    expect(datesAt('2028-02-28T23:30:00Z', { ...draft, issueDate: 'idag' })).toEqual([
      '2028-02-29',
      '2028-02-29',
    ])
    const terms = termsTextOf(sampleDraft({ ...draft, issueDate: 'idag' }), today)
    expect(terms).toEqual({ code: 'pay-by', params: { date: '2028-02-29' } })
  })

  inZone('the rate of a day is that of its day', () => {
    const rates = (deliveryDate: string) => {
      const draft = sampleDraft({ deliveryDate, lines: [sampleLine('a', { vatChoice: 'food' })] })
      const composed = composeInvoice(sampleInput({ draft }))
      return composed.ok ? composed.value.vatBreakdown.map(({ rate }) => String(rate)) : composed.code
    }
    expect([rates('2026-03-31'), rates('2026-04-01')]).toEqual([['12'], ['6']])
    expect([rates('2027-12-31'), rates('2028-01-01')]).toEqual([['6'], ['12']])
  })
})

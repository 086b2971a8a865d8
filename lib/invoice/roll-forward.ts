import {
  addDays,
  compareDates,
  daysBetween,
  type IsoDate,
  isoDateOf,
  lastDayOfMonth,
} from '#lib/core/dates.ts'
import type { InvoiceDraft } from './draft.ts'
import { readDate } from './terms.ts'

/** A period as a draft holds it (BG-14, BG-26): two days as text; empty = none. */
export type DraftPeriod = { readonly periodStart: string; readonly periodEnd: string }

/** The earlier invoice, and the days it is rolled between. */
export type RollingSource = {
  readonly draft: InvoiceDraft
  /** The earlier invoice's own date (BT-2). */
  readonly issueDate: IsoDate
  readonly today: IsoDate
}

/** How far a copy's days lie after those it was made of: whole calendar months, or days. */
export type Step = { readonly unit: 'months' | 'days'; readonly count: number }

type WholePeriod = { readonly start: IsoDate; readonly end: IsoDate }

const noPeriod: DraftPeriod = { periodStart: '', periodEnd: '' }

/**
 * The days of a copy: the period right after the earlier one, as many calendar months or days long; the delivery at
 * the same place in it, or today when it was on the invoice's own day; the periods of lines moved by the same step.
 * What there is no step for is left empty: an old day never slips along.
 */
export function rollForward(source: RollingSource): DraftPeriod & {
  readonly deliveryDate: string
  readonly rollLine: (line: DraftPeriod) => DraftPeriod
} {
  const { draft, issueDate } = source
  const period = wholePeriod(draft, issueDate)
  const step = period === null ? null : stepOf(period)
  const roll = (each: DraftPeriod) => {
    const read = wholePeriod(each, issueDate)
    return read === null || step === null ? noPeriod : moved(read, step)
  }
  return { ...roll(draft), deliveryDate: deliveryOf(source, period, step), rollLine: roll }
}

/** How far the period of a copy lies after that of the earlier invoice; null when it had none. */
export function periodStep({ draft, issueDate }: Pick<RollingSource, 'draft' | 'issueDate'>): Step | null {
  const period = wholePeriod(draft, issueDate)
  return period === null ? null : stepOf(period)
}

function wholePeriod(typed: DraftPeriod, issueDate: IsoDate): WholePeriod | null {
  const start = readDate(typed.periodStart, issueDate)
  const end = readDate(typed.periodEnd, issueDate)
  return start === null || end === null || compareDates(end, start) < 0 ? null : { start, end }
}

function stepOf({ start, end }: WholePeriod): Step {
  const isWholeMonths = start.endsWith('-01') && end === lastDayOfMonth(end)
  return isWholeMonths
    ? { unit: 'months', count: monthNumber(end) - monthNumber(start) + 1 }
    : { unit: 'days', count: daysBetween(start, end) + 1 }
}

function moved({ start, end }: WholePeriod, step: Step): DraftPeriod {
  return { periodStart: move(start, step), periodEnd: move(end, step) }
}

function deliveryOf(
  { draft, issueDate, today }: RollingSource,
  period: WholePeriod | null,
  step: Step | null,
): string {
  const delivered = readDate(draft.deliveryDate, issueDate)
  if (delivered === null) return ''
  if (delivered === issueDate) return today
  if (period === null || step === null) return ''
  const isInside = compareDates(period.start, delivered) <= 0 && compareDates(delivered, period.end) <= 0
  return isInside ? move(delivered, step) : ''
}

/** A day one step on. The last day of a month stays the last day: 30 April and a month is 31 May. */
export function move(day: IsoDate, { unit, count }: Step): IsoDate {
  if (unit === 'days') return addDays(day, count)
  const month = monthNumber(day) + count
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  const first = isoDateOf(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`)
  const last = lastDayOfMonth(first)
  const sameDay = addDays(first, Number(day.slice(8)) - 1)
  return day === lastDayOfMonth(day) || compareDates(sameDay, last) > 0 ? last : sameDay
}

/** Months since year 0. */
export function monthNumber(day: IsoDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

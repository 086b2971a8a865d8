import type { Locale } from './locale.ts'

const nbsp = '\u00a0'
const minus = '\u2212'
const timeZone = 'Europe/Stockholm'
const regions = { sv: 'sv-SE', en: 'en-SE' } as const satisfies Record<Locale, string>

/**
 * Writes an exact decimal (`-1234.5`) the Swedish way, in every language: no-break spaces between thousands, a comma,
 * U+2212 as minus. Digits are grouped as text and never pass through a JS number; none is rounded away.
 * @example formatNumber('12340.5') // '12 340,5'
 */
export function formatNumber(decimal: string): string {
  return write(decimal, 0)
}

/**
 * Writes an amount with at least two decimals, and its currency after it when given: `24 721,88 kr` for SEK,
 * otherwise the code (`24 721,88 EUR`). Throws on text that is not a decimal: parse first.
 * @example formatAmount('24721.88', 'SEK') // '24 721,88 kr'
 */
export function formatAmount(decimal: string, currency?: string): string {
  const amount = write(decimal, 2)
  if (currency === undefined) return amount
  return `${amount}${nbsp}${currency === 'SEK' ? 'kr' : currency}`
}

/** Writes a percentage: `25 %`. */
export function formatPercent(decimal: string): string {
  return `${write(decimal, 0)}${nbsp}%`
}

function write(decimal: string, leastDecimals: number): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (parts === null) throw new TypeError('not a decimal number')
  const [, sign = '', whole = '', given = ''] = parts
  const decimals = given.padEnd(leastDecimals, '0')
  const digits = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, nbsp)
  const negative = sign === '-' && /[1-9]/.test(whole + given)
  return `${negative ? minus : ''}${digits}${decimals === '' ? '' : `,${decimals}`}`
}

/**
 * Names the weekday of an ISO date: `onsdag`, `Wednesday`.
 * @example formatWeekday('2026-04-08', 'sv') // 'onsdag'
 */
export function formatWeekday(isoDate: string, locale: Locale): string {
  const noon = new Date(`${isoDate}T12:00:00Z`)
  return new Intl.DateTimeFormat(regions[locale], { weekday: 'long', timeZone: 'UTC' }).format(noon)
}

/** Gives the Swedish calendar date of an instant (ISO 8601 or Date): `2026-03-09`. Dates stand so in both languages. */
export function formatDate(instant: string | Date): string {
  const { year, month, day } = stockholmParts(instant)
  return `${year}-${month}-${day}`
}

/** Gives the Swedish wall-clock time of an instant: `14.32` in Swedish, `14:32` in English. */
export function formatTime(instant: string | Date, locale: Locale): string {
  const { hour, minute } = stockholmParts(instant)
  return `${hour}${locale === 'sv' ? '.' : ':'}${minute}`
}

/** Gives the time to the second: `14.32.10` in Swedish, `14:32:10` in English. */
export function formatClock(instant: Date, locale: Locale): string {
  const { second } = stockholmParts(instant)
  return `${formatTime(instant, locale)}${locale === 'sv' ? '.' : ':'}${second}`
}

/** Gives date and time of an instant in Swedish time: `2026-03-09 14.32`. */
export function formatDateTime(instant: string | Date, locale: Locale): string {
  return `${formatDate(instant)} ${formatTime(instant, locale)}`
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function stockholmParts(instant: string | Date) {
  const moment = typeof instant === 'string' ? new Date(instant) : instant
  const parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' }
  for (const { type, value } of clock.formatToParts(moment)) {
    if (type === 'year' || type === 'month' || type === 'day') parts[type] = value
    if (type === 'hour' || type === 'minute' || type === 'second') parts[type] = value
  }
  return parts
}

declare const isoDate: unique symbol

/** A day that exists in the calendar, as `2026-03-09`. Compared as text; a clock or zone never touches it. */
export type IsoDate = string & { readonly [isoDate]: true }

const dayMs = 86_400_000

/** Reads `2026-03-09`. Null when it is written otherwise or the day does not exist. Years 1900 to 2199. */
export function parseIsoDate(text: string): IsoDate | null {
  return isIsoDate(text) ? text : null
}

function isIsoDate(text: string): text is IsoDate {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

/** Makes a date of a text the program itself wrote. Throws when there is no such day: that is a bug. */
export function isoDateOf(text: string): IsoDate {
  const date = parseIsoDate(text)
  if (date === null) throw new Error(`not a date: ${JSON.stringify(text)}`)
  return date
}

/** Days since 1970-01-01: the one form in which days are counted. */
function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs
}

function fromDayNumber(day: number): IsoDate {
  return isoDateOf(new Date(day * dayMs).toISOString().slice(0, 10))
}

/** The day so many calendar days later (earlier when negative): 2026-01-31 + 30 → 2026-03-02. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** The last day of the date's month. */
export function lastDayOfMonth(date: IsoDate): IsoDate {
  const [year = 0, month = 0] = date.split('-').map(Number)
  return isoDateOf(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
}

/** Less than zero, zero or more than zero as a is before, the same as or after b. */
export function compareDates(a: IsoDate, b: IsoDate): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The weekday: Monday 0 … Sunday 6. */
export function weekdayOf(date: IsoDate): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7
}

// Made once: it costs more than all that it is then asked.
const stockholm = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day it is in Sweden at an instant. */
export function todayInStockholm(now: Date): IsoDate {
  const parts = stockholm.formatToParts(now)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return isoDateOf(`${part('year')}-${part('month')}-${part('day')}`)
}

const hourInStockholm = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The instant at which clocks in Sweden show a full hour of a day, summer or winter. Not for the hours they change in. */
export function stockholmInstant(day: IsoDate, hour: number): Date {
  const shown = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
  const inSummer = new Date(shown - 2 * 3_600_000)
  return Number(hourInStockholm.format(inSummer)) === hour ? inSummer : new Date(shown - 3_600_000)
}

/** What a typed date means. */
export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: IsoDate }
  | { readonly kind: 'invalid' }

/** The first three letters tell every month apart in Swedish and English; May and October have two spellings. */
const monthStarts = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ')
const englishStarts: Readonly<Record<string, string>> = { may: 'maj', oct: 'okt' }
const monthNames = new Set(
  (
    'jan januari january feb februari february mar mars march apr april maj may jun juni june jul juli july ' +
    'aug augusti august sep sept september okt oktober oct october nov november dec december'
  ).split(' '),
)
const wordDays: Readonly<Record<string, number>> = {
  idag: 0,
  'i dag': 0,
  today: 0,
  imorgon: 1,
  'i morgon': 1,
  tomorrow: 1,
  igår: -1,
  'i går': -1,
  yesterday: -1,
}
const maxDays = 3650

/**
 * Reads a date as people type it: `2026-03-09`, `20260309`, `9/3`, `9/3 2026`, `9 mars`, `9 March 2026`, `idag`,
 * `today`, `+30`. A day without a year is in today's year. `invalid` when there is no such day.
 */
export function readDateInput(text: string, today: IsoDate): DateReading {
  if (text === '') return { kind: 'empty' }
  const typed = text
    .normalize('NFC')
    .replace(/\u2212/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  if (typed === '') return { kind: 'empty' }
  const value = readRelative(typed, today) ?? readDigits(typed) ?? readDayAndMonth(typed, today)
  return value === null ? { kind: 'invalid' } : { kind: 'value', value }
}

function readRelative(typed: string, today: IsoDate): IsoDate | null {
  const word = wordDays[typed]
  if (word !== undefined) return addDays(today, word)
  const days = /^([+-]) ?(\d{1,4})$/.exec(typed)
  if (days === null) return null
  const count = Number(`${days[1]}${days[2]}`)
  return Math.abs(count) <= maxDays ? addDays(today, count) : null
}

function readDigits(typed: string): IsoDate | null {
  const full =
    /^(\d{4})[-./]?(\d{2})[-./]?(\d{2})$/.exec(typed) ?? /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(typed)
  if (full !== null) return dateOf(full[1], full[2], full[3])
  const short = /^(\d{2})-?(\d{2})-?(\d{2})$/.exec(typed)
  return short === null ? null : dateOf(`20${short[1]}`, short[2], short[3])
}

function readDayAndMonth(typed: string, today: IsoDate): IsoDate | null {
  const year = today.slice(0, 4)
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:[ /-](\d{4}|\d{2}))?$/.exec(typed)
  if (slashed !== null) return dateOf(fullYear(slashed[3]) ?? year, slashed[2], slashed[1])
  const named = /^(\d{1,2})\.? ?(\p{L}+)\.?,?(?: (\d{4}))?$/u.exec(typed)
  if (named !== null) return dateOf(named[3] ?? year, monthOf(named[2]), named[1])
  const american = /^(\p{L}+)\.? (\d{1,2})(?:,? (\d{4}))?$/u.exec(typed)
  return american === null ? null : dateOf(american[3] ?? year, monthOf(american[1]), american[2])
}

function fullYear(typed: string | undefined): string | undefined {
  return typed?.length === 2 ? `20${typed}` : typed
}

function monthOf(name: string | undefined): string {
  if (name === undefined || !monthNames.has(name)) return '0'
  const start = name.slice(0, 3)
  return String(monthStarts.indexOf(englishStarts[start] ?? start) + 1)
}

function dateOf(year = '', month = '', day = ''): IsoDate | null {
  return parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

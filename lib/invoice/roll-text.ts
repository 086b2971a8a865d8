import { addDays, daysBetween, type IsoDate, isoDateOf, parseIsoDate, weekdayOf } from '#lib/core/dates.ts'
import type { DocumentLanguage } from './document-words.ts'
import { monthNumber, move, type Step } from './roll-forward.ts'

/** By how much each way of naming a period moves; null = nothing tells. */
export type TextShift = {
  readonly months: number | null
  readonly quarters: number | null
  readonly weeks: number | null
  readonly years: number | null
  /** Whole days, `2026-11-30`. */
  readonly moveDay: ((day: IsoDate) => IsoDate) | null
}

/**
 * By how much periods named in text move in a copy: as the invoice's own period does, else as far as its date lies
 * from today, counted in what the text names.
 */
export function textShiftOf(step: Step | null, issueDate: IsoDate, today: IsoDate): TextShift {
  if (step === null) {
    const months = monthNumber(today) - monthNumber(issueDate)
    const quarters = Math.floor(monthNumber(today) / 3) - Math.floor(monthNumber(issueDate) / 3)
    const weeks = daysBetween(mondayOf(issueDate), mondayOf(today)) / 7
    const years = yearOf(today) - yearOf(issueDate)
    return {
      months: ahead(months),
      quarters: ahead(quarters),
      weeks: ahead(weeks),
      years: ahead(years),
      moveDay: null,
    }
  }
  const whole = (unit: Step['unit'], per: number) =>
    step.unit === unit && step.count % per === 0 ? step.count / per : null
  return {
    months: whole('months', 1),
    quarters: whole('months', 3),
    weeks: whole('days', 7),
    years: whole('months', 12),
    moveDay: (day) => move(day, step),
  }
}

const ahead = (count: number) => (count > 0 ? count : null)

const months: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

const shortMonths: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  sv: 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
}

const year = '(?:(?<GAP>[ ,/]{1,2})(?<YEAR>20\\d\\d))'
const yearAfter = (name: string) => year.replace('GAP', `${name}Gap`).replace('YEAR', `${name}Year`)
const anyOf = (names: typeof months) => [...names.sv, ...names.en].join('|')

/** What names a period; a short month only with its year, for `mar` and `may` are words too. */
const named = new RegExp(
  [
    '(?<![\\p{L}\\p{N}-])(?:',
    '(?<day>20\\d\\d-\\d\\d-\\d\\d)',
    '|(?<isoMonth>20\\d\\d-(?:0[1-9]|1[0-2]))',
    `|(?<month>${anyOf(months)})${yearAfter('month')}?`,
    `|(?<short>${anyOf(shortMonths)})(?<dot>\\.?)${yearAfter('short')}`,
    `|(?<quarterWord>kvartal |kv\\.? ?|Q)(?<quarter>[1-4])${yearAfter('quarter')}?`,
    `|(?<weekWord>vecka |v\\.? ?|week )(?<week>[1-9]\\d?)${yearAfter('week')}?`,
    ')(?![\\p{L}\\p{N}-])',
  ].join(''),
  'giu',
)

const loneYear = /(?<![\p{L}\p{N}./-])20\d\d(?![\p{L}\p{N}/-])/gu

/**
 * A text with the periods it names moved: `Hyra november 2026` → `Hyra december 2026`. Knows months, quarters, weeks,
 * days and, where it names nothing else, years, in Swedish and English. The same text when nothing moves.
 */
export function rollText(
  text: string,
  shift: TextShift,
  { language, issueDate }: { readonly language: DocumentLanguage; readonly issueDate: IsoDate },
): string {
  let isNamed = false
  const rolled = text.replace(named, (whole, ...rest) => {
    const groups: unknown = rest.at(-1)
    isNamed = true
    return rolledName(whole, new Map(Object.entries(groups ?? {})), shift, { language, issueDate }) ?? whole
  })
  const { years } = shift
  return isNamed || years === null ? rolled : text.replace(loneYear, (each) => String(Number(each) + years))
}

type Groups = ReadonlyMap<string, string | undefined>

function rolledName(
  whole: string,
  groups: Groups,
  shift: TextShift,
  { language, issueDate }: { readonly language: DocumentLanguage; readonly issueDate: IsoDate },
): string | null {
  const at = (name: string) => groups.get(name) ?? ''
  if (at('day') !== '') {
    const day = parseIsoDate(whole)
    return day === null || shift.moveDay === null ? null : shift.moveDay(day)
  }
  if (at('isoMonth') !== '') {
    if (shift.months === null) return null
    return move(isoDateOf(`${whole}-01`), { unit: 'months', count: shift.months }).slice(0, 7)
  }
  if (at('month') !== '' || at('short') !== '') {
    const [kind, names] =
      at('month') === '' ? (['short', shortMonths] as const) : (['month', months] as const)
    const found = monthIn(names, at(kind), language)
    if (found === null || shift.months === null) return null
    const count = found.index + shift.months
    const name = likeCase(at(kind), found.names[count % 12] ?? '')
    return `${name}${at('dot')}${laterYear(groups, kind, Math.floor(count / 12))}`
  }
  if (at('quarter') !== '') {
    if (shift.quarters === null) return null
    const count = Number(at('quarter')) - 1 + shift.quarters
    return `${at('quarterWord')}${(count % 4) + 1}${laterYear(groups, 'quarter', Math.floor(count / 4))}`
  }
  if (shift.weeks === null) return null
  const weekYear = at('weekYear') === '' ? yearOf(issueDate) : Number(at('weekYear'))
  const monday = addDays(mondayOf(isoDateOf(`${weekYear}-01-04`)), (Number(at('week')) - 1 + shift.weeks) * 7)
  const later = isoWeekOf(monday)
  return `${at('weekWord')}${later.week}${laterYear(groups, 'week', later.year - weekYear)}`
}

/** A month by its name: in the invoice's language when both have it, for what comes after may differ. */
function monthIn(names: typeof months, word: string, language: DocumentLanguage) {
  const order: readonly DocumentLanguage[] = language === 'sv' ? ['sv', 'en'] : ['en', 'sv']
  for (const each of order) {
    const index = names[each].findIndex((name) => name.toLowerCase() === word.toLowerCase())
    if (index >= 0) return { index, names: names[each] }
  }
  return null
}

function laterYear(groups: Groups, kind: string, by: number): string {
  const typed = groups.get(`${kind}Year`)
  return typed === undefined ? '' : `${groups.get(`${kind}Gap`) ?? ''}${Number(typed) + by}`
}

function likeCase(typed: string, name: string): string {
  if (typed.length > 1 && typed === typed.toUpperCase()) return name.toUpperCase()
  const first = name.slice(0, 1)
  const isCapital = typed.slice(0, 1) === typed.slice(0, 1).toUpperCase()
  return (isCapital ? first.toUpperCase() : first.toLowerCase()) + name.slice(1)
}

function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4))
}

function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, -weekdayOf(day))
}

/** ISO 8601: the week belongs to the year of its Thursday. */
function isoWeekOf(monday: IsoDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(monday, 3)
  const week = Math.floor(daysBetween(isoDateOf(`${thursday.slice(0, 4)}-01-01`), thursday) / 7) + 1
  return { year: yearOf(thursday), week }
}

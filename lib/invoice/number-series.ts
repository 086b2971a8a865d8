import type { IsoDate } from '#lib/core/dates.ts'

/** A number series as the company set it. The prefix may hold `{åååå}` or `{åå}`: the year, of four digits or two. */
export type NumberSeries = { readonly prefix: string; readonly minDigits: number }

const fullYear = '{åååå}'
const shortYear = '{åå}'

/** A number of a series as it is written (BT-1): the prefix with its year filled in, then the number with its zeros. */
export function formatNumber({ prefix, minDigits }: NumberSeries, next: number, year: number): string {
  const years = String(year).padStart(4, '0')
  const written = prefix.replaceAll(fullYear, years).replaceAll(shortYear, years.slice(-2))
  return `${written}${String(next).padStart(minDigits, '0')}`
}

/**
 * The year whose count a number belongs to: that of the issue date when the prefix holds a year, so that the count
 * starts at 1 for each new one; else null, one count for all time.
 */
export function seriesYear(prefix: string, issueDate: IsoDate): number | null {
  return prefix.includes(fullYear) || prefix.includes(shortYear) ? Number(issueDate.slice(0, 4)) : null
}

/**
 * Tells whether a number typed by hand has the shape of the proposed one, and how far it goes beyond it: the count
 * of numbers that would stay unused, with the first and last of them. Null when it is another shape or no higher.
 */
export function skippedNumbers(
  typed: string,
  proposed: string,
): { readonly from: string; readonly to: string; readonly count: number } | null {
  const [typedParts, parts] = [partsOf(typed), partsOf(proposed)]
  if (typedParts === null || parts === null || typedParts.prefix !== parts.prefix) return null
  const count = typedParts.number - parts.number
  if (count <= 0) return null
  const to = `${parts.prefix}${String(typedParts.number - 1).padStart(parts.digits, '0')}`
  return { from: proposed, to, count }
}

type Parts = { readonly prefix: string; readonly number: number; readonly digits: number }

/** What stands before the last digits, and those as a number; at most fifteen digits, which are exact. */
function partsOf(text: string): Parts | null {
  const [, prefix = '', digits = ''] = /^(.*?)(\d{1,15})$/.exec(text) ?? []
  return digits === '' ? null : { prefix, number: Number(digits), digits: digits.length }
}

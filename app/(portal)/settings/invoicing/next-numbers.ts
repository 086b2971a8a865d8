import { readPrefix } from '#lib/forms/invoicing-choices.ts'
import { formatNumber } from '#lib/invoice/number-series.ts'

/** The three numbers that a series as typed gives next, in a year of issue. Null while it cannot be read. */
export function nextNumbers(
  typed: { prefix: string; next: string; minDigits: string },
  year: number,
): readonly string[] | null {
  const [next, minDigits] = [typed.next, typed.minDigits].map((text) => text.replace(/\s/g, ''))
  if (next === undefined || !/^[1-9]\d{0,9}$/.test(next)) return null
  if (minDigits === undefined || !/^(?:[1-9]|10)$/.test(minDigits)) return null
  const series = { prefix: readPrefix(typed.prefix), minDigits: Number(minDigits) }
  return [0, 1, 2].map((ahead) => formatNumber(series, Number(next) + ahead, year))
}

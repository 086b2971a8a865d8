import { cleanLine } from '#lib/core/text.ts'

/** The payment terms to choose among; `other` takes a number of days besides. */
export const termsChoices = ['0', '10', '15', '20', '30', '45', '60', 'other'] as const

/** The rates a company may have as its usual one. */
export const usualVatChoices = ['rate-25', 'rate-12', 'rate-6'] as const

/** The currencies a company may keep its books in (BT-6). */
export const accountingCurrencies = ['SEK', 'EUR'] as const

/** A prefix with the year as `{åååå}` or `{åå}`; whoever lacks the letter writes `{yyyy}` or `{yy}`. */
export function readPrefix(text: string): string {
  return cleanLine(text)
    .replace(/\{(?:y{4}|å{4})\}/gi, '{åååå}')
    .replace(/\{(?:y{2}|å{2})\}/gi, '{åå}')
}

import type { Locale } from './locale.ts'

/** A recipient's own words in the reader's language; Swedish where it gave no English. */
export function textIn(
  text: { readonly sv: string; readonly en?: string | undefined },
  locale: Locale,
): string {
  return (locale === 'en' ? text.en : undefined) ?? text.sv
}

/** Tells a fault about what a recipient demands from all others: its words are in `demands.faults`. */
export function isDemandFault(code: string): boolean {
  return code.startsWith('demand-')
}

/** A name at the beginning of a sentence. */
export function beginLarge(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

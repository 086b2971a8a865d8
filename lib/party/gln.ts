import { fail, type Result, succeed } from '#lib/core/result.ts'
import { withoutSeparators } from './separators.ts'

/** Why a text is no GLN or GTIN. */
export type Gs1Fault = 'length' | 'characters' | 'check-digit'

/** Reads a GLN to its thirteen digits, GS1 check digit tested. PEPPOL-COMMON-R040. */
export function parseGln(text: string): Result<string, Gs1Fault> {
  return parseGs1(text, [13])
}

/** Reads a GTIN to its 8, 12, 13 or 14 digits, GS1 check digit tested. BT-157. */
export function parseGtin(text: string): Result<string, Gs1Fault> {
  return parseGs1(text, [8, 12, 13, 14])
}

/** Writes a GLN as people read it: as it is. */
export function formatGln(gln: string): string {
  return gln
}

function parseGs1(text: string, lengths: readonly number[]): Result<string, Gs1Fault> {
  if (text === '') return fail('length')
  const digits = withoutSeparators(text)
  if (!/^\d*$/.test(digits)) return fail('characters')
  if (!lengths.includes(digits.length)) return fail('length')
  return gs1Sum(digits) % 10 === 0 ? succeed(digits) : fail('check-digit')
}

/** Weights 1 and 3 by turns from the right, the check digit having 1. */
function gs1Sum(digits: string): number {
  return Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
}

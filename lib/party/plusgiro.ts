import { fail, type Result, succeed } from '#lib/core/result.ts'
import { hasLuhnDigit } from './luhn.ts'
import { withoutSeparators } from './separators.ts'

/** Why a text is no plusgiro number. */
export type PlusgiroFault = 'length' | 'characters' | 'check-digit'

/** Reads a plusgiro number to its two to eight digits (BT-84; SE-R-007, SE-R-010), Luhn checked. */
export function parsePlusgiro(text: string): Result<string, PlusgiroFault> {
  const digits = withoutSeparators(text)
  if (!/^\d*$/.test(digits)) return fail('characters')
  if (digits.length < 2 || digits.length > 8) return fail('length')
  return hasLuhnDigit(digits) ? succeed(digits) : fail('check-digit')
}

/** Writes a plusgiro number as people read it: pairs from the right, then the check digit (`40 02 02-8`). */
export function formatPlusgiro(digits: string): string {
  if (!/^\d{2,8}$/.test(digits)) return digits
  const pairs = digits.slice(0, -1).replace(/\B(?=(?:\d\d)+$)/g, ' ')
  return `${pairs}-${digits.slice(-1)}`
}

import { fail, type Result, succeed } from '#lib/core/result.ts'
import { hasLuhnDigit } from './luhn.ts'
import { withoutSeparators } from './separators.ts'

/** Why a text is no bankgiro number. */
export type BankgiroFault = 'length' | 'characters' | 'check-digit'

/** Reads a bankgiro number to its seven or eight digits (BT-84; SE-R-008, SE-R-009), Luhn checked. */
export function parseBankgiro(text: string): Result<string, BankgiroFault> {
  const digits = withoutSeparators(text)
  if (!/^\d*$/.test(digits)) return fail('characters')
  if (digits.length !== 7 && digits.length !== 8) return fail('length')
  return hasLuhnDigit(digits) ? succeed(digits) : fail('check-digit')
}

/** Writes a bankgiro number as people read it: four digits after the hyphen (`991-2346`, `5050-1055`). */
export function formatBankgiro(digits: string): string {
  return digits.replace(/^(\d{3,4})(\d{4})$/, '$1-$2')
}

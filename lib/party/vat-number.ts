import { fail, type Result, succeed } from '#lib/core/result.ts'
import { hasLuhnDigit } from './luhn.ts'
import { isPersonalNumber } from './organisation-number.ts'
import { withoutSeparators } from './separators.ts'

/** Why a text is no VAT number. `country`: the two letters in front are missing. */
export type VatNumberFault = 'country' | 'length' | 'characters' | 'check-digit'

/** VAT prefixes of the Union: Greece is EL, Northern Ireland XI. */
const euPrefixes = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(' '),
)

/**
 * Reads a VAT number to its written form (BT-31, BT-48; SE-R-001, SE-R-002, BR-CO-09): for Sweden `SE`, ten digits
 * with a right check digit and two more; for others two letters and 2–13 letters or digits.
 */
export function parseVatNumber(text: string): Result<string, VatNumberFault> {
  const typed = withoutSeparators(text).toUpperCase()
  if (typed === '') return fail('length')
  if (!/^[A-Z0-9+*]+$/.test(typed)) return fail('characters')
  if (!/^[A-Z]{2}/.test(typed)) return fail('country')
  if (!typed.startsWith('SE')) return /^.{4,15}$/.test(typed) ? succeed(typed) : fail('length')
  const digits = typed.slice(2)
  if (!/^\d*$/.test(digits)) return fail('characters')
  if (digits.length !== 12) return fail('length')
  return hasLuhnDigit(digits.slice(0, 10)) ? succeed(typed) : fail('check-digit')
}

/** The VAT number a Swedish company most likely has: `SE`, its organisation number and `01`. To be asked, not assumed. */
export function suggestVatNumber(orgNumber: string): string {
  return `SE${orgNumber}01`
}

/** Writes a VAT number as people read it: as it is. */
export function formatVatNumber(vatNumber: string): string {
  return vatNumber
}

/** Tells whether a VAT number is of the Union: the prefixes differ from the country codes for Greece. */
export function isEuVatNumber(vatNumber: string): boolean {
  return euPrefixes.has(vatNumber.slice(0, 2))
}

/** The organisation number inside a Swedish VAT number; null for others. */
export function orgNumberOfVatNumber(vatNumber: string): string | null {
  return /^SE\d{12}$/.test(vatNumber) ? vatNumber.slice(2, 12) : null
}

/**
 * The VAT number as it may stand in lists, logs and mails: `SE800101****01` for a sole trader, whose personnummer is
 * inside; others as they are. On the invoice itself it stands whole, the law wants it.
 */
export function maskVatNumber(vatNumber: string): string {
  const orgNumber = orgNumberOfVatNumber(vatNumber)
  return orgNumber !== null && isPersonalNumber(orgNumber)
    ? `${vatNumber.slice(0, 8)}****${vatNumber.slice(12)}`
    : vatNumber
}

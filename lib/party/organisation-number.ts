import { fail, type Result, succeed } from '#lib/core/result.ts'
import { hasLuhnDigit } from './luhn.ts'
import { withoutSeparators } from './separators.ts'

/** Why a text is no organisation number. */
export type OrganisationNumberFault = 'length' | 'characters' | 'check-digit'

/**
 * Reads an organisationsnummer to its ten digits (BT-30, BT-47; SE-R-003, SE-R-004, SE-R-013). Takes spaces,
 * hyphens and twelve digits with 16, 18, 19 or 20 in front. A sole trader's is a personnummer: not a fault, see
 * `isPersonalNumber`. A wrong check digit is a fault, never repaired.
 */
export function parseOrganisationNumber(text: string): Result<string, OrganisationNumberFault> {
  const typed = withoutSeparators(text)
  if (!/^\d+$/.test(typed)) return fail(typed === '' ? 'length' : 'characters')
  const digits = typed.replace(/^(?:16|18|19|20)(?=\d{10}$)/, '')
  if (digits.length !== 10) return fail('length')
  return hasLuhnDigit(digits) ? succeed(digits) : fail('check-digit')
}

/** Writes ten digits as people read them: `559999-0008`. Anything else comes back as it is. */
export function formatOrganisationNumber(orgNumber: string): string {
  return /^\d{10}$/.test(orgNumber) ? `${orgNumber.slice(0, 6)}-${orgNumber.slice(6)}` : orgNumber
}

/** Tells whether an organisation number is a person's: its third digit is below 2, part of a month. */
export function isPersonalNumber(orgNumber: string): boolean {
  return /^\d\d[01]\d{7}$/.test(orgNumber)
}

/**
 * The number as it may stand in lists, logs and mails: `559999-0008`, but `800101-****` for a sole trader, whose
 * number is personal data.
 */
export function maskOrganisationNumber(orgNumber: string): string {
  return isPersonalNumber(orgNumber) ? `${orgNumber.slice(0, 6)}-****` : formatOrganisationNumber(orgNumber)
}

/** Tells whether a text is a number whose last digits are hidden: it names nobody and is no number to store. */
export function isMaskedNumber(text: string): boolean {
  return text.includes('****')
}

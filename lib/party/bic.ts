import { fail, type Result, succeed } from '#lib/core/result.ts'

/** Why a text is no BIC. */
export type BicFault = 'length' | 'characters'

/** Reads a BIC to upper case (BT-86): four letters, two of the country, two more, and three for a branch or none. */
export function parseBic(text: string): Result<string, BicFault> {
  const bic = text.replace(/\s/g, '').toUpperCase()
  if (bic.length !== 8 && bic.length !== 11) return fail('length')
  return /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic) ? succeed(bic) : fail('characters')
}

/** Writes a BIC as people read it: as it is. */
export function formatBic(bic: string): string {
  return bic
}

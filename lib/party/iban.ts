import { fail, type Result, succeed } from '#lib/core/result.ts'
import { withoutSeparators } from './separators.ts'

/** Why a text is no IBAN. `country`: the two letters in front are missing. */
export type IbanFault = 'country' | 'length' | 'characters' | 'check-digit'

/** Lengths by country (SWIFT registry); a country that is not here is held to 15–34 characters. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 ' +
    'FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 ' +
    'LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 ' +
    'SM27 TN24 TR26 UA29 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

/** Reads an IBAN to upper case without spaces (BT-84): length of its country, mod 97. */
export function parseIban(text: string): Result<string, IbanFault> {
  const iban = withoutSeparators(text).toUpperCase()
  if (iban === '') return fail('length')
  if (!/^[A-Z0-9]+$/.test(iban)) return fail('characters')
  if (!/^[A-Z]{2}/.test(iban)) return fail('country')
  if (!/^[A-Z]{2}\d{2}/.test(iban)) return fail('characters')
  const length = lengths[iban.slice(0, 2)]
  if (length === undefined ? iban.length < 15 || iban.length > 34 : iban.length !== length)
    return fail('length')
  return remainder97(iban) === 1 ? succeed(iban) : fail('check-digit')
}

/** Writes an IBAN as people read it, in groups of four. */
export function formatIban(iban: string): string {
  return iban.replace(/.{4}(?=.)/g, '$& ')
}

/** The first four characters last, letters as 10–35, read as one number, modulo 97; digit by digit stays small. */
function remainder97(iban: string): number {
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (character) =>
    Number.parseInt(character, 36),
  ).join('')
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
}

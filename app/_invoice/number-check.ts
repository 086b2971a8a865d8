import type { Result } from '#lib/core/result.ts'
import { formatBankgiro, parseBankgiro } from '#lib/party/bankgiro.ts'
import { formatGln, parseGln } from '#lib/party/gln.ts'
import { formatIban, parseIban } from '#lib/party/iban.ts'
import { formatOrganisationNumber, parseOrganisationNumber } from '#lib/party/organisation-number.ts'
import { formatPlusgiro, parsePlusgiro } from '#lib/party/plusgiro.ts'
import { formatVatNumber, parseVatNumber } from '#lib/party/vat-number.ts'

type CheckedNumber = {
  readonly parse: (text: string) => Result<string>
  readonly format: (number: string) => string
}

const numbers = {
  'org-number': { parse: parseOrganisationNumber, format: formatOrganisationNumber },
  'vat-number': { parse: parseVatNumber, format: formatVatNumber },
  bankgiro: { parse: parseBankgiro, format: formatBankgiro },
  plusgiro: { parse: parsePlusgiro, format: formatPlusgiro },
  iban: { parse: parseIban, format: formatIban },
  gln: { parse: parseGln, format: formatGln },
} as const satisfies Record<string, CheckedNumber>

/** A number with a check digit that people type. */
export type NumberKind = keyof typeof numbers

/** What can be wrong with such a number, as a key of the `faults` messages. */
export type NumberFault = `${NumberKind}-${'length' | 'characters' | 'check-digit'}`

/** The sentences for the faults of the kinds that a field takes. */
export type NumberWords = Readonly<Partial<Record<NumberFault, string>>>

/**
 * Judges a number as typed and writes it as people read it (K5): `5599990008` comes back as `559999-0008`. Fails
 * with its fault; a wrong number is never changed.
 */
export function checkNumber(kind: NumberKind, text: string): Result<string, NumberFault> {
  const { parse, format } = numbers[kind]
  const parsed: Result<string> = parse(text)
  if (parsed.ok) return { ok: true, value: format(parsed.value) }
  const reason = parsed.code === 'characters' || parsed.code === 'check-digit' ? parsed.code : 'length'
  return { ok: false, code: `${kind}-${reason}`, details: undefined }
}

/** How many digits a number of digits alone can have at most. */
const mostDigits: Readonly<Partial<Record<NumberKind, number>>> = {
  'org-number': 12,
  bankgiro: 8,
  plusgiro: 8,
  gln: 13,
}

/**
 * Tells whether a number is wrong however the typing goes on: a letter among digits, or a check digit that does not
 * fit in a number that cannot grow. So it can be said while somebody types, and never too early.
 */
export function isCertainFault(kind: NumberKind, text: string): boolean {
  const checked = checkNumber(kind, text)
  if (checked.ok) return false
  const most = mostDigits[kind]
  if (checked.code.endsWith('-characters')) return most !== undefined
  const digits = text.replace(/\D/g, '')
  // Ten digits that begin like a century may become the twelve of a personnummer.
  const isWholeOrgNumber = kind === 'org-number' && digits.length === 10 && !/^(?:16|18|19|20)/.test(digits)
  if (checked.code.endsWith('-check-digit'))
    return most === undefined || digits.length === most || isWholeOrgNumber
  return most !== undefined && digits.length > most
}

/** Writes a stored number of a kind as people read it; the empty text stays empty. */
export function formatStoredNumber(kind: NumberKind, number: string): string {
  return numbers[kind].format(number)
}

/** Collects the sentences that fields of these kinds need, from the `faults` messages. */
export function numberWords(kinds: readonly NumberKind[], say: (fault: NumberFault) => string): NumberWords {
  const faults = kinds.flatMap((kind): NumberFault[] => [
    `${kind}-length`,
    `${kind}-characters`,
    `${kind}-check-digit`,
  ])
  return Object.fromEntries(faults.map((fault) => [fault, say(fault)]))
}

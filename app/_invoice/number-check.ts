import type { Result } from '#lib/core/result.ts'
import { formatBankgiro, parseBankgiro } from '#lib/party/bankgiro.ts'
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

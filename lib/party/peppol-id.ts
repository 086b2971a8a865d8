import { glnScheme, isAddressScheme, orgNumberScheme } from '#lib/codelists/address-schemes.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { parseGln } from './gln.ts'
import { isPersonalNumber, parseOrganisationNumber } from './organisation-number.ts'

/** An address in the Peppol network: BT-34 or BT-49 with its scheme. */
export type PeppolId = { readonly scheme: string; readonly id: string }

/** Why a text is no Peppol id. `scheme`: unknown, or removed as 9955. */
export type PeppolIdFault = 'shape' | 'scheme' | 'length' | 'characters' | 'check-digit'

/**
 * Reads `0007:5599990008`, with or without `iso6523-actorid-upis::` in front. The ids of schemes 0007 and 0088 are
 * checked to their last digit (PEPPOL-COMMON-R049, PEPPOL-COMMON-R040); of others only the characters.
 */
export function parsePeppolId(text: string): Result<PeppolId, PeppolIdFault> {
  const match = /^(?:iso6523-actorid-upis::)?(\d{4})\s?:\s?(\S{1,50})$/i.exec(text.trim())
  const [, scheme = '', id = ''] = match ?? []
  if (match === null) return fail('shape')
  if (!isAddressScheme(scheme)) return fail('scheme')
  if (scheme === orgNumberScheme) return withScheme(scheme, parseOrganisationNumber(id))
  if (scheme === glnScheme) return withScheme(scheme, parseGln(id))
  return /^[0-9A-Za-z.,_:+~-]+$/.test(id) ? succeed({ scheme, id }) : fail('characters')
}

/** Writes a Peppol id as people read it: `0007:5599990008`. */
export function formatPeppolId(peppolId: PeppolId): string {
  return `${peppolId.scheme}:${peppolId.id}`
}

/** A Peppol id as it may stand in lists, logs and mails: `0007:800101****` for a sole trader, others as they are. */
export function maskPeppolId({ scheme, id }: PeppolId): string {
  const shown = scheme === orgNumberScheme && isPersonalNumber(id) ? `${id.slice(0, 6)}****` : id
  return formatPeppolId({ scheme, id: shown })
}

function withScheme<Code extends string>(scheme: string, id: Result<string, Code>): Result<PeppolId, Code> {
  return id.ok ? succeed({ scheme, id: id.value }) : id
}

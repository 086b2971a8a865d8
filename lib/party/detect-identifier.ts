import type { Result } from '#lib/core/result.ts'
import { parseBankgiro } from './bankgiro.ts'
import { parseGln } from './gln.ts'
import { parseIban } from './iban.ts'
import { parseOrganisationNumber } from './organisation-number.ts'
import { formatPeppolId, parsePeppolId } from './peppol-id.ts'
import { withoutSeparators } from './separators.ts'
import { parseVatNumber } from './vat-number.ts'

/** What a person may type to find a company. */
export type IdentifierKind = 'orgnumber' | 'vat' | 'gln' | 'peppol-id' | 'iban' | 'bankgiro' | 'name'

/** A search text and what it is. `canonical` is null when the shape is right and a digit is wrong. */
export type Identifier = { readonly kind: IdentifierKind; readonly canonical: string | null }

/**
 * Tells which kind of identifier a search text is, by its shape alone: a number with a wrong check digit keeps its
 * kind, so that the person is told of the digit and not that the name was not found. Anything else is a name.
 */
export function detectIdentifier(text: string): Identifier {
  const typed = text.trim()
  const bare = withoutSeparators(typed).toUpperCase()
  if (/^(?:iso6523-actorid-upis::)?\d{4}\s?:\s?\S+$/i.test(typed)) return peppolId(typed)
  if (/^(?:\d{10}|(?:16|18|19|20)\d{10})$/.test(bare))
    return judged('orgnumber', parseOrganisationNumber(bare))
  if (/^\d{13}$/.test(bare)) return judged('gln', parseGln(bare))
  if (/^\d{7,8}$/.test(bare)) return judged('bankgiro', parseBankgiro(bare))
  if (/^SE\d{12}$/.test(bare)) return judged('vat', parseVatNumber(bare))
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare) && /\d{6}/.test(bare))
    return judged('iban', parseIban(bare))
  if (/^[A-Z]{2}[A-Z]?\d{7,12}[A-Z]{0,2}(?:B\d\d)?$/.test(bare)) return judged('vat', parseVatNumber(bare))
  return { kind: 'name', canonical: typed }
}

function peppolId(text: string): Identifier {
  const parsed = parsePeppolId(text)
  return { kind: 'peppol-id', canonical: parsed.ok ? formatPeppolId(parsed.value) : null }
}

function judged(kind: IdentifierKind, parsed: Result<string>): Identifier {
  return { kind, canonical: parsed.ok ? parsed.value : null }
}

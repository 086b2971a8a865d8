import { listCustomers } from '#db/queries/customers.ts'
import { findParty, type PartyLookup, searchParties } from '#db/queries/parties.ts'
import { withTenant } from '#db/with-tenant.ts'
import { foldName } from '#lib/core/fold.ts'
import { isUuid } from '#lib/core/ids.ts'
import { unreachable } from '#lib/core/result.ts'
import { detectIdentifier } from '#lib/party/detect-identifier.ts'
import type { TenantContext } from '#lib/services/context.ts'

/** A party as the search shows it, with the company's link to it if there is one. */
export type DirectoryHit = NonNullable<Awaited<ReturnType<typeof findParty>>> & { customerId: string | null }

const most = 20

/**
 * Looks a text up in the directory (S11): as the identifier it is, else by the words of the name. At most 20
 * hits; `more` tells that there are others. A text shorter than two characters finds nothing.
 */
export async function searchDirectory(
  ctx: TenantContext,
  text: string,
): Promise<{ hits: DirectoryHit[]; more: boolean }> {
  const lookup = lookupOf(text)
  if (!lookup) return { hits: [], more: false }
  const found = await searchParties(ctx.db, lookup, most + 1)
  const own = await ownCustomers(ctx)
  const hits = found.slice(0, most).map((party) => ({ ...party, customerId: own.get(party.id) ?? null }))
  return { hits, more: found.length > most }
}

/** One party of the directory, with the company's link to it. Null when there is none. */
export async function getDirectoryParty(ctx: TenantContext, partyId: string): Promise<DirectoryHit | null> {
  const party = isUuid(partyId) ? await findParty(ctx.db, partyId) : null
  if (!party) return null
  const own = await ownCustomers(ctx)
  return { ...party, customerId: own.get(party.id) ?? null }
}

async function ownCustomers(ctx: TenantContext): Promise<Map<string, string>> {
  const customers = await withTenant(ctx.db, ctx.tenantId, (tx) => listCustomers(tx, ctx.tenantId))
  return new Map(customers.map((customer) => [customer.partyId, customer.id]))
}

/** The lookup a text asks for; null when it is too short, or an identifier that the directory cannot know. */
function lookupOf(text: string): PartyLookup | null {
  const identifier = detectIdentifier(text)
  const by = { orgnumber: 'org-number', vat: 'vat-number', gln: 'gln', 'peppol-id': 'peppol-id' } as const
  switch (identifier.kind) {
    case 'orgnumber':
    case 'vat':
    case 'gln':
    case 'peppol-id':
      return identifier.canonical === null ? null : { by: by[identifier.kind], value: identifier.canonical }
    case 'iban':
    case 'bankgiro':
    case 'name': {
      const folded = foldName(text)
      return folded.length < 2 ? null : { by: 'name', folded }
    }
    default:
      return unreachable(identifier.kind)
  }
}

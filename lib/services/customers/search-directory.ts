import { listCustomers } from '#db/queries/customers.ts'
import { findParty, type PartyLookup, searchParties } from '#db/queries/parties.ts'
import { listProfilesInForce } from '#db/queries/requirement-profiles.ts'
import { withTenant } from '#db/with-tenant.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { foldName } from '#lib/core/fold.ts'
import { isUuid } from '#lib/core/ids.ts'
import type { RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import { detectIdentifier } from '#lib/party/detect-identifier.ts'
import type { TenantContext } from '#lib/services/context.ts'

/** A party as the search shows it, with the company's link to it if there is one. */
export type DirectoryHit = NonNullable<Awaited<ReturnType<typeof findParty>>> & {
  customerId: string | null
  /** What it demands of invoices, as in force today (K11). */
  profile: RequirementProfile | undefined
}

const most = 20

/**
 * Looks a text up in the directory (S11): as the identifier it is, else by the words of the name; a number with a
 * wrong check digit by the words of the name too. At most 20 hits; `more` tells that there are others. A text shorter
 * than two characters finds nothing.
 */
export async function searchDirectory(
  ctx: TenantContext,
  text: string,
): Promise<{ hits: DirectoryHit[]; more: boolean }> {
  const lookup = lookupOf(text)
  if (!lookup) return { hits: [], more: false }
  const found = await searchParties(ctx.db, lookup, most + 1)
  const own = await ownCustomers(ctx)
  const shown = found.slice(0, most)
  const profiles = await profilesOf(
    ctx,
    shown.map(({ id }) => id),
  )
  const hits = shown.map((party) => ({
    ...party,
    customerId: own.get(party.id) ?? null,
    profile: profiles.get(party.id),
  }))
  return { hits, more: found.length > most }
}

/** One party of the directory, with the company's link to it. Null when there is none. */
export async function getDirectoryParty(ctx: TenantContext, partyId: string): Promise<DirectoryHit | null> {
  const party = isUuid(partyId) ? await findParty(ctx.db, partyId) : null
  if (!party) return null
  const own = await ownCustomers(ctx)
  const profiles = await profilesOf(ctx, [party.id])
  return { ...party, customerId: own.get(party.id) ?? null, profile: profiles.get(party.id) }
}

async function profilesOf(ctx: TenantContext, partyIds: readonly string[]) {
  return listProfilesInForce(ctx.db, partyIds, todayInStockholm(ctx.clock.now()))
}

/** The company's customers by party; one taken out of the register can be added again and is not among them. */
async function ownCustomers(ctx: TenantContext): Promise<Map<string, string>> {
  const customers = await withTenant(ctx.db, ctx.tenantId, (tx) => listCustomers(tx, ctx.tenantId))
  return new Map(
    customers
      .filter((customer) => customer.removedAt === null)
      .map((customer) => [customer.partyId, customer.id]),
  )
}

const lookupBy = {
  orgnumber: 'org-number',
  vat: 'vat-number',
  gln: 'gln',
  'peppol-id': 'peppol-id',
  iban: 'iban',
  bankgiro: 'bankgiro',
} as const

/** The lookup a text asks for; null when it is too short. */
function lookupOf(text: string): PartyLookup | null {
  const { kind, canonical } = detectIdentifier(text)
  if (kind !== 'name' && canonical !== null) return { by: lookupBy[kind], value: canonical }
  const folded = foldName(text)
  return folded.length < 2 ? null : { by: 'name', folded }
}

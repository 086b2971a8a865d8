import { asc, count, eq, like, or, sql } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { parties } from '../schema/parties.ts'

const shown = {
  id: parties.id,
  name: parties.name,
  orgNumber: parties.orgNumber,
  vatNumber: parties.vatNumber,
  peppolIds: parties.peppolIds,
  glns: parties.glns,
  street: parties.street,
  postalCode: parties.postalCode,
  city: parties.city,
  country: parties.country,
  channels: parties.channels,
  approval: parties.approval,
  canReceive: parties.canReceive,
  companyId: parties.companyId,
}

/** A party of the directory by id, without its contact address. Null when there is none. */
export async function findParty(db: Connection, partyId: string) {
  const [row] = await db.select(shown).from(parties).where(eq(parties.id, partyId))
  return row ?? null
}

/** How a search box text is looked up: by one exact identifier, or by words of the name. */
export type PartyLookup =
  | { by: 'org-number' | 'vat-number' | 'gln' | 'peppol-id'; value: string }
  | { by: 'name'; folded: string }

/**
 * Parties that match, at most `limit`, those whose name begins with the text first. Name words are compared
 * folded; `%` and `_` in the text are themselves.
 */
export async function searchParties(db: Connection, lookup: PartyLookup, limit: number) {
  if (lookup.by === 'name') {
    const literal = lookup.folded.replace(/[\\%_]/g, (sign) => `\\${sign}`)
    return db
      .select(shown)
      .from(parties)
      .where(or(like(parties.nameFolded, `${literal}%`), like(parties.nameFolded, `% ${literal}%`)))
      .orderBy(sql`${parties.nameFolded} not like ${`${literal}%`}`, asc(parties.nameFolded), asc(parties.id))
      .limit(limit)
  }
  const exact = {
    'org-number': eq(parties.orgNumber, lookup.value),
    'vat-number': eq(parties.vatNumber, lookup.value),
    gln: sql`${parties.glns} @> array[${lookup.value}]`,
    'peppol-id': sql`${parties.peppolIds} @> array[${lookup.value}]`,
  }[lookup.by]
  return db
    .select(shown)
    .from(parties)
    .where(exact)
    .orderBy(asc(parties.nameFolded), asc(parties.id))
    .limit(limit)
}

/** How many parties the directory holds. */
export async function countParties(db: Connection): Promise<number> {
  const [row] = await db.select({ total: count() }).from(parties)
  return row?.total ?? 0
}

import { and, asc, count, eq, gt, isNotNull, isNull, like, or, sql } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { parties } from '../schema/parties.ts'
import { accountLinks } from '../schema/users.ts'

const shown = {
  id: parties.id,
  name: parties.name,
  orgNumber: parties.orgNumber,
  vatNumber: parties.vatNumber,
  peppolIds: parties.peppolIds,
  glns: parties.glns,
  bankgiros: parties.bankgiros,
  ibans: parties.ibans,
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

/** Where letters to a party go. For services that write one, never for a page. Null when none is recorded. */
export async function findPartyContact(db: Connection, partyId: string): Promise<string | null> {
  const [row] = await db.select({ email: parties.contactEmail }).from(parties).where(eq(parties.id, partyId))
  return row?.email ?? null
}

/** How a search box text is looked up: by one exact identifier, or by words of the name. */
export type PartyLookup =
  | { by: 'org-number' | 'vat-number' | 'gln' | 'peppol-id' | 'bankgiro' | 'iban'; value: string }
  | { by: 'name'; folded: string }

/**
 * Parties that match, at most `limit`, those whose name begins with the text first. By name: every word begins a word
 * of the name, in any order, compared folded.
 */
export async function searchParties(db: Connection, lookup: PartyLookup, limit: number) {
  if (lookup.by === 'name') {
    const beginsWord = (word: string) =>
      or(like(parties.nameFolded, `${word}%`), like(parties.nameFolded, `% ${word}%`))
    const words = literal(lookup.folded).split(' ').slice(0, 8)
    return db
      .select(shown)
      .from(parties)
      .where(and(...words.map(beginsWord)))
      .orderBy(
        sql`${parties.nameFolded} not like ${`${literal(lookup.folded)}%`}`,
        asc(parties.nameFolded),
        asc(parties.id),
      )
      .limit(limit)
  }
  const exact = {
    'org-number': eq(parties.orgNumber, lookup.value),
    'vat-number': eq(parties.vatNumber, lookup.value),
    gln: sql`(${parties.glns} @> array[${lookup.value}] or ${parties.peppolIds} @> array[${`0088:${lookup.value}`}])`,
    'peppol-id': sql`${parties.peppolIds} @> array[${lookup.value}]`,
    bankgiro: sql`${parties.bankgiros} @> array[${lookup.value}]`,
    iban: sql`${parties.ibans} @> array[${lookup.value}]`,
  }[lookup.by]
  return db
    .select(shown)
    .from(parties)
    .where(exact)
    .orderBy(asc(parties.nameFolded), asc(parties.id))
    .limit(limit)
}

/** The text with `%` and `_` as themselves. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

/** How many parties the directory holds. */
export async function countParties(db: Connection): Promise<number> {
  const [row] = await db.select({ total: count() }).from(parties)
  return row?.total ?? 0
}

/** The party with an organisation number that can be claimed by mail: nobody has, and an address is recorded. */
export async function findClaimableParty(db: Connection, orgNumber: string) {
  const [row] = await db
    .select({ id: parties.id, name: parties.name, email: parties.contactEmail })
    .from(parties)
    .where(and(eq(parties.orgNumber, orgNumber), isNull(parties.companyId), isNotNull(parties.contactEmail)))
    .orderBy(asc(parties.createdAt), asc(parties.id))
    .limit(1)
  return row?.email ? { id: row.id, name: row.name, email: row.email } : null
}

/** The party with an organisation number that nobody has claimed, whether or not an address is recorded. Null when there is none. */
export async function findUnclaimedParty(db: Connection, orgNumber: string) {
  const [row] = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(and(eq(parties.orgNumber, orgNumber), isNull(parties.companyId)))
    .orderBy(asc(parties.createdAt), asc(parties.id))
    .limit(1)
  return row ?? null
}

/** Claims a party for a recipient organisation. False when somebody has already. */
export async function claimParty(db: Connection, partyId: string, companyId: string): Promise<boolean> {
  const claimed = await db
    .update(parties)
    .set({ companyId })
    .where(and(eq(parties.id, partyId), isNull(parties.companyId)))
    .returning({ id: parties.id })
  return claimed.length === 1
}

/** Adds a link that claims a party. */
export async function insertClaimLink(
  db: Connection,
  row: Omit<typeof accountLinks.$inferInsert, 'purpose'>,
): Promise<void> {
  await db.insert(accountLinks).values({ ...row, purpose: 'party-claim' })
}

/**
 * How many links that claim were made since `since`: for the party, and from the network address. Holds a lock on the
 * party until the transaction ends, so that tries at once cannot slip past the limit together.
 */
export async function countClaimLinks(db: Connection, partyId: string | null, address: string, since: Date) {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`claim:${partyId ?? address}`}, 0))`)
  const [row] = await db
    .select({
      forParty: sql<number>`count(*) filter (where ${accountLinks.partyId} = ${partyId}::uuid)`.mapWith(
        Number,
      ),
      fromAddress: sql<number>`count(*) filter (where ${accountLinks.address} = ${address})`.mapWith(Number),
    })
    .from(accountLinks)
    .where(and(eq(accountLinks.purpose, 'party-claim'), gt(accountLinks.createdAt, since)))
  return row ?? { forParty: 0, fromAddress: 0 }
}

/** A link that claims a party, by the hash of its token, with the party. Null when there is none. */
export async function findClaimLink(db: Connection, tokenHash: string) {
  const [row] = await db
    .select({
      id: accountLinks.id,
      email: accountLinks.email,
      expiresAt: accountLinks.expiresAt,
      usedAt: accountLinks.usedAt,
      party: shown,
    })
    .from(accountLinks)
    .innerJoin(parties, eq(parties.id, accountLinks.partyId))
    .where(and(eq(accountLinks.tokenHash, tokenHash), eq(accountLinks.purpose, 'party-claim')))
  return row ?? null
}

/** Uses a link up. False when somebody was first. */
export async function consumeClaimLink(db: Connection, linkId: string, now: Date): Promise<boolean> {
  const used = await db
    .update(accountLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountLinks.id, linkId),
        eq(accountLinks.purpose, 'party-claim'),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, now),
      ),
    )
    .returning({ id: accountLinks.id })
  return used.length === 1
}

import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { type AccountLinkPurpose, accountLinks, mails } from '../schema/users.ts'

/** Adds a single-use link. */
export async function insertAccountLink(
  db: Connection,
  row: typeof accountLinks.$inferInsert,
): Promise<void> {
  await db.insert(accountLinks).values(row)
}

/** How many links of a kind were asked for since `since`: to the e-mail address, and from the network address. */
export async function countAccountLinks(
  db: Connection,
  purpose: AccountLinkPurpose,
  { email, address }: { email: string; address: string },
  since: Date,
) {
  const [row] = await db
    .select({
      forEmail: sql<number>`count(*) filter (where ${accountLinks.email} = ${email})`.mapWith(Number),
      fromAddress: sql<number>`count(*) filter (where ${accountLinks.address} = ${address})`.mapWith(Number),
    })
    .from(accountLinks)
    .where(
      and(
        eq(accountLinks.purpose, purpose),
        gt(accountLinks.createdAt, since),
        or(eq(accountLinks.email, email), eq(accountLinks.address, address)),
      ),
    )
  return row ?? { forEmail: 0, fromAddress: 0 }
}

/** A link of a kind by the hash of its token. Null when there is none. */
export async function findAccountLink(db: Connection, purpose: AccountLinkPurpose, tokenHash: string) {
  const [row] = await db
    .select()
    .from(accountLinks)
    .where(and(eq(accountLinks.purpose, purpose), eq(accountLinks.tokenHash, tokenHash)))
  return row ?? null
}

/** Uses a link up. Returns false when somebody was first, or its time is over. */
export async function consumeAccountLink(db: Connection, id: string, now: Date): Promise<boolean> {
  const used = await db
    .update(accountLinks)
    .set({ usedAt: now })
    .where(and(eq(accountLinks.id, id), isNull(accountLinks.usedAt), gt(accountLinks.expiresAt, now)))
    .returning({ id: accountLinks.id })
  return used.length === 1
}

/** Uses up every link of a kind that a user has waiting: a newer fact has overtaken them. */
export async function consumeLinksOfUser(
  db: Connection,
  purpose: AccountLinkPurpose,
  userId: string,
  now: Date,
): Promise<void> {
  await db
    .update(accountLinks)
    .set({ usedAt: now })
    .where(
      and(eq(accountLinks.purpose, purpose), eq(accountLinks.userId, userId), isNull(accountLinks.usedAt)),
    )
}

/** Uses up every link of a kind that waits for an address. */
export async function consumeLinksToEmail(
  db: Connection,
  purpose: AccountLinkPurpose,
  email: string,
  now: Date,
): Promise<void> {
  await db
    .update(accountLinks)
    .set({ usedAt: now })
    .where(and(eq(accountLinks.purpose, purpose), eq(accountLinks.email, email), isNull(accountLinks.usedAt)))
}

/** The new address that a user has asked for and not yet confirmed. Null when there is none. */
export async function findWaitingEmail(db: Connection, userId: string, now: Date): Promise<string | null> {
  const [row] = await db
    .select({ email: accountLinks.email })
    .from(accountLinks)
    .where(
      and(
        eq(accountLinks.purpose, 'email-change'),
        eq(accountLinks.userId, userId),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, now),
      ),
    )
    .orderBy(desc(accountLinks.createdAt))
    .limit(1)
  return row?.email ?? null
}

/** Holds an address until the transaction ends, so that letters asked for at once are counted one after the other. */
export async function lockAddressForLetters(tx: Transaction, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`letters:${email}`}, 0))`)
}

/** Removes links made before `before`, and letters from before it that are about no registration. */
export async function deleteOldAccountLinks(db: Connection, before: Date): Promise<void> {
  await db.delete(mails).where(and(isNull(mails.registrationId), lt(mails.createdAt, before)))
  await db.delete(accountLinks).where(lt(accountLinks.createdAt, before))
}

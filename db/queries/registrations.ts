import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { registrations } from '../schema/users.ts'

/** Adds a registration on its way. */
export async function insertRegistration(
  db: Connection,
  row: typeof registrations.$inferInsert,
): Promise<void> {
  await db.insert(registrations).values(row)
}

/** How many registrations were made since `since`: for the e-mail address, and from the network address. */
export async function countRegistrations(db: Connection, email: string, address: string, since: Date) {
  const [row] = await db
    .select({
      forEmail: sql<number>`count(*) filter (where ${registrations.email} = ${email})`.mapWith(Number),
      fromAddress: sql<number>`count(*) filter (where ${registrations.address} = ${address})`.mapWith(Number),
    })
    .from(registrations)
    .where(
      and(
        gt(registrations.createdAt, since),
        or(eq(registrations.email, email), eq(registrations.address, address)),
      ),
    )
  return row ?? { forEmail: 0, fromAddress: 0 }
}

/** A registration by the hash of its link's token. Null when there is none. */
export async function findRegistration(db: Connection, tokenHash: string) {
  const [row] = await db.select().from(registrations).where(eq(registrations.tokenHash, tokenHash))
  return row ?? null
}

/** A registration by its id, held until the transaction ends. Null when there is none. */
export async function lockRegistration(tx: Transaction, id: string) {
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, id)).for('update')
  return row ?? null
}

/** A registration by its id. Null when there is none. */
export async function findRegistrationById(db: Connection, id: string) {
  const [row] = await db.select().from(registrations).where(eq(registrations.id, id))
  return row ?? null
}

/** Notes that a new link was made from a registration. */
export async function updateRegistrationResent(db: Connection, id: string, now: Date): Promise<void> {
  await db.update(registrations).set({ resentAt: now }).where(eq(registrations.id, id))
}

/** Keeps which agreement was accepted, until there is a user to keep it for. */
export async function updateRegistrationAgreement(
  db: Connection,
  id: string,
  evidence: { version: string; locale: string; hash: string; at: Date; address: string },
): Promise<void> {
  await db
    .update(registrations)
    .set({
      agreementVersion: evidence.version,
      agreementLocale: evidence.locale,
      agreementHash: evidence.hash,
      agreementAcceptedAt: evidence.at,
      agreementAddress: evidence.address,
    })
    .where(and(eq(registrations.id, id), isNull(registrations.usedAt)))
}

/** Uses a link up. Returns false when somebody was first. */
export async function consumeRegistration(db: Connection, id: string, now: Date): Promise<boolean> {
  const used = await db
    .update(registrations)
    .set({ usedAt: now })
    .where(and(eq(registrations.id, id), isNull(registrations.usedAt)))
    .returning({ id: registrations.id })
  return used.length === 1
}

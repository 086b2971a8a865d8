import { and, eq, gte, inArray, lt, notExists, sql } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { mails, registrations, sessions, signInFailures, users } from '../schema/users.ts'

/** Removes counted tries to sign in from before `before`. */
export async function deleteOldTries(db: Connection, before: Date): Promise<void> {
  await db.delete(signInFailures).where(lt(signInFailures.at, before))
}

/** Removes sessions last seen before `before`: none of them can be alive. */
export async function deleteOldSessions(db: Connection, before: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.lastSeenAt, before))
}

/** Removes registrations made before `before`, used or not, with the letters about them. */
export async function deleteOldRegistrations(db: Connection, before: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const old = tx
      .select({ id: registrations.id })
      .from(registrations)
      .where(lt(registrations.createdAt, before))
    await tx.delete(mails).where(inArray(mails.registrationId, old))
    await tx.delete(registrations).where(lt(registrations.createdAt, before))
  })
}

/** The companies that somebody tried Talong out with, begun before `before` and with nobody seen in them since. */
export async function listOldSandboxes(db: Connection, before: Date): Promise<readonly string[]> {
  const seenSince = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, users.id), gte(sessions.lastSeenAt, before)))
  const rows = await db
    .selectDistinct({ companyId: users.companyId })
    .from(users)
    .where(and(eq(users.isSandbox, true), lt(users.createdAt, before), notExists(seenSince)))
  return rows.flatMap(({ companyId }) => companyId ?? [])
}

/**
 * Removes a company that somebody tried Talong out with, and everything of it, in a transaction of that tenant. The
 * database refuses it for any other company, and throws.
 */
export async function removeSandbox(tx: Transaction, tenantId: string): Promise<void> {
  await tx.execute(sql`select remove_sandbox(${tenantId})`)
}

import { inArray, lt } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { mails, registrations, sessions, signInFailures } from '../schema/users.ts'

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

import { eq, inArray } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { mails, registrations } from '../schema/users.ts'

/** Adds a letter to send; nothing happens where there is one of that id. */
export async function insertMail(db: Connection, row: typeof mails.$inferInsert): Promise<void> {
  await db.insert(mails).values(row).onConflictDoNothing({ target: mails.id })
}

/** A letter with the registration it is about, if it is about one. Null when there is no such letter. */
export async function findMail(db: Connection, mailId: string) {
  const [row] = await db
    .select({
      id: mails.id,
      letter: mails.letter,
      locale: mails.locale,
      recipient: mails.recipient,
      sentAt: mails.sentAt,
      registrationId: mails.registrationId,
      subjectId: mails.subjectId,
      params: mails.params,
      items: mails.items,
      companyName: registrations.companyName,
      contactName: registrations.contactName,
    })
    .from(mails)
    .leftJoin(registrations, eq(registrations.id, mails.registrationId))
    .where(eq(mails.id, mailId))
  return row ?? null
}

/** Which of these letters have been written. */
export async function findWritten(db: Connection, mailIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: mails.id })
    .from(mails)
    .where(inArray(mails.id, [...mailIds]))
  return new Set(rows.map(({ id }) => id))
}

/** Notes that a letter has gone. */
export async function updateMailSent(db: Connection, mailId: string, now: Date): Promise<void> {
  await db.update(mails).set({ sentAt: now }).where(eq(mails.id, mailId))
}

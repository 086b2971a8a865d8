import { and, count, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { inboxDocuments } from '../schema/inbox.ts'

function hasWord(word: string): SQL {
  const literal = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`concat_ws(' ', ${inboxDocuments.senderName}, ${inboxDocuments.number}, ${inboxDocuments.amountDue}) ilike ${literal}`
}

/** What the organisation has received, newest first; every word must be found in sender, number or amount. */
export async function listInbox(
  db: Connection,
  tenantId: string,
  limit: number,
  words: readonly string[] = [],
) {
  return db
    .select({
      id: inboxDocuments.id,
      kind: inboxDocuments.kind,
      senderName: inboxDocuments.senderName,
      number: inboxDocuments.number,
      issueDate: inboxDocuments.issueDate,
      dueDate: inboxDocuments.dueDate,
      currency: inboxDocuments.currency,
      amountDue: inboxDocuments.amountDue,
      receivedAt: inboxDocuments.receivedAt,
      openedAt: inboxDocuments.openedAt,
    })
    .from(inboxDocuments)
    .where(and(eq(inboxDocuments.tenantId, tenantId), ...words.map(hasWord)))
    .orderBy(desc(inboxDocuments.receivedAt), desc(inboxDocuments.id))
    .limit(limit)
}

/** One received document with its bytes. Null when it is not the organisation's. */
export async function findInboxDocument(db: Connection, tenantId: string, documentId: string) {
  const [row] = await db
    .select()
    .from(inboxDocuments)
    .where(and(eq(inboxDocuments.tenantId, tenantId), eq(inboxDocuments.id, documentId)))
  return row ?? null
}

/** Notes the first opening. Returns false when it had been opened before. */
export async function markOpened(
  db: Connection,
  tenantId: string,
  documentId: string,
  now: Date,
): Promise<boolean> {
  const opened = await db
    .update(inboxDocuments)
    .set({ openedAt: now })
    .where(
      and(
        eq(inboxDocuments.tenantId, tenantId),
        eq(inboxDocuments.id, documentId),
        isNull(inboxDocuments.openedAt),
      ),
    )
    .returning({ id: inboxDocuments.id })
  return opened.length === 1
}

/** How many received documents nobody has opened. */
export async function countUnread(db: Connection, tenantId: string): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(inboxDocuments)
    .where(and(eq(inboxDocuments.tenantId, tenantId), isNull(inboxDocuments.openedAt)))
  return row?.total ?? 0
}

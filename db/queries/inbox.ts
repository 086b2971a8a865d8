import { and, count, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'
import type { Answer } from '#lib/invoice/answers.ts'
import type { Connection, Transaction } from '../client.ts'
import { inboxDocuments } from '../schema/inbox.ts'

function hasWord(word: string): SQL {
  const literal = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`concat_ws(' ', ${inboxDocuments.senderName}, ${inboxDocuments.number}, ${inboxDocuments.amountDue}) ilike ${literal}`
}

/** The accounts of the supplier's last document before this one that named any; null when there is none. */
const accountsBefore = sql<string[] | null>`(
  select earlier.accounts from inbox_documents earlier
  where earlier.tenant_id = inbox_documents.tenant_id
    and earlier.sender_tenant_id = inbox_documents.sender_tenant_id
    and (earlier.received_at, earlier.id) < (inbox_documents.received_at, inbox_documents.id)
    and earlier.accounts <> '[]'::jsonb
  order by earlier.received_at desc, earlier.id desc limit 1)`

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
      answer: inboxDocuments.answer,
      accounts: inboxDocuments.accounts,
      accountsBefore,
    })
    .from(inboxDocuments)
    .where(and(eq(inboxDocuments.tenantId, tenantId), ...words.map(hasWord)))
    .orderBy(desc(inboxDocuments.receivedAt), desc(inboxDocuments.id))
    .limit(limit)
}

/** One received document with its bytes. Null when it is not the organisation's. */
export async function findInboxDocument(db: Connection, tenantId: string, documentId: string) {
  const [row] = await db
    .select({ ...getTableColumns(inboxDocuments), accountsBefore })
    .from(inboxDocuments)
    .where(and(eq(inboxDocuments.tenantId, tenantId), eq(inboxDocuments.id, documentId)))
  return row ?? null
}

/** What an answer needs of a document, and nobody else answers it until the transaction ends. Null when it is not the organisation's. */
export async function lockInboxDocument(tx: Transaction, tenantId: string, documentId: string) {
  const [row] = await tx
    .select({
      id: inboxDocuments.id,
      messageId: inboxDocuments.messageId,
      senderTenantId: inboxDocuments.senderTenantId,
      senderInvoiceId: inboxDocuments.senderInvoiceId,
      senderVersion: inboxDocuments.senderVersion,
      senderName: inboxDocuments.senderName,
      number: inboxDocuments.number,
      answer: inboxDocuments.answer,
    })
    .from(inboxDocuments)
    .where(and(eq(inboxDocuments.tenantId, tenantId), eq(inboxDocuments.id, documentId)))
    .for('update')
  return row ?? null
}

/** Writes what the organisation answers to a document. */
export async function updateAnswer(
  tx: Transaction,
  tenantId: string,
  documentId: string,
  given: { answer: Answer; answerText: string; answeredAt: Date; answeredByName: string },
): Promise<void> {
  await tx
    .update(inboxDocuments)
    .set(given)
    .where(and(eq(inboxDocuments.tenantId, tenantId), eq(inboxDocuments.id, documentId)))
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

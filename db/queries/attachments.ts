import { and, asc, count, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { attachments, invoiceVersions } from '../schema/invoices.ts'
import { pdfs } from '../schema/pdfs.ts'

const ofTenant = (tenantId: string, attachmentId: string) =>
  and(eq(attachments.tenantId, tenantId), eq(attachments.id, attachmentId))

/** The files with an invoice, in shown order; those that were taken away are left out. */
export async function listAttachments(db: Connection, tenantId: string, invoiceId: string) {
  return db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.tenantId, tenantId),
        eq(attachments.invoiceId, invoiceId),
        isNull(attachments.removedAt),
      ),
    )
    .orderBy(asc(attachments.position), asc(attachments.createdAt), asc(attachments.id))
}

/** The files with any of the invoices, each one's in the shown order; those that were taken away are left out. */
export async function listAttachmentsOf(db: Connection, tenantId: string, invoiceIds: readonly string[]) {
  if (invoiceIds.length === 0) return []
  return db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.tenantId, tenantId),
        inArray(attachments.invoiceId, [...invoiceIds]),
        isNull(attachments.removedAt),
      ),
    )
    .orderBy(asc(attachments.position), asc(attachments.createdAt), asc(attachments.id))
}

/** How many files are with each of the invoices; one without files is not in the map. */
export async function countAttachments(
  db: Connection,
  tenantId: string,
  invoiceIds: readonly string[],
): Promise<Map<string, number>> {
  if (invoiceIds.length === 0) return new Map()
  const rows = await db
    .select({ invoiceId: attachments.invoiceId, total: count() })
    .from(attachments)
    .where(
      and(
        eq(attachments.tenantId, tenantId),
        inArray(attachments.invoiceId, [...invoiceIds]),
        isNull(attachments.removedAt),
      ),
    )
    .groupBy(attachments.invoiceId)
  return new Map(rows.map((row) => [row.invoiceId ?? '', row.total]))
}

/** One file, taken away or not. Null when it is not the tenant's. */
export async function findAttachment(db: Connection, tenantId: string, attachmentId: string) {
  const [row] = await db.select().from(attachments).where(ofTenant(tenantId, attachmentId))
  return row ?? null
}

/** Adds a file whose bytes are stored already. */
export async function insertAttachment(
  tx: Transaction,
  tenantId: string,
  row: Omit<typeof attachments.$inferInsert, 'tenantId'>,
): Promise<void> {
  await tx.insert(attachments).values({ tenantId, ...row })
}

/** Changes what may change of a file: its description, its place, whether it is there. */
export async function updateAttachment(
  tx: Transaction,
  tenantId: string,
  attachmentId: string,
  change: { description?: string; position?: number; removedAt?: Date | null },
): Promise<void> {
  await tx.update(attachments).set(change).where(ofTenant(tenantId, attachmentId))
}

/** Forgets files that were taken away before `before`: nobody brings them back any more. */
export async function deleteRemovedAttachments(
  tx: Transaction,
  tenantId: string,
  before: Date,
): Promise<void> {
  await tx
    .delete(attachments)
    .where(
      and(
        eq(attachments.tenantId, tenantId),
        isNotNull(attachments.removedAt),
        lt(attachments.removedAt, before),
      ),
    )
}

/** Which of the tenant's keys are pointed to: by a file, by a sent document or its PDF, or by a file inside one. */
export async function findUsedKeys(
  db: Connection,
  tenantId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const files = await db
    .select({ key: attachments.key })
    .from(attachments)
    .where(and(eq(attachments.tenantId, tenantId), inArray(attachments.key, [...keys])))
  const documents = await db
    .select({ key: invoiceVersions.xmlKey })
    .from(invoiceVersions)
    .where(and(eq(invoiceVersions.tenantId, tenantId), inArray(invoiceVersions.xmlKey, [...keys])))
  const papers = await db
    .select({ key: pdfs.key })
    .from(pdfs)
    .where(and(eq(pdfs.tenantId, tenantId), inArray(pdfs.key, [...keys])))
  const inside = await db
    .select({ key: sql<string>`file.value ->> 'key'` })
    .from(sql`${invoiceVersions}, jsonb_array_elements(${invoiceVersions.attachments}) as file`)
    .where(
      and(
        eq(invoiceVersions.tenantId, tenantId),
        sql`file.value ->> 'key' in (${sql.join(
          keys.map((key) => sql`${key}`),
          sql`, `,
        )})`,
      ),
    )
  return new Set([...files, ...documents, ...papers, ...inside].flatMap(({ key }) => key ?? []))
}

import { and, eq } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { pdfs } from '../schema/pdfs.ts'

/** The PDF of the version that a message carried. Null when it is not made, or not the tenant's. */
export async function findPdf(db: Connection, tenantId: string, messageId: string) {
  const [row] = await db
    .select({ key: pdfs.key, sha256: pdfs.sha256, size: pdfs.size })
    .from(pdfs)
    .where(and(eq(pdfs.tenantId, tenantId), eq(pdfs.messageId, messageId)))
  return row ?? null
}

/** Notes where a PDF lies. One that is there already stays. */
export async function insertPdf(
  tx: Transaction,
  tenantId: string,
  row: Omit<typeof pdfs.$inferInsert, 'tenantId'>,
): Promise<void> {
  await tx
    .insert(pdfs)
    .values({ tenantId, ...row })
    .onConflictDoNothing()
}

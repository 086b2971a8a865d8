import type { Transaction } from '../client.ts'
import { auditLog } from '../schema/audit.ts'
import { invoiceEvents } from '../schema/invoices.ts'

/** Writes to the company's audit log, in the transaction of the change itself. */
export async function insertAudit(
  tx: Transaction,
  tenantId: string,
  row: Omit<typeof auditLog.$inferInsert, 'tenantId' | 'hash'>,
): Promise<void> {
  await tx.insert(auditLog).values({ tenantId, ...row })
}

/** Writes to an invoice's timeline, in the transaction of the change itself. */
export async function insertInvoiceEvent(
  tx: Transaction,
  tenantId: string,
  row: Omit<typeof invoiceEvents.$inferInsert, 'tenantId'>,
): Promise<void> {
  await tx.insert(invoiceEvents).values({ tenantId, ...row })
}

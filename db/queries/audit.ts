import type { Transaction } from '../client.ts'
import { auditLog } from '../schema/audit.ts'
import { invoiceEvents } from '../schema/invoices.ts'
import { eachOf, type OneOrSeveral } from './rows.ts'

/** Writes one or several rows to the company's audit log, in the transaction of the change itself. */
export async function insertAudit(
  tx: Transaction,
  tenantId: string,
  rows: OneOrSeveral<Omit<typeof auditLog.$inferInsert, 'tenantId' | 'hash'>>,
): Promise<void> {
  await tx.insert(auditLog).values(eachOf(tenantId, rows))
}

/** Writes one or several rows to the timelines of invoices, in the transaction of the change itself. */
export async function insertInvoiceEvent(
  tx: Transaction,
  tenantId: string,
  rows: OneOrSeveral<Omit<typeof invoiceEvents.$inferInsert, 'tenantId'>>,
): Promise<void> {
  await tx.insert(invoiceEvents).values(eachOf(tenantId, rows))
}

import { and, eq, sql } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { deliveries, invoiceEvents, invoices, invoiceVersions } from '../schema/invoices.ts'
import { eachOf, type OneOrSeveral } from './rows.ts'

/** A sent version: the exact bytes, or the object that holds them. Null when it is not the tenant's. */
export async function findInvoiceVersion(
  db: Connection,
  tenantId: string,
  invoiceId: string,
  version: number,
) {
  const [row] = await db
    .select({
      snapshot: invoiceVersions.snapshot,
      xml: invoiceVersions.xml,
      xmlKey: invoiceVersions.xmlKey,
      xmlHash: invoiceVersions.xmlHash,
      frozenBy: invoiceVersions.frozenBy,
    })
    .from(invoiceVersions)
    .where(
      and(
        eq(invoiceVersions.tenantId, tenantId),
        eq(invoiceVersions.invoiceId, invoiceId),
        eq(invoiceVersions.version, version),
      ),
    )
  return row ?? null
}

/** Freezes what is sent. */
export async function insertInvoiceVersion(
  tx: Transaction,
  tenantId: string,
  rows: OneOrSeveral<Omit<typeof invoiceVersions.$inferInsert, 'tenantId'>>,
): Promise<void> {
  await tx.insert(invoiceVersions).values(eachOf(tenantId, rows))
}

/** An invoice's timeline, oldest first. */
export async function listInvoiceEvents(db: Connection, tenantId: string, invoiceId: string) {
  return db
    .select({
      id: invoiceEvents.id,
      version: invoiceEvents.version,
      event: invoiceEvents.event,
      actorName: invoiceEvents.actorName,
      evidence: invoiceEvents.evidence,
      at: invoiceEvents.at,
    })
    .from(invoiceEvents)
    .where(and(eq(invoiceEvents.tenantId, tenantId), eq(invoiceEvents.invoiceId, invoiceId)))
    .orderBy(invoiceEvents.id)
}

/**
 * Where an invoice stands, as one short text that is another as soon as anything has happened to it: its state, its
 * delivery's, and the last event. Null when it is not the tenant's.
 */
export async function findStanding(
  db: Connection,
  tenantId: string,
  invoiceId: string,
): Promise<string | null> {
  const lastEvent = sql`(select max(e.id) from invoice_events e where e.tenant_id = invoices.tenant_id and e.invoice_id = invoices.id)`
  const [row] = await db
    .select({
      mark: sql<string>`concat_ws(' ', ${invoices.state}, ${invoices.version}, ${deliveries.state}, ${deliveries.attempts}, ${lastEvent})`,
    })
    .from(invoices)
    .leftJoin(
      deliveries,
      and(
        eq(deliveries.tenantId, invoices.tenantId),
        eq(deliveries.invoiceId, invoices.id),
        eq(deliveries.version, invoices.version),
      ),
    )
    .where(and(eq(invoices.tenantId, tenantId), eq(invoices.id, invoiceId)))
  return row?.mark ?? null
}

import { and, eq, inArray, sql } from 'drizzle-orm'
import type { DeliveryState } from '#lib/invoice/lifecycle.ts'
import type { Connection, Transaction } from '../client.ts'
import { inboxDocuments } from '../schema/inbox.ts'
import { deliveries, invoiceVersions } from '../schema/invoices.ts'

/** Adds the delivery of a version, queued. */
export async function insertDelivery(
  tx: Transaction,
  tenantId: string,
  row: Omit<typeof deliveries.$inferInsert, 'tenantId'>,
): Promise<void> {
  await tx.insert(deliveries).values({ tenantId, ...row })
}

/** The delivery of one version of an invoice. Null when it was never sent. */
export async function findDeliveryOfVersion(
  db: Connection,
  tenantId: string,
  invoiceId: string,
  version: number,
) {
  const [row] = await db
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.tenantId, tenantId),
        eq(deliveries.invoiceId, invoiceId),
        eq(deliveries.version, version),
      ),
    )
  return row ?? null
}

/** A delivery with the frozen version it delivers. Null when it is not the tenant's. */
export async function findDelivery(db: Connection, tenantId: string, deliveryId: string) {
  const [row] = await db
    .select({
      delivery: deliveries,
      snapshot: invoiceVersions.snapshot,
      xml: invoiceVersions.xml,
      xmlKey: invoiceVersions.xmlKey,
      attachments: invoiceVersions.attachments,
      xmlHash: invoiceVersions.xmlHash,
    })
    .from(deliveries)
    .innerJoin(
      invoiceVersions,
      and(
        eq(invoiceVersions.tenantId, deliveries.tenantId),
        eq(invoiceVersions.invoiceId, deliveries.invoiceId),
        eq(invoiceVersions.version, deliveries.version),
      ),
    )
    .where(and(eq(deliveries.tenantId, tenantId), eq(deliveries.id, deliveryId)))
  return row ?? null
}

/**
 * Begins an attempt: counts it and moves the delivery to `sending`, by compare-and-set from a state in which
 * work may begin or, after a crash, go on. Returns the attempt's number; null when there is nothing to do.
 */
export async function beginAttempt(
  tx: Transaction,
  tenantId: string,
  deliveryId: string,
  now: Date,
): Promise<number | null> {
  const [row] = await tx
    .update(deliveries)
    .set({ state: 'sending', attempts: sql`${deliveries.attempts} + 1`, updatedAt: now, failureCode: null })
    .where(
      and(
        eq(deliveries.tenantId, tenantId),
        eq(deliveries.id, deliveryId),
        inArray(deliveries.state, ['queued', 'retrying', 'sending']),
      ),
    )
    .returning({ attempts: deliveries.attempts })
  return row?.attempts ?? null
}

/** Writes an attempt's outcome if it still is the newest one. Returns false when it is not. */
export async function finishAttempt(
  tx: Transaction,
  tenantId: string,
  deliveryId: string,
  attempt: number,
  outcome: {
    state: Extract<DeliveryState, 'delivered' | 'retrying' | 'failed'>
    now: Date
    receipt?: { receiptId: string; sha256: string }
    failureCode?: string
  },
): Promise<boolean> {
  const changed = await tx
    .update(deliveries)
    .set({
      state: outcome.state,
      updatedAt: outcome.now,
      failureCode: outcome.failureCode ?? null,
      ...(outcome.receipt ? { deliveredAt: outcome.now, receipt: outcome.receipt } : {}),
    })
    .where(
      and(
        eq(deliveries.tenantId, tenantId),
        eq(deliveries.id, deliveryId),
        eq(deliveries.state, 'sending'),
        eq(deliveries.attempts, attempt),
      ),
    )
    .returning({ id: deliveries.id })
  return changed.length === 1
}

/**
 * Puts a message into the recipient organisation's inbox (`tenantId` is the recipient's). The same message id
 * again changes nothing. Returns the row that holds it: the receipt.
 */
export async function receiveDocument(
  tx: Transaction,
  tenantId: string,
  row: Omit<typeof inboxDocuments.$inferInsert, 'tenantId'>,
): Promise<{ receiptId: string; sha256: string }> {
  await tx
    .insert(inboxDocuments)
    .values({ tenantId, ...row })
    .onConflictDoNothing({ target: [inboxDocuments.tenantId, inboxDocuments.messageId] })
  const [stored] = await tx
    .select({ receiptId: inboxDocuments.id, sha256: inboxDocuments.xmlHash })
    .from(inboxDocuments)
    .where(and(eq(inboxDocuments.tenantId, tenantId), eq(inboxDocuments.messageId, row.messageId)))
  if (!stored) throw new Error('receiveDocument: the message is not there after it was stored')
  return stored
}

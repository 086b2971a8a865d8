import { and, desc, eq, gt, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { DeliveryState } from '#lib/invoice/lifecycle.ts'
import type { Connection, Transaction } from '../client.ts'
import { inboxDocuments } from '../schema/inbox.ts'
import { type DeliveryReceipt, deliveries, invoices, invoiceVersions } from '../schema/invoices.ts'
import { eachOf, type OneOrSeveral } from './rows.ts'

/** Adds the delivery of a version, queued; or of several. */
export async function insertDelivery(
  tx: Transaction,
  tenantId: string,
  rows: OneOrSeveral<Omit<typeof deliveries.$inferInsert, 'tenantId'>>,
): Promise<void> {
  await tx.insert(deliveries).values(eachOf(tenantId, rows))
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
 * Where a delivery stands, held until the transaction ends so that nobody else begins an attempt meanwhile. Null when it
 * is not the tenant's.
 */
export async function lockDelivery(
  tx: Transaction,
  tenantId: string,
  deliveryId: string,
): Promise<DeliveryState | null> {
  const [row] = await tx
    .select({ state: deliveries.state })
    .from(deliveries)
    .where(and(eq(deliveries.tenantId, tenantId), eq(deliveries.id, deliveryId)))
    .for('update')
  return row?.state ?? null
}

/**
 * Begins an attempt: counts it and moves the delivery to `sending`, by compare-and-set from a state in which work may
 * begin, or from `sending` after a crash, to go on. `after`: the attempt that asked for this one (0 for the first).
 * Returns the attempt's number; null when there is nothing to do, or another attempt has been made since.
 */
export async function beginAttempt(
  tx: Transaction,
  tenantId: string,
  deliveryId: string,
  { after, now }: { after: number; now: Date },
): Promise<number | null> {
  const [row] = await tx
    .update(deliveries)
    .set({
      state: 'sending',
      attempts: sql`${deliveries.attempts} + 1`,
      updatedAt: now,
      nextAttemptAt: null,
      failureCode: null,
    })
    .where(
      and(
        eq(deliveries.tenantId, tenantId),
        eq(deliveries.id, deliveryId),
        or(
          and(inArray(deliveries.state, ['queued', 'retrying', 'uncertain']), eq(deliveries.attempts, after)),
          and(eq(deliveries.state, 'sending'), gt(deliveries.attempts, after)),
        ),
      ),
    )
    .returning({ attempts: deliveries.attempts })
  return row?.attempts ?? null
}

/**
 * Cancels the delivery of a version that no attempt has begun, by compare-and-set against `beginAttempt`: one of the
 * two wins. Null when it has begun, or was cancelled before.
 */
export async function cancelDelivery(
  tx: Transaction,
  tenantId: string,
  { invoiceId, version, now }: { invoiceId: string; version: number; now: Date },
): Promise<{ messageId: string } | null> {
  const [row] = await tx
    .update(deliveries)
    .set({ state: 'cancelled', updatedAt: now, nextAttemptAt: null })
    .where(
      and(
        eq(deliveries.tenantId, tenantId),
        eq(deliveries.invoiceId, invoiceId),
        eq(deliveries.version, version),
        eq(deliveries.state, 'queued'),
        eq(deliveries.attempts, 0),
      ),
    )
    .returning({ messageId: deliveries.messageId })
  return row ?? null
}

/** Says whether any version of an invoice was given away, or will be: one that was undone never was. */
export async function hasLeft(db: Connection, tenantId: string, invoiceId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.tenantId, tenantId),
        eq(deliveries.invoiceId, invoiceId),
        ne(deliveries.state, 'cancelled'),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** The newest delivery that an answer out of the network names, of any company: for a transaction of `withAnswer`. */
export async function findAnswered(tx: Transaction, answerKey: string) {
  const [row] = await tx
    .select({
      tenantId: deliveries.tenantId,
      deliveryId: deliveries.id,
      invoiceId: deliveries.invoiceId,
      version: deliveries.version,
      messageId: deliveries.messageId,
    })
    .from(deliveries)
    .where(eq(deliveries.answerKey, answerKey))
    .orderBy(desc(deliveries.createdAt))
    .limit(1)
  return row ?? null
}

/** What was sent and waits for its time to leave, the soonest first: it can be undone. */
export async function listLeaving(db: Connection, tenantId: string, limit: number) {
  return db
    .select({
      invoiceId: deliveries.invoiceId,
      number: invoices.number,
      buyerName: invoices.buyerName,
      leavesAt: deliveries.nextAttemptAt,
    })
    .from(deliveries)
    .innerJoin(
      invoices,
      and(eq(invoices.tenantId, deliveries.tenantId), eq(invoices.id, deliveries.invoiceId)),
    )
    .where(
      and(
        eq(deliveries.tenantId, tenantId),
        eq(deliveries.state, 'queued'),
        isNotNull(deliveries.nextAttemptAt),
      ),
    )
    .orderBy(deliveries.nextAttemptAt, deliveries.id)
    .limit(limit)
}

/** Writes an attempt's outcome if it still is the newest one. Returns false when it is not. */
export async function finishAttempt(
  tx: Transaction,
  tenantId: string,
  deliveryId: string,
  attempt: number,
  outcome: {
    state: Extract<
      DeliveryState,
      'delivered' | 'mailed' | 'handed-over' | 'retrying' | 'uncertain' | 'failed'
    >
    now: Date
    nextAttemptAt: Date | null
    failureCode: string | null
    receipt?: DeliveryReceipt
  },
): Promise<boolean> {
  const changed = await tx
    .update(deliveries)
    .set({
      state: outcome.state,
      updatedAt: outcome.now,
      nextAttemptAt: outcome.nextAttemptAt,
      failureCode: outcome.failureCode,
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

/** Moves a delivery on from a state, with what was learnt. Returns false when it is not in that state any more. */
export async function moveDelivery(
  tx: Transaction,
  tenantId: string,
  deliveryId: string,
  {
    from,
    outcome,
    now,
  }: {
    from: DeliveryState
    outcome: { state: 'delivered'; receipt: DeliveryReceipt } | { state: 'failed'; code: string }
    now: Date
  },
): Promise<boolean> {
  const changed = await tx
    .update(deliveries)
    .set({
      state: outcome.state,
      updatedAt: now,
      nextAttemptAt: null,
      ...(outcome.state === 'delivered'
        ? { deliveredAt: now, receipt: outcome.receipt }
        : { failureCode: outcome.code }),
    })
    .where(and(eq(deliveries.tenantId, tenantId), eq(deliveries.id, deliveryId), eq(deliveries.state, from)))
    .returning({ id: deliveries.id })
  return changed.length === 1
}

/** Writes when a version that was handed over is asked about again; null when it is not. False when it has moved on. */
export async function planQuestion(
  tx: Transaction,
  tenantId: string,
  deliveryId: string,
  nextAttemptAt: Date | null,
): Promise<boolean> {
  const changed = await tx
    .update(deliveries)
    .set({ nextAttemptAt })
    .where(
      and(
        eq(deliveries.tenantId, tenantId),
        eq(deliveries.id, deliveryId),
        eq(deliveries.state, 'handed-over'),
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

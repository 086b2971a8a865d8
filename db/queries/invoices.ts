import { and, count, desc, eq, gte, ilike, inArray, lt, or, sql } from 'drizzle-orm'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { InvoiceState } from '#lib/invoice/lifecycle.ts'
import type { Connection, Transaction } from '../client.ts'
import { deliveries, invoiceEvents, invoices, invoiceVersions } from '../schema/invoices.ts'

const ofTenant = (tenantId: string, invoiceId: string) =>
  and(eq(invoices.tenantId, tenantId), eq(invoices.id, invoiceId))

/** One of the tenant's invoices. Null when it is not theirs. */
export async function findInvoice(db: Connection, tenantId: string, invoiceId: string) {
  const [row] = await db.select().from(invoices).where(ofTenant(tenantId, invoiceId))
  return row ?? null
}

/** As `findInvoice`, and nobody else changes it until the transaction ends. */
export async function lockInvoice(tx: Transaction, tenantId: string, invoiceId: string) {
  const [row] = await tx.select().from(invoices).where(ofTenant(tenantId, invoiceId)).for('update')
  return row ?? null
}

/** Begins a draft. Returns false, and changes nothing, when the id is taken. */
export async function insertDraft(
  db: Connection,
  tenantId: string,
  row: { id: string; draft: InvoiceDraft; customerId: string | null; createdBy: string; now: Date },
): Promise<boolean> {
  const added = await db
    .insert(invoices)
    .values({
      tenantId,
      id: row.id,
      kind: row.draft.kind,
      state: 'draft',
      draft: row.draft,
      revision: 1,
      customerId: row.customerId,
      createdBy: row.createdBy,
      createdAt: row.now,
      updatedAt: row.now,
    })
    .onConflictDoNothing()
    .returning({ id: invoices.id })
  return added.length === 1
}

/** Saves a draft over `revision`. Returns the new revision; null when the draft has moved on or is no draft. */
export async function updateDraft(
  db: Connection,
  tenantId: string,
  invoiceId: string,
  change: { revision: number; draft: InvoiceDraft; customerId: string | null; now: Date },
): Promise<number | null> {
  const [row] = await db
    .update(invoices)
    .set({
      kind: change.draft.kind,
      draft: change.draft,
      customerId: change.customerId,
      revision: change.revision + 1,
      updatedAt: change.now,
    })
    .where(
      and(ofTenant(tenantId, invoiceId), eq(invoices.state, 'draft'), eq(invoices.revision, change.revision)),
    )
    .returning({ revision: invoices.revision })
  return row?.revision ?? null
}

/** Writes a new state with what belongs to it. The database refuses a move that the life cycle does not have. */
export async function updateInvoice(
  tx: Transaction,
  tenantId: string,
  invoiceId: string,
  change: Partial<Omit<typeof invoices.$inferInsert, 'tenantId' | 'id'>>,
): Promise<void> {
  await tx.update(invoices).set(change).where(ofTenant(tenantId, invoiceId))
}

/** Says whether an invoice number is taken in the company, by another invoice than `exceptId`. */
export async function isNumberTaken(
  db: Connection,
  tenantId: string,
  number: string,
  exceptId: string,
): Promise<boolean> {
  const [row] = await db
    .select({ id: invoices.id })
    .from(invoices)
    .where(
      and(eq(invoices.tenantId, tenantId), eq(invoices.number, number), sql`${invoices.id} <> ${exceptId}`),
    )
  return row !== undefined
}

/** How many invoices the tenant has in each state. */
export async function countInvoices(db: Connection, tenantId: string): Promise<Map<InvoiceState, number>> {
  const rows = await db
    .select({ state: invoices.state, total: count() })
    .from(invoices)
    .where(eq(invoices.tenantId, tenantId))
    .groupBy(invoices.state)
  return new Map(rows.map((row) => [row.state, row.total]))
}

/** The tenant's invoices in one state, the last touched first. */
export async function listInvoicesInState(
  db: Connection,
  tenantId: string,
  state: 'draft' | 'ready',
  limit: number,
) {
  return db
    .select({
      id: invoices.id,
      number: invoices.number,
      draft: invoices.draft,
      customerId: invoices.customerId,
      buyerName: invoices.buyerName,
      issueDate: invoices.issueDate,
      dueDate: invoices.dueDate,
      currency: invoices.currency,
      amountDue: invoices.amountDue,
      updatedAt: invoices.updatedAt,
    })
    .from(invoices)
    .where(and(eq(invoices.tenantId, tenantId), eq(invoices.state, state)))
    .orderBy(desc(invoices.updatedAt), desc(invoices.id))
    .limit(limit)
}

/** Where a page of sent invoices begins: after this row. */
export type SentCursor = { sentAt: Date; id: string }

/** Sent invoices with where their delivery stands, newest first, from `since` on, a page at a time. */
export async function listSentInvoices(
  db: Connection,
  tenantId: string,
  filter: { since: Date | null; text: string; after: SentCursor | null; limit: number },
) {
  const literal = `%${filter.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db
    .select({
      id: invoices.id,
      number: invoices.number,
      buyerName: invoices.buyerName,
      issueDate: invoices.issueDate,
      dueDate: invoices.dueDate,
      currency: invoices.currency,
      amountDue: invoices.amountDue,
      state: invoices.state,
      sentAt: invoices.sentAt,
      deliveryState: deliveries.state,
      deliveredAt: deliveries.deliveredAt,
    })
    .from(invoices)
    .innerJoin(
      deliveries,
      and(
        eq(deliveries.tenantId, invoices.tenantId),
        eq(deliveries.invoiceId, invoices.id),
        eq(deliveries.version, invoices.version),
      ),
    )
    .where(
      and(
        eq(invoices.tenantId, tenantId),
        inArray(invoices.state, ['sent', 'answered', 'rejected', 'failed']),
        filter.since ? gte(invoices.sentAt, filter.since) : undefined,
        filter.text ? or(ilike(invoices.number, literal), ilike(invoices.buyerName, literal)) : undefined,
        filter.after
          ? or(
              lt(invoices.sentAt, filter.after.sentAt),
              and(eq(invoices.sentAt, filter.after.sentAt), lt(invoices.id, filter.after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(invoices.sentAt), desc(invoices.id))
    .limit(filter.limit)
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

/** The exact bytes of a sent version. Null when it is not the tenant's. */
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
      xmlHash: invoiceVersions.xmlHash,
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
  row: Omit<typeof invoiceVersions.$inferInsert, 'tenantId'>,
): Promise<void> {
  await tx.insert(invoiceVersions).values({ tenantId, ...row })
}

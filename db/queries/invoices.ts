import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { InvoiceState } from '#lib/invoice/lifecycle.ts'
import type { Connection, Transaction } from '../client.ts'
import { invoices } from '../schema/invoices.ts'

const ofTenant = (tenantId: string, invoiceId: string) =>
  and(eq(invoices.tenantId, tenantId), eq(invoices.id, invoiceId))

/** One of the tenant's invoices. Null when it is not theirs. */
export async function findInvoice(db: Connection, tenantId: string, invoiceId: string) {
  const [row] = await db.select().from(invoices).where(ofTenant(tenantId, invoiceId))
  return row ?? null
}

/** The draft of the customer's debit invoice that was made ready and begun last before `begun`. Null when there is none. */
export async function findDraftBefore(
  db: Connection,
  tenantId: string,
  of: { customerId: string; begun: Date },
): Promise<InvoiceDraft | null> {
  const [row] = await db
    .select({ draft: invoices.draft })
    .from(invoices)
    .where(
      and(
        eq(invoices.tenantId, tenantId),
        eq(invoices.customerId, of.customerId),
        eq(invoices.kind, 'invoice'),
        isNotNull(invoices.number),
        lt(invoices.createdAt, of.begun),
      ),
    )
    .orderBy(desc(invoices.createdAt), desc(invoices.id))
    .limit(1)
  return row?.draft ?? null
}

/** As `findInvoice`, and nobody else changes it until the transaction ends. */
export async function lockInvoice(tx: Transaction, tenantId: string, invoiceId: string) {
  const [row] = await tx.select().from(invoices).where(ofTenant(tenantId, invoiceId)).for('update')
  return row ?? null
}

/** Those of the tenant's invoices that are among `invoiceIds`. */
export async function findInvoices(db: Connection, tenantId: string, invoiceIds: readonly string[]) {
  return db
    .select()
    .from(invoices)
    .where(and(eq(invoices.tenantId, tenantId), inArray(invoices.id, [...invoiceIds])))
}

/**
 * As `findInvoices`, and nobody else changes them until the transaction ends. Always locked in the order of their ids,
 * so that two who want the same ones wait for each other and not both.
 */
export async function lockInvoices(tx: Transaction, tenantId: string, invoiceIds: readonly string[]) {
  return tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.tenantId, tenantId), inArray(invoices.id, [...invoiceIds])))
    .orderBy(asc(invoices.id))
    .for('update')
}

/** Moves locked invoices to `sent`, each as its next version. */
export async function markSent(
  tx: Transaction,
  tenantId: string,
  invoiceIds: readonly string[],
  sentAt: Date,
): Promise<void> {
  await tx
    .update(invoices)
    .set({ state: 'sent', version: sql`${invoices.version} + 1`, sentAt, updatedAt: sentAt })
    .where(and(eq(invoices.tenantId, tenantId), inArray(invoices.id, [...invoiceIds])))
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

/** How many invoices the tenant has in each state; drafts that were taken away are not counted. */
export async function countInvoices(db: Connection, tenantId: string): Promise<Map<InvoiceState, number>> {
  const rows = await db
    .select({ state: invoices.state, total: count() })
    .from(invoices)
    .where(and(eq(invoices.tenantId, tenantId), isNull(invoices.removedAt)))
    .groupBy(invoices.state)
  return new Map(rows.map((row) => [row.state, row.total]))
}

/** The tenant's invoices in one state, the last touched first; drafts that were taken away are left out. */
export async function listInvoicesInState(
  db: Connection,
  tenantId: string,
  state: 'draft' | 'ready',
  limit: number,
) {
  return db
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      draft: invoices.draft,
      revision: invoices.revision,
      customerId: invoices.customerId,
      buyerName: invoices.buyerName,
      issueDate: invoices.issueDate,
      dueDate: invoices.dueDate,
      currency: invoices.currency,
      amountDue: invoices.amountDue,
      updatedAt: invoices.updatedAt,
    })
    .from(invoices)
    .where(and(eq(invoices.tenantId, tenantId), eq(invoices.state, state), isNull(invoices.removedAt)))
    .orderBy(desc(invoices.updatedAt), desc(invoices.id))
    .limit(limit)
}

/**
 * Takes a draft away (`at`) or brings it back (null). Only a draft without a number: a number stays for ever. Returns
 * false, and changes nothing, when there is no such draft.
 */
export async function setDraftRemoved(
  tx: Transaction,
  tenantId: string,
  invoiceId: string,
  at: Date | null,
): Promise<boolean> {
  const changed = await tx
    .update(invoices)
    .set({ removedAt: at })
    .where(
      and(
        ofTenant(tenantId, invoiceId),
        eq(invoices.state, 'draft'),
        isNull(invoices.number),
        at === null ? isNotNull(invoices.removedAt) : isNull(invoices.removedAt),
      ),
    )
    .returning({ id: invoices.id })
  return changed.length === 1
}

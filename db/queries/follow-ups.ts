import { and, desc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { invoices } from '../schema/invoices.ts'

/** The credit notes made from an invoice, oldest first: those taken away or voided are left out. */
export async function listCreditNotes(db: Connection, tenantId: string, originalId: string) {
  return listMadeFrom(db, tenantId, eq(invoices.originalId, originalId))
}

/** What was made to be sent in a rejected invoice's place, oldest first: those taken away or voided are left out. */
export async function listReplacements(db: Connection, tenantId: string, replacesId: string) {
  return listMadeFrom(db, tenantId, eq(invoices.replacesId, replacesId))
}

async function listMadeFrom(db: Connection, tenantId: string, from: SQL) {
  return db
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      state: invoices.state,
      amountDue: invoices.amountDue,
    })
    .from(invoices)
    .where(
      and(eq(invoices.tenantId, tenantId), from, ne(invoices.state, 'voided'), isNull(invoices.removedAt)),
    )
    .orderBy(invoices.createdAt, invoices.id)
}

/** The tenant's sent debit invoices that a credit note can be about, the newest first. */
export async function listCreditable(db: Connection, tenantId: string, limit: number) {
  const rows = await db
    .select({
      invoiceId: invoices.id,
      customerId: invoices.customerId,
      number: invoices.number,
      issueDate: invoices.issueDate,
      buyerName: invoices.buyerName,
      amountDue: invoices.amountDue,
      currency: invoices.currency,
    })
    .from(invoices)
    .where(
      and(
        eq(invoices.tenantId, tenantId),
        eq(invoices.kind, 'invoice'),
        inArray(invoices.state, ['sent', 'answered']),
      ),
    )
    .orderBy(desc(invoices.sentAt), desc(invoices.id))
    .limit(limit)
  return rows.map(({ customerId, number, issueDate, amountDue, ...row }) => ({
    ...row,
    customerId: customerId ?? '',
    number: number ?? '',
    issueDate: issueDate ?? '',
    amountDue: amountDue ?? '0',
  }))
}

/** The frozen credit notes of an invoice that count against it, but for `exceptId`: rejected and voided ones do not. */
export async function listCreditsOf(db: Connection, tenantId: string, originalId: string, exceptId: string) {
  return db
    .select({ id: invoices.id, number: invoices.number, snapshot: invoices.snapshot })
    .from(invoices)
    .where(
      and(
        eq(invoices.tenantId, tenantId),
        eq(invoices.originalId, originalId),
        inArray(invoices.state, ['ready', 'sent', 'answered', 'failed']),
        sql`${invoices.id} <> ${exceptId}`,
      ),
    )
}

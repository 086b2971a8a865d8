import { and, asc, desc, eq, ne } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { agreementAcceptances, companies, numberSeries, paymentAccounts } from '../schema/companies.ts'

/** A company's details as the form fills them. */
export type CompanyDetails = Omit<
  typeof companies.$inferInsert,
  'id' | 'kind' | 'createdAt' | 'updatedAt' | 'defaultTermsDays'
>

/** Adds a company. */
export async function insertCompany(db: Connection, row: typeof companies.$inferInsert): Promise<void> {
  await db.insert(companies).values(row)
}

/** The tenant's own company. Throws when it does not exist: a session without a company is a bug. */
export async function getCompany(db: Connection, tenantId: string) {
  const [row] = await db.select().from(companies).where(eq(companies.id, tenantId))
  if (!row) throw new Error('getCompany: no such company')
  return row
}

/** Replaces the details of the tenant's company. */
export async function updateCompany(
  db: Connection,
  tenantId: string,
  details: CompanyDetails,
  now: Date,
): Promise<void> {
  await db
    .update(companies)
    .set({ ...details, updatedAt: now })
    .where(eq(companies.id, tenantId))
}

/** The tenant's accounts: the default first, then in the order they were added. */
export async function listPaymentAccounts(db: Connection, tenantId: string) {
  return db
    .select({
      id: paymentAccounts.id,
      kind: paymentAccounts.kind,
      number: paymentAccounts.number,
      bic: paymentAccounts.bic,
      isDefault: paymentAccounts.isDefault,
    })
    .from(paymentAccounts)
    .where(eq(paymentAccounts.tenantId, tenantId))
    .orderBy(desc(paymentAccounts.isDefault), asc(paymentAccounts.createdAt))
}

/** Makes one account the company's only one, keeping its row when the number is unchanged. */
export async function replacePaymentAccount(
  db: Connection,
  tenantId: string,
  account: { id: string; kind: 'bankgiro' | 'plusgiro' | 'iban'; number: string; bic: string },
): Promise<void> {
  const [kept] = await db
    .insert(paymentAccounts)
    .values({ ...account, tenantId, isDefault: true })
    .onConflictDoUpdate({
      target: [paymentAccounts.tenantId, paymentAccounts.kind, paymentAccounts.number],
      set: { bic: account.bic, isDefault: true },
    })
    .returning({ id: paymentAccounts.id })
  if (!kept) throw new Error('replacePaymentAccount: nothing stored')
  await db
    .delete(paymentAccounts)
    .where(and(eq(paymentAccounts.tenantId, tenantId), ne(paymentAccounts.id, kept.id)))
}

/** Gives a new company its two series: invoices from 1, credit notes from K1. */
export async function insertNumberSeries(db: Connection, tenantId: string): Promise<void> {
  await db.insert(numberSeries).values([
    { tenantId, kind: 'invoice', prefix: '', next: 1, minDigits: 1 },
    { tenantId, kind: 'credit-note', prefix: 'K', next: 1, minDigits: 1 },
  ])
}

/** A series as it stands; with `lock` no one else takes a number until the transaction ends. */
export async function getNumberSeries(
  db: Connection,
  tenantId: string,
  kind: 'invoice' | 'credit-note',
  options: { lock: boolean },
) {
  const query = db
    .select({ prefix: numberSeries.prefix, next: numberSeries.next, minDigits: numberSeries.minDigits })
    .from(numberSeries)
    .where(and(eq(numberSeries.tenantId, tenantId), eq(numberSeries.kind, kind)))
  const [row] = options.lock ? await query.for('update') : await query
  if (!row) throw new Error('getNumberSeries: no such series')
  return row
}

/** Moves a series on. */
export async function updateNumberSeries(
  db: Connection,
  tenantId: string,
  kind: 'invoice' | 'credit-note',
  next: number,
): Promise<void> {
  await db
    .update(numberSeries)
    .set({ next })
    .where(and(eq(numberSeries.tenantId, tenantId), eq(numberSeries.kind, kind)))
}

/** Keeps the evidence of an accepted agreement. */
export async function insertAgreementAcceptance(
  db: Connection,
  row: typeof agreementAcceptances.$inferInsert,
): Promise<void> {
  await db.insert(agreementAcceptances).values(row)
}

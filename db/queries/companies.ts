import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Connection, Transaction } from '../client.ts'
import { agreementAcceptances, companies, numberSeries, paymentAccounts } from '../schema/companies.ts'
import { invoices } from '../schema/invoices.ts'
import { users } from '../schema/users.ts'

type CompanyRow = typeof companies.$inferSelect

/** A company's details as *Företagsuppgifter* fills them. */
export type CompanyDetails = Pick<
  CompanyRow,
  | 'companyForm'
  | 'name'
  | 'tradingName'
  | 'orgNumber'
  | 'vatRegistered'
  | 'vatNumber'
  | 'fTaxApproved'
  | 'seat'
  | 'gln'
  | 'identifyBy'
  | 'street'
  | 'street2'
  | 'postalCode'
  | 'city'
  | 'country'
  | 'contactName'
  | 'phone'
  | 'email'
>

/** What a company's new invoices start with, as the settings fill it. */
export type InvoiceDefaults = Pick<
  CompanyRow,
  | 'defaultTermsDays'
  | 'interestText'
  | 'roundToKrona'
  | 'defaultVatChoice'
  | 'pricesIncludeVat'
  | 'accountingCurrency'
  | 'footer'
>

/** The two series a company numbers its documents in. */
export type SeriesKind = typeof numberSeries.$inferSelect.kind

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

/** Holds the company's row, so that changes of its accounts and series wait for each other; reading goes on. */
export async function lockCompany(tx: Transaction, tenantId: string): Promise<void> {
  await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, tenantId)).for('no key update')
}

/** Whom a letter about the company goes to: all its users, each in their language. */
export async function listCompanyUsers(db: Connection, companyId: string) {
  return db
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.companyId, companyId))
    .orderBy(asc(users.createdAt), asc(users.id))
}

/** Replaces details of the tenant's company. */
export async function updateCompany(
  db: Connection,
  tenantId: string,
  details: CompanyDetails | InvoiceDefaults,
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
      ocrMode: paymentAccounts.ocrMode,
      isDefault: paymentAccounts.isDefault,
    })
    .from(paymentAccounts)
    .where(eq(paymentAccounts.tenantId, tenantId))
    .orderBy(desc(paymentAccounts.isDefault), asc(paymentAccounts.createdAt), asc(paymentAccounts.id))
}

/** Adds an account. False, and nothing is added, when the company has one of that kind and number already. */
export async function insertPaymentAccount(
  db: Connection,
  tenantId: string,
  account: Omit<typeof paymentAccounts.$inferInsert, 'tenantId' | 'createdAt'>,
): Promise<boolean> {
  const added = await db
    .insert(paymentAccounts)
    .values({ ...account, tenantId })
    .onConflictDoNothing({
      target: [paymentAccounts.tenantId, paymentAccounts.kind, paymentAccounts.number],
    })
    .returning({ id: paymentAccounts.id })
  return added.length === 1
}

/** Changes an account; its kind stays. The caller holds the company (`lockCompany`) and knows the number to be free. */
export async function updatePaymentAccount(
  db: Connection,
  tenantId: string,
  accountId: string,
  changes: Pick<typeof paymentAccounts.$inferSelect, 'number' | 'bic' | 'ocrMode'>,
): Promise<void> {
  await db
    .update(paymentAccounts)
    .set(changes)
    .where(and(eq(paymentAccounts.tenantId, tenantId), eq(paymentAccounts.id, accountId)))
}

/** Makes one account the default, and no other. */
export async function setDefaultPaymentAccount(
  db: Connection,
  tenantId: string,
  accountId: string,
): Promise<void> {
  await db
    .update(paymentAccounts)
    .set({ isDefault: sql`${paymentAccounts.id} = ${accountId}` })
    .where(eq(paymentAccounts.tenantId, tenantId))
}

/** Takes an account away. Invoices that have been prepared keep it, their text is frozen. */
export async function deletePaymentAccount(
  db: Connection,
  tenantId: string,
  accountId: string,
): Promise<void> {
  await db
    .delete(paymentAccounts)
    .where(and(eq(paymentAccounts.tenantId, tenantId), eq(paymentAccounts.id, accountId)))
}

/** Gives a new company its two series: invoices from 1, credit notes from K1. */
export async function insertNumberSeries(db: Connection, tenantId: string): Promise<void> {
  await db.insert(numberSeries).values([
    { tenantId, kind: 'invoice', prefix: '', next: 1, minDigits: 1 },
    { tenantId, kind: 'credit-note', prefix: 'K', next: 1, minDigits: 1 },
  ])
}

/**
 * A series as it stands (BT-1). Prefix and digits are the series' own (year 0); `next` is that of the year, 1 in a
 * year that has none yet. With `lock` no one else takes a number of the series until the transaction ends, and the
 * year has its row.
 */
export async function getNumberSeries(
  db: Connection,
  tenantId: string,
  kind: SeriesKind,
  year: number,
  options: { lock: boolean },
) {
  const ofYear = (wanted: number) => {
    const query = db
      .select({ prefix: numberSeries.prefix, next: numberSeries.next, minDigits: numberSeries.minDigits })
      .from(numberSeries)
      .where(isSeries(tenantId, kind, wanted))
    // The series' own row is the lock of all its years.
    return options.lock && wanted === 0 ? query.for('update') : query
  }
  const [series] = await ofYear(0)
  if (!series) throw new Error('getNumberSeries: no such series')
  if (year === 0) return series
  if (options.lock)
    await db.insert(numberSeries).values({ tenantId, kind, year, next: 1 }).onConflictDoNothing()
  const [counted] = await ofYear(year)
  return { ...series, next: counted?.next ?? 1 }
}

/** Moves a series on, in its year. The caller holds it (`getNumberSeries` with `lock`). */
export async function updateNumberSeries(
  db: Connection,
  tenantId: string,
  kind: SeriesKind,
  year: number,
  next: number,
): Promise<void> {
  await db
    .update(numberSeries)
    .set({ next })
    .where(isSeries(tenantId, kind, year))
}

/** Sets how a series is written, in every year. */
export async function updateSeriesForm(
  db: Connection,
  tenantId: string,
  kind: SeriesKind,
  form: { prefix: string; minDigits: number },
): Promise<void> {
  await db
    .update(numberSeries)
    .set(form)
    .where(isSeries(tenantId, kind, 0))
}

/**
 * The highest number in use, of those that are a prefix and digits alone and lie in `from` ≤ n < `below` (null = no
 * end). Null when there is none.
 */
export async function findHighestNumber(
  db: Connection,
  tenantId: string,
  range: { prefix: string; from: number; below: number | null },
): Promise<number | null> {
  const rest = sql`substr(${invoices.number}, ${range.prefix.length + 1}::int)`
  // Only what is digits is cast: a where clause has no order of its own.
  const value = sql<number | null>`case when ${rest} ~ '^[0-9]{1,15}$' then ${rest}::bigint end`
  const [row] = await db
    .select({ highest: sql<string | null>`max(${value})` })
    .from(invoices)
    .where(
      and(
        eq(invoices.tenantId, tenantId),
        sql`starts_with(${invoices.number}, ${range.prefix})`,
        gte(value, range.from),
        range.below === null ? undefined : lt(value, range.below),
      ),
    )
  return row?.highest == null ? null : Number(row.highest)
}

function isSeries(tenantId: string, kind: SeriesKind, year: number) {
  return and(eq(numberSeries.tenantId, tenantId), eq(numberSeries.kind, kind), eq(numberSeries.year, year))
}

/** Keeps the evidence of an accepted agreement. */
export async function insertAgreementAcceptance(
  db: Connection,
  row: typeof agreementAcceptances.$inferInsert,
): Promise<void> {
  await db.insert(agreementAcceptances).values(row)
}

import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { type CustomerCard, type CustomerState, customers, linkRequests } from '../schema/customers.ts'
import { invoices } from '../schema/invoices.ts'
import { parties } from '../schema/parties.ts'

const joined = {
  id: customers.id,
  partyId: customers.partyId,
  customerNumber: customers.customerNumber,
  state: customers.state,
  reason: customers.reason,
  card: customers.card,
  createdAt: customers.createdAt,
  decidedAt: customers.decidedAt,
  sendOnApprovalBy: customers.sendOnApprovalBy,
  /** Set when the customer was taken out of the register. */
  removedAt: customers.removedAt,
  name: parties.name,
  orgNumber: parties.orgNumber,
  vatNumber: parties.vatNumber,
  peppolIds: parties.peppolIds,
  glns: parties.glns,
  street: parties.street,
  postalCode: parties.postalCode,
  city: parties.city,
  country: parties.country,
  channels: parties.channels,
  canReceive: parties.canReceive,
  contactEmail: parties.contactEmail,
  approval: parties.approval,
  recipientCompanyId: parties.companyId,
}

/** The tenant's customers in Swedish name order, those taken out of the register too (`removedAt`). */
export async function listCustomers(db: Connection, tenantId: string) {
  return db
    .select(joined)
    .from(customers)
    .innerJoin(parties, eq(parties.id, customers.partyId))
    .where(eq(customers.tenantId, tenantId))
    .orderBy(sql`${parties.name} collate "sv-SE-x-icu"`, asc(customers.id))
}

/** One of the tenant's customers, also one that was taken out (`removedAt`). Null when it is not theirs. */
export async function findCustomer(db: Connection, tenantId: string, customerId: string) {
  const [row] = await db
    .select(joined)
    .from(customers)
    .innerJoin(parties, eq(parties.id, customers.partyId))
    .where(and(eq(customers.tenantId, tenantId), eq(customers.id, customerId)))
  return row ?? null
}

/** Those of the tenant's customers that are among `customerIds`, also such as were taken out. */
export async function findCustomers(db: Connection, tenantId: string, customerIds: readonly string[]) {
  if (customerIds.length === 0) return []
  return db
    .select(joined)
    .from(customers)
    .innerJoin(parties, eq(parties.id, customers.partyId))
    .where(and(eq(customers.tenantId, tenantId), inArray(customers.id, [...customerIds])))
}

/** The tenant's customer for a party. Null when it has not been added. */
export async function findCustomerOfParty(db: Connection, tenantId: string, partyId: string) {
  const [row] = await db
    .select({ id: customers.id, state: customers.state, removedAt: customers.removedAt })
    .from(customers)
    .where(and(eq(customers.tenantId, tenantId), eq(customers.partyId, partyId)))
  return row ?? null
}

/** Which customers the register shows: all of them, or those in one of the states that people tell apart. */
export type RegisterFilter = 'all' | 'can-receive' | 'awaiting' | 'refused'

const shownIn: Readonly<Record<RegisterFilter, SQL | undefined>> = {
  all: undefined,
  'can-receive': sql`${customers.state} = 'approved' and ${parties.canReceive} and cardinality(${parties.channels}) > 0`,
  awaiting: sql`${customers.state} = 'awaiting-approval'`,
  refused: sql`${customers.state} in ('refused', 'withdrawn')`,
}

/**
 * *Mitt kundregister*: customers that are in it, in Swedish name order, with the request that was made last and the
 * date of the last invoice sent. `folded` is a folded text of the name or customer number, `digits` one of the
 * organisation number; both may be empty.
 */
export async function listRegister(
  db: Connection,
  tenantId: string,
  wanted: { filter: RegisterFilter; folded: string; text: string; digits: string; limit: number },
) {
  const contains = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const matches =
    wanted.text === ''
      ? undefined
      : or(
          wanted.folded === '' ? undefined : sql`${parties.nameFolded} like ${contains(wanted.folded)}`,
          sql`${customers.customerNumber} ilike ${contains(wanted.text)}`,
          wanted.digits === '' ? undefined : sql`${parties.orgNumber} like ${contains(wanted.digits)}`,
        )
  return db
    .select({
      ...joined,
      requestedAt: requestColumn<Date | null>(sql`created_at`).mapWith(asDate),
      remindedAt: requestColumn<Date | null>(sql`reminded_at`).mapWith(asDate),
      hasContact: sql<boolean>`${parties.contactEmail} is not null`,
      lastInvoiceOn: sql<string | null>`(select max(${invoices.issueDate})::text from ${invoices}
        where ${invoices.tenantId} = ${tenantId} and ${invoices.customerId} = ${customers.id}
          and ${invoices.sentAt} is not null)`,
    })
    .from(customers)
    .innerJoin(parties, eq(parties.id, customers.partyId))
    .where(
      and(eq(customers.tenantId, tenantId), isNull(customers.removedAt), shownIn[wanted.filter], matches),
    )
    .orderBy(sql`${parties.name} collate "sv-SE-x-icu"`, asc(customers.id))
    .limit(wanted.limit)
}

/** A column of the customer's newest link request. */
function requestColumn<Value>(column: SQL) {
  return sql<Value>`(select r.${column} from ${linkRequests} r where r.tenant_id = ${customers.tenantId}
    and r.customer_id = ${customers.id} order by r.created_at desc limit 1)`
}

const asDate = (value: string | Date) => new Date(value)

/** Adds a customer. Returns false, and changes nothing, when the party already is one. */
export async function insertCustomer(db: Connection, row: typeof customers.$inferInsert): Promise<boolean> {
  const added = await db
    .insert(customers)
    .values(row)
    .onConflictDoNothing({ target: [customers.tenantId, customers.partyId] })
    .returning({ id: customers.id })
  return added.length === 1
}

/** What may change of a customer. */
export type CustomerChange = {
  customerNumber?: string
  message?: string
  card?: CustomerCard
  state?: CustomerState
  reason?: string
  decidedAt?: Date | null
  removedAt?: Date | null
  sendOnApprovalBy?: string | null
}

/** Changes one of the tenant's customers. False when it is not theirs. */
export async function updateCustomer(
  db: Connection,
  tenantId: string,
  customerId: string,
  change: CustomerChange,
): Promise<boolean> {
  const changed = await db
    .update(customers)
    .set(change)
    .where(and(eq(customers.tenantId, tenantId), eq(customers.id, customerId)))
    .returning({ id: customers.id })
  return changed.length === 1
}

/** Holds a customer's row until the transaction ends: what is decided of it, is decided once. Null when not theirs. */
export async function lockCustomer(db: Connection, tenantId: string, customerId: string) {
  const [row] = await db
    .select({
      id: customers.id,
      partyId: customers.partyId,
      state: customers.state,
      customerNumber: customers.customerNumber,
      message: customers.message,
      decidedAt: customers.decidedAt,
      removedAt: customers.removedAt,
    })
    .from(customers)
    .where(and(eq(customers.tenantId, tenantId), eq(customers.id, customerId)))
    .for('update')
  return row ?? null
}

/** The last invoices made out to a customer, newest first. */
export async function listInvoicesOfCustomer(
  db: Connection,
  tenantId: string,
  customerId: string,
  limit: number,
) {
  return db
    .select({
      id: invoices.id,
      kind: invoices.kind,
      state: invoices.state,
      number: invoices.number,
      issueDate: invoices.issueDate,
      currency: invoices.currency,
      amountDue: invoices.amountDue,
      sentAt: invoices.sentAt,
    })
    .from(invoices)
    .where(
      and(
        eq(invoices.tenantId, tenantId),
        eq(invoices.customerId, customerId),
        isNull(invoices.removedAt),
        sql`${invoices.state} <> 'voided'`,
      ),
    )
    .orderBy(sql`${invoices.updatedAt} desc`, asc(invoices.id))
    .limit(limit)
}

import { and, asc, eq, sql } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { customers } from '../schema/customers.ts'
import { parties } from '../schema/parties.ts'

const joined = {
  id: customers.id,
  partyId: customers.partyId,
  customerNumber: customers.customerNumber,
  state: customers.state,
  reason: customers.reason,
  createdAt: customers.createdAt,
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
  recipientCompanyId: parties.companyId,
}

/** The tenant's customers in Swedish name order. */
export async function listCustomers(db: Connection, tenantId: string) {
  return db
    .select(joined)
    .from(customers)
    .innerJoin(parties, eq(parties.id, customers.partyId))
    .where(eq(customers.tenantId, tenantId))
    .orderBy(sql`${parties.name} collate "sv-SE-x-icu"`, asc(customers.id))
}

/** One of the tenant's customers. Null when it is not theirs. */
export async function findCustomer(db: Connection, tenantId: string, customerId: string) {
  const [row] = await db
    .select(joined)
    .from(customers)
    .innerJoin(parties, eq(parties.id, customers.partyId))
    .where(and(eq(customers.tenantId, tenantId), eq(customers.id, customerId)))
  return row ?? null
}

/** The tenant's customer for a party. Null when it has not been added. */
export async function findCustomerOfParty(db: Connection, tenantId: string, partyId: string) {
  const [row] = await db
    .select({ id: customers.id, state: customers.state })
    .from(customers)
    .where(and(eq(customers.tenantId, tenantId), eq(customers.partyId, partyId)))
  return row ?? null
}

/** Adds a customer. Returns false, and changes nothing, when the party already is one. */
export async function insertCustomer(db: Connection, row: typeof customers.$inferInsert): Promise<boolean> {
  const added = await db
    .insert(customers)
    .values(row)
    .onConflictDoNothing({ target: [customers.tenantId, customers.partyId] })
    .returning({ id: customers.id })
  return added.length === 1
}

import { sql } from 'drizzle-orm'
import { customType, pgPolicy, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Raw bytes, as a Uint8Array in code. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})

/** Primary key, made by the application (`newId`), so that a row's id is known before it is written. */
export const id = () => uuid('id').notNull()

/** The company whose data a row is. First column of every key of a tenant table. */
export const tenantId = () => uuid('tenant_id').notNull()

/** When the row came to be. */
export const createdAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow()

/** An instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true })

/** The tenant of the running transaction as the policies read it; null (no row matches) when none is set. */
const currentTenant = sql.raw(`nullif(current_setting('app.tenant', true), '')::uuid`)

/** Row-level security of a tenant table: rows of the transaction's tenant only, for reading and for writing. */
export const tenantPolicy = (table: string, column = 'tenant_id') =>
  pgPolicy(`${table}_tenant`, {
    for: 'all',
    to: 'public',
    using: sql`${sql.raw(column)} = ${currentTenant}`,
    withCheck: sql`${sql.raw(column)} = ${currentTenant}`,
  })

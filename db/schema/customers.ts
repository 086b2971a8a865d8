import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, tenantId, tenantPolicy } from './columns.ts'
import { companies } from './companies.ts'
import { parties } from './parties.ts'

/** Where a link from a supplier to a recipient stands. */
export type CustomerState = 'awaiting-approval' | 'approved' | 'refused' | 'withdrawn'

/** Customer = a supplier's link to a party of the directory (S16). */
export const customers = pgTable(
  'customers',
  {
    tenantId: tenantId(),
    id: id(),
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    /** Our own number for the customer; never sent. */
    customerNumber: text('customer_number').notNull().default(''),
    state: text('state').$type<CustomerState>().notNull(),
    message: text('message').notNull().default(''),
    reason: text('reason').notNull().default(''),
    createdAt: createdAt(),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('customers_party').on(t.tenantId, t.partyId),
    index('customers_created').on(t.tenantId, t.createdAt.desc(), t.id.desc()),
    check('customers_state', sql`${t.state} in ('awaiting-approval', 'approved', 'refused', 'withdrawn')`),
    foreignKey({ columns: [t.tenantId], foreignColumns: [companies.id], name: 'customers_company' }),
    tenantPolicy('customers'),
  ],
)

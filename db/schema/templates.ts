import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { createdAt, id, instant, tenantId, tenantPolicy } from './columns.ts'
import { companies } from './companies.ts'
import { customers } from './customers.ts'

/**
 * A saved invoice template (S21–S27): what recurs of a draft, however incomplete. At most ten for a company, kept by
 * a lock when one is added.
 */
export const templates = pgTable(
  'templates',
  {
    tenantId: tenantId(),
    id: id(),
    name: text('name').notNull(),
    customerId: uuid('customer_id'),
    /** The draft as far as a template holds one; the rest is empty. */
    draft: jsonb('draft').$type<InvoiceDraft>().notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    lastUsedAt: instant('last_used_at'),
    /** Taken away, until it is brought back or pruned; does not count. */
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('templates_updated').on(t.tenantId, t.updatedAt.desc(), t.id.desc()),
    check('templates_name', sql`length(${t.name}) between 1 and 120`),
    foreignKey({ columns: [t.tenantId], foreignColumns: [companies.id], name: 'templates_company' }),
    foreignKey({
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
      name: 'templates_customer',
    }),
    tenantPolicy('templates'),
  ],
)

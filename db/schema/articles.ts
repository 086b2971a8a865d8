import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, tenantId, tenantPolicy } from './columns.ts'
import { companies } from './companies.ts'
import { customers } from './customers.ts'

/**
 * What a company has invoiced, as it is offered again: one row for each name and item number, with what it cost last.
 * As many as `maxArticles` for a company; those not used for longest go.
 */
export const articles = pgTable(
  'articles',
  {
    tenantId: tenantId(),
    id: id(),
    itemName: text('item_name').notNull(),
    /** The name however it is cased and spaced: what makes two lines the same article. */
    nameKey: text('name_key').notNull(),
    sellerItemId: text('seller_item_id').notNull(),
    unit: text('unit').notNull(),
    unitPrice: numeric('unit_price').notNull(),
    /** BT-149 as canonical text; empty = 1. */
    baseQuantity: text('base_quantity').notNull(),
    pricesIncludeVat: boolean('prices_include_vat').notNull(),
    currency: text('currency').notNull(),
    vatChoice: text('vat_choice').notNull(),
    exemptionReason: text('exemption_reason').notNull(),
    /** Name and number as a search reads them. */
    searchText: text('search_text').notNull(),
    /** In how many invoices. */
    timesUsed: integer('times_used').notNull(),
    lastUsedAt: instant('last_used_at').notNull(),
    lastCustomerId: uuid('last_customer_id'),
    /** *Glöm*: not offered any more, until it is brought back or invoiced again. */
    forgottenAt: instant('forgotten_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('articles_name').on(t.tenantId, t.nameKey, t.sellerItemId),
    index('articles_used').on(t.tenantId, t.lastUsedAt.desc(), t.id.desc()),
    check('articles_times_used', sql`${t.timesUsed} > 0`),
    foreignKey({ columns: [t.tenantId], foreignColumns: [companies.id], name: 'articles_company' }),
    foreignKey({
      columns: [t.tenantId, t.lastCustomerId],
      foreignColumns: [customers.tenantId, customers.id],
      name: 'articles_customer',
    }),
    tenantPolicy('articles'),
  ],
)

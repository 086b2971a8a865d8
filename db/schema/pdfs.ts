import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, tenantId, tenantPolicy } from './columns.ts'
import { companies } from './companies.ts'

/**
 * The PDF of a sent version, for the company that sent it and for the one that received it: a row each, one object in
 * the store. It is found by the delivery's message id, which both of them know.
 */
export const pdfs = pgTable(
  'pdfs',
  {
    tenantId: tenantId(),
    messageId: uuid('message_id').notNull(),
    /** The object in the store, below the sender's id and named by its bytes. */
    key: text('key').notNull(),
    /** Of the bytes, hex. */
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.messageId] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [companies.id], name: 'pdfs_company' }),
    tenantPolicy('pdfs'),
  ],
)

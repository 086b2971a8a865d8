import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, tenantId, tenantPolicy } from './columns.ts'

/**
 * Who did what in a company. Append-only; each row's hash covers the row before it (filled by a trigger),
 * so a row that is changed, or missing from among the others, can be found.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    tenantId: tenantId(),
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    userId: uuid('user_id'),
    action: text('action').notNull(),
    subjectId: uuid('subject_id'),
    details: jsonb('details').$type<Record<string, string | number | boolean>>().notNull(),
    at: instant('at').notNull(),
    hash: text('hash').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('audit_log_at').on(t.tenantId, t.at.desc(), t.id.desc()),
    tenantPolicy('audit_log'),
  ],
)

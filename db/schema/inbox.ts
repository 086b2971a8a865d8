import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Answer } from '#lib/invoice/answers.ts'
import { bytes, id, instant, tenantId, tenantPolicy } from './columns.ts'
import { companies } from './companies.ts'
import type { SentAttachment } from './invoices.ts'

/** What a recipient organisation has received. The row is the receipt: once committed, the invoice is *Klar*. */
export const inboxDocuments = pgTable(
  'inbox_documents',
  {
    tenantId: tenantId(),
    id: id(),
    /** The sender's message id. One message is one row, however often it is handed over. */
    messageId: uuid('message_id').notNull(),
    senderTenantId: uuid('sender_tenant_id').notNull(),
    senderInvoiceId: uuid('sender_invoice_id').notNull(),
    senderVersion: integer('sender_version').notNull(),
    senderName: text('sender_name').notNull(),
    number: text('number').notNull(),
    issueDate: date('issue_date', { mode: 'string' }).notNull(),
    dueDate: date('due_date', { mode: 'string' }),
    currency: text('currency').notNull(),
    amountDue: numeric('amount_due').notNull(),
    kind: text('kind').$type<'invoice' | 'credit-note'>().notNull().default('invoice'),
    snapshot: jsonb('snapshot').notNull(),
    /** As in `invoice_versions`: the bytes, or the object that holds them. */
    xml: bytes('xml'),
    xmlKey: text('xml_key'),
    xmlHash: text('xml_hash').notNull(),
    attachments: jsonb('attachments').$type<SentAttachment[]>().notNull().default([]),
    receivedAt: instant('received_at').notNull(),
    openedAt: instant('opened_at'),
    /** The accounts it is to be paid to (BG-17), as `accountNames` writes them. */
    accounts: jsonb('accounts').$type<string[]>().notNull().default([]),
    /** What the organisation has answered last, who and when; null before. The supplier has it on its timeline. */
    answer: text('answer').$type<Answer>(),
    answerText: text('answer_text').notNull().default(''),
    answeredAt: instant('answered_at'),
    answeredByName: text('answered_by_name').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check('inbox_documents_xml', sql`num_nonnulls(${t.xml}, ${t.xmlKey}) = 1`),
    unique('inbox_documents_message').on(t.tenantId, t.messageId),
    index('inbox_documents_received').on(t.tenantId, t.receivedAt.desc(), t.id.desc()),
    index('inbox_documents_sender').on(t.tenantId, t.senderTenantId, t.receivedAt.desc(), t.id.desc()),
    check('inbox_documents_answer', sql`${t.answer} in ('accepted', 'under-query', 'rejected', 'paid')`),
    check('inbox_documents_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
    foreignKey({ columns: [t.tenantId], foreignColumns: [companies.id], name: 'inbox_documents_company' }),
    tenantPolicy('inbox_documents'),
  ],
)

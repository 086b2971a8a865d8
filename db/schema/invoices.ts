import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Answer } from '#lib/invoice/answers.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { DeliveryState, InvoiceState } from '#lib/invoice/lifecycle.ts'
import { bytes, createdAt, id, instant, tenantId, tenantPolicy } from './columns.ts'
import { companies } from './companies.ts'
import { customers } from './customers.ts'
import { templates } from './templates.ts'

/**
 * An invoice from its first typed character to its answer. `draft` is the form as typed; `snapshot` is
 * the composed invoice, frozen at *Gå vidare*; what was sent is a row of `invoice_versions`.
 */
export const invoices = pgTable(
  'invoices',
  {
    tenantId: tenantId(),
    id: id(),
    kind: text('kind').$type<'invoice' | 'credit-note'>().notNull(),
    state: text('state').$type<InvoiceState>().notNull(),
    draft: jsonb('draft').$type<InvoiceDraft>().notNull(),
    /** Grows by one with every saved change; a save that names another one is refused. */
    revision: integer('revision').notNull(),
    customerId: uuid('customer_id'),
    /** BT-1, taken at *Gå vidare*; unique in the company across both kinds. */
    number: text('number'),
    snapshot: jsonb('snapshot'),
    /** What the rules said of the document at *Gå vidare*; null for what is older than that. */
    verdict: jsonb('verdict').$type<StoredVerdict>(),
    buyerName: text('buyer_name').notNull().default(''),
    issueDate: date('issue_date', { mode: 'string' }),
    dueDate: date('due_date', { mode: 'string' }),
    currency: text('currency').notNull().default('SEK'),
    /** BT-115. */
    amountDue: numeric('amount_due'),
    /** The newest frozen version; 0 = never sent. */
    version: integer('version').notNull().default(0),
    /** The invoice that a credit note credits, when it was sent from here. */
    originalId: uuid('original_id'),
    /** The rejected one that this one was made from, to be sent in its place under another number. */
    replacesId: uuid('replaces_id'),
    /** What the recipient answered last, in its own words and when; null before. */
    answer: text('answer').$type<Answer>(),
    answerText: text('answer_text').notNull().default(''),
    answeredAt: instant('answered_at'),
    /** What a search reads: number, buyer, references and amount, folded. Set at *Gå vidare*. */
    searchText: text('search_text').notNull().default(''),
    /** A draft that was taken away, until it is brought back or pruned. */
    removedAt: instant('removed_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    readyAt: instant('ready_at'),
    sentAt: instant('sent_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('invoices_number').on(t.tenantId, t.number).where(sql`${t.number} is not null`),
    index('invoices_original').on(t.tenantId, t.originalId),
    index('invoices_replaces').on(t.tenantId, t.replacesId),
    index('invoices_sent').on(t.tenantId, t.sentAt.desc(), t.id.desc()),
    index('invoices_state').on(t.tenantId, t.state, t.updatedAt.desc(), t.id.desc()),
    check(
      'invoices_state_known',
      sql`${t.state} in ('draft', 'ready', 'sent', 'answered', 'rejected', 'failed', 'voided')`,
    ),
    check(
      'invoices_frozen',
      sql`${t.state} in ('draft', 'voided') or (${t.number} is not null and ${t.snapshot} is not null and ${t.amountDue} is not null)`,
    ),
    check(
      'invoices_sent_version',
      sql`${t.state} not in ('sent', 'answered', 'rejected') or (${t.version} >= 1 and ${t.sentAt} is not null)`,
    ),
    check('invoices_answer', sql`${t.answer} in ('accepted', 'under-query', 'rejected', 'paid')`),
    check('invoices_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
    check('invoices_removed', sql`${t.removedAt} is null or ${t.state} = 'draft'`),
    foreignKey({ columns: [t.tenantId], foreignColumns: [companies.id], name: 'invoices_company' }),
    foreignKey({
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
      name: 'invoices_customer',
    }),
    foreignKey({
      columns: [t.tenantId, t.originalId],
      foreignColumns: [t.tenantId, t.id],
      name: 'invoices_original_fk',
    }),
    foreignKey({
      columns: [t.tenantId, t.replacesId],
      foreignColumns: [t.tenantId, t.id],
      name: 'invoices_replaces_fk',
    }),
    tenantPolicy('invoices'),
  ],
)

/** What judged a document, and what it said. A document with a broken rule that stops is not stored at all. */
export type StoredVerdict = {
  /** Peppol BIS Billing, the release: `3.0.21`. */
  ruleSet: string
  /** The EN 16931 rules for UBL it stands on: `1.3.16`. */
  cen: string
  verdict: 'clean' | 'warning'
  /** The ids of the rules that warn. */
  warnings: string[]
}

/** A file that went inside a sent document: its description and the object in the store. */
export type SentAttachment = {
  reference: string
  description: string
  fileName: string
  mimeType: string
  size: number
  /** Hex. */
  sha256: string
  key: string
}

/** A file with an invoice, or with a template (then `invoiceId` is null). The bytes are in the attachment store. */
export const attachments = pgTable(
  'attachments',
  {
    tenantId: tenantId(),
    id: id(),
    invoiceId: uuid('invoice_id'),
    templateId: uuid('template_id'),
    /** The object in the store: random, never changed. */
    key: text('key').notNull(),
    fileName: text('file_name').notNull(),
    /** Decided by content. */
    mimeType: text('mime_type').notNull(),
    size: integer('size').notNull(),
    /** Of the bytes, hex. */
    sha256: text('sha256').notNull(),
    /** BT-123. */
    description: text('description').notNull().default(''),
    position: integer('position').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('attachments_invoice').on(t.tenantId, t.invoiceId, t.position),
    index('attachments_template').on(t.tenantId, t.templateId),
    check('attachments_owner', sql`num_nonnulls(${t.invoiceId}, ${t.templateId}) = 1`),
    check('attachments_size', sql`${t.size} > 0`),
    foreignKey({
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
      name: 'attachments_invoice_fk',
    }),
    foreignKey({
      columns: [t.tenantId, t.templateId],
      foreignColumns: [templates.tenantId, templates.id],
      name: 'attachments_template_fk',
    }),
    tenantPolicy('attachments'),
  ],
)

/** Exactly what left, once for each version sent. Rows are never changed or removed. */
export const invoiceVersions = pgTable(
  'invoice_versions',
  {
    tenantId: tenantId(),
    invoiceId: uuid('invoice_id').notNull(),
    version: integer('version').notNull(),
    snapshot: jsonb('snapshot').notNull(),
    /** The bytes themselves, of versions older than the attachment store; else null. */
    xml: bytes('xml'),
    /** The object in the attachment store that holds the bytes; null for older versions. */
    xmlKey: text('xml_key'),
    /** SHA-256 of the bytes, hex: checked whenever they are read. */
    xmlHash: text('xml_hash').notNull(),
    /** What the rules said of exactly these bytes; null for versions older than that. */
    verdict: jsonb('verdict').$type<StoredVerdict>(),
    /** The files inside the document, in shown order. */
    attachments: jsonb('attachments').$type<SentAttachment[]>().notNull().default([]),
    frozenAt: instant('frozen_at').notNull(),
    frozenBy: uuid('frozen_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.invoiceId, t.version] }),
    check('invoice_versions_xml', sql`num_nonnulls(${t.xml}, ${t.xmlKey}) = 1`),
    foreignKey({
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
      name: 'invoice_versions_invoice',
    }),
    tenantPolicy('invoice_versions'),
  ],
)

/**
 * By which way a version travels: into an inbox here, by an access point into the Peppol network, as a letter, or
 * nowhere, from a company that only tries Talong out.
 */
export type DeliveryChannel = 'inbox' | 'access-point' | 'email' | 'simulator'

/**
 * What the receiving side confirmed. `receiptId`: the inbox row, or the message id the access point knows it by.
 * `delivery`: what a receiver's access point said, `confirmed` or taken in `unconfirmed`.
 */
export type DeliveryReceipt = {
  receiptId: string
  sha256: string
  delivery?: 'confirmed' | 'unconfirmed'
}

/** One delivery for each version sent. This row, not the queue, is the truth that people see. */
export const deliveries = pgTable(
  'deliveries',
  {
    tenantId: tenantId(),
    id: id(),
    invoiceId: uuid('invoice_id').notNull(),
    version: integer('version').notNull(),
    /** UUIDv5 of tenant, invoice and version: fixed once, the same in every attempt. */
    messageId: uuid('message_id').notNull(),
    /** How an answer out of the network names it (`answerKey`); null for other channels. */
    answerKey: text('answer_key'),
    channel: text('channel').$type<DeliveryChannel>().notNull(),
    /** The recipient organisation whose inbox receives (channel `inbox`); null for any other channel. */
    recipientCompanyId: uuid('recipient_company_id'),
    /** The address the letter goes to (channel `email`), as the directory had it when it was sent; else null. */
    recipientEmail: text('recipient_email'),
    state: text('state').$type<DeliveryState>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    failureCode: text('failure_code'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    /** When it leaves, or is tried or asked about again; null when no time is set. */
    nextAttemptAt: instant('next_attempt_at'),
    deliveredAt: instant('delivered_at'),
    /** What the receiving side confirmed. */
    receipt: jsonb('receipt').$type<DeliveryReceipt>(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('deliveries_version').on(t.tenantId, t.invoiceId, t.version),
    unique('deliveries_message').on(t.tenantId, t.messageId),
    index('deliveries_state').on(t.tenantId, t.state),
    index('deliveries_answer_key').on(t.answerKey),
    index('deliveries_unsettled')
      .on(t.state, t.updatedAt)
      .where(sql`${t.state} not in ('delivered', 'mailed', 'cancelled')`),
    check(
      'deliveries_state_known',
      sql`${t.state} in ('queued', 'sending', 'handed-over', 'delivered', 'retrying', 'uncertain', 'failed', 'cancelled', 'mailed')`,
    ),
    check(
      'deliveries_delivered',
      sql`(${t.state} = 'delivered') = (${t.deliveredAt} is not null and ${t.receipt} is not null)`,
    ),
    check('deliveries_channel_known', sql`${t.channel} in ('inbox', 'access-point', 'email', 'simulator')`),
    check('deliveries_inbox', sql`(${t.channel} = 'inbox') = (${t.recipientCompanyId} is not null)`),
    check('deliveries_email', sql`(${t.channel} = 'email') = (${t.recipientEmail} is not null)`),
    foreignKey({
      columns: [t.tenantId, t.invoiceId, t.version],
      foreignColumns: [invoiceVersions.tenantId, invoiceVersions.invoiceId, invoiceVersions.version],
      name: 'deliveries_invoice_version',
    }),
    tenantPolicy('deliveries'),
    // Whoever brings an answer out of the network finds what it names, in a transaction of its own.
    pgPolicy('deliveries_answer', {
      for: 'select',
      to: 'public',
      using: sql`answer_key = nullif(current_setting('app.answer', true), '')`,
    }),
    // The operator reads where deliveries of all companies stand, in a transaction of its own; nothing of what they carry.
    pgPolicy('deliveries_operator_select', {
      for: 'select',
      to: 'public',
      using: sql`nullif(current_setting('app.operator', true), '') = 'on'`,
    }),
  ],
)

/** What has happened to an invoice, in order. Append-only. */
export type InvoiceEventName =
  | 'created'
  | 'prepared'
  | 'taken-back'
  | 'sent'
  | 'undone'
  | 'stopped'
  | 'handed-over'
  | 'delivered'
  | 'mailed'
  | 'retrying'
  | 'uncertain'
  | 'failed'
  | 'fetched'
  | Answer
  | 'replaced'
  | 'voided'
  | 'credited'

/** The timeline of an invoice. Append-only. */
export const invoiceEvents = pgTable(
  'invoice_events',
  {
    tenantId: tenantId(),
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    invoiceId: uuid('invoice_id').notNull(),
    version: integer('version').notNull(),
    event: text('event').$type<InvoiceEventName>().notNull(),
    /** The person who did it; empty when the system did. */
    actorName: text('actor_name').notNull().default(''),
    evidence: jsonb('evidence').$type<Record<string, string | number>>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('invoice_events_invoice').on(t.tenantId, t.invoiceId, t.id),
    foreignKey({
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
      name: 'invoice_events_invoice_fk',
    }),
    tenantPolicy('invoice_events'),
  ],
)

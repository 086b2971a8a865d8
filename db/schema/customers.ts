import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CustomerDefaults } from '#lib/invoice/customer-defaults.ts'
import { createdAt, id, instant, tenantId, tenantPolicy } from './columns.ts'
import { companies } from './companies.ts'
import { parties } from './parties.ts'

/** Where a link from a supplier to a recipient stands. */
export type CustomerState = 'awaiting-approval' | 'approved' | 'refused' | 'withdrawn'

/** What a supplier has noted on a customer's card; a field that is missing is as the directory says. */
export type CustomerCard = CustomerDefaults & {
  /** BT-48. */
  vatNumber?: string
  /** BG-8, all of it. */
  address?: { street: string; street2: string; postalCode: string; city: string; country: string }
}

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
    /** Who chose that ready invoices leave by themselves when the recipient approves (K10); null = nobody did. */
    sendOnApprovalBy: uuid('send_on_approval_by'),
    /** What the supplier knows of the customer beyond the directory. */
    card: jsonb('card').$type<CustomerCard>().notNull().default({}),
    createdAt: createdAt(),
    decidedAt: instant('decided_at'),
    /** Taken out of the register; its invoices stay. Added again, it is there again. */
    removedAt: instant('removed_at'),
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

/** Where a request to be linked stands. A supplier that removes the customer withdraws it. */
export type LinkRequestState = 'open' | 'approved' | 'refused' | 'withdrawn'

const ofClaimedParty = sql`party_id in (select p.id from parties p where p.company_id = nullif(current_setting('app.tenant', true), '')::uuid)`
const ofLink = sql`token_hash = nullif(current_setting('app.link', true), '')`

/**
 * A supplier's request to a party that approves its suppliers (S17, K9). Seen by the supplier's tenant, by the
 * recipient organisation that has claimed the party, and by whoever holds the link from the mail: nobody else.
 */
export const linkRequests = pgTable(
  'link_requests',
  {
    /** The supplier's. */
    tenantId: tenantId(),
    id: id(),
    customerId: uuid('customer_id').notNull(),
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    supplierName: text('supplier_name').notNull(),
    supplierOrgNumber: text('supplier_org_number').notNull(),
    /** Who asked, for the letter with the answer. */
    requestedBy: uuid('requested_by').notNull(),
    customerNumber: text('customer_number').notNull().default(''),
    message: text('message').notNull().default(''),
    /** SHA-256 of the token in the newest letter; empty = no letter went. */
    tokenHash: text('token_hash').notNull().default(''),
    tokenExpiresAt: instant('token_expires_at'),
    state: text('state').$type<LinkRequestState>().notNull(),
    reason: text('reason').notNull().default(''),
    /** Who answered: a name, or empty when it was by the link in the mail. */
    decidedByName: text('decided_by_name').notNull().default(''),
    createdAt: createdAt(),
    remindedAt: instant('reminded_at'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('link_requests_party').on(t.partyId, t.state, t.createdAt),
    index('link_requests_token').on(t.tokenHash),
    uniqueIndex('link_requests_open').on(t.tenantId, t.customerId).where(sql`${t.state} = 'open'`),
    check('link_requests_state', sql`${t.state} in ('open', 'approved', 'refused', 'withdrawn')`),
    foreignKey({
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
      name: 'link_requests_customer',
    }),
    tenantPolicy('link_requests'),
    ...(['select', 'update'] as const).flatMap((command) => [
      pgPolicy(`link_requests_recipient_${command}`, {
        for: command,
        to: 'public',
        using: ofClaimedParty,
        ...(command === 'update' ? { withCheck: ofClaimedParty } : {}),
      }),
      pgPolicy(`link_requests_link_${command}`, {
        for: command,
        to: 'public',
        using: ofLink,
        ...(command === 'update' ? { withCheck: ofLink } : {}),
      }),
    ]),
  ],
)

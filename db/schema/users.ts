import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from './columns.ts'
import { parties } from './parties.ts'

/** Who a user is here. The operator stands outside all tenants and has no company. */
export type UserKind = 'supplier' | 'recipient' | 'operator'

/** Of what is *Klar* (K30): no letter, one for each invoice, or one a day that lists them. */
export type MailChoice = 'none' | 'each' | 'daily'

/** People who sign in. Read before a tenant is known, so outside the tenant policy. */
export const users = pgTable(
  'users',
  {
    id: id(),
    kind: text('kind').$type<UserKind>().notNull(),
    companyId: uuid('company_id'),
    /** NFKC-normalised, lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    locale: text('locale').$type<'sv' | 'en'>().notNull(),
    passwordHash: text('password_hash').notNull(),
    /** Of a company made to try Talong out: nothing leaves, nobody is written to. Never changed. */
    isSandbox: boolean('is_sandbox').notNull().default(false),
    /** Letters about invoices they sent that are *Klar* (K30). */
    mailOnDelivered: boolean('mail_on_delivered').notNull().default(false),
    /** With that: one a day that lists them, instead of one for each. */
    mailDaily: boolean('mail_daily').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique('users_email').on(t.email),
    check('users_company', sql`(${t.kind} = 'operator') = (${t.companyId} is null)`),
  ],
)

/** Signed-in devices. The cookie carries the session's secret; only its SHA-256 is kept here. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    secretHash: text('secret_hash').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique('sessions_secret').on(t.secretHash),
    index('sessions_user').on(t.userId),
  ],
)

/** Failed tries to sign in, for the limits per account and address. The account is kept as a hash. */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    accountHash: text('account_hash').notNull(),
    address: text('address').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id] }), index('sign_in_failures_account').on(t.accountHash, t.at)],
)

/**
 * A registration on its way: no account exists until the link in the mail has been used. The link's
 * token is derived from the row's id; only its SHA-256 is kept.
 */
export const registrations = pgTable(
  'registrations',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    companyName: text('company_name').notNull(),
    orgNumber: text('org_number').notNull(),
    contactName: text('contact_name').notNull(),
    email: text('email').notNull(),
    locale: text('locale').$type<'sv' | 'en'>().notNull(),
    /** Where it was made from, for the limit. */
    address: text('address').notNull().default(''),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    agreementVersion: text('agreement_version'),
    agreementLocale: text('agreement_locale'),
    agreementHash: text('agreement_hash'),
    agreementAcceptedAt: instant('agreement_accepted_at'),
    agreementAddress: text('agreement_address'),
    usedAt: instant('used_at'),
    /** How often the letter has been sent again, and when last. */
    resentAt: instant('resent_at'),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique('registrations_token').on(t.tokenHash),
    index('registrations_email').on(t.email, t.createdAt),
    index('registrations_address').on(t.address, t.createdAt),
  ],
)

/** What a single-use link in a mail opens (a registration has a table of its own). */
export type AccountLinkPurpose = 'password-reset' | 'email-change' | 'operator-invitation' | 'party-claim'

/**
 * Single-use links in mails. The token is derived from the row's id; only its SHA-256 is kept. Opening a link never
 * acts (W18).
 */
export const accountLinks = pgTable(
  'account_links',
  {
    id: id(),
    purpose: text('purpose').$type<AccountLinkPurpose>().notNull(),
    tokenHash: text('token_hash').notNull(),
    /** Whose password or address it is about; null where there is no user yet. */
    userId: uuid('user_id').references(() => users.id),
    /** `party-claim`: the party. */
    partyId: uuid('party_id').references(() => parties.id),
    /** The address it was sent to: the new one of `email-change`. */
    email: text('email').notNull(),
    /** Where it was asked for, for the limit. */
    address: text('address').notNull().default(''),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique('account_links_token').on(t.tokenHash),
    index('account_links_email').on(t.email, t.createdAt),
    index('account_links_address').on(t.address, t.createdAt),
    check(
      'account_links_purpose',
      sql`${t.purpose} in ('password-reset', 'email-change', 'operator-invitation', 'party-claim')`,
    ),
  ],
)

/** The letters there are. */
export type MailLetter =
  | 'activation'
  | 'already-registered'
  | 'password-reset'
  | 'password-changed'
  | 'email-change'
  | 'email-changed'
  | 'payment-changed'
  | 'link-request'
  | 'link-reminder'
  | 'link-approved'
  | 'link-refused'
  | 'link-withdrawn'
  | 'party-claim'
  | 'link-approved-sends'
  | 'invoice-delivered'
  | 'invoices-delivered'
  | 'invoice-failed'
  | 'invoice-rejected'
  | 'invoice-no-receipt'

/** An invoice in a letter that lists several. */
export type MailItem = {
  kind: 'invoice' | 'credit-note'
  number: string
  party: string
  amount: string
  currency: string
}

/** Letters to send. Rows hold ids and names, never a secret: links are derived when the letter is written. */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    letter: text('letter').$type<MailLetter>().notNull(),
    locale: text('locale').$type<'sv' | 'en'>().notNull(),
    recipient: text('recipient').notNull(),
    registrationId: uuid('registration_id'),
    /** The row its link opens: of `account_links`, `link_requests` or `invoices`. */
    subjectId: uuid('subject_id'),
    /** Names and words the letter says; what people typed comes out as text. */
    params: jsonb('params').$type<Record<string, string>>().notNull().default({}),
    /** What a letter lists. */
    items: jsonb('items').$type<readonly MailItem[]>().notNull().default([]),
    createdAt: createdAt(),
    sentAt: instant('sent_at'),
  },
  (t) => [primaryKey({ columns: [t.id] })],
)

import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ProfileOrigin, RequirementProfile } from '#lib/invoice/requirement-profile.ts'
import { createdAt, id } from './columns.ts'

/**
 * The directory: companies that can be added as customers. Public facts, shared by all tenants; the
 * application's role reads it and never writes it.
 */
export const parties = pgTable(
  'parties',
  {
    id: id(),
    name: text('name').notNull(),
    /** Lower case, diacritics folded: what a search by name reads. */
    nameFolded: text('name_folded').notNull(),
    orgNumber: text('org_number'),
    vatNumber: text('vat_number'),
    peppolIds: text('peppol_ids').array().notNull(),
    glns: text('glns').array().notNull(),
    /** Digits only, as a search finds them. */
    bankgiros: text('bankgiros').array().notNull().default([]),
    /** Upper case without spaces. */
    ibans: text('ibans').array().notNull().default([]),
    street: text('street').notNull(),
    postalCode: text('postal_code').notNull(),
    city: text('city').notNull(),
    country: text('country').notNull(),
    /** Of `inbox`, `peppol`, `email`: the ways the party is known to receive. */
    channels: text('channels').array().$type<PartyChannel[]>().notNull(),
    contactEmail: text('contact_email'),
    /** `manual`: a supplier's link waits for the party's approval. */
    approval: text('approval').$type<'auto' | 'manual'>().notNull(),
    canReceive: boolean('can_receive').notNull().default(true),
    /** The recipient organisation here that has claimed the party; its inbox receives. */
    companyId: uuid('company_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    index('parties_org_number').on(t.orgNumber),
    index('parties_vat_number').on(t.vatNumber),
    index('parties_name_folded').on(t.nameFolded.op('text_pattern_ops')),
    index('parties_company').on(t.companyId),
    index('parties_bankgiros').using('gin', t.bankgiros),
    index('parties_ibans').using('gin', t.ibans),
    index('parties_glns').using('gin', t.glns),
    index('parties_peppol_ids').using('gin', t.peppolIds),
  ],
)

/** A way a party can be reached. */
export type PartyChannel = 'inbox' | 'peppol' | 'email'

/**
 * What a party demands of invoices to it (K11), one row for each version; in force is the newest whose day has come. As
 * public as the directory: every company reads it, and the application changes none.
 */
export const requirementProfiles = pgTable(
  'requirement_profiles',
  {
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    version: integer('version').notNull(),
    validFrom: date('valid_from').notNull(),
    origin: text('origin').$type<ProfileOrigin>().notNull(),
    profile: jsonb('profile').$type<RequirementProfile>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partyId, t.version] }),
    check('requirement_profiles_version', sql`${t.version} > 0`),
    check('requirement_profiles_origin', sql`${t.origin} in ('recipient', 'operator')`),
    pgPolicy('requirement_profiles_read', { for: 'select', to: 'public', using: sql`true` }),
  ],
)

import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { OcrMode } from '#lib/party/ocr.ts'
import { createdAt, id, instant, tenantId, tenantPolicy } from './columns.ts'

/** What a company is here: one that sends invoices, or an organisation that receives them. */
export type CompanyKind = 'supplier' | 'recipient'

/** Legal forms a company chooses among; drives which details an invoice must carry. */
export type CompanyForm =
  | 'limited'
  | 'partnership'
  | 'sole-trader'
  | 'economic-association'
  | 'association'
  | 'foundation'
  | 'public'
  | 'other'

/** A tenant: its own details (seller group BG-4 … BG-6). Empty text = not filled in yet. */
export const companies = pgTable(
  'companies',
  {
    id: id(),
    kind: text('kind').$type<CompanyKind>().notNull(),
    companyForm: text('company_form').$type<CompanyForm | ''>().notNull().default(''),
    name: text('name').notNull(),
    /** Made to try Talong out (K35): what it sends is simulated, by a trigger too. Never changed. */
    isSandbox: boolean('is_sandbox').notNull().default(false),
    tradingName: text('trading_name').notNull().default(''),
    orgNumber: text('org_number').notNull(),
    vatRegistered: boolean('vat_registered').notNull().default(true),
    vatNumber: text('vat_number').notNull().default(''),
    fTaxApproved: boolean('f_tax_approved').notNull().default(false),
    seat: text('seat').notNull().default(''),
    /** BT-29. */
    gln: text('gln').notNull().default(''),
    /** Which number is the electronic address: a sole trader may keep its personnummer off with a GLN. */
    identifyBy: text('identify_by').$type<'orgnumber' | 'gln'>().notNull().default('orgnumber'),
    street: text('street').notNull().default(''),
    street2: text('street2').notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    city: text('city').notNull().default(''),
    country: text('country').notNull().default('SE'),
    contactName: text('contact_name').notNull().default(''),
    phone: text('phone').notNull().default(''),
    email: text('email').notNull().default(''),
    defaultTermsDays: integer('default_terms_days').notNull().default(30),
    /** The sentence about late interest (BT-20); empty = the usual one. */
    interestText: text('interest_text').notNull().default(''),
    /** Öresavrundning (BT-114). */
    roundToKrona: boolean('round_to_krona').notNull().default(false),
    defaultVatChoice: text('default_vat_choice').notNull().default('rate-25'),
    pricesIncludeVat: boolean('prices_include_vat').notNull().default(false),
    accountingCurrency: text('accounting_currency').$type<'SEK' | 'EUR'>().notNull().default('SEK'),
    /** Last line of BT-22. */
    footer: text('footer').notNull().default(''),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    check('companies_kind', sql`${t.kind} in ('supplier', 'recipient')`),
    check('companies_identify_by', sql`${t.identifyBy} in ('orgnumber', 'gln')`),
    check('companies_accounting_currency', sql`${t.accountingCurrency} in ('SEK', 'EUR')`),
    tenantPolicy('companies', 'id'),
  ],
)

/** Accounts a company is paid to (BG-17). Numbers are stored as digits, IBAN upper case without spaces. */
export const paymentAccounts = pgTable(
  'payment_accounts',
  {
    tenantId: tenantId(),
    id: id(),
    kind: text('kind').$type<'bankgiro' | 'plusgiro' | 'iban'>().notNull(),
    number: text('number').notNull(),
    bic: text('bic').notNull().default(''),
    /** How references to the account are made (BT-83), as `lib/party/ocr.ts` writes it. */
    ocrMode: text('ocr_mode').$type<OcrMode>().notNull().default('none'),
    isDefault: boolean('is_default').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('payment_accounts_number').on(t.tenantId, t.kind, t.number),
    check('payment_accounts_kind', sql`${t.kind} in ('bankgiro', 'plusgiro', 'iban')`),
    foreignKey({ columns: [t.tenantId], foreignColumns: [companies.id], name: 'payment_accounts_company' }),
    tenantPolicy('payment_accounts'),
  ],
)

/** The next free number of a company's series (BT-1), taken under a row lock. Year 0 is the series itself; a prefix
 * that names the year adds a row for each year of issue. */
export const numberSeries = pgTable(
  'number_series',
  {
    tenantId: tenantId(),
    kind: text('kind').$type<'invoice' | 'credit-note'>().notNull(),
    prefix: text('prefix').notNull().default(''),
    next: bigint('next', { mode: 'number' }).notNull().default(1),
    minDigits: integer('min_digits').notNull().default(1),
    /** The year of issue `next` counts in, where the prefix names the year; 0 = it counts for ever. */
    year: integer('year').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.kind, t.year] }),
    check('number_series_next', sql`${t.next} >= 1`),
    foreignKey({ columns: [t.tenantId], foreignColumns: [companies.id], name: 'number_series_company' }),
    tenantPolicy('number_series'),
  ],
)

/** Evidence that the agreement was accepted: which text, by whom, when, from where. Append-only. */
export const agreementAcceptances = pgTable(
  'agreement_acceptances',
  {
    tenantId: tenantId(),
    id: id(),
    userId: uuid('user_id').notNull(),
    version: text('version').notNull(),
    locale: text('locale').notNull(),
    /** SHA-256 (hex) of the text in the language shown. */
    textHash: text('text_hash').notNull(),
    acceptedAt: instant('accepted_at').notNull(),
    address: text('address').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), tenantPolicy('agreement_acceptances')],
)

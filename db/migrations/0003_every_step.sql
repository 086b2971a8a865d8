CREATE TABLE "link_requests" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"supplier_name" text NOT NULL,
	"supplier_org_number" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"customer_number" text DEFAULT '' NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"token_hash" text DEFAULT '' NOT NULL,
	"token_expires_at" timestamp with time zone,
	"state" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by_name" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reminded_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	CONSTRAINT "link_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "link_requests_state" CHECK ("link_requests"."state" in ('open', 'approved', 'refused', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "link_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attachments" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"invoice_id" uuid,
	"template_id" uuid,
	"key" text NOT NULL,
	"file_name" text NOT NULL,
	"mime_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "attachments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "attachments_owner" CHECK (num_nonnulls("attachments"."invoice_id", "attachments"."template_id") = 1),
	CONSTRAINT "attachments_size" CHECK ("attachments"."size" > 0)
);
--> statement-breakpoint
ALTER TABLE "attachments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "templates" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"customer_id" uuid,
	"draft" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "templates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "templates_name" CHECK (length("templates"."name") between 1 and 120)
);
--> statement-breakpoint
ALTER TABLE "templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_links" (
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid,
	"party_id" uuid,
	"email" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "account_links_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "account_links_token" UNIQUE("token_hash"),
	CONSTRAINT "account_links_purpose" CHECK ("account_links"."purpose" in ('password-reset', 'email-change', 'operator-invitation', 'party-claim'))
);
--> statement-breakpoint
ALTER TABLE "number_series" DROP CONSTRAINT "number_series_tenant_id_kind_pk";--> statement-breakpoint
ALTER TABLE "inbox_documents" ALTER COLUMN "xml" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_versions" ALTER COLUMN "xml" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "gln" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "identify_by" text DEFAULT 'orgnumber' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "interest_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "round_to_krona" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "default_vat_choice" text DEFAULT 'rate-25' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "prices_include_vat" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "accounting_currency" text DEFAULT 'SEK' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "footer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "year" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_tenant_id_kind_year_pk" PRIMARY KEY("tenant_id","kind","year");--> statement-breakpoint
ALTER TABLE "payment_accounts" ADD COLUMN "ocr_mode" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "card" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD COLUMN "kind" text DEFAULT 'invoice' NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD COLUMN "xml_key" text;--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD COLUMN "attachments" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_versions" ADD COLUMN "xml_key" text;--> statement-breakpoint
ALTER TABLE "invoice_versions" ADD COLUMN "attachments" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "original_id" uuid;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "bankgiros" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "ibans" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "params" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "resent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "link_requests" ADD CONSTRAINT "link_requests_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_requests" ADD CONSTRAINT "link_requests_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_invoice_fk" FOREIGN KEY ("tenant_id","invoice_id") REFERENCES "public"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_template_fk" FOREIGN KEY ("tenant_id","template_id") REFERENCES "public"."templates"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_company" FOREIGN KEY ("tenant_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_customer" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_requests_party" ON "link_requests" USING btree ("party_id","state","created_at");--> statement-breakpoint
CREATE INDEX "link_requests_token" ON "link_requests" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "link_requests_open" ON "link_requests" USING btree ("tenant_id","customer_id") WHERE "link_requests"."state" = 'open';--> statement-breakpoint
CREATE INDEX "attachments_invoice" ON "attachments" USING btree ("tenant_id","invoice_id","position");--> statement-breakpoint
CREATE INDEX "attachments_template" ON "attachments" USING btree ("tenant_id","template_id");--> statement-breakpoint
CREATE INDEX "templates_updated" ON "templates" USING btree ("tenant_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "account_links_email" ON "account_links" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "account_links_address" ON "account_links" USING btree ("address","created_at");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_original_fk" FOREIGN KEY ("tenant_id","original_id") REFERENCES "public"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoices_original" ON "invoices" USING btree ("tenant_id","original_id");--> statement-breakpoint
CREATE INDEX "parties_company" ON "parties" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "parties_bankgiros" ON "parties" USING gin ("bankgiros");--> statement-breakpoint
CREATE INDEX "parties_ibans" ON "parties" USING gin ("ibans");--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_identify_by" CHECK ("companies"."identify_by" in ('orgnumber', 'gln'));--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_accounting_currency" CHECK ("companies"."accounting_currency" in ('SEK', 'EUR'));--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD CONSTRAINT "inbox_documents_xml" CHECK (num_nonnulls("inbox_documents"."xml", "inbox_documents"."xml_key") = 1);--> statement-breakpoint
ALTER TABLE "invoice_versions" ADD CONSTRAINT "invoice_versions_xml" CHECK (num_nonnulls("invoice_versions"."xml", "invoice_versions"."xml_key") = 1);--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_removed" CHECK ("invoices"."removed_at" is null or "invoices"."state" = 'draft');--> statement-breakpoint
CREATE POLICY "link_requests_tenant" ON "link_requests" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "link_requests_recipient_select" ON "link_requests" AS PERMISSIVE FOR SELECT TO public USING (party_id in (select p.id from parties p where p.company_id = nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "link_requests_link_select" ON "link_requests" AS PERMISSIVE FOR SELECT TO public USING (token_hash = nullif(current_setting('app.link', true), ''));--> statement-breakpoint
CREATE POLICY "link_requests_recipient_update" ON "link_requests" AS PERMISSIVE FOR UPDATE TO public USING (party_id in (select p.id from parties p where p.company_id = nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (party_id in (select p.id from parties p where p.company_id = nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "link_requests_link_update" ON "link_requests" AS PERMISSIVE FOR UPDATE TO public USING (token_hash = nullif(current_setting('app.link', true), '')) WITH CHECK (token_hash = nullif(current_setting('app.link', true), ''));--> statement-breakpoint
CREATE POLICY "attachments_tenant" ON "attachments" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "templates_tenant" ON "templates" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
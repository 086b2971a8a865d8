CREATE TABLE "articles" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_name" text NOT NULL,
	"name_key" text NOT NULL,
	"seller_item_id" text NOT NULL,
	"unit" text NOT NULL,
	"unit_price" numeric NOT NULL,
	"base_quantity" text NOT NULL,
	"prices_include_vat" boolean NOT NULL,
	"currency" text NOT NULL,
	"vat_choice" text NOT NULL,
	"exemption_reason" text NOT NULL,
	"search_text" text NOT NULL,
	"times_used" integer NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	"last_customer_id" uuid,
	"forgotten_at" timestamp with time zone,
	CONSTRAINT "articles_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "articles_name" UNIQUE("tenant_id","name_key","seller_item_id"),
	CONSTRAINT "articles_times_used" CHECK ("articles"."times_used" > 0)
);
--> statement-breakpoint
ALTER TABLE "articles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_company" FOREIGN KEY ("tenant_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_customer" FOREIGN KEY ("tenant_id","last_customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_used" ON "articles" USING btree ("tenant_id","last_used_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "articles_tenant" ON "articles" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
-- What 0001 says of its tables: not even their owner reads past the policies.
ALTER TABLE "articles" FORCE ROW LEVEL SECURITY;

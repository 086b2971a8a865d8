CREATE TABLE "pdfs" (
	"tenant_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"key" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pdfs_tenant_id_message_id_pk" PRIMARY KEY("tenant_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "pdfs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pdfs" ADD CONSTRAINT "pdfs_company" FOREIGN KEY ("tenant_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "pdfs_tenant" ON "pdfs" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
-- What 0001 says of its tables: not even their owner reads past the policies.
ALTER TABLE "pdfs" FORCE ROW LEVEL SECURITY;

ALTER TABLE "inbox_documents" ADD COLUMN "accounts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD COLUMN "answer_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD COLUMN "answered_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "answer_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_replaces_fk" FOREIGN KEY ("tenant_id","replaces_id") REFERENCES "public"."invoices"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_documents_sender" ON "inbox_documents" USING btree ("tenant_id","sender_tenant_id","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invoices_replaces" ON "invoices" USING btree ("tenant_id","replaces_id");--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD CONSTRAINT "inbox_documents_answer" CHECK ("inbox_documents"."answer" in ('accepted', 'under-query', 'rejected', 'paid'));--> statement-breakpoint
ALTER TABLE "inbox_documents" ADD CONSTRAINT "inbox_documents_answered" CHECK (("inbox_documents"."answer" is null) = ("inbox_documents"."answered_at" is null));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_answer" CHECK ("invoices"."answer" in ('accepted', 'under-query', 'rejected', 'paid'));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_answered" CHECK (("invoices"."answer" is null) = ("invoices"."answered_at" is null));--> statement-breakpoint
-- What was received before has its accounts in the snapshot; only so is the next invoice compared with it.
ALTER TABLE inbox_documents NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE inbox_documents SET accounts = coalesce((
  SELECT jsonb_agg((account ->> 'kind') || ' ' || (account ->> 'number'))
  FROM jsonb_array_elements(snapshot -> 'invoice' -> 'paymentAccounts') AS account
), '[]'::jsonb);
--> statement-breakpoint
ALTER TABLE inbox_documents FORCE ROW LEVEL SECURITY;

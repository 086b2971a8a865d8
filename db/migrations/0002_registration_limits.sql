DROP INDEX "registrations_email";--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "registrations_address" ON "registrations" USING btree ("address","created_at");--> statement-breakpoint
CREATE INDEX "registrations_email" ON "registrations" USING btree ("email","created_at");
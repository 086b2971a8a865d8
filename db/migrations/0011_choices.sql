ALTER TABLE "customers" ADD COLUMN "send_on_approval_by" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "mail_on_delivered" boolean DEFAULT false NOT NULL;
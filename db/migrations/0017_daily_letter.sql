ALTER TABLE "mails" ADD COLUMN "items" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "mail_daily" boolean DEFAULT false NOT NULL;
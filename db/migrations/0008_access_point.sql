ALTER TABLE "deliveries" ALTER COLUMN "recipient_company_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "next_attempt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_channel_known" CHECK ("deliveries"."channel" in ('inbox', 'access-point'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_inbox" CHECK (("deliveries"."channel" = 'inbox') = ("deliveries"."recipient_company_id" is not null));
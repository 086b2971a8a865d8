ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_channel_known";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "recipient_email" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_email" CHECK (("deliveries"."channel" = 'email') = ("deliveries"."recipient_email" is not null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_channel_known" CHECK ("deliveries"."channel" in ('inbox', 'access-point', 'email', 'simulator'));--> statement-breakpoint
-- As in 0001, the address of a letter and the name for an answer: to whom a delivery goes never changes.
CREATE OR REPLACE FUNCTION keep_delivery_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.invoice_id, NEW.version, NEW.message_id, NEW.channel, NEW.recipient_company_id, NEW.recipient_email,
      NEW.answer_key)
     IS DISTINCT FROM
     (OLD.invoice_id, OLD.version, OLD.message_id, OLD.channel, OLD.recipient_company_id, OLD.recipient_email,
      OLD.answer_key) THEN
    RAISE EXCEPTION 'immutable: what a delivery delivers, and to whom' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

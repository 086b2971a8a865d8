ALTER TABLE "invoice_versions" ADD COLUMN "verdict" jsonb;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "verdict" jsonb;
--> statement-breakpoint
-- What the rules said of a sent invoice stays as well.
CREATE OR REPLACE FUNCTION keep_sent_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NOT NULL THEN
      RAISE EXCEPTION 'immutable: an invoice with a number is never removed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state IN ('sent', 'answered', 'rejected', 'voided') AND (
    NEW.draft, NEW.snapshot, NEW.verdict, NEW.number, NEW.kind, NEW.customer_id, NEW.buyer_name, NEW.issue_date,
    NEW.due_date, NEW.currency, NEW.amount_due, NEW.version, NEW.revision, NEW.created_by, NEW.original_id, NEW.search_text
  ) IS DISTINCT FROM (
    OLD.draft, OLD.snapshot, OLD.verdict, OLD.number, OLD.kind, OLD.customer_id, OLD.buyer_name, OLD.issue_date,
    OLD.due_date, OLD.currency, OLD.amount_due, OLD.version, OLD.revision, OLD.created_by, OLD.original_id, OLD.search_text
  ) THEN
    RAISE EXCEPTION 'immutable: the content of a sent invoice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- What 0001 says of its tables, for those that came in 0003.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT DISTINCT tablename FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- A party is claimed once, and only claimed: the application may fill company_id, never change it.
CREATE FUNCTION keep_party_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.company_id IS NOT NULL AND NEW.company_id IS DISTINCT FROM OLD.company_id THEN
    RAISE EXCEPTION 'immutable: who has claimed a party' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER parties_keep_claim BEFORE UPDATE ON parties FOR EACH ROW EXECUTE FUNCTION keep_party_claim();
--> statement-breakpoint
-- The recipient and whoever holds the link may answer a request; what was asked, and by whom, stays.
CREATE FUNCTION keep_link_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.tenant_id, NEW.id, NEW.customer_id, NEW.party_id, NEW.supplier_name, NEW.supplier_org_number, NEW.requested_by,
      NEW.message, NEW.created_at) IS DISTINCT FROM
     (OLD.tenant_id, OLD.id, OLD.customer_id, OLD.party_id, OLD.supplier_name, OLD.supplier_org_number, OLD.requested_by,
      OLD.message, OLD.created_at) THEN
    RAISE EXCEPTION 'immutable: what a link request asks' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER link_requests_keep BEFORE UPDATE ON link_requests FOR EACH ROW EXECUTE FUNCTION keep_link_request();
--> statement-breakpoint
-- A file is what was uploaded: it is described, moved or taken away, never exchanged. Those of a sent invoice stay.
CREATE FUNCTION keep_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.tenant_id, NEW.id, NEW.invoice_id, NEW.template_id, NEW.key, NEW.file_name, NEW.mime_type,
      NEW.size, NEW.sha256) IS DISTINCT FROM
     (OLD.tenant_id, OLD.id, OLD.invoice_id, OLD.template_id, OLD.key, OLD.file_name, OLD.mime_type, OLD.size, OLD.sha256) THEN
    RAISE EXCEPTION 'immutable: an uploaded file' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.invoice_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM invoices i WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.invoice_id
      AND i.state NOT IN ('draft', 'ready', 'failed')
  ) THEN
    RAISE EXCEPTION 'immutable: the files of a sent invoice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attachments_keep BEFORE INSERT OR UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION keep_attachment();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_sent_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NOT NULL THEN
      RAISE EXCEPTION 'immutable: an invoice with a number is never removed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state IN ('sent', 'answered', 'rejected', 'voided') AND (
    NEW.draft, NEW.snapshot, NEW.number, NEW.kind, NEW.customer_id, NEW.buyer_name, NEW.issue_date,
    NEW.due_date, NEW.currency, NEW.amount_due, NEW.version, NEW.revision, NEW.created_by, NEW.original_id, NEW.search_text
  ) IS DISTINCT FROM (
    OLD.draft, OLD.snapshot, OLD.number, OLD.kind, OLD.customer_id, OLD.buyer_name, OLD.issue_date,
    OLD.due_date, OLD.currency, OLD.amount_due, OLD.version, OLD.revision, OLD.created_by, OLD.original_id, OLD.search_text
  ) THEN
    RAISE EXCEPTION 'immutable: the content of a sent invoice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

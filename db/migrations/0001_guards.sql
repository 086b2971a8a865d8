-- What the schema tool cannot say: row-level security that binds the owner too, the life cycles, what may
-- never change, and the audit log's chain. Grants to the application's role are given by db/migrate.ts.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The life cycles as data: the same rows as lib/invoice/lifecycle.ts, compared by a test.
CREATE TABLE state_moves (
  machine text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  PRIMARY KEY (machine, from_state, to_state)
);
--> statement-breakpoint
INSERT INTO state_moves (machine, from_state, to_state) VALUES
  ('invoices', 'draft', 'ready'),
  ('invoices', 'draft', 'voided'),
  ('invoices', 'ready', 'draft'),
  ('invoices', 'ready', 'sent'),
  ('invoices', 'sent', 'ready'),
  ('invoices', 'sent', 'answered'),
  ('invoices', 'sent', 'rejected'),
  ('invoices', 'sent', 'failed'),
  ('invoices', 'answered', 'rejected'),
  ('invoices', 'failed', 'draft'),
  ('deliveries', 'queued', 'sending'),
  ('deliveries', 'queued', 'cancelled'),
  ('deliveries', 'sending', 'handed-over'),
  ('deliveries', 'sending', 'delivered'),
  ('deliveries', 'sending', 'mailed'),
  ('deliveries', 'sending', 'retrying'),
  ('deliveries', 'sending', 'uncertain'),
  ('deliveries', 'sending', 'failed'),
  ('deliveries', 'retrying', 'sending'),
  ('deliveries', 'retrying', 'failed'),
  ('deliveries', 'handed-over', 'delivered'),
  ('deliveries', 'handed-over', 'failed'),
  ('deliveries', 'mailed', 'failed'),
  ('deliveries', 'uncertain', 'sending'),
  ('deliveries', 'uncertain', 'handed-over'),
  ('deliveries', 'uncertain', 'mailed'),
  ('deliveries', 'uncertain', 'delivered'),
  ('deliveries', 'uncertain', 'failed');
--> statement-breakpoint
CREATE FUNCTION check_state_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IS DISTINCT FROM OLD.state AND NOT EXISTS (
    SELECT 1 FROM state_moves
    WHERE machine = TG_TABLE_NAME AND from_state = OLD.state AND to_state = NEW.state
  ) THEN
    RAISE EXCEPTION 'state_move: % may not go from % to %', TG_TABLE_NAME, OLD.state, NEW.state
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER invoices_state_move BEFORE UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION check_state_move();
--> statement-breakpoint
CREATE TRIGGER deliveries_state_move BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION check_state_move();
--> statement-breakpoint
CREATE FUNCTION keep_sent_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NOT NULL THEN
      RAISE EXCEPTION 'immutable: an invoice with a number is never removed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state IN ('sent', 'answered', 'rejected', 'voided') AND (
    NEW.draft, NEW.snapshot, NEW.number, NEW.kind, NEW.customer_id, NEW.buyer_name, NEW.issue_date,
    NEW.due_date, NEW.currency, NEW.amount_due, NEW.version, NEW.revision, NEW.created_by
  ) IS DISTINCT FROM (
    OLD.draft, OLD.snapshot, OLD.number, OLD.kind, OLD.customer_id, OLD.buyer_name, OLD.issue_date,
    OLD.due_date, OLD.currency, OLD.amount_due, OLD.version, OLD.revision, OLD.created_by
  ) THEN
    RAISE EXCEPTION 'immutable: the content of a sent invoice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER invoices_keep_sent BEFORE UPDATE OR DELETE ON invoices FOR EACH ROW EXECUTE FUNCTION keep_sent_invoice();
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'immutable: rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER invoice_versions_keep BEFORE UPDATE OR DELETE ON invoice_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER invoice_events_keep BEFORE UPDATE OR DELETE ON invoice_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreement_acceptances_keep BEFORE UPDATE OR DELETE ON agreement_acceptances FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_keep BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION keep_delivery_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.invoice_id, NEW.version, NEW.message_id, NEW.channel, NEW.recipient_company_id) IS DISTINCT FROM
     (OLD.invoice_id, OLD.version, OLD.message_id, OLD.channel, OLD.recipient_company_id) THEN
    RAISE EXCEPTION 'immutable: what a delivery delivers, and to whom' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER deliveries_keep_identity BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION keep_delivery_identity();
--> statement-breakpoint
-- Each audit row's hash covers the hash before it. The lock makes the order of ids the order of the chain.
CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE previous text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || NEW.tenant_id::text, 0));
  NEW.id := nextval(pg_get_serial_sequence('audit_log', 'id'));
  SELECT hash INTO previous FROM audit_log WHERE tenant_id = NEW.tenant_id ORDER BY id DESC LIMIT 1;
  NEW.hash := encode(sha256(convert_to(jsonb_build_array(previous, NEW.tenant_id, NEW.id, NEW.user_id, NEW.action,
    NEW.subject_id, NEW.details, extract(epoch FROM NEW.at))::text, 'UTF8')), 'hex');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_chain BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION chain_audit();

-- What keeps sent invoices and logs for ever lets one thing go, and only whole: a company that only tried Talong out.
-- That a company is one never changes (0014), so nothing of any other can be removed by this way.
CREATE FUNCTION is_sandbox(company uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT c.is_sandbox FROM public.companies c WHERE c.id = company), false)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND public.is_sandbox(OLD.tenant_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'immutable: rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_sent_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NOT NULL AND NOT public.is_sandbox(OLD.tenant_id) THEN
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
--> statement-breakpoint
-- The application may not remove rows of a log; through this it may, those of a company that only tried Talong out, in
-- a transaction of that tenant. A new table of tenants is added here, or the test of it fails.
CREATE FUNCTION remove_sandbox(company uuid) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_sandbox(company) THEN
    RAISE EXCEPTION 'only a company that tries Talong out is ever removed' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM pdfs WHERE tenant_id = company;
  DELETE FROM deliveries WHERE tenant_id = company;
  DELETE FROM invoice_events WHERE tenant_id = company;
  DELETE FROM invoice_versions WHERE tenant_id = company;
  DELETE FROM attachments WHERE tenant_id = company;
  DELETE FROM invoices WHERE tenant_id = company;
  DELETE FROM templates WHERE tenant_id = company;
  DELETE FROM articles WHERE tenant_id = company;
  DELETE FROM link_requests WHERE tenant_id = company;
  DELETE FROM customers WHERE tenant_id = company;
  DELETE FROM number_series WHERE tenant_id = company;
  DELETE FROM payment_accounts WHERE tenant_id = company;
  DELETE FROM agreement_acceptances WHERE tenant_id = company;
  DELETE FROM audit_log WHERE tenant_id = company;
  DELETE FROM account_links WHERE user_id IN (SELECT id FROM users WHERE company_id = company);
  DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE company_id = company);
  DELETE FROM users WHERE company_id = company;
  DELETE FROM companies WHERE id = company;
END $$;

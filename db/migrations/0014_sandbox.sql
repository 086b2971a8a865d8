ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_channel_known";--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "is_sandbox" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "is_sandbox" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_channel_known" CHECK ("deliveries"."channel" in ('inbox', 'access-point', 'simulator'));--> statement-breakpoint
-- What comes from a company that tries Talong out goes nowhere, and what comes from any other never only seems to.
CREATE FUNCTION deliveries_sandbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.channel = 'simulator') IS DISTINCT FROM (SELECT is_sandbox FROM companies WHERE id = NEW.tenant_id) THEN
    RAISE EXCEPTION 'deliveries: the simulator is the channel of sandbox companies, and their only one';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER deliveries_sandbox BEFORE INSERT OR UPDATE OF channel ON deliveries
  FOR EACH ROW EXECUTE FUNCTION deliveries_sandbox();
--> statement-breakpoint
CREATE FUNCTION sandbox_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a company is a sandbox from its first day, or never';
END $$;
--> statement-breakpoint
CREATE TRIGGER companies_sandbox BEFORE UPDATE OF is_sandbox ON companies
  FOR EACH ROW WHEN (OLD.is_sandbox IS DISTINCT FROM NEW.is_sandbox) EXECUTE FUNCTION sandbox_stays();
--> statement-breakpoint
CREATE TRIGGER users_sandbox BEFORE UPDATE OF is_sandbox ON users
  FOR EACH ROW WHEN (OLD.is_sandbox IS DISTINCT FROM NEW.is_sandbox) EXECUTE FUNCTION sandbox_stays();

ALTER TABLE "deliveries" ADD COLUMN "answer_key" text;--> statement-breakpoint
CREATE INDEX "deliveries_answer_key" ON "deliveries" USING btree ("answer_key");--> statement-breakpoint
CREATE POLICY "deliveries_answer" ON "deliveries" AS PERMISSIVE FOR SELECT TO public USING (answer_key = nullif(current_setting('app.answer', true), ''));
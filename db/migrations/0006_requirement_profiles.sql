CREATE TABLE "requirement_profiles" (
	"party_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"valid_from" date NOT NULL,
	"origin" text NOT NULL,
	"profile" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requirement_profiles_party_id_version_pk" PRIMARY KEY("party_id","version"),
	CONSTRAINT "requirement_profiles_version" CHECK ("requirement_profiles"."version" > 0),
	CONSTRAINT "requirement_profiles_origin" CHECK ("requirement_profiles"."origin" in ('recipient', 'operator'))
);
--> statement-breakpoint
ALTER TABLE "requirement_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "requirement_profiles" ADD CONSTRAINT "requirement_profiles_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" DROP COLUMN "requirement_profile";--> statement-breakpoint
CREATE POLICY "requirement_profiles_read" ON "requirement_profiles" AS PERMISSIVE FOR SELECT TO public USING (true);
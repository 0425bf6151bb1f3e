-- Links to set a new password: by whom and when they were made, for whoever has the account to see.

CREATE TYPE "reset_link_maker" AS ENUM ('mail', 'operator', 'teacher');

CREATE TABLE "reset_link" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "made_by" "reset_link_maker" NOT NULL,
    "maker_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_link_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "reset_link_account_id_made_at_idx" ON "reset_link"("account_id", "made_at");

CREATE INDEX "reset_link_maker_id_idx" ON "reset_link"("maker_id");

ALTER TABLE "reset_link" ADD CONSTRAINT "reset_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "reset_link" ADD CONSTRAINT "reset_link_maker_id_fkey" FOREIGN KEY ("maker_id") REFERENCES "learner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- From here on: what the schema language cannot say.

ALTER TABLE "reset_link" ADD CONSTRAINT "reset_link_maker" CHECK ("made_by" = 'teacher' OR "maker_id" IS NULL);

-- Whoever is erased takes along the secrets that were handed out for their account; a verification names it in its value.
CREATE FUNCTION account_takes_its_secrets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "verification" WHERE "value" = OLD."id"::text;
  RETURN OLD;
END $$;
CREATE TRIGGER "account_takes_its_secrets" BEFORE DELETE ON "account"
  FOR EACH ROW EXECUTE FUNCTION account_takes_its_secrets();

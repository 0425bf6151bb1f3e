-- A class has one owner, always: whoever takes the owner away in a transaction gives it another before the end of it,
-- or takes the class away too.

CREATE UNIQUE INDEX "class_member_owner" ON "class_member" ("class_id") WHERE "role" = 'owner' AND "ended_at" IS NULL;

CREATE FUNCTION class_keeps_its_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "class" WHERE "id" = OLD."class_id")
    AND NOT EXISTS (
      SELECT FROM "class_member"
      WHERE "class_id" = OLD."class_id" AND "role" = 'owner' AND "ended_at" IS NULL AND "learner_id" IS NOT NULL
    ) THEN
    RAISE EXCEPTION 'a class always has an owner';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "class_keeps_its_owner" AFTER UPDATE OR DELETE ON "class_member"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."role" = 'owner' AND OLD."ended_at" IS NULL)
  EXECUTE FUNCTION class_keeps_its_owner();

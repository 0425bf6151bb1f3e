-- What copies and shared decks say of where they come from.

-- Under which name whoever gave the text is known to its reader.
ALTER TABLE "text_reader" ADD COLUMN "given_by" TEXT NOT NULL DEFAULT '';

-- In the trash since its origin went there, or out of the assigned deck; not by its holder's hand.
ALTER TABLE "item" ADD COLUMN "withdrawn" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "item" ADD CONSTRAINT "item_withdrawn" CHECK (NOT "withdrawn" OR "status" = 'deleted');
CREATE FUNCTION item_comes_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."withdrawn" := NEW."withdrawn" AND NEW."status" = 'deleted';
  RETURN NEW;
END $$;
CREATE TRIGGER "item_comes_back" BEFORE UPDATE OF "status" ON "item"
  FOR EACH ROW WHEN (OLD."withdrawn") EXECUTE FUNCTION item_comes_back();

-- The name that the owner of a shared deck chose to be shown, and one link at a time.
ALTER TABLE "deck_share" ADD COLUMN "name" TEXT NOT NULL;
ALTER TABLE "deck_share" ADD CONSTRAINT "deck_share_name" CHECK (btrim("name") <> '');
CREATE UNIQUE INDEX "deck_share_live" ON "deck_share" ("deck_id") WHERE "ended_at" IS NULL;

-- How much a session is, what happens to new items in a backlog, and which days of the week are to be easy.
CREATE TYPE "budget_kind" AS ENUM ('none', 'minutes', 'cards');
CREATE TYPE "day_ease" AS ENUM ('normal', 'fewer', 'none');
ALTER TABLE "learner"
  ADD COLUMN "budget_kind" "budget_kind" NOT NULL DEFAULT 'none',
  ADD COLUMN "budget_size" SMALLINT NOT NULL DEFAULT 15,
  ADD COLUMN "hold_new" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "balance_load" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "easy_days" "day_ease"[] DEFAULT ARRAY['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal']::"day_ease"[],
  ADD COLUMN "catch_up_per_day" SMALLINT,
  ADD COLUMN "catch_up_since" DATE;
ALTER TABLE "learner"
  ADD CONSTRAINT "learner_budget" CHECK ("budget_size" BETWEEN 1 AND 200),
  ADD CONSTRAINT "learner_easy_days" CHECK ("easy_days" IS NOT NULL AND cardinality("easy_days") = 7 AND array_position("easy_days", NULL) IS NULL),
  ADD CONSTRAINT "learner_catch_up" CHECK (
    num_nulls("catch_up_per_day", "catch_up_since") IN (0, 2) AND "catch_up_per_day" BETWEEN 1 AND 1000);

-- Whether a card is asked at all, and where it stands in its text. Both follow from its item and the decks that item is
-- in; they are kept on the card so that a session is found by index, however many cards there are.
ALTER TABLE "card"
  ADD COLUMN "live" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "text_id" UUID,
  ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0;

-- A card is live when its item is kept, says what the card trains (an element that was edited away is asked no more),
-- and is in a deck that is not archived.
CREATE FUNCTION refresh_cards(items uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "card" c SET "live" = n."live", "text_id" = n."text_id", "position" = n."position"
  FROM (
    SELECT k."learner_id", k."id", i."text_id", i."position",
      i."status" = 'kept'
      AND (CASE WHEN i."kind" = 'list'
        THEN i."elements" @> jsonb_build_array(jsonb_build_object('key', k."element_key")) ELSE k."element_key" = '' END)
      AND EXISTS (SELECT 1 FROM "deck_item" di JOIN "deck" d ON d."id" = di."deck_id" AND d."archived_at" IS NULL
        WHERE di."owner_id" = i."owner_id" AND di."item_id" = i."id") AS "live"
    FROM "item" i JOIN "card" k ON k."item_id" = i."id"
    WHERE i."id" = ANY(items)
  ) n
  WHERE c."learner_id" = n."learner_id" AND c."id" = n."id"
    AND (c."live", c."text_id", c."position") IS DISTINCT FROM (n."live", n."text_id", n."position")
$$;

-- What decides it is changed by one transaction at a time for each owner: neither of two that meet would see the other.
CREATE FUNCTION lock_owners(owners uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT 1 FROM "learner" WHERE "id" = ANY(owners) ORDER BY "id" FOR NO KEY UPDATE
$$;

CREATE FUNCTION card_is_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT i."text_id", i."position",
    i."status" = 'kept'
    AND (CASE WHEN i."kind" = 'list'
      THEN i."elements" @> jsonb_build_array(jsonb_build_object('key', NEW."element_key")) ELSE NEW."element_key" = '' END)
    AND EXISTS (SELECT 1 FROM "deck_item" di JOIN "deck" d ON d."id" = di."deck_id" AND d."archived_at" IS NULL
      WHERE di."owner_id" = i."owner_id" AND di."item_id" = i."id")
  INTO NEW."text_id", NEW."position", NEW."live"
  FROM "item" i WHERE i."id" = NEW."item_id";
  NEW."position" := coalesce(NEW."position", 0);
  NEW."live" := coalesce(NEW."live", false);
  RETURN NEW;
END $$;
CREATE TRIGGER "card_is_placed" BEFORE INSERT ON "card" FOR EACH ROW EXECUTE FUNCTION card_is_placed();

CREATE FUNCTION cards_follow_items() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  changed := ARRAY(
    SELECT n."id" FROM "after" n JOIN "before" o ON o."id" = n."id"
    WHERE (n."status", n."kind", n."elements", n."text_id", n."position")
      IS DISTINCT FROM (o."status", o."kind", o."elements", o."text_id", o."position"));
  IF cardinality(changed) > 0 THEN
    PERFORM lock_owners(ARRAY(SELECT DISTINCT n."owner_id" FROM "after" n WHERE n."id" = ANY(changed)));
    PERFORM refresh_cards(changed);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "cards_follow_items" AFTER UPDATE ON "item"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_items();

CREATE FUNCTION cards_follow_decks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  changed := ARRAY(
    SELECT n."id" FROM "after" n JOIN "before" o ON o."id" = n."id"
    WHERE (n."archived_at" IS NULL) <> (o."archived_at" IS NULL));
  IF cardinality(changed) > 0 THEN
    PERFORM lock_owners(ARRAY(SELECT DISTINCT n."owner_id" FROM "after" n WHERE n."id" = ANY(changed)));
    PERFORM refresh_cards(ARRAY(SELECT di."item_id" FROM "deck_item" di WHERE di."deck_id" = ANY(changed)));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "cards_follow_decks" AFTER UPDATE ON "deck"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_decks();

CREATE FUNCTION cards_follow_deck_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_owners(ARRAY(SELECT DISTINCT "owner_id" FROM "changed"));
  PERFORM refresh_cards(ARRAY(SELECT "item_id" FROM "changed"));
  RETURN NULL;
END $$;
CREATE TRIGGER "cards_follow_added" AFTER INSERT ON "deck_item"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_deck_items();
CREATE TRIGGER "cards_follow_removed" AFTER DELETE ON "deck_item"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_deck_items();

SELECT refresh_cards(ARRAY(SELECT "id" FROM "item"));

-- What is due, and what is new in the order of its text. They take the place of three that held the same twice.
DROP INDEX "card_learner_id_due_day_idx";
DROP INDEX "card_due";
DROP INDEX "card_new";
CREATE INDEX "card_due" ON "card" ("learner_id", "due_day") INCLUDE ("item_id")
  WHERE "live" AND "phase" <> 'new' AND NOT "suspended";
CREATE INDEX "card_new" ON "card" ("learner_id", "text_id" NULLS FIRST, "position", "item_id")
  WHERE "live" AND "phase" = 'new' AND NOT "suspended";

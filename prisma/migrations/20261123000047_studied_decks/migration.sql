-- A teacher makes decks for a class without studying them: what is only in such decks is not asked of their owner.
ALTER TABLE "deck" ADD COLUMN "studied" BOOLEAN NOT NULL DEFAULT true;

-- Extra time in tests, in per cent of the usual one, for a student who is granted it.
ALTER TABLE "class_member" ADD COLUMN "extra_time_percent" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "class_member" ADD CONSTRAINT "class_member_extra_time" CHECK ("extra_time_percent" BETWEEN 0 AND 200);

-- A card is live when its item is kept, says what the card trains, and is in a deck that is studied and not archived.
CREATE OR REPLACE FUNCTION refresh_cards(items uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "card" c SET "live" = n."live", "text_id" = n."text_id", "position" = n."position"
  FROM (
    SELECT k."learner_id", k."id", i."text_id", i."position",
      i."status" = 'kept'
      AND (CASE WHEN i."kind" = 'list'
        THEN i."elements" @> jsonb_build_array(jsonb_build_object('key', k."element_key")) ELSE k."element_key" = '' END)
      AND EXISTS (SELECT 1 FROM "deck_item" di JOIN "deck" d ON d."id" = di."deck_id" AND d."archived_at" IS NULL AND d."studied"
        WHERE di."owner_id" = i."owner_id" AND di."item_id" = i."id") AS "live"
    FROM "item" i JOIN "card" k ON k."item_id" = i."id"
    WHERE i."id" = ANY(items)
  ) n
  WHERE c."learner_id" = n."learner_id" AND c."id" = n."id"
    AND (c."live", c."text_id", c."position") IS DISTINCT FROM (n."live", n."text_id", n."position")
$$;

CREATE OR REPLACE FUNCTION card_is_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT i."text_id", i."position",
    i."status" = 'kept'
    AND (CASE WHEN i."kind" = 'list'
      THEN i."elements" @> jsonb_build_array(jsonb_build_object('key', NEW."element_key")) ELSE NEW."element_key" = '' END)
    AND EXISTS (SELECT 1 FROM "deck_item" di JOIN "deck" d ON d."id" = di."deck_id" AND d."archived_at" IS NULL AND d."studied"
      WHERE di."owner_id" = i."owner_id" AND di."item_id" = i."id")
  INTO NEW."text_id", NEW."position", NEW."live"
  FROM "item" i WHERE i."id" = NEW."item_id";
  NEW."position" := coalesce(NEW."position", 0);
  NEW."live" := coalesce(NEW."live", false);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION cards_follow_decks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  changed := ARRAY(
    SELECT n."id" FROM "after" n JOIN "before" o ON o."id" = n."id"
    WHERE (n."archived_at" IS NULL AND n."studied") <> (o."archived_at" IS NULL AND o."studied"));
  IF cardinality(changed) > 0 THEN
    PERFORM lock_owners(ARRAY(SELECT DISTINCT n."owner_id" FROM "after" n WHERE n."id" = ANY(changed)));
    PERFORM refresh_cards(ARRAY(SELECT di."item_id" FROM "deck_item" di WHERE di."deck_id" = ANY(changed)));
  END IF;
  RETURN NULL;
END $$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "text_origin" AS ENUM ('shipped', 'added');

-- CreateEnum
CREATE TYPE "text_format" AS ENUM ('plain', 'markdown');

-- CreateEnum
CREATE TYPE "passage_kind" AS ENUM ('section', 'title', 'heading', 'paragraph', 'list_item', 'boilerplate');

-- CreateEnum
CREATE TYPE "item_status" AS ENUM ('proposed', 'kept', 'rejected', 'retired', 'deleted');

-- CreateEnum
CREATE TYPE "grade_buttons" AS ENUM ('four', 'two');

-- CreateEnum
CREATE TYPE "card_phase" AS ENUM ('new', 'learning', 'relearning', 'review');

-- CreateEnum
CREATE TYPE "review_kind" AS ENUM ('review', 'undo', 'bury', 'suspend', 'resume');

-- CreateTable
CREATE TABLE "learner" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "time_zone" TEXT NOT NULL,
    "rollover_hour" SMALLINT NOT NULL DEFAULT 4,
    "desired_retention" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
    "new_per_day" INTEGER NOT NULL DEFAULT 20,
    "show_intervals" BOOLEAN NOT NULL DEFAULT true,
    "grade_buttons" "grade_buttons" NOT NULL DEFAULT 'four',

    CONSTRAINT "learner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "origin" "text_origin" NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "based_on" TEXT NOT NULL,
    "slug" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_revision" (
    "id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "format" "text_format" NOT NULL,
    "words" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "text_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "kind" "passage_kind" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "section_index" INTEGER NOT NULL,
    "level" SMALLINT NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "content_start" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "search" tsvector,

    CONSTRAINT "passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "text_id" UUID,
    "status" "item_status" NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "accept" TEXT[],
    "elements" JSONB NOT NULL,
    "forms" JSONB NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "construction" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search" tsvector,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "item_id" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "revision_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("item_id","ordinal")
);

-- CreateTable
CREATE TABLE "deck" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "text_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deck_item" (
    "owner_id" UUID NOT NULL,
    "deck_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_item_pkey" PRIMARY KEY ("deck_id","item_id")
);

-- CreateTable
CREATE TABLE "card" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "element_key" TEXT NOT NULL DEFAULT '',
    "phase" "card_phase" NOT NULL DEFAULT 'new',
    "step" SMALLINT NOT NULL DEFAULT 0,
    "stability" DOUBLE PRECISION,
    "difficulty" DOUBLE PRECISION,
    "reps" INTEGER NOT NULL DEFAULT 0,
    "lapses" INTEGER NOT NULL DEFAULT 0,
    "last_study_day" DATE,
    "due_day" DATE,
    "last_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "buried_on" DATE,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "suspend_reason" TEXT NOT NULL DEFAULT '',
    "folded_with" TEXT NOT NULL DEFAULT '',
    "event_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "card_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateTable
CREATE TABLE "review" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "kind" "review_kind" NOT NULL,
    "grade" SMALLINT,
    "form" TEXT,
    "typed" TEXT,
    "overruled" BOOLEAN,
    "duration_ms" INTEGER,
    "target_id" UUID,
    "reason" TEXT,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "client_reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "study_day" DATE NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateIndex
CREATE INDEX "text_owner_id_created_at_idx" ON "text"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "text_revision_sha256_idx" ON "text_revision"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "text_revision_text_id_number_key" ON "text_revision"("text_id", "number");

-- CreateIndex
CREATE INDEX "passage_revision_id_start_offset_idx" ON "passage"("revision_id", "start_offset");

-- CreateIndex
CREATE INDEX "item_text_id_position_idx" ON "item"("text_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "item_owner_id_id_key" ON "item"("owner_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "item_owner_id_text_id_key_key" ON "item"("owner_id", "text_id", "key");

-- CreateIndex
CREATE INDEX "evidence_revision_id_start_offset_idx" ON "evidence"("revision_id", "start_offset");

-- CreateIndex
CREATE UNIQUE INDEX "deck_owner_id_id_key" ON "deck"("owner_id", "id");

-- CreateIndex
CREATE INDEX "deck_item_owner_id_item_id_idx" ON "deck_item"("owner_id", "item_id");

-- CreateIndex
CREATE INDEX "card_item_id_idx" ON "card"("item_id");

-- CreateIndex
CREATE INDEX "card_learner_id_due_day_idx" ON "card"("learner_id", "due_day");

-- CreateIndex
CREATE UNIQUE INDEX "card_learner_id_item_id_element_key_key" ON "card"("learner_id", "item_id", "element_key");

-- CreateIndex
CREATE INDEX "review_learner_id_card_id_reviewed_at_id_idx" ON "review"("learner_id", "card_id", "reviewed_at", "id");

-- CreateIndex
CREATE INDEX "review_learner_id_study_day_idx" ON "review"("learner_id", "study_day");

-- AddForeignKey
ALTER TABLE "text" ADD CONSTRAINT "text_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "learner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_revision" ADD CONSTRAINT "text_revision_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "text"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "text_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "learner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "text"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "text_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck" ADD CONSTRAINT "deck_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "learner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck" ADD CONSTRAINT "deck_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "text"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_item" ADD CONSTRAINT "deck_item_owner_id_deck_id_fkey" FOREIGN KEY ("owner_id", "deck_id") REFERENCES "deck"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_item" ADD CONSTRAINT "deck_item_owner_id_item_id_fkey" FOREIGN KEY ("owner_id", "item_id") REFERENCES "item"("owner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_learner_id_card_id_fkey" FOREIGN KEY ("learner_id", "card_id") REFERENCES "card"("learner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on: what the schema language cannot say.

-- Values within their bounds.
ALTER TABLE "learner"
  ADD CONSTRAINT "learner_rollover_hour" CHECK ("rollover_hour" BETWEEN 0 AND 23),
  ADD CONSTRAINT "learner_desired_retention" CHECK ("desired_retention" BETWEEN 0.7 AND 0.97),
  ADD CONSTRAINT "learner_new_per_day" CHECK ("new_per_day" BETWEEN 0 AND 1000),
  ADD CONSTRAINT "learner_time_zone" CHECK ("time_zone" <> '');

ALTER TABLE "text"
  ADD CONSTRAINT "text_title" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "text_slug_iff_shipped" CHECK (("origin" = 'shipped') = ("slug" <> ''));
CREATE UNIQUE INDEX "text_shipped_slug" ON "text" ("slug") WHERE "origin" = 'shipped';

ALTER TABLE "text_revision"
  ADD CONSTRAINT "text_revision_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "text_revision_body" CHECK ("body" <> ''),
  ADD CONSTRAINT "text_revision_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

ALTER TABLE "passage"
  ADD CONSTRAINT "passage_span" CHECK (0 <= "start_offset" AND "start_offset" <= "content_start" AND "content_start" <= "end_offset");
CREATE UNIQUE INDEX "passage_ordinal" ON "passage" ("revision_id", ("kind" = 'section'), "ordinal");

ALTER TABLE "item"
  ADD CONSTRAINT "item_question" CHECK (btrim("question") <> ''),
  ADD CONSTRAINT "item_answer" CHECK (btrim("answer") <> ''),
  ADD CONSTRAINT "item_key" CHECK ("key" <> ''),
  ADD CONSTRAINT "item_forms" CHECK (jsonb_typeof("forms") = 'array' AND jsonb_array_length("forms") > 0),
  ADD CONSTRAINT "item_elements" CHECK (jsonb_typeof("elements") = 'array' AND (jsonb_array_length("elements") > 0) = ("kind" = 'list')),
  ADD CONSTRAINT "item_confidence" CHECK ("confidence" BETWEEN 0 AND 1);
CREATE INDEX "item_owner_status" ON "item" ("owner_id", "status");

ALTER TABLE "evidence"
  ADD CONSTRAINT "evidence_span" CHECK (0 <= "start_offset" AND "start_offset" < "end_offset" AND "quote" <> '');

-- Evidence stands in a revision of the text its item was made from.
CREATE FUNCTION evidence_in_own_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "item" i JOIN "text_revision" r ON r."text_id" = i."text_id"
    WHERE i."id" = NEW."item_id" AND r."id" = NEW."revision_id"
  ) THEN
    RAISE EXCEPTION 'evidence of item % is in a revision of another text', NEW."item_id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_in_own_text" BEFORE INSERT OR UPDATE ON "evidence"
  FOR EACH ROW EXECUTE FUNCTION evidence_in_own_text();

-- Two live decks of one learner do not share a name.
ALTER TABLE "deck" ADD CONSTRAINT "deck_name" CHECK (btrim("name") <> '');
CREATE UNIQUE INDEX "deck_live_name" ON "deck" ("owner_id", lower("name")) WHERE "archived_at" IS NULL;

-- A card is either new, with no memory, or reviewed, with all of it.
ALTER TABLE "card"
  ADD CONSTRAINT "card_new_or_reviewed" CHECK (
    CASE WHEN "phase" = 'new'
      THEN "reps" = 0 AND num_nonnulls("stability", "difficulty", "last_study_day", "due_day", "last_at", "due_at") = 0
      ELSE "reps" > 0 AND num_nulls("stability", "difficulty", "last_study_day", "due_day", "last_at", "due_at") = 0
    END),
  ADD CONSTRAINT "card_memory" CHECK ("stability" > 0 AND "difficulty" BETWEEN 1 AND 10 AND "due_day" >= "last_study_day"),
  ADD CONSTRAINT "card_counts" CHECK ("reps" >= 0 AND "lapses" >= 0 AND "lapses" <= "reps" AND "step" >= 0 AND "event_count" >= 0),
  ADD CONSTRAINT "card_suspend_reason" CHECK ("suspended" OR "suspend_reason" = '');
-- What is due for this learner.
CREATE INDEX "card_due" ON "card" ("learner_id", "due_day") WHERE "phase" <> 'new' AND NOT "suspended";
CREATE INDEX "card_new" ON "card" ("learner_id") WHERE "phase" = 'new' AND NOT "suspended";

-- Each kind of review carries what belongs to it and nothing else.
ALTER TABLE "review" ADD CONSTRAINT "review_by_kind" CHECK (
  CASE "kind"
    WHEN 'review' THEN "grade" BETWEEN 1 AND 4 AND num_nulls("grade", "form", "typed", "overruled", "duration_ms") = 0
      AND "duration_ms" BETWEEN 0 AND 60000 AND num_nonnulls("target_id", "reason") = 0
    WHEN 'undo' THEN "target_id" IS NOT NULL AND num_nonnulls("grade", "form", "typed", "overruled", "duration_ms", "reason") = 0
    WHEN 'suspend' THEN "reason" IS NOT NULL AND num_nonnulls("grade", "form", "typed", "overruled", "duration_ms", "target_id") = 0
    ELSE num_nonnulls("grade", "form", "typed", "overruled", "duration_ms", "target_id", "reason") = 0
  END);

-- Reviews are append-only, whoever asks.
CREATE FUNCTION review_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'reviews are never changed and never deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "review_append_only" BEFORE UPDATE OR DELETE ON "review"
  FOR EACH ROW EXECUTE FUNCTION review_is_append_only();
CREATE TRIGGER "review_append_only_truncate" BEFORE TRUNCATE ON "review"
  FOR EACH STATEMENT EXECUTE FUNCTION review_is_append_only();

-- Full text search: questions before answers before accepted answers.
CREATE FUNCTION words_of(words text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT array_to_string(words, ' ') $$;
ALTER TABLE "item" DROP COLUMN "search";
ALTER TABLE "item" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', "question"), 'A') ||
  setweight(to_tsvector('english', "answer"), 'B') ||
  setweight(to_tsvector('english', words_of("accept")), 'C')
) STORED;
CREATE INDEX "item_search" ON "item" USING gin ("search");
ALTER TABLE "passage" DROP COLUMN "search";
ALTER TABLE "passage" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('english', left("content", 100000))) STORED;
CREATE INDEX "passage_search" ON "passage" USING gin ("search");

-- The library: the owner of what ships with the app.
INSERT INTO "learner" ("id", "time_zone") VALUES ('00000000-0000-7000-8000-000000000000', 'UTC');

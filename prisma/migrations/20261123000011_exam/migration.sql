-- Exams: when, on what, what one can give until then; what was forecast, and what came of it.

CREATE TYPE "exam_part_kind" AS ENUM ('deck', 'section', 'item');

CREATE TABLE "exam" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "time" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "minutes_per_day" SMALLINT NOT NULL,
    "weekdays_off" BOOLEAN[],
    "days_off" DATE[],
    "weights" JSONB NOT NULL DEFAULT '{}',
    "points" DOUBLE PRECISION,
    "points_of" DOUBLE PRECISION,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exam_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "exam_owner_id_id_key" ON "exam"("owner_id", "id");
CREATE INDEX "exam_owner_id_date_idx" ON "exam"("owner_id", "date");
ALTER TABLE "exam" ADD CONSTRAINT "exam_owner_id_fkey"
  FOREIGN KEY ("owner_id") REFERENCES "learner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "exam_part" (
    "owner_id" UUID NOT NULL,
    "exam_id" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "kind" "exam_part_kind" NOT NULL,
    "deck_id" UUID,
    "text_id" UUID,
    "section" TEXT,
    "item_id" UUID,

    CONSTRAINT "exam_part_pkey" PRIMARY KEY ("exam_id","ordinal")
);
CREATE INDEX "exam_part_owner_id_deck_id_idx" ON "exam_part"("owner_id", "deck_id");
CREATE INDEX "exam_part_owner_id_item_id_idx" ON "exam_part"("owner_id", "item_id");
ALTER TABLE "exam_part" ADD CONSTRAINT "exam_part_owner_id_exam_id_fkey"
  FOREIGN KEY ("owner_id", "exam_id") REFERENCES "exam"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "exam_part" ADD CONSTRAINT "exam_part_owner_id_deck_id_fkey"
  FOREIGN KEY ("owner_id", "deck_id") REFERENCES "deck"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "exam_part" ADD CONSTRAINT "exam_part_text_id_fkey"
  FOREIGN KEY ("text_id") REFERENCES "text"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "exam_part" ADD CONSTRAINT "exam_part_owner_id_item_id_fkey"
  FOREIGN KEY ("owner_id", "item_id") REFERENCES "item"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "exam_forecast" (
    "owner_id" UUID NOT NULL,
    "exam_id" UUID NOT NULL,
    "study_day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "detail" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exam_forecast_pkey" PRIMARY KEY ("exam_id","study_day","kind")
);
ALTER TABLE "exam_forecast" ADD CONSTRAINT "exam_forecast_owner_id_exam_id_fkey"
  FOREIGN KEY ("owner_id", "exam_id") REFERENCES "exam"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on: what the schema language cannot say.

ALTER TABLE "exam"
  ADD CONSTRAINT "exam_name" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "exam_time" CHECK ("time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "exam_time_zone" CHECK ("time_zone" <> ''),
  ADD CONSTRAINT "exam_minutes" CHECK ("minutes_per_day" BETWEEN 0 AND 600),
  ADD CONSTRAINT "exam_weekdays_off" CHECK (
    "weekdays_off" IS NOT NULL AND cardinality("weekdays_off") = 7 AND array_position("weekdays_off", NULL) IS NULL),
  ADD CONSTRAINT "exam_days_off" CHECK ("days_off" IS NOT NULL AND array_position("days_off", NULL) IS NULL),
  ADD CONSTRAINT "exam_weights" CHECK (jsonb_typeof("weights") = 'object'),
  ADD CONSTRAINT "exam_points" CHECK (
    num_nulls("points", "points_of") IN (0, 2) AND "points" >= 0 AND "points_of" > 0 AND "points" <= "points_of");

-- Each kind of part names what it is of and nothing else.
ALTER TABLE "exam_part"
  ADD CONSTRAINT "exam_part_ordinal" CHECK ("ordinal" >= 0),
  ADD CONSTRAINT "exam_part_by_kind" CHECK (
    CASE "kind"
      WHEN 'deck' THEN "deck_id" IS NOT NULL AND num_nonnulls("text_id", "section", "item_id") = 0
      WHEN 'section' THEN num_nulls("text_id", "section") = 0 AND num_nonnulls("deck_id", "item_id") = 0
      ELSE "item_id" IS NOT NULL AND num_nonnulls("deck_id", "text_id", "section") = 0
    END);

ALTER TABLE "exam_forecast"
  ADD CONSTRAINT "exam_forecast_kind" CHECK ("kind" IN ('now', 'stop', 'plan')),
  ADD CONSTRAINT "exam_forecast_scores" CHECK (
    "expected" BETWEEN 0 AND 1 AND "low" BETWEEN 0 AND 1 AND "high" BETWEEN 0 AND 1 AND "low" <= "high"),
  ADD CONSTRAINT "exam_forecast_detail" CHECK (jsonb_typeof("detail") = 'object');

-- What was said stays as it was said.
CREATE FUNCTION exam_forecast_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'forecasts are never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "exam_forecast_stays" BEFORE UPDATE ON "exam_forecast"
  FOR EACH ROW EXECUTE FUNCTION exam_forecast_stays();

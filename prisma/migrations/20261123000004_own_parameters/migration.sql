-- A learner's own parameters: results of the optimiser, which of them is in use, and what due days were set with.

CREATE TYPE "parameters_outcome" AS ENUM ('adopted', 'kept', 'too_few');

CREATE TABLE "learner_parameters" (
    "learner_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "occasion" TEXT NOT NULL,
    "outcome" "parameters_outcome" NOT NULL,
    "reviews" INTEGER NOT NULL,
    "weights" DOUBLE PRECISION[],
    "trained_on" INTEGER NOT NULL,
    "trained_until" TIMESTAMPTZ(3),
    "held_back" INTEGER NOT NULL,
    "loss_own" DOUBLE PRECISION,
    "loss_in_use" DOUBLE PRECISION,
    "compared_with" INTEGER,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "learner_parameters_pkey" PRIMARY KEY ("learner_id","number")
);
CREATE UNIQUE INDEX "learner_parameters_learner_id_occasion_key" ON "learner_parameters"("learner_id", "occasion");
ALTER TABLE "learner_parameters" ADD CONSTRAINT "learner_parameters_learner_id_fkey"
  FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "review_tally" (
    "learner_id" UUID NOT NULL,
    "reviews" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "review_tally_pkey" PRIMARY KEY ("learner_id")
);
ALTER TABLE "review_tally" ADD CONSTRAINT "review_tally_learner_id_fkey"
  FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "learner"
  ADD COLUMN "parameters_number" INTEGER,
  ADD COLUMN "rescheduled_at" TIMESTAMPTZ(3),
  ADD COLUMN "rescheduled_with" TEXT;
ALTER TABLE "learner" ADD CONSTRAINT "learner_id_parameters_number_fkey"
  FOREIGN KEY ("id", "parameters_number") REFERENCES "learner_parameters"("learner_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "review" ADD COLUMN "scheduled_with" TEXT;

-- From here on: what the schema language cannot say.

ALTER TABLE "learner_parameters"
  ADD CONSTRAINT "learner_parameters_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "learner_parameters_occasion" CHECK ("occasion" <> ''),
  ADD CONSTRAINT "learner_parameters_counts" CHECK ("trained_on" >= 0 AND "held_back" >= 0),
  ADD CONSTRAINT "learner_parameters_by_outcome" CHECK (
    CASE WHEN "outcome" = 'too_few'
      THEN cardinality("weights") = 0 AND num_nonnulls("loss_own", "loss_in_use") = 0
      ELSE cardinality("weights") = 21 AND num_nulls("trained_until", "loss_own", "loss_in_use") = 0 AND "held_back" > 0
        AND ("outcome" = 'adopted') = ("loss_own" < "loss_in_use")
    END);

-- What was found and compared stays as it was.
CREATE FUNCTION learner_parameters_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'results of the optimiser are never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "learner_parameters_stay" BEFORE UPDATE ON "learner_parameters"
  FOR EACH ROW EXECUTE FUNCTION learner_parameters_stay();

ALTER TABLE "learner" ADD CONSTRAINT "learner_rescheduled" CHECK (("rescheduled_at" IS NULL) = ("rescheduled_with" IS NULL));
ALTER TABLE "review_tally" ADD CONSTRAINT "review_tally_reviews" CHECK ("reviews" >= 0);
ALTER TABLE "review" ADD CONSTRAINT "review_scheduled_with" CHECK ("kind" = 'review' OR "scheduled_with" IS NULL);

INSERT INTO "review_tally" ("learner_id", "reviews")
  SELECT "learner_id", count(*) FROM "review" WHERE "kind" = 'review' GROUP BY "learner_id";

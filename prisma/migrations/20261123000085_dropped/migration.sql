-- Why nothing more is asked of a passage. NULL: it was read before that was noted, or was not read yet.
ALTER TABLE "passage" ADD COLUMN "dropped" JSONB;

ALTER TABLE "passage" ADD CONSTRAINT "passage_dropped" CHECK ("dropped" IS NULL OR jsonb_typeof("dropped") = 'array');

-- The day a grade button promised. It depends on what else was due at that moment, so it is written down with the answer.
ALTER TABLE "review" ADD COLUMN "due_day" DATE;
ALTER TABLE "review" ADD CONSTRAINT "review_due_day" CHECK ("due_day" IS NULL OR "kind" = 'review');

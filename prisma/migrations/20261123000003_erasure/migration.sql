-- Reviews stay append-only, with one way out: a transaction that erases a learner with everything of theirs says whose
-- reviews may go (set_config('passage.erasing', …, true), which ends with the transaction). They are never changed, and
-- never truncated.
CREATE OR REPLACE FUNCTION review_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."learner_id"::text = current_setting('passage.erasing', true) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'reviews are never changed and never deleted' USING ERRCODE = 'restrict_violation';
END $$;

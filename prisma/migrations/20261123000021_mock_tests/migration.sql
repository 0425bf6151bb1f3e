-- Mock tests: drawn once and then as they are, sat any number of times; what is done in a sitting is events.

CREATE TABLE "mock_test" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "blueprint" JSONB NOT NULL,
    "drawn" JSONB NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mock_test_pkey" PRIMARY KEY ("owner_id","id")
);
ALTER TABLE "mock_test" ADD CONSTRAINT "mock_test_owner_id_fkey"
  FOREIGN KEY ("owner_id") REFERENCES "learner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "sitting" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "test_id" UUID NOT NULL,
    "minutes" SMALLINT,
    "time_zone" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("owner_id","id")
);
CREATE INDEX "sitting_owner_id_test_id_started_at_idx" ON "sitting"("owner_id", "test_id", "started_at");
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_owner_id_test_id_fkey"
  FOREIGN KEY ("owner_id", "test_id") REFERENCES "mock_test"("owner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "sitting_event" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sitting_event_pkey" PRIMARY KEY ("owner_id","id")
);
CREATE INDEX "sitting_event_owner_id_sitting_id_seq_idx" ON "sitting_event"("owner_id", "sitting_id", "seq");
ALTER TABLE "sitting_event" ADD CONSTRAINT "sitting_event_owner_id_sitting_id_fkey"
  FOREIGN KEY ("owner_id", "sitting_id") REFERENCES "sitting"("owner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on: what the schema language cannot say.

ALTER TABLE "mock_test"
  ADD CONSTRAINT "mock_test_name" CHECK ("name" <> ''),
  ADD CONSTRAINT "mock_test_parts" CHECK (jsonb_typeof("parts") = 'array' AND jsonb_array_length("parts") > 0),
  ADD CONSTRAINT "mock_test_drawn" CHECK (jsonb_typeof("drawn" -> 'questions') = 'array' AND jsonb_array_length("drawn" -> 'questions') BETWEEN 1 AND 100);
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_minutes" CHECK ("minutes" BETWEEN 1 AND 600);
ALTER TABLE "sitting_event"
  ADD CONSTRAINT "sitting_event_seq" CHECK ("seq" >= 1),
  ADD CONSTRAINT "sitting_event_kind" CHECK ("kind" IN ('answer', 'flag', 'extend', 'clockOff', 'handIn', 'contest')),
  ADD CONSTRAINT "sitting_event_at" CHECK ("at" <= "received_at");

-- What was asked stays what was asked: a test can be renamed and put away, no more.
CREATE FUNCTION mock_test_stays_as_drawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a drawn test is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "mock_test_stays_as_drawn" BEFORE UPDATE OF "owner_id", "id", "parts", "blueprint", "drawn", "created_at" ON "mock_test"
  FOR EACH ROW EXECUTE FUNCTION mock_test_stays_as_drawn();

-- Sittings and their events are append-only, as reviews are, with the same one way out: the learner is erased.
CREATE FUNCTION sitting_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."owner_id"::text = current_setting('passage.erasing', true) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'what was done in a sitting is never changed and never deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "sitting_append_only" BEFORE UPDATE OR DELETE ON "sitting"
  FOR EACH ROW EXECUTE FUNCTION sitting_is_append_only();
CREATE TRIGGER "sitting_append_only_truncate" BEFORE TRUNCATE ON "sitting"
  FOR EACH STATEMENT EXECUTE FUNCTION sitting_is_append_only();
CREATE TRIGGER "sitting_event_append_only" BEFORE UPDATE OR DELETE ON "sitting_event"
  FOR EACH ROW EXECUTE FUNCTION sitting_is_append_only();
CREATE TRIGGER "sitting_event_append_only_truncate" BEFORE TRUNCATE ON "sitting_event"
  FOR EACH STATEMENT EXECUTE FUNCTION sitting_is_append_only();

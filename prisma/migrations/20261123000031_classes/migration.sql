-- Accounts, classes, assignments, copies and their origins, shares and rooms.

CREATE TYPE "class_role" AS ENUM ('owner', 'teacher', 'assistant', 'student');

CREATE TYPE "room_phase" AS ENUM ('waiting', 'asking', 'answers', 'passage');

ALTER TABLE "item" ADD COLUMN "origin_id" UUID,
ADD COLUMN "origin_revision" INTEGER,
ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "reworded" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "deck" ADD COLUMN "origin_id" UUID;

CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "learner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "credential" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "learner_merge" (
    "from_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "learner_merge_pkey" PRIMARY KEY ("from_id")
);

CREATE TABLE "card_alias" (
    "from_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,

    CONSTRAINT "card_alias_pkey" PRIMARY KEY ("from_id","id")
);

CREATE TABLE "text_reader" (
    "text_id" UUID NOT NULL,
    "learner_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "text_reader_pkey" PRIMARY KEY ("learner_id","text_id")
);

CREATE TABLE "class" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "join_code" TEXT,
    "join_code_until" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "class_member" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "learner_id" UUID,
    "role" "class_role" NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT,
    "link_hash" TEXT,
    "link_until" TIMESTAMPTZ(3),
    "joined_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_member_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "deck_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sections" TEXT[],
    "starts_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "goal" JSONB NOT NULL,
    "exam" JSONB,
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "assignment_exception" (
    "assignment_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "starts_on" DATE,
    "due_on" DATE,

    CONSTRAINT "assignment_exception_pkey" PRIMARY KEY ("assignment_id","member_id")
);

CREATE TABLE "delivery" (
    "assignment_id" UUID NOT NULL,
    "learner_id" UUID NOT NULL,
    "deck_id" UUID,
    "exam_id" UUID,
    "delivered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("assignment_id","learner_id")
);

CREATE TABLE "free_day" (
    "assignment_id" UUID NOT NULL,
    "learner_id" UUID NOT NULL,
    "study_day" DATE NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "free_day_pkey" PRIMARY KEY ("assignment_id","learner_id","study_day")
);

CREATE TABLE "deck_share" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "deck_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "deck_share_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "deck_id" UUID NOT NULL,
    "phase" "room_phase" NOT NULL DEFAULT 'waiting',
    "round" INTEGER NOT NULL DEFAULT 0,
    "item_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "room_answer" (
    "room_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "review_id" UUID,
    "response" TEXT NOT NULL,
    "right" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "room_answer_pkey" PRIMARY KEY ("room_id","round","member_id")
);

CREATE TABLE "room_hands" (
    "room_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "response" TEXT NOT NULL,
    "hands" SMALLINT NOT NULL,

    CONSTRAINT "room_hands_pkey" PRIMARY KEY ("room_id","round","response")
);

CREATE UNIQUE INDEX "account_learner_id_key" ON "account"("learner_id");

CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

CREATE UNIQUE INDEX "sign_in_token_key" ON "sign_in"("token");

CREATE INDEX "sign_in_account_id_idx" ON "sign_in"("account_id");

CREATE INDEX "credential_account_id_idx" ON "credential"("account_id");

CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

CREATE INDEX "learner_merge_into_id_idx" ON "learner_merge"("into_id");

CREATE INDEX "text_reader_text_id_idx" ON "text_reader"("text_id");

CREATE UNIQUE INDEX "class_join_code_key" ON "class"("join_code");

CREATE UNIQUE INDEX "class_member_link_hash_key" ON "class_member"("link_hash");

CREATE INDEX "class_member_class_id_idx" ON "class_member"("class_id");

CREATE INDEX "class_member_learner_id_idx" ON "class_member"("learner_id");

CREATE INDEX "assignment_class_id_due_on_idx" ON "assignment"("class_id", "due_on");

CREATE INDEX "assignment_deck_id_idx" ON "assignment"("deck_id");

CREATE INDEX "assignment_exception_member_id_idx" ON "assignment_exception"("member_id");

CREATE INDEX "delivery_learner_id_idx" ON "delivery"("learner_id");

CREATE INDEX "delivery_deck_id_idx" ON "delivery"("deck_id");

CREATE INDEX "delivery_exam_id_idx" ON "delivery"("exam_id");

CREATE INDEX "free_day_learner_id_idx" ON "free_day"("learner_id");

CREATE INDEX "deck_share_owner_id_deck_id_idx" ON "deck_share"("owner_id", "deck_id");

CREATE INDEX "room_class_id_started_at_idx" ON "room"("class_id", "started_at");

CREATE INDEX "room_deck_id_idx" ON "room"("deck_id");

CREATE INDEX "room_answer_member_id_idx" ON "room_answer"("member_id");

CREATE INDEX "item_origin_id_owner_id_idx" ON "item"("origin_id", "owner_id");

CREATE INDEX "deck_origin_id_idx" ON "deck"("origin_id");

ALTER TABLE "item" ADD CONSTRAINT "item_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "deck" ADD CONSTRAINT "deck_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "deck"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "account" ADD CONSTRAINT "account_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "learner_merge" ADD CONSTRAINT "learner_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "card_alias" ADD CONSTRAINT "card_alias_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "learner_merge"("from_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "text_reader" ADD CONSTRAINT "text_reader_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "text_reader" ADD CONSTRAINT "text_reader_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "class_member" ADD CONSTRAINT "class_member_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "class_member" ADD CONSTRAINT "class_member_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "assignment" ADD CONSTRAINT "assignment_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "assignment_exception" ADD CONSTRAINT "assignment_exception_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "assignment_exception" ADD CONSTRAINT "assignment_exception_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "class_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "delivery" ADD CONSTRAINT "delivery_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "delivery" ADD CONSTRAINT "delivery_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "delivery" ADD CONSTRAINT "delivery_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "delivery" ADD CONSTRAINT "delivery_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "free_day" ADD CONSTRAINT "free_day_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "free_day" ADD CONSTRAINT "free_day_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "deck_share" ADD CONSTRAINT "deck_share_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "learner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deck_share" ADD CONSTRAINT "deck_share_owner_id_deck_id_fkey" FOREIGN KEY ("owner_id", "deck_id") REFERENCES "deck"("owner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "room" ADD CONSTRAINT "room_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "room" ADD CONSTRAINT "room_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "room_answer" ADD CONSTRAINT "room_answer_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "room_answer" ADD CONSTRAINT "room_answer_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "class_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "room_hands" ADD CONSTRAINT "room_hands_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on: what the schema language cannot say.

-- An item's revision counts the changes of what it says, whoever makes them.
CREATE FUNCTION item_counts_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."kind", NEW."question", NEW."answer", NEW."accept", NEW."elements", NEW."forms", NEW."section")
    IS DISTINCT FROM (OLD."kind", OLD."question", OLD."answer", OLD."accept", OLD."elements", OLD."forms", OLD."section") THEN
    NEW."revision" := OLD."revision" + 1;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "item_counts_revisions" BEFORE UPDATE ON "item"
  FOR EACH ROW EXECUTE FUNCTION item_counts_revisions();

ALTER TABLE "item"
  ADD CONSTRAINT "item_revision" CHECK ("revision" >= 1),
  ADD CONSTRAINT "item_origin" CHECK ("origin_id" <> "id" AND ("origin_id" IS NULL OR "origin_revision" >= 1));
ALTER TABLE "deck" ADD CONSTRAINT "deck_origin" CHECK ("origin_id" <> "id");
ALTER TABLE "account"
  ADD CONSTRAINT "account_email" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%'),
  ADD CONSTRAINT "account_name" CHECK (btrim("name") <> '');
ALTER TABLE "learner_merge" ADD CONSTRAINT "learner_merge_two" CHECK ("from_id" <> "into_id");
ALTER TABLE "class"
  ADD CONSTRAINT "class_name" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "class_join_code" CHECK (num_nulls("join_code", "join_code_until") IN (0, 2) AND "join_code" ~ '^[A-Z0-9]{8}$');
ALTER TABLE "class_member"
  ADD CONSTRAINT "class_member_name" CHECK (btrim("display_name") <> ''),
  ADD CONSTRAINT "class_member_link" CHECK (num_nulls("link_hash", "link_until") IN (0, 2)),
  ADD CONSTRAINT "class_member_sits" CHECK (("learner_id" IS NULL) = ("joined_at" IS NULL));
-- Nobody sits twice in a class.
CREATE UNIQUE INDEX "class_member_once" ON "class_member" ("class_id", "learner_id") WHERE "ended_at" IS NULL;
ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_name" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "assignment_dates" CHECK ("starts_on" <= "due_on"),
  ADD CONSTRAINT "assignment_sections" CHECK ("sections" IS NOT NULL AND array_position("sections", NULL) IS NULL),
  ADD CONSTRAINT "assignment_goal" CHECK (jsonb_typeof("goal") = 'object'),
  ADD CONSTRAINT "assignment_exam" CHECK (jsonb_typeof("exam") = 'object');
ALTER TABLE "room"
  ADD CONSTRAINT "room_round" CHECK ("round" >= 0 AND ("phase" = 'waiting' OR ("round" >= 1 AND "item_id" IS NOT NULL)));
ALTER TABLE "room_answer" ADD CONSTRAINT "room_answer_round" CHECK ("round" >= 1);
ALTER TABLE "room_hands" ADD CONSTRAINT "room_hands_count" CHECK ("round" >= 1 AND "hands" BETWEEN 0 AND 1000);

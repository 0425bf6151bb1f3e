-- A long text is gone through in the background, part by part, and goes on where it was after a crash.

CREATE TABLE "book_import" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "encoding" TEXT NOT NULL,
    "body" TEXT,
    "revision_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "parts" INTEGER NOT NULL DEFAULT 0,
    "parts_done" INTEGER NOT NULL DEFAULT 0,
    "part_share" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "chapter" TEXT NOT NULL DEFAULT '',
    "words" INTEGER NOT NULL,
    "words_done" INTEGER NOT NULL DEFAULT 0,
    "items" INTEGER NOT NULL DEFAULT 0,
    "passed_over" JSONB NOT NULL DEFAULT '[]',
    "problem" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "book_import_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "book_import_owner_id_idx" ON "book_import"("owner_id");

CREATE INDEX "book_import_revision_id_idx" ON "book_import"("revision_id");

ALTER TABLE "book_import" ADD CONSTRAINT "book_import_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "book_import" ADD CONSTRAINT "book_import_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "text_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "book_import" ADD CONSTRAINT "book_import_state" CHECK ("state" IN ('waiting', 'running', 'done', 'stopped', 'failed'));

-- What was given is kept until it is stored as a text.
ALTER TABLE "book_import" ADD CONSTRAINT "book_import_body" CHECK (("body" IS NULL) = ("revision_id" IS NOT NULL));

ALTER TABLE "book_import" ADD CONSTRAINT "book_import_ended" CHECK (("ended_at" IS NULL) = ("state" IN ('waiting', 'running')));

ALTER TABLE "book_import" ADD CONSTRAINT "book_import_done" CHECK ("parts_done" BETWEEN 0 AND "parts" AND "part_share" BETWEEN 0 AND 1);

-- Of one text one import at a time.
CREATE UNIQUE INDEX "book_import_under_way" ON "book_import"("owner_id", "sha256") WHERE "ended_at" IS NULL;

-- The items of a book are gathered chapter by chapter.
ALTER TABLE "deck" ADD COLUMN "chapter" TEXT;

ALTER TABLE "deck" ADD CONSTRAINT "deck_chapter_of_text" CHECK ("chapter" IS NULL OR "text_id" IS NOT NULL);

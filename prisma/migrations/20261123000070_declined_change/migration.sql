-- Changes of an original that the holder of a copied deck does not want: offered again once the original says something else.

CREATE TABLE "declined_change" (
    "deck_id" UUID NOT NULL,
    "origin_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "origin_revision" INTEGER NOT NULL,
    "declined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "declined_change_pkey" PRIMARY KEY ("deck_id","origin_id")
);

CREATE INDEX "declined_change_origin_id_idx" ON "declined_change"("origin_id");

ALTER TABLE "declined_change" ADD CONSTRAINT "declined_change_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "declined_change" ADD CONSTRAINT "declined_change_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "declined_change" ADD CONSTRAINT "declined_change_kind" CHECK ("kind" IN ('reworded', 'added', 'gone'));

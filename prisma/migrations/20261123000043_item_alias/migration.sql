-- An item of a merged learner that the other one had too: pages that were open then still call it by its old id.

CREATE TABLE "item_alias" (
    "from_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,

    CONSTRAINT "item_alias_pkey" PRIMARY KEY ("from_id","id")
);
ALTER TABLE "item_alias" ADD CONSTRAINT "item_alias_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "learner_merge"("from_id") ON DELETE CASCADE ON UPDATE CASCADE;

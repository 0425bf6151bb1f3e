-- What was asked in the rounds of a room, who is there now, and answers that came when their round was over.

CREATE TABLE "room_round" (
    "room_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "question" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "room_round_pkey" PRIMARY KEY ("room_id","round")
);

CREATE TABLE "room_presence" (
    "room_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "room_presence_pkey" PRIMARY KEY ("room_id","member_id")
);

ALTER TABLE "room_answer" ADD COLUMN "late" BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX "room_presence_member_id_idx" ON "room_presence"("member_id");

ALTER TABLE "room_round" ADD CONSTRAINT "room_round_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "room_presence" ADD CONSTRAINT "room_presence_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "room_presence" ADD CONSTRAINT "room_presence_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "class_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on: what the schema language cannot say.

ALTER TABLE "room_round" ADD CONSTRAINT "room_round_number" CHECK ("round" >= 1 AND jsonb_typeof("question") = 'object');
-- A class is in one room at a time.
CREATE UNIQUE INDEX "room_one_open" ON "room" ("class_id") WHERE "ended_at" IS NULL;

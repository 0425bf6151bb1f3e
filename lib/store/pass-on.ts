/**
 * What changes in copies when their origins change. A copy follows its origin by itself while its holder sits in a class
 * in which the origin's owner assigned it; one that its holder worded otherwise is left alone. All of it set by set.
 */
import { DeckId, ItemId, LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import { type CopyWanted, SAY_AS_ORIGIN } from './copy'
import { Prisma } from './generated/client'

/** Deliveries `d` of assignments `a` of the deck `t`, to whoever still sits in the class. */
const DELIVERED = Prisma.sql`
  delivery d JOIN assignment a ON a.id = d.assignment_id JOIN deck t ON t.id = a.deck_id
    JOIN class_member m ON m.class_id = a.class_id AND m.learner_id = d.learner_id AND m.ended_at IS NULL`

const isIn = (deck: string, item: string) =>
  Prisma.raw(
    `EXISTS (SELECT 1 FROM deck_item di WHERE di.deck_id = ${deck} AND di.item_id = ${item})`,
  )

/** Where the delivered deck was merged into one that was copied by link: what that one's original has came by the link. */
const CAME_BY_LINK = Prisma.sql`
  EXISTS (SELECT 1 FROM deck c WHERE c.id = d.deck_id AND c.origin_id <> a.deck_id AND ${isIn('c.origin_id', 'o.id')})`

/** The copy `h` follows the origin `o`. */
const FOLLOWS = Prisma.sql`
  EXISTS (SELECT 1 FROM ${DELIVERED} WHERE d.learner_id = h.owner_id AND t.owner_id = o.owner_id
    AND (${isIn('a.deck_id', 'o.id')} OR (${isIn('d.deck_id', 'h.id')} AND NOT ${CAME_BY_LINK})))`

/** The assignment `a` asks for the origin `o`. */
const ASKS_FOR = Prisma.sql`
  (o.status = 'kept' AND (cardinality(a.sections) = 0 OR o.section = ANY(a.sections)) AND ${isIn('a.deck_id', 'o.id')})`

/** Whether anybody holds copies of these items, or an assigned deck holds them. */
export async function areGiven(db: Db, ids: readonly ItemId[]): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    (SELECT 1 FROM item WHERE origin_id = ANY(${[...ids]}::uuid[]) LIMIT 1)
    UNION ALL
    (SELECT 1 FROM deck_item di JOIN assignment a ON a.deck_id = di.deck_id
      WHERE di.item_id = ANY(${[...ids]}::uuid[]) LIMIT 1)`
  return rows.length > 0
}

/** Everybody whom a change of these items can reach. */
export async function reachedBy(db: Db, ids: readonly ItemId[]): Promise<LearnerId[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT owner_id::text AS id FROM item WHERE origin_id = ANY(${[...ids]}::uuid[])
    UNION
    SELECT d.learner_id::text FROM deck_item di JOIN assignment a ON a.deck_id = di.deck_id
      JOIN delivery d ON d.assignment_id = a.id WHERE di.item_id = ANY(${[...ids]}::uuid[])`
  return rows.map((row) => LearnerId.parse(row.id))
}

/** How many learners have a copy that follows one of these items. */
export async function countFollowers(
  db: Db,
  ownerId: LearnerId,
  ids: readonly ItemId[],
): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(DISTINCT h.owner_id)::int AS n FROM item o JOIN item h ON h.origin_id = o.id
    WHERE o.owner_id = ${ownerId}::uuid AND o.id = ANY(${[...ids]}::uuid[]) AND h.status <> 'deleted' AND ${FOLLOWS}`
  return row?.n ?? 0
}

const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => ItemId.parse(row.id))

/** Copies that follow say what their origins say now; their cards and memory stay. Answers which have changed. */
export async function passWordsOn(
  db: Db,
  origins: readonly ItemId[],
  now: number,
): Promise<ItemId[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE item h SET ${SAY_AS_ORIGIN}, updated_at = ${new Date(now)}
    FROM item o WHERE o.id = ANY(${[...origins]}::uuid[]) AND h.origin_id = o.id AND NOT h.reworded
      AND h.origin_revision < o.revision AND ${FOLLOWS}
    RETURNING h.id::text AS id`
  return idsOf(rows)
}

/** Into the trash with their origins: copies of what was deleted or rejected. */
export async function withdrawDeleted(
  db: Db,
  origins: readonly ItemId[],
  now: number,
): Promise<ItemId[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE item h SET status = 'deleted', withdrawn = true, updated_at = ${new Date(now)}
    FROM item o WHERE o.id = ANY(${[...origins]}::uuid[]) AND o.status IN ('deleted', 'rejected') AND h.origin_id = o.id
      AND NOT h.reworded AND h.status <> 'deleted' AND ${FOLLOWS}
    RETURNING h.id::text AS id`
  return idsOf(rows)
}

/** Out of the decks they came in: copies that no assignment of those decks asks for any more. In the trash, if they are in no other deck. */
export async function withdrawRemoved(
  db: Db,
  origins: readonly ItemId[],
  now: number,
): Promise<ItemId[]> {
  // What is in another deck too just leaves this one.
  const removed = Prisma.sql`
    SELECT DISTINCT h.id, d.deck_id FROM item o JOIN item h ON h.origin_id = o.id AND NOT h.reworded AND h.status <> 'deleted'
      JOIN deck_item hi ON hi.item_id = h.id
      JOIN (${DELIVERED}) ON d.learner_id = h.owner_id AND d.deck_id = hi.deck_id AND t.owner_id = o.owner_id
    WHERE o.id = ANY(${[...origins]}::uuid[]) AND o.status IN ('kept', 'proposed') AND a.ended_at IS NULL
      AND NOT ${CAME_BY_LINK}
      AND NOT EXISTS (SELECT 1 FROM delivery d2 JOIN assignment a ON a.id = d2.assignment_id
        WHERE d2.learner_id = h.owner_id AND d2.deck_id = d.deck_id AND ${ASKS_FOR})`
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH removed AS (${removed})
    UPDATE item h SET status = 'deleted', withdrawn = true, updated_at = ${new Date(now)}
    WHERE h.id IN (SELECT id FROM removed) AND NOT EXISTS (
      SELECT 1 FROM deck_item di WHERE di.item_id = h.id
        AND NOT EXISTS (SELECT 1 FROM removed r WHERE r.id = h.id AND r.deck_id = di.deck_id))
    RETURNING h.id::text AS id`
  await db.$executeRaw`
    WITH removed AS (${removed})
    DELETE FROM deck_item di USING removed r WHERE di.item_id = r.id AND di.deck_id = r.deck_id`
  return idsOf(rows)
}

/** Out of the trash with their origins; what their holders put there stays there. */
export async function returnWithdrawn(
  db: Db,
  origins: readonly ItemId[],
  now: number,
): Promise<ItemId[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE item h SET status = 'kept', withdrawn = false, updated_at = ${new Date(now)}
    FROM item o WHERE o.id = ANY(${[...origins]}::uuid[]) AND h.origin_id = o.id AND h.withdrawn
      AND EXISTS (SELECT 1 FROM ${DELIVERED} WHERE d.learner_id = h.owner_id AND t.owner_id = o.owner_id AND ${ASKS_FOR})
    RETURNING h.id::text AS id`
  return idsOf(rows)
}

type WantedRow = { originId: string; ownerId: string; deckId: string; from: string }

const wantedOf = (rows: readonly WantedRow[]): CopyWanted[] =>
  rows.map((row) => ({
    originId: ItemId.parse(row.originId),
    ownerId: LearnerId.parse(row.ownerId),
    deckId: DeckId.parse(row.deckId),
    from: row.from,
  }))

/** What the class calls the origin's owner. */
const GIVEN_BY = Prisma.sql`
  coalesce((SELECT g.display_name FROM class_member g WHERE g.class_id = a.class_id AND g.learner_id = o.owner_id
    ORDER BY g.ended_at NULLS FIRST LIMIT 1), '')`

/** Who has been delivered an assignment that asks for the item, and holds nothing of it yet. */
export async function missingCopies(db: Db, origins: readonly ItemId[]): Promise<CopyWanted[]> {
  const rows = await db.$queryRaw<WantedRow[]>`
    SELECT o.id::text AS "originId", d.learner_id::text AS "ownerId", d.deck_id::text AS "deckId", ${GIVEN_BY} AS "from"
    FROM item o JOIN deck_item oi ON oi.item_id = o.id JOIN (${DELIVERED}) ON a.deck_id = oi.deck_id
    WHERE o.id = ANY(${[...origins]}::uuid[]) AND d.deck_id IS NOT NULL AND a.ended_at IS NULL AND ${ASKS_FOR}
      AND NOT EXISTS (SELECT 1 FROM item h WHERE h.owner_id = d.learner_id
        AND (h.origin_id = o.id OR (h.text_id = o.text_id AND h.key = o.key AND ${isIn('d.deck_id', 'h.id')})))
    ORDER BY o.id, d.learner_id`
  return wantedOf(rows)
}

/** Where copies of `from` are that follow it: copies of `into` take their places, in every deck. */
export async function placesOf(db: Db, from: ItemId, into: ItemId): Promise<CopyWanted[]> {
  const rows = await db.$queryRaw<WantedRow[]>`
    SELECT ${into} AS "originId", h.owner_id::text AS "ownerId", di.deck_id::text AS "deckId",
      coalesce((SELECT tr.given_by FROM text_reader tr WHERE tr.learner_id = h.owner_id AND tr.text_id = h.text_id), '') AS "from"
    FROM item o JOIN item h ON h.origin_id = o.id JOIN deck_item di ON di.item_id = h.id
    WHERE o.id = ${from}::uuid AND NOT h.reworded AND h.status <> 'deleted' AND ${FOLLOWS}
    ORDER BY h.owner_id, di.deck_id`
  return wantedOf(rows)
}

/** The item that a copy was made of, where its holder may still see what it says: in the class it was assigned in, or by a link that holds. */
export async function visibleOrigin(
  db: Db,
  ownerId: LearnerId,
  id: ItemId,
): Promise<{ originId: ItemId; ownerId: LearnerId; reworded: boolean } | null> {
  const [row] = await db.$queryRaw<{ originId: string; ownerId: string; reworded: boolean }[]>`
    SELECT o.id::text AS "originId", o.owner_id::text AS "ownerId", h.reworded
    FROM item h JOIN item o ON o.id = h.origin_id
    WHERE h.owner_id = ${ownerId}::uuid AND h.id = ${id}::uuid AND o.status = 'kept' AND (${FOLLOWS} OR EXISTS (
      SELECT 1 FROM deck_share s JOIN deck_item oi ON oi.deck_id = s.deck_id AND oi.item_id = o.id
        JOIN deck c ON c.origin_id = s.deck_id AND c.owner_id = h.owner_id
      WHERE s.ended_at IS NULL))`
  return row
    ? {
        originId: ItemId.parse(row.originId),
        ownerId: LearnerId.parse(row.ownerId),
        reworded: row.reworded,
      }
    : null
}

/** Rows of copies: items that say what another learner's item says, and are their holder's own in everything else. */
import { type DeckId, ItemId, LearnerId, type TextId } from '@/lib/core/ids'
import type { Db } from './client'
import { Prisma } from './generated/client'
import { LIBRARY } from './learner'

/** The columns of what an item says. */
const SAID = ['kind', 'question', 'answer', 'accept', 'elements', 'forms', 'section']

/** As one value that can be compared. */
const saidBy = (item: string) => Prisma.raw(`(${SAID.map((c) => `${item}.${c}`).join(', ')})`)

/** As an update of an item that makes it say what the origin `o` says, in the revision that this has. */
export const SAY_AS_ORIGIN = Prisma.raw(
  `${SAID.map((c) => `${c} = o.${c}`).join(', ')}, origin_revision = o.revision`,
)

/** The same where `f.plain`; else `h` says what it said, and is of that revision all the same. */
const SAY_AS_ORIGIN_IF_PLAIN = Prisma.raw(
  `${SAID.map((c) => `${c} = CASE WHEN f.plain THEN o.${c} ELSE h.${c} END`).join(', ')}, origin_revision = o.revision`,
)

/** An item that somebody is to hold a copy of, in one of their decks. */
export type CopyWanted = {
  readonly originId: ItemId
  readonly ownerId: LearnerId
  readonly deckId: DeckId
  /** The name under which the giver is known to them. */
  readonly from: string
}

/** As columns for unnest. */
const columns = (wanted: readonly CopyWanted[]) => ({
  origins: wanted.map((w) => w.originId),
  owners: wanted.map((w) => w.ownerId),
})

/** Until the transaction ends, those whose items are copied change none of them: they wait, whoever copies does not. */
export async function holdGivers(db: Db, origins: readonly ItemId[]): Promise<void> {
  await db.$queryRaw`
    SELECT 1 FROM learner WHERE id IN (SELECT owner_id FROM item WHERE id = ANY(${[...origins]}::uuid[]))
    ORDER BY id FOR SHARE`
}

/** Until the transaction ends, others that change what these learners hold wait. Always in the same order. */
export async function lockHolders(db: Db, owners: readonly LearnerId[]): Promise<void> {
  await db.$queryRaw`
    SELECT 1 FROM learner WHERE id = ANY(${[...new Set(owners)]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}

/**
 * Who has an item of the same text with the same key already keeps it, with its memory: it becomes the copy. Where it
 * says what ships with the app it takes the origin's words; where its holder worded it, it keeps theirs. What is the
 * copy of something else, or was copied by the origin in its turn, stays what it is.
 */
export async function linkToOrigins(db: Db, wanted: readonly CopyWanted[]): Promise<void> {
  const { origins, owners } = columns(wanted)
  await db.$executeRaw`
    WITH RECURSIVE up AS (
      SELECT o.id AS origin_id, o.origin_id AS id FROM item o WHERE o.id = ANY(${origins}::uuid[])
      UNION SELECT up.origin_id, i.origin_id FROM up JOIN item i ON i.id = up.id
    ), found AS (
      SELECT h.id, o.id AS origin_id, ${saidBy('h')} = ${saidBy('o')} OR EXISTS (
        SELECT 1 FROM item l WHERE l.owner_id = ${LIBRARY}::uuid AND l.text_id = h.text_id AND l.key = h.key
          AND ${saidBy('l')} = ${saidBy('h')}) AS plain
      FROM unnest(${origins}::uuid[], ${owners}::uuid[]) AS w (origin_id, owner_id)
      JOIN item o ON o.id = w.origin_id
      JOIN item h ON h.owner_id = w.owner_id AND h.text_id = o.text_id AND h.key = o.key
      WHERE h.origin_id IS NULL AND h.id <> o.id
        AND NOT EXISTS (SELECT 1 FROM up WHERE up.origin_id = o.id AND up.id = h.id)
    )
    UPDATE item h SET origin_id = o.id, reworded = NOT f.plain, ${SAY_AS_ORIGIN_IF_PLAIN}
    FROM found f JOIN item o ON o.id = f.origin_id WHERE h.id = f.id`
}

export type HeldCopy = {
  readonly originId: ItemId
  readonly ownerId: LearnerId
  readonly itemId: ItemId
}

/** What stands for each origin with its holder: the copy, or else what they have of the same text with the same key. */
export async function heldCopies(db: Db, wanted: readonly CopyWanted[]): Promise<HeldCopy[]> {
  const { origins, owners } = columns(wanted)
  const rows = await db.$queryRaw<{ originId: string; ownerId: LearnerId; itemId: string }[]>`
    SELECT DISTINCT ON (o.id, h.owner_id) o.id::text AS "originId", h.owner_id::text AS "ownerId", h.id::text AS "itemId"
    FROM unnest(${origins}::uuid[], ${owners}::uuid[]) AS w (origin_id, owner_id)
    JOIN item o ON o.id = w.origin_id
    JOIN item h ON h.owner_id = w.owner_id AND (h.origin_id = o.id OR (h.text_id = o.text_id AND h.key = o.key))
    ORDER BY o.id, h.owner_id, (h.origin_id = o.id) DESC NULLS LAST, (h.status <> 'deleted') DESC, h.id`
  return rows.map((row) => ({
    originId: ItemId.parse(row.originId),
    ownerId: row.ownerId,
    itemId: ItemId.parse(row.itemId),
  }))
}

/** New copies with their evidence, kept, in no deck yet. */
export async function insertCopies(
  db: Db,
  copies: readonly HeldCopy[],
  now: number,
): Promise<void> {
  if (copies.length === 0) return
  const ids = copies.map((c) => c.itemId)
  const origins = copies.map((c) => c.originId)
  const owners = copies.map((c) => c.ownerId)
  const at = new Date(now)
  await db.$executeRaw`
    INSERT INTO item (id, owner_id, text_id, status, key, kind, question, answer, accept, elements, forms, section,
      position, construction, confidence, origin_id, origin_revision, created_at, updated_at)
    SELECT w.id, w.owner_id, o.text_id, 'kept', o.key, o.kind, o.question, o.answer, o.accept, o.elements, o.forms, o.section,
      o.position, o.construction, o.confidence, o.id, o.revision, ${at}, ${at}
    FROM unnest(${ids}::uuid[], ${origins}::uuid[], ${owners}::uuid[]) AS w (id, origin_id, owner_id)
    JOIN item o ON o.id = w.origin_id`
  await db.$executeRaw`
    INSERT INTO evidence (item_id, ordinal, revision_id, start_offset, end_offset, quote, before, after)
    SELECT w.id, e.ordinal, e.revision_id, e.start_offset, e.end_offset, e.quote, e.before, e.after
    FROM unnest(${ids}::uuid[], ${origins}::uuid[]) AS w (id, origin_id) JOIN evidence e ON e.item_id = w.origin_id`
}

/** Copies that were in the trash, proposed or rejected are kept again; their memory is what it was. */
export async function keepCopies(db: Db, ids: readonly ItemId[], now: number): Promise<void> {
  await db.$executeRaw`
    UPDATE item SET status = 'kept', updated_at = ${new Date(now)}
    WHERE id = ANY(${[...ids]}::uuid[]) AND status IN ('proposed', 'rejected', 'deleted')`
}

export async function putIntoDecks(
  db: Db,
  rows: readonly { ownerId: LearnerId; deckId: DeckId; itemId: ItemId }[],
  now: number,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO deck_item (owner_id, deck_id, item_id, added_at)
    SELECT w.owner_id, w.deck_id, w.item_id, ${new Date(now)}
    FROM unnest(${rows.map((r) => r.ownerId)}::uuid[], ${rows.map((r) => r.deckId)}::uuid[],
      ${rows.map((r) => r.itemId)}::uuid[]) AS w (owner_id, deck_id, item_id)
    ON CONFLICT DO NOTHING`
}

/** Who holds copies may read the texts they are of. */
export async function letRead(db: Db, wanted: readonly CopyWanted[], now: number): Promise<void> {
  const { origins, owners } = columns(wanted)
  await db.$executeRaw`
    INSERT INTO text_reader (text_id, learner_id, given_by, since)
    SELECT DISTINCT ON (o.text_id, w.owner_id) o.text_id, w.owner_id, w.given_by, ${new Date(now)}::timestamptz
    FROM unnest(${origins}::uuid[], ${owners}::uuid[], ${wanted.map((w) => w.from)}::text[])
      AS w (origin_id, owner_id, given_by)
    JOIN item o ON o.id = w.origin_id JOIN text t ON t.id = o.text_id
    WHERE t.owner_id NOT IN (w.owner_id, ${LIBRARY}::uuid)
    ON CONFLICT DO NOTHING`
}

/** The cards that the items need and do not have: one for each, or one for each element of a list. */
export async function missingCards(
  db: Db,
  ids: readonly ItemId[],
): Promise<{ learnerId: string; itemId: string; elementKey: string }[]> {
  return db.$queryRaw`
    SELECT i.owner_id::text AS "learnerId", i.id::text AS "itemId", e.key AS "elementKey"
    FROM item i CROSS JOIN LATERAL (
      SELECT '' AS key WHERE i.kind <> 'list'
      UNION ALL SELECT element ->> 'key' FROM jsonb_array_elements(i.elements) AS element
    ) e
    WHERE i.id = ANY(${[...ids]}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM card c WHERE c.learner_id = i.owner_id AND c.item_id = i.id AND c.element_key = e.key)
    ORDER BY i.owner_id, i.id`
}

export async function insertCards(
  db: Db,
  cards: readonly { learnerId: string; itemId: string; elementKey: string; id: string }[],
): Promise<void> {
  for (let at = 0; at < cards.length; at += 1000) {
    await db.card.createMany({ data: cards.slice(at, at + 1000), skipDuplicates: true })
  }
}

/** Whether the holder of a copy has worded it otherwise than its origin: then it is left alone. For a copy that was just edited. */
export async function noteRewording(db: Db, ownerId: LearnerId, id: ItemId): Promise<void> {
  await db.$executeRaw`
    UPDATE item h SET reworded = ${saidBy('h')} IS DISTINCT FROM ${saidBy('o')},
      origin_revision = CASE WHEN ${saidBy('h')} IS DISTINCT FROM ${saidBy('o')} THEN h.origin_revision ELSE o.revision END
    FROM item o WHERE h.id = ${id}::uuid AND h.owner_id = ${ownerId}::uuid AND o.id = h.origin_id`
}

/** What was copied from these items of a text, or from their copies in turn. */
const HELD = (textId: TextId, origins: readonly ItemId[]) => Prisma.sql`
  held AS (
    SELECT h.id, h.origin_id AS root FROM item h WHERE h.origin_id = ANY(${[...origins]}::uuid[]) AND h.text_id = ${textId}::uuid
    UNION SELECT h.id, held.root FROM held JOIN item h ON h.origin_id = held.id AND h.text_id = ${textId}::uuid
  )`

/** A new revision of a text: copies stand where their origins stand, and are retired with them. */
export async function moveCopies(
  db: Db,
  textId: TextId,
  origins: readonly ItemId[],
): Promise<void> {
  const held = HELD(textId, origins)
  await db.$executeRaw`
    WITH RECURSIVE ${held} DELETE FROM evidence e USING held WHERE e.item_id = held.id`
  await db.$executeRaw`
    WITH RECURSIVE ${held}
    INSERT INTO evidence (item_id, ordinal, revision_id, start_offset, end_offset, quote, before, after)
    SELECT DISTINCT ON (held.id, e.ordinal)
      held.id, e.ordinal, e.revision_id, e.start_offset, e.end_offset, e.quote, e.before, e.after
    FROM held JOIN evidence e ON e.item_id = held.root ORDER BY held.id, e.ordinal, held.root`
  await db.$executeRaw`
    WITH RECURSIVE ${held}
    UPDATE item h SET position = o.position, status = CASE
      WHEN o.status = 'retired' AND h.status IN ('kept', 'proposed') THEN 'retired'
      WHEN o.status = 'kept' AND h.status = 'retired' THEN 'kept' ELSE h.status END
    FROM held JOIN item o ON o.id = held.root WHERE h.id = held.id`
}

/** Items of a text that are others' than its owner's and were not copied from these: written by hand, or of another's making. */
export async function otherItems(
  db: Db,
  textId: TextId,
  ownerId: LearnerId,
  origins: readonly ItemId[],
): Promise<{ ownerId: LearnerId; id: ItemId }[]> {
  const rows = await db.$queryRaw<{ ownerId: string; id: string }[]>`
    WITH RECURSIVE ${HELD(textId, origins)}
    SELECT i.owner_id::text AS "ownerId", i.id::text AS id FROM item i
    WHERE i.text_id = ${textId}::uuid AND i.owner_id <> ${ownerId}::uuid AND i.id NOT IN (SELECT id FROM held)
    ORDER BY i.owner_id, i.id`
  return rows.map((row) => ({ ownerId: LearnerId.parse(row.ownerId), id: ItemId.parse(row.id) }))
}

/** Copies say what their origins say now, and follow them again. The memory stays. Answers which are copies. */
export async function takeOriginals(
  db: Db,
  ownerId: LearnerId,
  ids: readonly ItemId[],
  now: number,
): Promise<ItemId[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE item h SET ${SAY_AS_ORIGIN}, reworded = false, updated_at = ${new Date(now)}
    FROM item o WHERE h.owner_id = ${ownerId}::uuid AND h.id = ANY(${[...ids]}::uuid[]) AND o.id = h.origin_id
    RETURNING h.id::text AS id`
  return rows.map((row) => ItemId.parse(row.id))
}

/** Texts, items and decks of one learner become another's. */
import { ItemId, type LearnerId } from '@/lib/core/ids'
import { moveImports } from './book-import'
import type { Db } from './client'
import { type Renaming, renamed, renamings } from './merge'

export type Same = {
  readonly texts: Renaming
  readonly items: Renaming
  readonly decks: Renaming
}

type Held = { readonly deckId: string; readonly itemId: string; readonly addedAt: Date }

/** Takes everything of `from`'s out of its decks, to be put in again once both are the other's. */
export async function emptyDecks(db: Db, from: LearnerId): Promise<readonly Held[]> {
  const held = await db.deckItem.findMany({
    where: { ownerId: from },
    select: { deckId: true, itemId: true, addedAt: true },
  })
  await db.deckItem.deleteMany({ where: { ownerId: from } })
  return held
}

export async function fillDecks(
  db: Db,
  into: LearnerId,
  held: readonly Held[],
  { decks, items }: Same,
): Promise<void> {
  for (let at = 0; at < held.length; at += 1000) {
    await db.deckItem.createMany({
      data: held.slice(at, at + 1000).map(({ deckId, itemId, addedAt }) => ({
        ownerId: into,
        deckId: renamed(decks, deckId),
        itemId: renamed(items, itemId),
        addedAt,
      })),
      skipDuplicates: true,
    })
  }
}

/** Texts of one's own, but for those that the other has; and the right to read those of others. */
export async function moveTexts(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  { texts }: Pick<Same, 'texts'>,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO text_reader (text_id, learner_id, given_by, since)
    SELECT r.new, t.learner_id, t.given_by, t.since FROM text_reader t JOIN ${renamings(texts)} AS r (old, new) ON r.old = t.text_id
    JOIN text of ON of.id = t.text_id WHERE of.owner_id = ${from}::uuid AND t.learner_id <> ${into}::uuid
    ON CONFLICT DO NOTHING`
  await moveImports(db, from, into)
  await db.$executeRaw`
    UPDATE text SET owner_id = ${into}::uuid WHERE owner_id = ${from}::uuid AND NOT id = ANY(${[...texts.keys()]}::uuid[])`
  await db.$executeRaw`
    INSERT INTO text_reader (text_id, learner_id, given_by, since)
    SELECT text_id, ${into}::uuid, given_by, since FROM text_reader WHERE learner_id = ${from}::uuid
    ON CONFLICT (learner_id, text_id) DO UPDATE SET since = least(text_reader.since, excluded.since)`
  await db.$executeRaw`
    DELETE FROM text_reader USING text t
    WHERE t.id = text_reader.text_id AND t.owner_id = ${into}::uuid AND text_reader.learner_id = ${into}::uuid`
}

/** `kept`: how many kept items `into` did not have; `revived`: those of its own that it keeps again. */
export async function moveItems(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  { items, texts }: Same,
): Promise<{ kept: number; revived: ItemId[] }> {
  const revived = await joinItems(db, into, items)
  const [moved] = await db.$queryRaw<{ kept: number }[]>`
    WITH moved AS (
      UPDATE item SET owner_id = ${into}::uuid, text_id = coalesce(
        (SELECT r.new FROM ${renamings(texts)} AS r (old, new) WHERE r.old = item.text_id), text_id)
      WHERE owner_id = ${from}::uuid AND NOT id = ANY(${[...items.keys()]}::uuid[]) RETURNING status
    ) SELECT count(*) FILTER (WHERE status = 'kept')::int AS kept FROM moved`
  // What a text says stands at the same place in the same words.
  await db.$executeRaw`
    UPDATE evidence e SET revision_id = (
      SELECT s.id FROM text_revision s WHERE s.text_id = i.text_id AND s.sha256 = r.sha256 ORDER BY s.number DESC LIMIT 1)
    FROM item i, text_revision r
    WHERE i.owner_id = ${into}::uuid AND i.text_id = ANY(${[...texts.values()]}::uuid[]) AND e.item_id = i.id
      AND r.id = e.revision_id AND r.text_id <> i.text_id`
  return { kept: moved?.kept ?? 0, revived }
}

/** The other's wording stays. Kept by either is kept, and a copy of an item is one for both. */
async function joinItems(db: Db, into: LearnerId, items: Renaming): Promise<ItemId[]> {
  const revived = await db.$queryRaw<{ id: string }[]>`
    UPDATE item SET status = 'kept', withdrawn = false, updated_at = now() FROM ${renamings(items)} AS r (old, new) JOIN item f ON f.id = r.old
    WHERE item.id = r.new AND item.owner_id = ${into}::uuid AND f.status = 'kept'
      AND item.status IN ('proposed', 'rejected', 'deleted') RETURNING item.id::text AS id`
  await db.$executeRaw`
    UPDATE item SET origin_id = f.origin_id, origin_revision = f.origin_revision, reworded = f.reworded OR
      (item.question, item.answer, item.accept, item.elements, item.forms)
        IS DISTINCT FROM (f.question, f.answer, f.accept, f.elements, f.forms)
    FROM ${renamings(items)} AS r (old, new) JOIN item f ON f.id = r.old
    WHERE item.id = r.new AND item.owner_id = ${into}::uuid AND item.origin_id IS NULL
      AND f.origin_id IS NOT NULL AND f.origin_id <> item.id
      AND NOT EXISTS (SELECT 1 FROM item o WHERE o.id = f.origin_id AND o.origin_id = item.id)`
  // Others' copies have the item that stays as their origin; where it is worded otherwise they stay as they were given.
  await db.$executeRaw`
    UPDATE item SET origin_id = o.id, origin_revision = o.revision, reworded = item.reworded OR
      (o.question, o.answer, o.accept, o.elements, o.forms)
        IS DISTINCT FROM (f.question, f.answer, f.accept, f.elements, f.forms)
    FROM ${renamings(items)} AS r (old, new) JOIN item f ON f.id = r.old JOIN item o ON o.id = r.new
    WHERE item.origin_id = r.old AND item.id <> o.id AND o.origin_id IS DISTINCT FROM item.id`
  return revived.map((row) => ItemId.parse(row.id))
}

/** Says how many decks `into` did not have. `freeName`: the name, or one like it that no live deck of theirs has. */
export async function moveDecks(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  { decks, texts }: Same,
  freeName: (name: string) => Promise<string>,
): Promise<number> {
  await joinDecks(db, into, decks)
  const rest = await db.deck.findMany({
    where: { ownerId: from, id: { notIn: [...decks.keys()] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, textId: true, archivedAt: true },
  })
  for (const { id, name, textId, archivedAt } of rest) {
    await db.deck.update({
      where: { id },
      data: {
        ownerId: into,
        textId: textId && renamed(texts, textId),
        name: archivedAt ? name : await freeName(name),
      },
    })
  }
  return rest.length
}

/** What is offered, assigned and asked from a deck is so from the one that stays. */
async function joinDecks(db: Db, into: LearnerId, decks: Renaming): Promise<void> {
  for (const [old, id] of decks) {
    const ofDeck = { where: { deckId: old }, data: { deckId: id } }
    await db.deckShare.updateMany({ where: { deckId: old }, data: { deckId: id, ownerId: into } })
    await db.assignment.updateMany(ofDeck)
    await db.room.updateMany(ofDeck)
    await db.delivery.updateMany(ofDeck)
    await db.$executeRaw`
      INSERT INTO declined_change (deck_id, origin_id, kind, origin_revision, declined_at)
      SELECT ${id}::uuid, origin_id, kind, origin_revision, declined_at FROM declined_change WHERE deck_id = ${old}::uuid
      ON CONFLICT DO NOTHING`
    await db.deck.updateMany({
      where: { originId: old, id: { not: id } },
      data: { originId: id },
    })
  }
  await db.$executeRaw`
    UPDATE deck SET origin_id = f.origin_id FROM ${renamings(decks)} AS r (old, new) JOIN deck f ON f.id = r.old
    WHERE deck.id = r.new AND deck.origin_id IS NULL AND f.origin_id IS NOT NULL AND f.origin_id <> deck.id`
}

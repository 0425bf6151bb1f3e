/** What two learners both have: the same texts, items and decks, each `from`'s with the one of `into`'s that it is. */
import type { LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import { LIBRARY } from './learner'
import { type Renaming, renamings } from './merge'

type Pair = { readonly old: string; readonly new: string }

const naming = (rows: readonly Pair[]): Renaming => new Map(rows.map((row) => [row.old, row.new]))

/**
 * Texts of the same words in their newest revision, where one learner has one of them and the other the other: their own or
 * the library's. Left out are texts that others study, and those of which an item stands in a revision that only one has.
 */
export async function sameTexts(db: Db, from: LearnerId, into: LearnerId): Promise<Renaming> {
  const rows = await db.$queryRaw<Pair[]>`
    WITH had AS (
      SELECT t.id, who.id AS learner_id, t.owner_id FROM text t JOIN learner who ON who.id IN (${from}::uuid, ${into}::uuid)
      WHERE (t.owner_id = who.id OR (t.owner_id = ${LIBRARY}::uuid
        AND EXISTS (SELECT 1 FROM item i WHERE i.owner_id = who.id AND i.text_id = t.id)))
    ), newest AS (
      SELECT DISTINCT ON (r.text_id) r.text_id, r.sha256 FROM text_revision r
      WHERE r.text_id IN (SELECT id FROM had) ORDER BY r.text_id, r.number DESC
    ), pairs AS (
      SELECT f.id AS old, i.id AS new, i.owner_id FROM had f
      JOIN newest words ON words.text_id = f.id JOIN newest same ON same.sha256 = words.sha256
      JOIN had i ON i.id = same.text_id AND i.learner_id = ${into}::uuid
      WHERE f.learner_id = ${from}::uuid AND f.id <> i.id
        AND NOT EXISTS (SELECT 1 FROM had h WHERE h.learner_id = ${into}::uuid AND h.id = f.id)
        AND NOT EXISTS (SELECT 1 FROM had h WHERE h.learner_id = ${from}::uuid AND h.id = i.id)
        AND NOT EXISTS (SELECT 1 FROM item other
          WHERE other.text_id = f.id AND f.owner_id = ${from}::uuid AND other.owner_id <> ${from}::uuid)
        AND NOT EXISTS (SELECT 1 FROM item own JOIN evidence e ON e.item_id = own.id JOIN text_revision r ON r.id = e.revision_id
          WHERE own.owner_id = ${from}::uuid AND own.text_id = f.id AND NOT EXISTS (
            SELECT 1 FROM text_revision s WHERE s.text_id = i.id AND s.sha256 = r.sha256))
    ), first AS (
      SELECT DISTINCT ON (old) old, new FROM pairs ORDER BY old, owner_id = ${into}::uuid DESC, new
    )
    SELECT DISTINCT ON (new) old::text AS old, new::text AS new FROM first ORDER BY new, old`
  return naming(rows)
}

/** Items of the same text with the same key; without a text, those that are copies of the same item. */
export async function sameItems(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  texts: Renaming,
): Promise<Renaming> {
  const rows = await db.$queryRaw<Pair[]>`
    WITH own AS (
      SELECT f.id, f.key, coalesce(r.new, f.text_id) AS text_id, coalesce(f.origin_id, f.id) AS root
      FROM item f LEFT JOIN ${renamings(texts)} AS r (old, new) ON r.old = f.text_id WHERE f.owner_id = ${from}::uuid
    ), loose AS (
      SELECT id, key, coalesce(origin_id, id) AS root FROM item WHERE owner_id = ${into}::uuid AND text_id IS NULL
    )
    SELECT DISTINCT ON (old) old::text AS old, new::text AS new FROM (
      SELECT f.id AS old, i.id AS new FROM own f
        JOIN item i ON i.owner_id = ${into}::uuid AND i.text_id = f.text_id AND i.key = f.key
      UNION SELECT f.id, i.id FROM own f JOIN loose i ON i.key = f.key WHERE f.text_id IS NULL
      UNION SELECT f.id, i.id FROM own f JOIN loose i ON i.root = f.root WHERE f.text_id IS NULL
    ) found ORDER BY old, new`
  return naming(rows)
}

/** Decks of the same text and name, or reached by the same assignment; both are put away or neither, both studied or neither. */
export async function sameDecks(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  texts: Renaming,
): Promise<Renaming> {
  const rows = await db.$queryRaw<Pair[]>`
    SELECT DISTINCT ON (old) old::text AS old, new::text AS new FROM (
      SELECT f.id AS old, i.id AS new, i.created_at, EXISTS (
        SELECT 1 FROM delivery a JOIN delivery b ON b.assignment_id = a.assignment_id AND b.learner_id = ${into}::uuid
        WHERE a.learner_id = ${from}::uuid AND a.deck_id = f.id AND b.deck_id = i.id) AS assigned,
        lower(i.name) = lower(f.name) AND i.text_id IS NOT DISTINCT FROM coalesce(r.new, f.text_id) AS alike
      FROM deck f LEFT JOIN ${renamings(texts)} AS r (old, new) ON r.old = f.text_id
      JOIN deck i ON i.owner_id = ${into}::uuid AND (i.archived_at IS NULL) = (f.archived_at IS NULL) AND i.studied = f.studied
      WHERE f.owner_id = ${from}::uuid
    ) found WHERE assigned OR alike ORDER BY old, assigned DESC, created_at, new`
  return naming(rows)
}

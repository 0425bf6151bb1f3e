/** Where evidence stands: the blocks of its revision that hold it. */
import { ItemId, type LearnerId, RevisionId, TextId } from '@/lib/core/ids'
import type { Db } from './client'

export type EvidencePlace = {
  readonly itemId: ItemId
  readonly textId: TextId
  readonly revisionId: RevisionId
  /** UTF-16 offset of `content` in the revision's body. */
  readonly start: number
  /** The characters from the first block's beginning to the last one's end. */
  readonly content: string
}

/** The blocks around the evidence of each item, as one stretch of its text; items without evidence are left out. */
export async function blocksAround(
  db: Db,
  ownerId: LearnerId,
  itemIds: readonly ItemId[],
): Promise<EvidencePlace[]> {
  type Row = { itemId: string; textId: string; revisionId: string; start: number; end: number }
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.item_id::text AS "itemId", r.text_id::text AS "textId", r.id::text AS "revisionId",
      least(min(e.start_offset), min(p.start_offset)) AS start, greatest(max(e.end_offset), max(p.end_offset)) AS "end"
    FROM evidence e JOIN item i ON i.id = e.item_id JOIN text_revision r ON r.id = e.revision_id
    LEFT JOIN passage p ON p.revision_id = e.revision_id AND p.kind <> 'section'
      AND p.start_offset < e.end_offset AND p.end_offset > e.start_offset
    WHERE i.owner_id = ${ownerId}::uuid AND e.item_id = ANY(${[...itemIds]}::uuid[])
    GROUP BY e.item_id, r.text_id, r.id`
  const revisions = await db.textRevision.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.revisionId))] } },
    select: { id: true, body: true },
  })
  const bodies = new Map(revisions.map((r) => [r.id, r.body]))
  return rows.map((row) => ({
    itemId: ItemId.parse(row.itemId),
    textId: TextId.parse(row.textId),
    revisionId: RevisionId.parse(row.revisionId),
    start: row.start,
    // Offsets are UTF-16: cut here, not in SQL, which counts code points.
    content: (bodies.get(row.revisionId) ?? '').slice(row.start, row.end),
  }))
}

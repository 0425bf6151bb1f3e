/** Why nothing more is asked of the passages of a revision. */
import { z } from 'zod'
import type { PassageDropped } from '@/lib/core/generate/why-none'
import type { RevisionId } from '@/lib/core/ids'
import type { Db } from './client'

export async function noteDropped(
  db: Db,
  revisionId: RevisionId,
  passages: readonly PassageDropped[],
): Promise<void> {
  if (passages.length === 0) return
  await db.$executeRaw`
    UPDATE passage SET dropped = noted.dropped
    FROM jsonb_to_recordset(${JSON.stringify(passages)}::jsonb) AS noted (start int, dropped jsonb)
    WHERE passage.revision_id = ${revisionId}::uuid AND passage.start_offset = noted.start
      AND passage.kind IN ('paragraph', 'list_item')`
}

/** What another version of the app has written may have reasons that this one does not know. */
const StoredDrops = z.array(z.tuple([z.string(), z.int()]))

/** A reason, and how many candidates were dropped for it. */
export type StoredDropped = readonly [why: string, times: number]

/** By the ordinal of the passage; those of which it is not known are left out. */
export async function droppedOf(
  db: Db,
  revisionId: RevisionId,
): Promise<Map<number, readonly StoredDropped[]>> {
  const rows = await db.passage.findMany({
    where: { revisionId, kind: { in: ['paragraph', 'listItem'] } },
    select: { ordinal: true, dropped: true },
  })
  return new Map(
    rows.flatMap(({ ordinal, dropped }) =>
      dropped === null ? [] : [[ordinal, StoredDrops.parse(dropped)] as const],
    ),
  )
}

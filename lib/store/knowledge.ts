/** What is known of texts without the words of their items: how many there are in which state, and their memories. */
import { type LearnerId, TextId } from '@/lib/core/ids'
import type { ItemStatus } from '@/lib/core/items/stored'
import { type StudyDay, toStudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { IS_LIVE } from './queue'

export type TextKnowledge = {
  readonly textId: TextId
  /** Kept items of which a card was answered at least once. */
  readonly seen: number
  readonly cards: readonly {
    readonly stability: number
    readonly lastStudyDay: StudyDay
    /** How many cards its item has: each is so small a part of knowing it. */
    readonly siblings: number
  }[]
}

/** Of each text with an item that was answered: the cards that were. With `textId`, of that text alone. */
export async function knowledgeOfTexts(
  db: Db,
  learnerId: LearnerId,
  textId: TextId | null = null,
): Promise<TextKnowledge[]> {
  type Row = {
    textId: string
    seen: number
    stabilities: number[]
    days: number[]
    siblings: number[]
  }
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.text_id::text AS "textId", count(DISTINCT i.id)::int AS seen, array_agg(c.stability) AS stabilities,
      array_agg(c.last_study_day - date '1970-01-01') AS days,
      array_agg(greatest(1, jsonb_array_length(i.elements))) AS siblings
    FROM item i JOIN card c ON c.learner_id = i.owner_id AND c.item_id = i.id AND c.phase <> 'new' AND ${IS_LIVE}
    WHERE i.owner_id = ${learnerId}::uuid AND i.status = 'kept' AND i.text_id IS NOT NULL
      AND i.text_id = coalesce(${textId}::uuid, i.text_id)
    GROUP BY i.text_id`
  return rows.map(({ stabilities, days, siblings, ...row }) => ({
    textId: TextId.parse(row.textId),
    seen: row.seen,
    cards: stabilities.map((stability, n) => ({
      stability,
      lastStudyDay: toStudyDay(days[n] ?? 0),
      siblings: siblings[n] ?? 1,
    })),
  }))
}

export type StatusCounts = Record<Exclude<ItemStatus, 'deleted'>, number>

/** For each text of the learner, or for the one given: how many items stand in which state. */
export async function countByStatus(
  db: Db,
  ownerId: LearnerId,
  textId: TextId | null = null,
): Promise<Map<string, StatusCounts>> {
  const rows = await db.item.groupBy({
    by: ['textId', 'status'],
    where: { ownerId, textId: textId ?? { not: null }, status: { not: 'deleted' } },
    _count: { _all: true },
  })
  const counts = new Map<string, StatusCounts>()
  for (const { textId, status, _count } of rows) {
    if (textId === null || status === 'deleted') continue
    const of = counts.get(textId) ?? { proposed: 0, kept: 0, rejected: 0, retired: 0 }
    of[status] = _count._all
    counts.set(textId, of)
  }
  return counts
}

/** What is known of texts without the words of their items: how many there are in which state, and their memories. */
import { DeckId, type LearnerId, TextId } from '@/lib/core/ids'
import type { ItemStatus } from '@/lib/core/items/stored'
import type { Forgetting } from '@/lib/core/memory/forgetting'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { dateOfDay } from './day'
import { IS_LIVE } from './queue'

export type TextKnowledge = {
  readonly textId: TextId
  /** Kept items of which a card was answered at least once. */
  readonly seen: number
  /**
   * How many items would be recalled on the day: the chances of their cards added up, the elements of a list as parts of
   * one item. A card answered on the day counts as recalled: it was just shown.
   */
  readonly recalled: number
}

/** Of each text with an item that was answered, or of one: what is known of it, worked out where the cards are. */
export async function knowledgeOfTexts(
  db: Db,
  learnerId: LearnerId,
  { day, forgetting }: { readonly day: StudyDay; readonly forgetting: Forgetting },
  textId: TextId | null = null,
): Promise<TextKnowledge[]> {
  const rows = await db.$queryRaw<{ textId: string; seen: number; recalled: number }[]>`
    SELECT i.text_id::text AS "textId", count(DISTINCT i.id)::int AS seen,
      sum(power(
        1 + ${forgetting.factor}::float8 * greatest(0, ${dateOfDay(day)}::date - c.last_study_day) / c.stability,
        ${forgetting.decay}::float8) / greatest(1, jsonb_array_length(i.elements))) AS recalled
    FROM item i JOIN card c ON c.learner_id = i.owner_id AND c.item_id = i.id AND c.phase <> 'new' AND ${IS_LIVE}
    WHERE i.owner_id = ${learnerId}::uuid AND i.status = 'kept' AND i.text_id IS NOT NULL
      AND i.text_id = coalesce(${textId}::uuid, i.text_id)
    GROUP BY i.text_id`
  return rows.map((row) => ({ ...row, textId: TextId.parse(row.textId) }))
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

/** Of these decks, those of which something was ever answered. */
export async function seenByDeck(
  db: Db,
  learnerId: LearnerId,
  deckIds: readonly DeckId[],
): Promise<Set<DeckId>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT di.deck_id::text AS id FROM deck_item di
    JOIN card c ON c.learner_id = di.owner_id AND c.item_id = di.item_id AND c.phase <> 'new'
    WHERE di.owner_id = ${learnerId}::uuid AND di.deck_id = ANY(${[...deckIds]}::uuid[])`
  return new Set(rows.map((row) => DeckId.parse(row.id)))
}

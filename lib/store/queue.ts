/** What can be asked of a learner on a study day, without the words of the items. */

import { groupBy } from '@/lib/core/group-by'
import { DeckId, ItemId, type LearnerId } from '@/lib/core/ids'
import type { QueueItem } from '@/lib/core/session/queue'
import type { StudyDay } from '@/lib/core/time/study-day'
import { type CardRow, cardsOfItems } from './card'
import type { Db } from './client'
import { dateOfDay } from './day'
import { Prisma } from './generated/client'

export type QueueRow = QueueItem & {
  /** All live decks it is in; `deckId` is the first of them, or the one asked for. */
  readonly deckIds: readonly DeckId[]
}

export type QueueScope = {
  readonly day: StudyDay
  /** Of the items with nothing but new cards, this many of each deck, in their text's order. */
  readonly newPerDeck: number
  readonly deckId?: DeckId
  readonly textId?: string
}

type Row = {
  id: string
  textId: string | null
  start: number
  end: number | null
  deckIds: string[]
  keys: string[]
}

/** Whether a card trains what the item says now: the cards of elements that were edited away are asked no more. */
const IS_LIVE = Prisma.sql`CASE WHEN i.kind = 'list'
  THEN i.elements @> jsonb_build_array(jsonb_build_object('key', c.element_key)) ELSE c.element_key = '' END`

/**
 * Kept items of live decks that have a card to ask: new or due by the day, neither suspended nor buried on it.
 * With the cards of all their elements, since a list is asked as a whole.
 */
export async function queueItems(
  db: Db,
  learnerId: LearnerId,
  scope: QueueScope,
): Promise<QueueRow[]> {
  const found = await db.$queryRaw<Row[]>(query(learnerId, scope))
  const cards = groupBy(
    await cardsOfItems(
      db,
      learnerId,
      found.map((row) => ItemId.parse(row.id)),
    ),
    (card) => card.itemId,
  )
  return found.map((row) => {
    const itemId = ItemId.parse(row.id)
    const deckIds = row.deckIds.map((id) => DeckId.parse(id))
    const [deckId] = deckIds
    if (!deckId) throw new Error(`item ${itemId} is in no live deck`)
    const { start, end, keys } = row
    const live = (card: CardRow) =>
      keys.length === 0 ? card.elementKey === '' : keys.includes(card.elementKey)
    return {
      itemId,
      deckId,
      deckIds,
      textId: row.textId ?? '',
      start,
      end: end ?? start,
      cards: (cards.get(itemId) ?? []).filter(live),
    }
  })
}

function query(learnerId: LearnerId, { day, newPerDeck, deckId, textId }: QueueScope): Prisma.Sql {
  const date = dateOfDay(day)
  const inDeck = deckId ? Prisma.sql`AND d.id = ${deckId}::uuid` : Prisma.empty
  const inText = textId ? Prisma.sql`AND i.text_id = ${textId}::uuid` : Prisma.empty
  return Prisma.sql`
    WITH askable AS (
      SELECT i.id, i.text_id, i.position, i.elements, bool_and(c.phase = 'new') AS fresh
      FROM card c JOIN item i ON i.id = c.item_id AND i.status = 'kept' ${inText} AND ${IS_LIVE}
      WHERE c.learner_id = ${learnerId}::uuid AND NOT c.suspended AND c.buried_on IS DISTINCT FROM ${date}::date
        AND (c.phase = 'new' OR c.due_day <= ${date}::date)
      GROUP BY i.id
    ), placed AS (
      SELECT a.*, decks.ids,
        row_number() OVER (PARTITION BY a.fresh, decks.ids[1] ORDER BY a.text_id, a.position, a.id) AS place
      FROM askable a CROSS JOIN LATERAL (
        SELECT array_agg(d.id::text ORDER BY di.added_at, d.id) AS ids
        FROM deck_item di JOIN deck d ON d.id = di.deck_id AND d.archived_at IS NULL ${inDeck}
        WHERE di.item_id = a.id
      ) decks
      WHERE decks.ids IS NOT NULL
    )
    SELECT p.id::text AS id, p.text_id::text AS "textId", p.position AS start, p.ids AS "deckIds",
      jsonb_path_query_array(p.elements, '$[*].key') AS keys,
      (SELECT e.end_offset FROM evidence e WHERE e.item_id = p.id AND e.ordinal = 0) AS end
    FROM placed p WHERE NOT p.fresh OR p.place <= ${newPerDeck}::int
    ORDER BY p.text_id, p.position, p.id`
}

/** For each of the coming days: how many items have a card due on it. */
export async function dueByDay(
  db: Db,
  learnerId: LearnerId,
  from: StudyDay,
  days: number,
): Promise<{ day: Date; count: number }[]> {
  return db.$queryRaw`
    SELECT c.due_day AS day, count(DISTINCT c.item_id)::int AS count
    FROM card c JOIN item i ON i.id = c.item_id AND i.status = 'kept' AND ${IS_LIVE}
    WHERE c.learner_id = ${learnerId}::uuid AND c.phase <> 'new' AND NOT c.suspended
      AND c.due_day >= ${dateOfDay(from)}::date AND c.due_day < ${dateOfDay(from)}::date + ${days}::int
      AND EXISTS (SELECT 1 FROM deck_item di JOIN deck d ON d.id = di.deck_id AND d.archived_at IS NULL WHERE di.item_id = i.id)
    GROUP BY c.due_day ORDER BY c.due_day`
}

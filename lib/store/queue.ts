/** What can be asked of a learner on a study day, without the words of the items. */

import { groupBy } from '@/lib/core/group-by'
import { DeckId, ItemId, type LearnerId, type TextId } from '@/lib/core/ids'
import type { QueueItem } from '@/lib/core/session/queue'
import type { StudyDay } from '@/lib/core/time/study-day'
import { type CardRow, cardsOfItems } from './card'
import type { Db } from './client'
import { dateOfDay } from './day'
import { Prisma } from './generated/client'

export type QueueRow = QueueItem & {
  /** All live decks it is in, of those asked for; `deckId` is the first of them. */
  readonly deckIds: readonly DeckId[]
}

export type QueueScope = {
  readonly day: StudyDay
  /** Of the items with nothing but new cards, this many of each deck, in their text's order. */
  readonly newPerDeck: number
  /** Only what is in these decks. */
  readonly deckIds?: readonly DeckId[]
  readonly textId?: TextId
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
export const IS_LIVE = Prisma.sql`CASE WHEN i.kind = 'list'
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

const query = (learnerId: LearnerId, scope: QueueScope): Prisma.Sql => Prisma.sql`
  WITH ${placed(learnerId, scope)}
  SELECT p.id::text AS id, p.text_id::text AS "textId", p.position AS start, p.ids AS "deckIds",
    jsonb_path_query_array(p.elements, '$[*].key') AS keys,
    (SELECT e.end_offset FROM evidence e WHERE e.item_id = p.id AND e.ordinal = 0) AS end
  FROM placed p WHERE NOT p.fresh OR p.place <= ${scope.newPerDeck}::int
  ORDER BY p.text_id, p.position, p.id`

/** The askable items; `place` counts the new ones of each deck in their text's order. */
function placed(
  learnerId: LearnerId,
  { day, deckIds, textId }: Omit<QueueScope, 'newPerDeck'>,
): Prisma.Sql {
  const date = dateOfDay(day)
  const inDecks = deckIds ? Prisma.sql`AND d.id = ANY(${[...deckIds]}::uuid[])` : Prisma.empty
  const inText = textId ? Prisma.sql`AND i.text_id = ${textId}::uuid` : Prisma.empty
  return Prisma.sql`
    askable AS (
      SELECT i.id, i.text_id, i.position, i.elements, bool_and(c.phase = 'new') AS fresh
      FROM card c JOIN item i ON i.id = c.item_id AND i.status = 'kept' ${inText} AND ${IS_LIVE}
      WHERE c.learner_id = ${learnerId}::uuid AND NOT c.suspended AND c.buried_on IS DISTINCT FROM ${date}::date
        AND (c.phase = 'new' OR c.due_day <= ${date}::date)
      GROUP BY i.id
    ), live AS (
      SELECT di.item_id, array_agg(d.id::text ORDER BY di.added_at, d.id) AS ids
      FROM deck d JOIN deck_item di ON di.deck_id = d.id
      WHERE d.owner_id = ${learnerId}::uuid AND d.archived_at IS NULL ${inDecks}
      GROUP BY di.item_id
    ), placed AS (
      SELECT a.*, l.ids,
        row_number() OVER (PARTITION BY a.fresh, l.ids[1] ORDER BY a.text_id, a.position, a.id) AS place
      FROM askable a JOIN live l ON l.item_id = a.id
    )`
}

/** How many items with nothing but new cards there are to begin with. */
export async function countNew(db: Db, learnerId: LearnerId, day: StudyDay): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    WITH ${placed(learnerId, { day })} SELECT count(*)::int AS count FROM placed WHERE fresh`
  return row?.count ?? 0
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

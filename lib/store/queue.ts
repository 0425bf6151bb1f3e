/**
 * What can be asked of a learner on a study day, without the words of the items. Everything here goes by the partial
 * indexes card_due and card_new and is bounded by what is due or asked for, not by how many cards there are.
 */
import { groupBy } from '@/lib/core/group-by'
import { DeckId, ItemId, type LearnerId, type TextId } from '@/lib/core/ids'
import type { Forgetting } from '@/lib/core/memory/forgetting'
import type { Overlay, QueueItem } from '@/lib/core/session/queue'
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
  /** Of what is due, so many items at most: those in a learning step, then those that lose most by waiting. */
  readonly dueItems: number
  /** Of the items with nothing but new cards, so many at most, in their text's order. */
  readonly newItems: number
  readonly forgetting: Forgetting
  readonly overlay: Overlay | null
  /** Only what is in these decks. */
  readonly deckIds?: readonly DeckId[]
  readonly textId?: TextId
}

/** Whether a card trains what the item says now: the cards of elements that were edited away are asked no more. */
export const IS_LIVE = Prisma.sql`CASE WHEN i.kind = 'list'
  THEN i.elements @> jsonb_build_array(jsonb_build_object('key', c.element_key)) ELSE c.element_key = '' END`

type Row = {
  id: string
  textId: string | null
  start: number
  end: number | null
  deckIds: string[]
  keys: string[]
}

/** The items to make a session of, with the cards of all their elements, since a list is asked as a whole. */
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

const isAmong = (ids: Iterable<ItemId>): Prisma.Sql => Prisma.sql`= ANY(${[...ids]}::uuid[])`

/** What the plans of exams hold back today is not due, but for what is in a learning step. */
const isHeldBack = (overlay: Overlay | null, card: Prisma.Sql): Prisma.Sql =>
  overlay === null || overlay.heldBack.size === 0
    ? Prisma.empty
    : Prisma.sql`AND NOT (${card}.phase = 'review' AND ${card}.item_id ${isAmong(overlay.heldBack)})`

/** Due on the day or before, neither suspended nor buried on it. Its index is card_due. */
const isDueByItself = (
  learnerId: LearnerId,
  day: StudyDay,
  card: 'c' | 'other' = 'c',
): Prisma.Sql => {
  const c = Prisma.raw(card)
  return Prisma.sql`${c}.learner_id = ${learnerId}::uuid AND ${c}.live AND ${c}.phase <> 'new' AND NOT ${c}.suspended
    AND ${c}.due_day <= ${dateOfDay(day)}::date AND ${c}.buried_on IS DISTINCT FROM ${dateOfDay(day)}::date`
}

const isDue = (learnerId: LearnerId, day: StudyDay, overlay: Overlay | null): Prisma.Sql =>
  Prisma.sql`${isDueByItself(learnerId, day)} ${isHeldBack(overlay, Prisma.raw('c'))}`

/** Wanted today, and nothing of it answered on the day. */
const isWanted = (
  learnerId: LearnerId,
  day: StudyDay,
  wanted: Iterable<ItemId>,
): Prisma.Sql => Prisma.sql`
  c.learner_id = ${learnerId}::uuid AND c.item_id ${isAmong(wanted)} AND c.live AND NOT c.suspended
    AND c.buried_on IS DISTINCT FROM ${dateOfDay(day)}::date
    AND NOT EXISTS (SELECT 1 FROM card other WHERE other.learner_id = c.learner_id AND other.item_id = c.item_id
      AND other.live AND other.last_study_day >= ${dateOfDay(day)}::date)`

/**
 * Never answered, and its item has nothing that is due. Its index is card_new. That nothing is due is asked
 * of one card after the other (LIMIT 1 keeps the planner from joining first), so that a few are found by reading a few.
 */
const isFresh = (
  learnerId: LearnerId,
  day: StudyDay,
  overlay: Overlay | null,
): Prisma.Sql => Prisma.sql`
  c.learner_id = ${learnerId}::uuid AND c.live AND c.phase = 'new' AND NOT c.suspended
    AND c.buried_on IS DISTINCT FROM ${dateOfDay(day)}::date
    AND (SELECT 1 FROM card other WHERE other.item_id = c.item_id AND ${isDueByItself(learnerId, day, 'other')} LIMIT 1) IS NULL
    ${overlay ? Prisma.sql`AND NOT c.item_id ${isAmong([...overlay.wanted, ...overlay.heldBack, ...overlay.assigned])}` : Prisma.empty}`

/** Live decks, of those asked for, that hold the item of a card. */
const decksOfCard = (
  learnerId: LearnerId,
  deckIds: QueueScope['deckIds'],
): Prisma.Sql => Prisma.sql`
  FROM deck_item di JOIN deck d ON d.id = di.deck_id AND d.archived_at IS NULL AND d.studied
  WHERE di.owner_id = ${learnerId}::uuid AND di.item_id = c.item_id
    ${deckIds ? Prisma.sql`AND d.id = ANY(${[...deckIds]}::uuid[])` : Prisma.empty}`

/**
 * The order within what is due is a cheap likeness of recallLost: by how much recall falls until tomorrow, over about
 * how many seconds asking takes. The exact order is made of what is found.
 */
function query(learnerId: LearnerId, scope: QueueScope): Prisma.Sql {
  const { day, dueItems, newItems, deckIds, textId, forgetting, overlay } = scope
  const inScope = Prisma.sql`
    ${deckIds ? Prisma.sql`AND EXISTS (SELECT 1 ${decksOfCard(learnerId, deckIds)})` : Prisma.empty}
    ${textId ? Prisma.sql`AND c.text_id = ${textId}::uuid` : Prisma.empty}`
  const recall = (later: number) => Prisma.sql`power(
    1 + ${forgetting.factor}::float8 * greatest(0, ${dateOfDay(day)}::date - c.last_study_day + ${later}::int) / c.stability,
    ${forgetting.decay}::float8)`
  return Prisma.sql`
    WITH due AS (
      SELECT c.item_id FROM card c WHERE ${isDue(learnerId, day, overlay)} ${inScope}
      GROUP BY c.item_id
      ORDER BY bool_or(c.phase <> 'review') DESC,
        sum(${recall(0)} - ${recall(1)}) / (CASE WHEN bool_or(c.element_key <> '') THEN 10 + 6 * count(*) ELSE 15 END) DESC,
        c.item_id
      LIMIT ${dueItems}::int
    ), fresh AS (
      SELECT c.item_id FROM card c WHERE ${isFresh(learnerId, day, overlay)} ${inScope}
      GROUP BY c.text_id, c.position, c.item_id
      ORDER BY c.text_id NULLS FIRST, c.position, c.item_id
      LIMIT ${newItems}::int
    ), planned AS (
      ${overlay ? Prisma.sql`SELECT c.item_id FROM card c WHERE ${isWanted(learnerId, day, [...overlay.wanted, ...overlay.assigned])} ${inScope}` : Prisma.sql`SELECT NULL::uuid AS item_id WHERE false`}
    ), c AS (SELECT item_id FROM due UNION SELECT item_id FROM fresh UNION SELECT item_id FROM planned)
    SELECT i.id::text AS id, i.text_id::text AS "textId", i.position AS start,
      jsonb_path_query_array(i.elements, '$[*].key') AS keys,
      (SELECT e.end_offset FROM evidence e WHERE e.item_id = i.id AND e.ordinal = 0) AS end,
      (SELECT array_agg(d.id::text ORDER BY di.added_at, d.id) ${decksOfCard(learnerId, deckIds)}) AS "deckIds"
    FROM c JOIN item i ON i.id = c.item_id
    ORDER BY i.text_id, i.position, i.id`
}

type Now = { readonly day: StudyDay; readonly now: number; readonly overlay: Overlay | null }

/** Each item with something due or wanted, by its most urgent card, as the queue takes it. */
const waitingItems = (learnerId: LearnerId, { day, now, overlay }: Now): Prisma.Sql => Prisma.sql`
  SELECT c.item_id, min(c.due_day) AS since,
    CASE WHEN bool_or(c.element_key <> '') THEN count(*) ELSE 0 END::int AS elements,
    CASE WHEN bool_or(c.phase <> 'review' AND c.due_at <= ${new Date(now)}::timestamptz) THEN 'learning'
      WHEN bool_or(c.phase = 'review') THEN 'due' ELSE 'learning' END AS turn
  FROM card c WHERE ${isDue(learnerId, day, overlay)} GROUP BY c.item_id
  ${overlay ? wantedBeyond(learnerId, day, overlay) : Prisma.empty}`

/** What is wanted and not due by itself. */
const wantedBeyond = (
  learnerId: LearnerId,
  day: StudyDay,
  overlay: Overlay,
): Prisma.Sql => Prisma.sql`
  UNION ALL SELECT c.item_id, ${dateOfDay(day)}::date,
    CASE WHEN bool_or(c.element_key <> '') THEN count(*) ELSE 0 END::int, 'due'
  FROM card c WHERE ${isWanted(learnerId, day, overlay.wanted)}
    AND NOT EXISTS (SELECT 1 FROM card other WHERE other.item_id = c.item_id AND ${isDueByItself(learnerId, day, 'other')})
  GROUP BY c.item_id`

export type WaitingGroup = {
  readonly turn: 'learning' | 'due'
  /** Cards of a list that are due; 0 for anything else. */
  readonly elements: number
  readonly items: number
  /** Of them, those that were due before the day. */
  readonly overdue: number
}

/** How many items are due, in all decks. */
export async function countWaiting(db: Db, learnerId: LearnerId, on: Now): Promise<WaitingGroup[]> {
  return db.$queryRaw<WaitingGroup[]>`
    SELECT w.turn, w.elements, count(*)::int AS items,
      (count(*) FILTER (WHERE w.since < ${dateOfDay(on.day)}::date))::int AS overdue
    FROM (${waitingItems(learnerId, on)}) w GROUP BY w.turn, w.elements ORDER BY w.turn, w.elements`
}

export type DeckWaiting = {
  readonly new: number
  readonly learning: number
  readonly due: number
}

/**
 * For each live deck, or those asked for: how many items wait in it; of the new ones all that are assigned
 * today and `newAtMost` others are counted.
 */
export async function countByDeck(
  db: Db,
  learnerId: LearnerId,
  {
    day,
    now,
    overlay,
    newAtMost,
    deckIds,
  }: Now & {
    readonly newAtMost: number
    readonly deckIds?: readonly DeckId[]
  },
): Promise<Map<DeckId, DeckWaiting>> {
  const asked = deckIds ? Prisma.sql`AND d.id = ANY(${[...deckIds]}::uuid[])` : Prisma.empty
  const rows = await db.$queryRaw<({ id: string } & DeckWaiting)[]>`
    WITH waiting AS (
      SELECT di.deck_id, count(*) FILTER (WHERE w.turn = 'learning') AS learning, count(*) FILTER (WHERE w.turn = 'due') AS due
      FROM (${waitingItems(learnerId, { day, now, overlay })}) w
      JOIN deck_item di ON di.owner_id = ${learnerId}::uuid AND di.item_id = w.item_id
      GROUP BY di.deck_id
    )
    SELECT d.id::text AS id, coalesce(w.learning, 0)::int AS learning, coalesce(w.due, 0)::int AS due,
      fresh.count + (SELECT count(*)::int FROM deck_item di WHERE di.deck_id = d.id AND di.item_id ${isAmong(overlay?.assigned ?? [])}) AS new
    FROM deck d LEFT JOIN waiting w ON w.deck_id = d.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM card c WHERE ${isFresh(learnerId, day, overlay)}
          AND EXISTS (SELECT 1 FROM deck_item di WHERE di.deck_id = d.id AND di.item_id = c.item_id)
        GROUP BY c.text_id, c.position, c.item_id ORDER BY c.text_id NULLS FIRST, c.position, c.item_id
        LIMIT ${newAtMost}::int
      ) found
    ) fresh
    WHERE d.owner_id = ${learnerId}::uuid AND d.archived_at IS NULL AND d.studied ${asked}`
  return new Map(rows.map(({ id, ...counts }) => [DeckId.parse(id), counts]))
}

/** How many items with nothing but new cards there are to begin with; counted up to `atMost`. */
export async function countNew(
  db: Db,
  learnerId: LearnerId,
  { day, overlay }: Pick<Now, 'day' | 'overlay'>,
  atMost: number,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM card c WHERE ${isFresh(learnerId, day, overlay)}
      GROUP BY c.text_id, c.position, c.item_id LIMIT ${atMost}::int
    ) found`
  return row?.count ?? 0
}

/** For each of `days` days from `from` on that has any: how many cards, and how many items, are due on it. */
export async function dueByDay(
  db: Db,
  learnerId: LearnerId,
  from: StudyDay,
  days: number,
): Promise<{ day: Date; items: number }[]> {
  return db.$queryRaw`
    SELECT c.due_day AS day, count(DISTINCT c.item_id)::int AS items FROM card c
    WHERE c.learner_id = ${learnerId}::uuid AND c.live AND c.phase <> 'new' AND NOT c.suspended
      AND c.due_day >= ${dateOfDay(from)}::date AND c.due_day < ${dateOfDay(from)}::date + ${days}::int
    GROUP BY c.due_day ORDER BY c.due_day`
}

/** Cards due on each of `days` days from `from` on. */
export async function cardsDueByDay(
  db: Db,
  learnerId: LearnerId,
  from: StudyDay,
  days: number,
): Promise<number[]> {
  const rows = await db.$queryRaw<{ ahead: number; cards: number }[]>`
    SELECT c.due_day - ${dateOfDay(from)}::date AS ahead, count(*)::int AS cards FROM card c
    WHERE c.learner_id = ${learnerId}::uuid AND c.live AND c.phase <> 'new' AND NOT c.suspended
      AND c.due_day >= ${dateOfDay(from)}::date AND c.due_day < ${dateOfDay(from)}::date + ${days}::int
    GROUP BY c.due_day`
  const counts = Array.from({ length: days }, () => 0)
  for (const { ahead, cards } of rows) counts[ahead] = cards
  return counts
}

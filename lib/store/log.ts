/**
 * A learner's log, read lean and a stretch at a time: numbers are counted from all of it, and a log of years must fit.
 */
import {
  CardId,
  type DeckId,
  ItemId,
  type LearnerId,
  type ReviewId,
  type TextId,
} from '@/lib/core/ids'
import type { Form } from '@/lib/core/items/item'
import type { Grade, ReviewEvent } from '@/lib/core/review/event'
import { type StudyDay, toStudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { Prisma } from './generated/client'
import type { ReviewKind } from './generated/enums'

/** Everything, what is in a deck now, or what comes from a text. */
export type LogScope = { readonly deckId?: DeckId; readonly textId?: TextId }

/** A card with anything in its log. */
export type LoggedCard = {
  readonly id: CardId
  readonly itemId: ItemId
  /** It can be asked: of an item that is kept, in a live deck. */
  readonly live: boolean
  readonly suspended: boolean
  /** How many events there are. */
  readonly events: number
  /** null: taken back, or started over. */
  readonly memory: {
    readonly stability: number
    readonly difficulty: number
    readonly lastStudyDay: StudyDay
    readonly dueDay: StudyDay
  } | null
}

type CardRow = {
  id: string
  itemId: string
  live: boolean
  suspended: boolean
  events: number
  stability: number | null
  difficulty: number | null
  lastDay: number | null
  dueDay: number | null
}

export async function cardsWithLog(
  db: Db,
  learnerId: LearnerId,
  { deckId, textId }: LogScope,
): Promise<LoggedCard[]> {
  const inText = textId ? Prisma.sql`AND c.text_id = ${textId}::uuid` : Prisma.empty
  const inDeck = deckId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM deck_item di
        WHERE di.owner_id = ${learnerId}::uuid AND di.item_id = c.item_id AND di.deck_id = ${deckId}::uuid)`
    : Prisma.empty
  const rows = await db.$queryRaw<CardRow[]>`
    SELECT c.id::text AS id, c.item_id::text AS "itemId", c.live, c.suspended, c.event_count AS events, c.stability,
      c.difficulty, c.last_study_day - date '1970-01-01' AS "lastDay", c.due_day - date '1970-01-01' AS "dueDay"
    FROM card c WHERE c.learner_id = ${learnerId}::uuid AND c.event_count > 0 ${inText} ${inDeck} ORDER BY c.id`
  return rows.map(({ stability, difficulty, lastDay, dueDay, ...row }) => ({
    ...row,
    id: CardId.parse(row.id),
    itemId: ItemId.parse(row.itemId),
    memory:
      stability === null || difficulty === null || lastDay === null || dueDay === null
        ? null
        : {
            ...{ stability, difficulty },
            lastStudyDay: toStudyDay(lastDay),
            dueDay: toStudyDay(dueDay),
          },
  }))
}

/** About so many events are held at a time. */
const STRETCH = 20_000

/** The cards with all their events in order of time, a stretch of them at a time; what was typed is left out. */
export async function* logOf<T extends Pick<LoggedCard, 'id' | 'events'>>(
  db: Db,
  learnerId: LearnerId,
  cards: readonly T[],
): AsyncGenerator<{ cards: readonly T[]; events: ReadonlyMap<CardId, ReviewEvent[]> }> {
  for (const stretch of stretchesOf(cards, STRETCH)) {
    const ids = stretch.map((card) => card.id)
    yield { cards: stretch, events: await eventsOf(db, learnerId, ids) }
  }
}

/** Cuts cards into groups of about `most` events. */
export function* stretchesOf<T extends { readonly events: number }>(
  cards: readonly T[],
  most: number,
): Generator<T[]> {
  let group: T[] = []
  let held = 0
  for (const card of cards) {
    group.push(card)
    held += card.events
    if (held < most) continue
    yield group
    group = []
    held = 0
  }
  if (group.length > 0) yield group
}

/** A review as a line of JSON: rows of columns take three times as long on their way. */
export const LOG_LINE = Prisma.sql`id, kind, grade, form, duration_ms, target_id,
  (extract(epoch FROM reviewed_at) * 1000)::bigint, study_day - date '1970-01-01'`

/** id, kind, grade, form, milliseconds it took, target, milliseconds since 1970, study day */
export type LogLine = [
  ReviewId,
  ReviewKind,
  Grade | null,
  Form | null,
  number | null,
  ReviewId | null,
  number,
  StudyDay,
]

/** With the day that it set, and what that was set with. */
type Line = [...LogLine, StudyDay | null, string | null]

async function eventsOf(
  db: Db,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
): Promise<Map<CardId, ReviewEvent[]>> {
  const rows = await db.$queryRaw<{ cardId: CardId; log: string }[]>`
    SELECT card_id::text AS "cardId", json_agg(json_build_array(${LOG_LINE}, due_day - date '1970-01-01', scheduled_with)
      ORDER BY reviewed_at, id)::text AS log
    FROM review WHERE learner_id = ${learnerId}::uuid AND card_id = ANY(${[...cardIds]}::uuid[])
    GROUP BY card_id`
  return new Map(
    rows.map(({ cardId, log }) => {
      const lines: Line[] = JSON.parse(log)
      return [cardId, lines.map((line) => eventOf(cardId, line))]
    }),
  )
}

function eventOf(cardId: CardId, line: Line): ReviewEvent {
  const [dueDay, scheduledWith] = [line[8], line[9]]
  return eventOfLine(cardId, line, {
    ...(dueDay !== null && { dueDay }),
    ...(scheduledWith !== null && { scheduledWith }),
  })
}

type Answer = Extract<ReviewEvent, { kind: 'review' }>

/** @param more what of an answer its line does not say */
export function eventOfLine(
  cardId: CardId,
  [id, kind, grade, form, ms, targetId, at, studyDay]: readonly [...LogLine, ...unknown[]],
  more: Partial<Pick<Answer, 'typed' | 'overruled' | 'dueDay' | 'scheduledWith'>>,
): ReviewEvent {
  const base = { id, cardId, studyDay, at }
  switch (kind) {
    case 'review':
      return {
        ...base,
        kind,
        grade: there(grade, id),
        form: there(form, id),
        typed: '',
        overruled: false,
        durationMs: there(ms, id),
        ...more,
      }
    case 'undo':
      return { ...base, kind, targetId: there(targetId, id) }
    case 'suspend':
      return { ...base, kind, reason: '' }
    case 'bury':
    case 'resume':
    case 'reset':
      return { ...base, kind }
  }
}

/** The check review_by_kind holds that what a kind needs is there. */
function there<T>(value: T | null, id: ReviewId): T {
  if (value === null) throw new Error(`review ${id} lacks what its kind needs`)
  return value
}

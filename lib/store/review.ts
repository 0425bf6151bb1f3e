/** Rows of reviews: appended, read, never changed (the database refuses it). */
import { groupBy } from '@/lib/core/group-by'
import { CardId, ItemId, type LearnerId, type ReviewId } from '@/lib/core/ids'
import { Form } from '@/lib/core/items/item'
import type { Grade, ReviewEvent } from '@/lib/core/review/event'
import type { FormTimes } from '@/lib/core/session/estimate'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { dateOfDay } from './day'
import { Prisma } from './generated/client'
import type { Sql } from './sql'

/** A review as it is stored: the event, and what the client's clock and zone said. */
export type NewReview = {
  readonly event: ReviewEvent
  readonly clientReviewedAt: Date
  readonly timeZone: string
}

/** A row as the driver answers it: days as whole days and times as milliseconds since 1970. */
type Row = {
  id: ReviewId
  cardId: CardId
  kind: ReviewEvent['kind']
  grade: Grade | null
  form: Form | null
  typed: string | null
  overruled: boolean | null
  durationMs: number | null
  targetId: ReviewId | null
  reason: string | null
  dueDay: StudyDay | null
  scheduledWith: string | null
  at: number
  studyDay: StudyDay
}

const COLUMNS = Prisma.sql`id::text AS id, card_id::text AS "cardId", kind::text AS kind, grade, form, typed, overruled,
  duration_ms AS "durationMs", target_id::text AS "targetId", reason, due_day - DATE 'epoch' AS "dueDay",
  scheduled_with AS "scheduledWith", (extract(epoch FROM reviewed_at) * 1000)::float8 AS at,
  study_day - DATE 'epoch' AS "studyDay"`

function eventOf(row: Row): ReviewEvent {
  const { id, cardId, at, studyDay } = row
  const base = { id, cardId, studyDay, at }
  switch (row.kind) {
    case 'review': {
      const { grade, form, dueDay, scheduledWith } = row
      // The check review_by_kind holds that what a kind needs is there.
      if (grade === null || form === null) throw new Error(`review ${id} has no grade or no form`)
      return {
        ...base,
        kind: 'review',
        grade,
        form,
        typed: row.typed ?? '',
        overruled: row.overruled ?? false,
        durationMs: row.durationMs ?? 0,
        ...(dueDay !== null && { dueDay }),
        ...(scheduledWith !== null && { scheduledWith }),
      }
    }
    case 'undo':
      if (row.targetId === null) throw new Error(`undo ${id} has no target`)
      return { ...base, kind: 'undo', targetId: row.targetId }
    case 'suspend':
      return { ...base, kind: 'suspend', reason: row.reason ?? '' }
    case 'bury':
    case 'resume':
    case 'reset':
      return { ...base, kind: row.kind }
  }
}

/** Half of a surrogate pair, as a broken keyboard may send it, is no character: PostgreSQL refuses it. */
const sayable = (words: string): string => words.replace(/\p{Surrogate}/gu, '\uFFFD')

function columnsOf(event: ReviewEvent) {
  switch (event.kind) {
    case 'review':
      return {
        grade: event.grade,
        form: event.form,
        typed: sayable(event.typed),
        overruled: event.overruled,
        durationMs: event.durationMs,
        dueDay: event.dueDay === undefined ? null : dateOfDay(event.dueDay),
        scheduledWith: event.scheduledWith ?? null,
      }
    case 'undo':
      return { targetId: event.targetId }
    case 'suspend':
      return { reason: sayable(event.reason) }
    case 'bury':
    case 'resume':
    case 'reset':
      return {}
  }
}

/**
 * Appends what is not there yet; answers what was new, and for which cards. Each card must be the learner's (a foreign key holds it).
 * One statement, for any number.
 */
export async function appendReviews(
  db: Sql,
  learnerId: LearnerId,
  reviews: readonly NewReview[],
): Promise<Map<ReviewId, CardId>> {
  if (reviews.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: ReviewId; cardId: CardId }[]>`
    INSERT INTO review (learner_id, id, card_id, kind, grade, form, typed, overruled, duration_ms, due_day, scheduled_with,
      target_id, reason, reviewed_at, client_reviewed_at, time_zone, study_day)
    SELECT ${learnerId}::uuid, id, "cardId", kind, grade, form, typed, overruled, "durationMs", "dueDay", "scheduledWith",
      "targetId", reason, to_timestamp(at / 1000), to_timestamp("clientAt" / 1000), "timeZone", "studyDay"
    FROM jsonb_to_recordset(${JSON.stringify(reviews.map(recordOf))}::jsonb) AS r (
      id uuid, "cardId" uuid, kind review_kind, grade smallint, form text, typed text, overruled boolean,
      "durationMs" int, "dueDay" date, "scheduledWith" text, "targetId" uuid, reason text, at float8, "clientAt" float8,
      "timeZone" text, "studyDay" date)
    ON CONFLICT DO NOTHING RETURNING id::text AS id, card_id::text AS "cardId"`
  return new Map(rows.map((row) => [row.id, row.cardId]))
}

const recordOf = ({ event, clientReviewedAt, timeZone }: NewReview) => ({
  id: event.id,
  cardId: event.cardId,
  kind: event.kind,
  ...columnsOf(event),
  // Milliseconds since 1970: clocks say years that no date of PostgreSQL is written in.
  at: event.at,
  clientAt: clientReviewedAt.getTime(),
  timeZone,
  studyDay: dateOfDay(event.studyDay),
})

/** All events of the cards, by card, in order of time. */
export async function reviewsOfCards(
  db: Sql,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
): Promise<Map<CardId, ReviewEvent[]>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM review
    WHERE learner_id = ${learnerId}::uuid AND card_id = ANY(${[...cardIds]}::uuid[])
    ORDER BY card_id, reviewed_at, id`
  return groupBy(rows.map(eventOf), (event) => event.cardId)
}

/** All events of a learner, by card, in order of time. */
export async function reviewsOfLearner(
  db: Sql,
  learnerId: LearnerId,
): Promise<Map<CardId, ReviewEvent[]>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM review WHERE learner_id = ${learnerId}::uuid ORDER BY card_id, reviewed_at, id`
  return groupBy(rows.map(eventOf), (event) => event.cardId)
}

/** Which cards each of these reviews was stored for. */
export async function cardsOfReviews(
  db: Sql,
  learnerId: LearnerId,
  ids: readonly ReviewId[],
): Promise<Map<ReviewId, CardId>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: ReviewId; cardId: CardId }[]>`
    SELECT id::text AS id, card_id::text AS "cardId" FROM review
    WHERE learner_id = ${learnerId}::uuid AND id = ANY(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row.cardId]))
}

/** So many of the newest answers tell how fast somebody is. */
const NEWEST_ANSWERS = 600

/** The form in which each of these items was answered last; those that never were are not in it. */
export async function lastFormByItem(
  db: Db,
  learnerId: LearnerId,
  itemIds: readonly ItemId[],
): Promise<Map<ItemId, Form>> {
  const rows = await db.$queryRaw<{ itemId: string; form: string }[]>`
    SELECT DISTINCT ON (c.item_id) c.item_id::text AS "itemId", r.form
    FROM card c JOIN review r ON r.learner_id = c.learner_id AND r.card_id = c.id
    WHERE c.learner_id = ${learnerId}::uuid AND c.item_id = ANY(${[...itemIds]}::uuid[]) AND r.kind = 'review'
    ORDER BY c.item_id, r.reviewed_at DESC, r.id DESC`
  return new Map(rows.map((row) => [ItemId.parse(row.itemId), Form.parse(row.form)]))
}

/** How long the newest answers since a study day took, by form. */
export async function timesByForm(
  db: Db,
  learnerId: LearnerId,
  since: StudyDay,
): Promise<FormTimes[]> {
  const rows = await db.$queryRaw<{ form: string; answers: number; seconds: number }[]>`
    SELECT form, count(*)::int AS answers, avg(duration_ms)::float8 / 1000 AS seconds
    FROM (
      SELECT form, duration_ms FROM review
      WHERE learner_id = ${learnerId}::uuid AND study_day >= ${dateOfDay(since)}::date AND kind = 'review'
      ORDER BY study_day DESC LIMIT ${NEWEST_ANSWERS}::int
    ) newest GROUP BY form`
  return rows.map((row) => ({ ...row, form: Form.parse(row.form) }))
}

/** The items and cards with any event on a study day. */
export async function cardsTouchedOn(
  db: Db,
  learnerId: LearnerId,
  day: StudyDay,
): Promise<{ id: CardId; itemId: ItemId }[]> {
  const rows = await db.$queryRaw<{ id: string; itemId: string }[]>`
    SELECT c.id::text AS id, c.item_id::text AS "itemId"
    FROM (SELECT DISTINCT card_id FROM review WHERE learner_id = ${learnerId}::uuid AND study_day = ${dateOfDay(day)}::date) r
    JOIN card c ON c.learner_id = ${learnerId}::uuid AND c.id = r.card_id`
  return rows.map((row) => ({ id: CardId.parse(row.id), itemId: ItemId.parse(row.itemId) }))
}

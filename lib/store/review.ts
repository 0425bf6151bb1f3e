/** Rows of reviews: appended, read, never changed (the database refuses it). */
import { groupBy } from '@/lib/core/group-by'
import { CardId, ItemId, type LearnerId, ReviewId } from '@/lib/core/ids'
import { Form } from '@/lib/core/items/item'
import { Grade, type ReviewEvent } from '@/lib/core/review/event'
import type { FormTimes } from '@/lib/core/session/estimate'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { dateOfDay, dayOfDate } from './day'
import type { ReviewModel } from './generated/models'

/** A review as it is stored: the event, and what the client's clock and zone said. */
export type NewReview = {
  readonly event: ReviewEvent
  readonly clientReviewedAt: Date
  readonly timeZone: string
}

function eventOf(row: ReviewModel): ReviewEvent {
  const base = {
    id: ReviewId.parse(row.id),
    cardId: CardId.parse(row.cardId),
    studyDay: dayOfDate(row.studyDay),
    at: row.reviewedAt.getTime(),
  }
  // The check review_by_kind holds that what a kind needs is there.
  switch (row.kind) {
    case 'review':
      return {
        ...base,
        kind: 'review',
        grade: Grade.parse(row.grade),
        form: Form.parse(row.form),
        typed: row.typed ?? '',
        overruled: row.overruled ?? false,
        durationMs: row.durationMs ?? 0,
        ...(row.dueDay && { dueDay: dayOfDate(row.dueDay) }),
        ...(row.scheduledWith !== null && { scheduledWith: row.scheduledWith }),
      }
    case 'undo':
      return { ...base, kind: 'undo', targetId: ReviewId.parse(row.targetId) }
    case 'suspend':
      return { ...base, kind: 'suspend', reason: row.reason ?? '' }
    case 'bury':
    case 'resume':
    case 'reset':
      return { ...base, kind: row.kind }
  }
}

function columnsOf(event: ReviewEvent) {
  switch (event.kind) {
    case 'review':
      return {
        grade: event.grade,
        form: event.form,
        typed: event.typed,
        overruled: event.overruled,
        durationMs: event.durationMs,
        dueDay: event.dueDay === undefined ? null : dateOfDay(event.dueDay),
        scheduledWith: event.scheduledWith ?? null,
      }
    case 'undo':
      return { targetId: event.targetId }
    case 'suspend':
      return { reason: event.reason }
    case 'bury':
    case 'resume':
    case 'reset':
      return {}
  }
}

/** Appends what is not there yet; answers the ids that were new. Each card must be the learner's (a foreign key holds it). */
export async function appendReviews(
  db: Db,
  learnerId: LearnerId,
  reviews: readonly NewReview[],
): Promise<ReviewId[]> {
  const rows = await db.review.createManyAndReturn({
    data: reviews.map(({ event, clientReviewedAt, timeZone }) => ({
      learnerId,
      id: event.id,
      cardId: event.cardId,
      kind: event.kind,
      ...columnsOf(event),
      reviewedAt: new Date(event.at),
      clientReviewedAt,
      timeZone,
      studyDay: dateOfDay(event.studyDay),
    })),
    skipDuplicates: true,
    select: { id: true },
  })
  return rows.map((row) => ReviewId.parse(row.id))
}

/** All events of the cards, by card, in order of time. */
export async function reviewsOfCards(
  db: Db,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
): Promise<Map<CardId, ReviewEvent[]>> {
  const rows = await db.review.findMany({
    where: { learnerId, cardId: { in: [...cardIds] } },
    orderBy: [{ cardId: 'asc' }, { reviewedAt: 'asc' }, { id: 'asc' }],
  })
  return groupBy(rows.map(eventOf), (event) => event.cardId)
}

/** All events of a learner, by card, in order of time. */
export async function reviewsOfLearner(
  db: Db,
  learnerId: LearnerId,
): Promise<Map<CardId, ReviewEvent[]>> {
  const rows = await db.review.findMany({
    where: { learnerId },
    orderBy: [{ cardId: 'asc' }, { reviewedAt: 'asc' }, { id: 'asc' }],
  })
  return groupBy(rows.map(eventOf), (event) => event.cardId)
}

/** Which cards each of these reviews was stored for. */
export async function cardsOfReviews(
  db: Db,
  learnerId: LearnerId,
  ids: readonly ReviewId[],
): Promise<Map<ReviewId, CardId>> {
  const rows = await db.review.findMany({
    where: { learnerId, id: { in: [...ids] } },
    select: { id: true, cardId: true },
  })
  return new Map(rows.map((row) => [ReviewId.parse(row.id), CardId.parse(row.cardId)]))
}

/** So many of the newest answers tell how fast somebody is. */
const NEWEST_ANSWERS = 600

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

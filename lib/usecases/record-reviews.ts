/**
 * Reviews come in as events, in any order and any number of times. They are stored and the memory of their cards is
 * folded in one transaction: an acknowledged answer is never lost, and no memory says what its reviews do not.
 */
import 'server-only'
import { z } from 'zod'
import type { CardId, ReviewId } from '@/lib/core/ids'
import { foldCard } from '@/lib/core/memory/fold'
import type { CardState } from '@/lib/core/memory/state'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { capClock } from '@/lib/core/review/clock'
import { dated } from '@/lib/core/review/dated'
import { MAX_DURATION_MS, type ReviewEvent, ReviewEventInput } from '@/lib/core/review/event'
import { isTimeZone } from '@/lib/core/time/civil-time'
import { studyDayOf } from '@/lib/core/time/study-day'
import { lockCards, saveCardStates } from '@/lib/store/card'
import { type Db, inTransaction } from '@/lib/store/client'
import { appendReviews, cardsOfReviews, type NewReview, reviewsOfCards } from '@/lib/store/review'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

/** Most events in one batch. */
export const MAX_EVENTS = 500

export type ReviewResult =
  | {
      readonly id: string
      /** known: it was stored before. */
      readonly status: 'stored' | 'known'
      /** The client's clock was ahead; the review counts for the server's now. */
      readonly capped?: true
      /** What the card's memory is now. */
      readonly card: { readonly id: CardId; readonly state: CardState }
    }
  | { readonly id: string; readonly status: 'refused'; readonly reason: string }

/** Answers each event in the order of the batch. */
export async function recordReviews(
  visit: Visit,
  events: unknown,
): Promise<Outcome<{ results: ReviewResult[] }>> {
  if (!Array.isArray(events)) return failed('invalid', 'A batch of reviews is a list of events.')
  if (events.length > MAX_EVENTS)
    return failed('tooLarge', `A batch holds at most ${MAX_EVENTS} events.`)
  const read = events.map((event) => readEvent(visit, event))
  const results = await inTransaction((db) => storeEvents(db, visit, read))
  return done({ results })
}

type Refused = { readonly id: string; readonly reason: string }
type Read = { readonly review: NewReview; readonly capped: boolean } | Refused

const isRefused = (read: Read): read is Refused => 'reason' in read

/** Checks one event at the door and gives it the study day it counts for. */
function readEvent(visit: Visit, raw: unknown): Read {
  const id = z.object({ id: z.string().max(100) }).safeParse(raw).data?.id ?? ''
  const parsed = ReviewEventInput.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return {
      id,
      reason: `${issue?.path.join('.') || 'event'}: ${issue?.message ?? 'not understood'}`,
    }
  }
  const { reviewedAt, timeZone } = parsed.data
  if (!isTimeZone(timeZone)) return { id, reason: `timeZone: ${timeZone} is not a time zone` }
  const said = Date.parse(reviewedAt)
  const clock = capClock(said, visit.now)
  if (!clock.ok) return { id, reason: `reviewedAt: ${reviewedAt} cannot be (${clock.reason})` }
  const studyDay = studyDayOf(clock.at, timeZone, visit.learner.rolloverHour)
  const timed = dated(parsed.data, clock.at, studyDay)
  const stored: ReviewEvent =
    timed.kind === 'review'
      ? { ...timed, durationMs: Math.min(timed.durationMs, MAX_DURATION_MS) }
      : timed
  return {
    review: { event: stored, clientReviewedAt: new Date(said), timeZone },
    capped: clock.capped,
  }
}

async function storeEvents(db: Db, visit: Visit, read: readonly Read[]): Promise<ReviewResult[]> {
  const learnerId = visit.learner.id
  const given = read.flatMap((r) => (isRefused(r) ? [] : [r]))
  const mine = new Set(
    await lockCards(db, learnerId, [...new Set(given.map((r) => r.review.event.cardId))]),
  )
  const ids = given.map((r) => r.review.event.id)
  const fresh = given.filter((r) => mine.has(r.review.event.cardId)).map((r) => r.review)
  const stored = new Set(await appendReviews(db, learnerId, fresh))
  const heldBy = await cardsOfReviews(db, learnerId, ids)
  const states = await foldCards(db, visit, [...mine])
  const answered = new Set<ReviewId>()
  return read.map((r) => {
    if (isRefused(r)) return { id: r.id, status: 'refused', reason: r.reason }
    const { id, cardId } = r.review.event
    const state = states.get(cardId)
    if (!state) return { id, status: 'refused', reason: 'cardId: there is no such card' }
    if (heldBy.get(id) !== cardId)
      return { id, status: 'refused', reason: 'id: taken by a review of another card' }
    const status = stored.has(id) && !answered.has(id) ? 'stored' : 'known'
    answered.add(id)
    return { id, status, ...(r.capped && { capped: true }), card: { id: cardId, state } }
  })
}

/** Folds cards over all their events and keeps the result on them. */
export async function foldCards(
  db: Db,
  visit: Pick<Visit, 'learner'>,
  cardIds: readonly CardId[],
): Promise<Map<CardId, CardState>> {
  const { parameters, name } = parametersOf(visit.learner)
  const events = await reviewsOfCards(db, visit.learner.id, cardIds)
  const folded = cardIds.map((id) => {
    const of = events.get(id) ?? []
    return { id, state: foldCard(id, of, parameters), events: of.length }
  })
  await saveCardStates(db, visit.learner.id, folded, name)
  return new Map(folded.map(({ id, state }) => [id, state]))
}

/**
 * Reviews come in as events, in any order and any number of times. They are stored and the memory of their cards is
 * folded in one transaction: an acknowledged answer is never lost, and no memory says what its reviews do not.
 */
import 'server-only'
import { z } from 'zod'
import type { CardId, ReviewId } from '@/lib/core/ids'
import type { Learner } from '@/lib/core/learner'
import type { CardState, SchedulingParameters } from '@/lib/core/memory/state'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { capClock } from '@/lib/core/review/clock'
import { dated } from '@/lib/core/review/dated'
import { MAX_DURATION_MS, type ReviewEvent, ReviewEventInput } from '@/lib/core/review/event'
import { isTimeZone } from '@/lib/core/time/civil-time'
import { studyDayOf } from '@/lib/core/time/study-day'
import { lockCards } from '@/lib/store/card'
import { mergedInto } from '@/lib/store/merge'
import { appendReviews, cardsOfReviews, type NewReview } from '@/lib/store/review'
import { inSqlTransaction, type Sql } from '@/lib/store/sql'
import { currentLearner, foldCards } from './fold-cards'
import { parametersNamed, parametersOf } from './parameters'
import { countAndTry } from './try-parameters'
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
  const results = await inSqlTransaction((db) => storeEvents(db, visit, read))
  return results ? done({ results }) : failed('conflict', BECAME_ANOTHER)
}

/** Said to a device that sends on in the old name until its browser is signed in as the one this learner has become. */
export const BECAME_ANOTHER =
  'What was studied here has just been added to another history of yours. Answers that wait here go there next.'

/** The same within a transaction that stores more than reviews, which is given up where the answer is null; see storeEvents. */
export async function recordReviewsIn(
  db: Sql,
  visit: Visit,
  events: readonly unknown[],
): Promise<ReviewResult[] | null> {
  if (events.length === 0) return []
  return storeEvents(
    db,
    visit,
    events.map((event) => readEvent(visit, event)),
  )
}

type Refused = { readonly id: string; readonly reason: string }
type Read = { readonly review: NewReview; readonly capped: boolean } | Refused

const isRefused = (read: Read): read is Refused => 'reason' in read

/** As much of an event as its refusal needs. */
const Named = z.object({ id: z.string().max(100) })

const refused = (raw: unknown, reason: string): Refused => ({
  id: Named.safeParse(raw).data?.id ?? '',
  reason,
})

/** Checks one event at the door and gives it the study day it counts for. */
function readEvent(visit: Visit, raw: unknown): Read {
  const parsed = ReviewEventInput.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.') || 'event'
    return refused(raw, `${where}: ${issue?.message ?? 'not understood'}`)
  }
  const { reviewedAt, timeZone } = parsed.data
  if (!isTimeZone(timeZone)) return refused(raw, `timeZone: ${timeZone} is not a time zone`)
  const said = Date.parse(reviewedAt)
  const clock = capClock(said, visit.now)
  if (!clock.ok) return refused(raw, `reviewedAt: ${reviewedAt} cannot be (${clock.reason})`)
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

/** null, and nothing is stored, where the learner has become part of another one since the visit began. */
async function storeEvents(
  db: Sql,
  visit: Visit,
  read: readonly Read[],
): Promise<ReviewResult[] | null> {
  const learnerId = visit.learner.id
  const given = read.flatMap((r) => (isRefused(r) ? [] : [r]))
  const wanted = [...new Set(given.map((r) => r.review.event.cardId))]
  const locked = await lockCards(db, learnerId, wanted)
  if (locked.ids.length < wanted.length && (await mergedInto(db, learnerId))) return null
  const learner = await currentLearner(db, visit.learner, locked)
  const mine = new Set(locked.ids)
  const ids = given.map((r) => r.review.event.id)
  const { reviews, as } = await nameSchedules(
    db,
    learner,
    given.filter((r) => mine.has(r.review.event.cardId)).map((r) => r.review),
  )
  const stored = await appendReviews(db, learnerId, reviews)
  await countAndTry(
    db,
    learnerId,
    reviews.filter(({ event }) => isStoredReview(event, stored)).length,
  )
  const known = await cardsOfReviews(
    db,
    learnerId,
    ids.filter((id) => !stored.has(id)),
  )
  const states = await foldCards(db, learner, locked.ids, as)
  const answered = new Set<ReviewId>()
  return read.map((r) => {
    if (isRefused(r)) return { id: r.id, status: 'refused', reason: r.reason }
    const { id, cardId } = r.review.event
    const state = states.get(cardId)
    if (!state) return { id, status: 'refused', reason: 'cardId: there is no such card' }
    if ((stored.get(id) ?? known.get(id)) !== cardId)
      return { id, status: 'refused', reason: 'id: taken by a review of another card' }
    const status = stored.has(id) && !answered.has(id) ? 'stored' : 'known'
    answered.add(id)
    return { id, status, ...(r.capped && { capped: true }), card: { id: cardId, state } }
  })
}

const isStoredReview = (event: ReviewEvent, stored: ReadonlyMap<ReviewId, CardId>): boolean =>
  event.kind === 'review' && stored.has(event.id)

/**
 * Each review keeps the name of what its button spoke with; one that names nothing, or nothing that is known, what is in
 * use. `as`: what the sender's page counts with, where that is no longer in use.
 */
async function nameSchedules(
  db: Sql,
  learner: Learner,
  reviews: readonly NewReview[],
): Promise<{ reviews: NewReview[]; as: SchedulingParameters | undefined }> {
  const { name: inUse, parameters } = parametersOf(learner)
  const said = reviews.flatMap(({ event }) =>
    event.kind === 'review' && event.scheduledWith !== undefined ? [event.scheduledWith] : [],
  )
  const others = [...new Set(said)].filter((name) => name !== inUse)
  const named = await parametersNamed(db, learner, others)
  const [as] = named.values()
  return {
    reviews: reviews.map((review) => {
      const { event } = review
      if (event.kind !== 'review') return review
      const { scheduledWith = inUse } = event
      const kept = named.has(scheduledWith) ? scheduledWith : inUse
      return { ...review, event: { ...event, scheduledWith: kept } }
    }),
    as: as && as.weights !== parameters.weights ? as : undefined,
  }
}

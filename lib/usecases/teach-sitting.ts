/**
 * What a sitting teaches the memory: once it is handed in, the first unaided answer of the study day to each card becomes a
 * review, through the door by which all reviews come. The ids follow from the sitting and the card, so it may be done any
 * number of times: by whoever sees first that a sitting is over.
 */
import 'server-only'
import { v5 } from 'uuid'
import { type Lesson, lessonsOf } from '@/lib/core/exam/mock/lessons'
import type { SittingId } from '@/lib/core/ids'
import { effectiveEvents } from '@/lib/core/review/effective'
import type { ReviewEvent } from '@/lib/core/review/event'
import { studyDayOf } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { reviewsOfCards } from '@/lib/store/review'
import type { LoadedSitting } from './load-sitting'
import { MAX_EVENTS, recordReviews } from './record-reviews'
import type { Visit } from './visit'

const idOf = (sittingId: SittingId, lesson: Lesson, what = ''): string =>
  v5(`${lesson.cardId}${what}`, sittingId)

export async function teachSitting(visit: Visit, loaded: LoadedSitting): Promise<void> {
  const lessons = lessonsOf(loaded.test.drawn, loaded.sitting)
  const logs = await reviewsOfCards(
    store(),
    visit.learner.id,
    lessons.map((lesson) => lesson.cardId),
  )
  const events = lessons.flatMap((lesson) =>
    eventsOf(visit, loaded, lesson, logs.get(lesson.cardId) ?? []),
  )
  for (let at = 0; at < events.length; at += MAX_EVENTS)
    await recordReviews(visit, events.slice(at, at + MAX_EVENTS))
}

/** Nothing for a card that was answered before on that day: it had been shown by then. */
function eventsOf(
  visit: Visit,
  { row }: LoadedSitting,
  lesson: Lesson,
  log: readonly ReviewEvent[],
): object[] {
  const { timeZone } = row
  const { contested } = lesson
  const id = idOf(row.id, lesson)
  const known = log.find((event) => event.id === id)
  if (known) {
    // Marked wrong, stored as forgotten, and contested since: taken back, and given again as right.
    if (!contested || known.kind !== 'review' || known.grade !== 1) return []
    const undo = idOf(row.id, lesson, ':undo')
    if (log.some((event) => event.id === undo)) return []
    const base = { cardId: lesson.cardId, timeZone }
    const reviewedAt = new Date(visit.now).toISOString()
    return [
      { ...base, id: undo, kind: 'undo', targetId: id, reviewedAt },
      reviewOf(lesson, idOf(row.id, lesson, ':contested'), timeZone),
    ]
  }
  const { rolloverHour } = visit.learner
  const day = studyDayOf(lesson.at, timeZone, rolloverHour)
  const isAided = effectiveEvents(log).some(
    (event) => event.kind === 'review' && event.studyDay === day && event.at < lesson.at,
  )
  return isAided ? [] : [reviewOf(lesson, id, timeZone)]
}

const reviewOf = (lesson: Lesson, id: string, timeZone: string) => ({
  id,
  kind: 'review',
  cardId: lesson.cardId,
  grade: lesson.contested ? 3 : lesson.grade,
  form: lesson.form,
  typed: lesson.typed,
  overruled: lesson.contested,
  durationMs: lesson.durationMs,
  reviewedAt: new Date(lesson.at).toISOString(),
  timeZone,
})

/** From the wire to the log: an event counts for a moment and a study day, which the one who receives it settles. */
import { formatStudyDay, parseStudyDay, type StudyDay } from '../time/study-day'
import type { ReviewEvent, ReviewEventInput } from './event'

/** `at`: milliseconds since 1970. */
export function dated(input: ReviewEventInput, at: number, studyDay: StudyDay): ReviewEvent {
  const { reviewedAt: _, timeZone: __, ...event } = input
  if (event.kind !== 'review') return { ...event, at, studyDay }
  const { dueDay, ...review } = event
  const day = dueDay === undefined ? null : parseStudyDay(dueDay)
  return { ...review, at, studyDay, ...(day !== null && { dueDay: day }) }
}

/** The event as it goes out: who receives it works out the study day again, by the same rule. */
export function wired(event: ReviewEvent, timeZone: string): ReviewEventInput {
  const { at, studyDay: _, ...rest } = event
  const sent = { reviewedAt: new Date(at).toISOString(), timeZone }
  if (rest.kind !== 'review') return { ...rest, ...sent }
  const { dueDay, ...review } = rest
  return {
    ...review,
    ...sent,
    ...(dueDay !== undefined && { dueDay: formatStudyDay(dueDay) }),
  }
}

/** The day of a learner's queue: what is left of its new items, and what was done on it. */
import 'server-only'
import { groupBy } from '@/lib/core/group-by'
import type { ItemId } from '@/lib/core/ids'
import { type EffectiveEvent, effectiveEvents, sinceReset } from '@/lib/core/review/effective'
import type { QueueDay } from '@/lib/core/session/queue'
import { store } from '@/lib/store/client'
import { cardsTouchedOn, reviewsOfCards } from '@/lib/store/review'
import type { Visit } from './visit'

export type DayDone = {
  /** Items answered on the study day, undone answers left out. */
  readonly items: number
  /** Of them, those never answered before that day, or not since they were started over. */
  readonly introduced: number
}

async function doneToday(visit: Visit): Promise<DayDone> {
  const { learner, studyDay } = visit
  const touched = await cardsTouchedOn(store(), learner.id, studyDay)
  const events = await reviewsOfCards(
    store(),
    learner.id,
    touched.map((card) => card.id),
  )
  let items = 0
  let introduced = 0
  for (const [, cards] of groupBy(touched, (card): ItemId => card.itemId)) {
    const logs = cards.map(({ id }) => effectiveEvents(events.get(id) ?? []))
    if (!logs.flatMap(daysAnswered).includes(studyDay)) continue
    items++
    const counted = logs.map(sinceReset).flatMap(daysAnswered)
    if (counted.length > 0 && counted.every((day) => day >= studyDay)) introduced++
  }
  return { items, introduced }
}

const daysAnswered = (events: readonly EffectiveEvent[]) =>
  events.flatMap((event) => (event.kind === 'review' ? [event.studyDay] : []))

export async function queueDay(visit: Visit): Promise<{ day: QueueDay; done: DayDone }> {
  const { learner, studyDay, now } = visit
  const done = await doneToday(visit)
  return {
    day: { studyDay, now, newPerDay: learner.newPerDay, newDoneToday: done.introduced },
    done,
  }
}

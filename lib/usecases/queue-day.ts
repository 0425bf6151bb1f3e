/** The day of a learner's queue: what is left of its new items, and what was done on it. */
import 'server-only'
import { groupBy } from '@/lib/core/group-by'
import type { ItemId } from '@/lib/core/ids'
import { effectiveEvents } from '@/lib/core/review/effective'
import type { QueueDay } from '@/lib/core/session/queue'
import { store } from '@/lib/store/client'
import { cardsTouchedOn, reviewsOfCards } from '@/lib/store/review'
import type { Visit } from './visit'

export type DayDone = {
  /** Items answered on the study day, undone answers left out. */
  readonly items: number
  /** Of them, those never answered before that day. */
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
    const days = cards.flatMap(({ id }) =>
      effectiveEvents(events.get(id) ?? []).flatMap((e) =>
        e.kind === 'review' ? [e.studyDay] : [],
      ),
    )
    if (!days.includes(studyDay)) continue
    items++
    if (days.every((day) => day >= studyDay)) introduced++
  }
  return { items, introduced }
}

export async function queueDay(visit: Visit): Promise<{ day: QueueDay; done: DayDone }> {
  const { learner, studyDay, now } = visit
  const done = await doneToday(visit)
  return {
    day: { studyDay, now, newPerDay: learner.newPerDay, newDoneToday: done.introduced },
    done,
  }
}

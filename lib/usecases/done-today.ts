/** What a learner did on the study day. */
import 'server-only'
import { groupBy } from '@/lib/core/group-by'
import type { ItemId } from '@/lib/core/ids'
import { type EffectiveEvent, effectiveEvents, sinceReset } from '@/lib/core/review/effective'
import { store } from '@/lib/store/client'
import { cardsTouchedOn, reviewsOfCards } from '@/lib/store/review'
import type { Visit } from './visit'

export type DayDone = {
  /** Items answered on the study day, undone answers left out. */
  readonly items: number
  /** How many of them were never answered before that day, or not since they were started over. */
  readonly introduced: number
}

export async function doneToday(visit: Visit): Promise<DayDone> {
  const { items, introduced } = await itemsDoneToday(visit)
  return { items, introduced: introduced.length }
}

/** The same with which items were met for the first time. */
export async function itemsDoneToday(
  visit: Visit,
): Promise<{ readonly items: number; readonly introduced: readonly ItemId[] }> {
  const { learner, studyDay } = visit
  const touched = await cardsTouchedOn(store(), learner.id, studyDay)
  const events = await reviewsOfCards(
    store(),
    learner.id,
    touched.map((card) => card.id),
  )
  let items = 0
  const introduced: ItemId[] = []
  for (const [itemId, cards] of groupBy(touched, (card): ItemId => card.itemId)) {
    const logs = cards.map(({ id }) => effectiveEvents(events.get(id) ?? []))
    if (!logs.flatMap(daysAnswered).includes(studyDay)) continue
    items++
    const counted = logs.map(sinceReset).flatMap(daysAnswered)
    if (counted.length > 0 && counted.every((day) => day >= studyDay)) introduced.push(itemId)
  }
  return { items, introduced }
}

const daysAnswered = (events: readonly EffectiveEvent[]) =>
  events.flatMap((event) => (event.kind === 'review' ? [event.studyDay] : []))

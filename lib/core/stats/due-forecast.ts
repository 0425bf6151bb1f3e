/** The due forecast says how many questions come back on each of the coming days, as their cards stand now. */
import type { ItemId } from '../ids'
import { addDays, type StudyDay } from '../time/study-day'

export type DueForecast = {
  /** Questions that were due before today and still are. */
  readonly backlog: number
  /** Today first. A question whose elements come back on different days is asked on each of them. */
  readonly days: readonly { readonly day: StudyDay; readonly count: number }[]
  /** Questions that come back later than that. */
  readonly later: number
  /** Cards it rests on. */
  readonly cards: number
}

/** `cards`: those that have been answered and can be asked. What waits in the backlog is not counted again today. */
export function dueForecast(
  cards: readonly { readonly itemId: ItemId; readonly dueDay: StudyDay }[],
  today: StudyDay,
  days: number,
): DueForecast {
  const end = addDays(today, days)
  const on = new Map<number, Set<ItemId>>()
  for (const { itemId, dueDay } of cards) {
    const slot = dueDay < today ? -1 : dueDay >= end ? days : dueDay - today
    const items = on.get(slot) ?? new Set()
    on.set(slot, items.add(itemId))
  }
  const backlog = on.get(-1) ?? new Set<ItemId>()
  const dueToday = [...(on.get(0) ?? [])].filter((itemId) => !backlog.has(itemId)).length
  return {
    backlog: backlog.size,
    days: Array.from({ length: days }, (_, ahead) => ({
      day: addDays(today, ahead),
      count: ahead === 0 ? dueToday : (on.get(ahead)?.size ?? 0),
    })),
    later: on.get(days)?.size ?? 0,
    cards: cards.length,
  }
}

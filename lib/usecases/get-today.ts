import 'server-only'
import { estimateMinutes } from '@/lib/core/session/estimate'
import { buildQueue, type Counts, countDue, type QueueItem } from '@/lib/core/session/queue'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { countNew } from '@/lib/store/queue'
import { libraryOf } from './list-library'
import { type DayAhead, readOutlook } from './read-outlook'
import { type DeckSummary, loadWaiting, type TextSummary } from './summaries'
import type { Visit } from './visit'

export type Today = {
  /** YYYY-MM-DD */
  readonly studyDay: string
  readonly counts: Counts
  /** About how long it will take. */
  readonly minutes: number
  /** New items of live decks beyond today's limit, there to be taken. */
  readonly newAvailable: number
  readonly ahead: readonly DayAhead[]
  readonly texts: readonly TextSummary[]
  readonly decks: readonly DeckSummary[]
  /** Items answered today. */
  readonly reviewedToday: number
}

export async function getToday(visit: Visit): Promise<Today> {
  const [waiting, fresh, { ahead }] = await Promise.all([
    loadWaiting(visit),
    countNew(store(), visit.learner.id, visit.studyDay),
    readOutlook(visit),
  ])
  const { queue, day, done } = waiting
  const library = await libraryOf(visit, waiting)
  const counts = countDue(queue, day)
  return {
    studyDay: formatStudyDay(visit.studyDay),
    counts,
    minutes: estimateMinutes(buildQueue(queue, day).map(askOf)),
    newAvailable: Math.max(0, fresh - counts.new),
    ahead,
    texts: library.texts,
    decks: library.decks,
    reviewedToday: done.items,
  }
}

/** Without the item's words: a list is told by its cards, and anything else is taken for a typed question. */
function askOf(item: QueueItem) {
  const isList = item.cards.some((card) => card.elementKey !== '')
  return {
    form: isList ? ('list' as const) : ('typed' as const),
    elements: isList ? item.cards.length : 0,
    fresh: item.cards.every((card) => card.state.memory.phase === 'new'),
  }
}

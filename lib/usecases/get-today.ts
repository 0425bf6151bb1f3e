import 'server-only'
import { estimateMinutes } from '@/lib/core/session/estimate'
import { buildQueue, type Counts, countDue, type QueueItem } from '@/lib/core/session/queue'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { listLibrary } from './list-library'
import { queueDay } from './queue-day'
import { type DayAhead, readOutlook } from './read-outlook'
import { type DeckSummary, queueOf, type TextSummary } from './summaries'
import type { Visit } from './visit'

export type Today = {
  /** YYYY-MM-DD */
  readonly studyDay: string
  readonly counts: Counts
  /** About how long it will take. */
  readonly minutes: number
  /** New items in all live decks beyond today's limit are there to be taken. */
  readonly newAvailable: number
  readonly ahead: readonly DayAhead[]
  readonly texts: readonly TextSummary[]
  readonly decks: readonly DeckSummary[]
  /** Items answered today. */
  readonly reviewedToday: number
}

export async function getToday(visit: Visit): Promise<Today> {
  const [{ day, done }, queue, { ahead }, library] = await Promise.all([
    queueDay(visit),
    queueOf(visit),
    readOutlook(visit),
    listLibrary(visit),
  ])
  const asked = buildQueue(queue, day)
  const unseen = library.texts.reduce((sum, text) => sum + text.kept - text.seen, 0)
  const counts = countDue(queue, day)
  return {
    studyDay: formatStudyDay(visit.studyDay),
    counts,
    minutes: estimateMinutes(asked.map(askOf)),
    newAvailable: Math.max(0, unseen - counts.new),
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

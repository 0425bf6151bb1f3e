/** The questions of the next session: what Today says will come is what the session then asks. */
import 'server-only'
import type { DeckId, TextId } from '@/lib/core/ids'
import type { Budget } from '@/lib/core/learner'
import { forgettingOf } from '@/lib/core/memory/algorithm'
import type { MemoryState } from '@/lib/core/memory/state'
import { MOST_QUESTIONS } from '@/lib/core/session/question'
import { dayFor, isWaiting, planQueue } from '@/lib/core/session/queue'
import { store } from '@/lib/store/client'
import { type QueueRow, queueItems } from '@/lib/store/queue'
import { type LearnerDay, queueDay } from './queue-day'
import type { Visit } from './visit'

export type QueueWish = {
  readonly deckId?: DeckId | undefined
  readonly textId?: TextId | undefined
  /** New items beyond the day's limit, also while others are held back. */
  readonly moreNew?: number | undefined
  /** Instead of the learner's own. */
  readonly budget?: Budget | undefined
  /** More of what is due than a catch-up plan leaves for the day. */
  readonly beyondShare?: boolean | undefined
}

export type TodaysQueue = LearnerDay & {
  readonly queue: readonly QueueRow[]
  /** What is to be asked today and is not in this session. */
  readonly left: { readonly due: number; readonly new: number }
  /** The memories of what is due, of some where it is much. */
  readonly sample: readonly MemoryState[]
}

export async function todaysQueue(visit: Visit, wish: QueueWish = {}): Promise<TodaysQueue> {
  const of = await queueDay(visit)
  const { deckId, textId } = wish
  const narrowed = deckId !== undefined || textId !== undefined
  const day = dayFor(of.day, { ...wish, more: wish.moreNew, narrowed })
  const rows = await queueItems(store(), visit.learner.id, {
    day: visit.studyDay,
    dueItems: MOST_QUESTIONS,
    newItems: Math.min(MOST_QUESTIONS, Math.max(0, day.newPerDay - day.newDoneToday)),
    forgetting: forgettingOf(day.parameters),
    overlay: day.overlay,
    ...(deckId && { deckIds: [deckId] }),
    ...(textId && { textId }),
  })
  const found = rows.filter((row) => isWaiting(row, day)).length
  // In a deck or a text it is enough to know whether there is more.
  const dueBeyond = narrowed ? Number(found === MOST_QUESTIONS) : Math.max(0, all(of) - found)
  return {
    ...of,
    day,
    ...planQueue(rows, { ...day, dueBeyond }),
    sample: rows.flatMap((row) => row.cards.map((card) => card.state.memory)),
  }
}

const all = ({ waiting }: LearnerDay): number => waiting.reduce((sum, { items }) => sum + items, 0)

/** The queue is what is asked today and in which order. */
import type { DeckId, ItemId } from '../ids'
import { draw } from '../memory/draw'
import type { CardState } from '../memory/state'
import type { StudyDay } from '../time/study-day'
import type { SessionCard } from './question'
import { keepSiblingsApart, merge, takeTurns } from './spread'

/** An item with all its cards, without its words. */
export type QueueItem = {
  readonly itemId: ItemId
  readonly deckId: DeckId
  /** '' for an item without a text. */
  readonly textId: string
  /** Its first evidence, as offsets into the text; 0 and 0 where there is none. */
  readonly start: number
  readonly end: number
  readonly cards: readonly SessionCard[]
}

export type QueueDay = {
  readonly studyDay: StudyDay
  /** Milliseconds since 1970. */
  readonly now: number
  /** New items a day, and how many of them were met today already. */
  readonly newPerDay: number
  readonly newDoneToday: number
}

export type Counts = { readonly new: number; readonly learning: number; readonly due: number }

/** stepDue: in a learning step that is over; step: in one that is not. */
type Turn = 'stepDue' | 'due' | 'new' | 'step'

/**
 * The questions of a day. First the steps that are over, then due and new items mixed, decks taking turns and items of
 * one sentence kept apart; last the steps that are not over yet. Longest due comes first within a deck, new ones in
 * the order of their text. An item is asked when one of its cards is: the rest of a list is asked along.
 */
export function buildQueue<T extends QueueItem>(items: readonly T[], day: QueueDay): T[] {
  const { stepDue, due, new: fresh, step } = sorted(items, day)
  const mixed = merge(
    takeTurns(due, (item) => item.deckId),
    takeTurns(fresh, (item) => item.deckId),
  )
  return [...keepSiblingsApart([...stepDue, ...mixed]), ...step]
}

/** In questions, as the queue would ask them; new ones within what is left of the day's limit. */
export function countDue(items: readonly QueueItem[], day: QueueDay): Counts {
  const { stepDue, due, new: fresh, step } = sorted(items, day)
  return { new: fresh.length, learning: stepDue.length + step.length, due: due.length }
}

function sorted<T extends QueueItem>(items: readonly T[], day: QueueDay): Record<Turn, T[]> {
  const groups: Record<Turn, T[]> = { stepDue: [], due: [], new: [], step: [] }
  for (const item of items) {
    const turn = turnOf(item, day)
    if (turn) groups[turn].push(item)
  }
  const left = Math.max(0, day.newPerDay - day.newDoneToday)
  return {
    stepDue: inOrder(groups.stepDue, (item) => [stepEnd(item)]),
    due: inOrder(groups.due, (item) => [dueSince(item), draw(`${item.itemId}:${day.studyDay}`)]),
    new: groups.new.toSorted(inTextOrder).slice(0, left),
    step: inOrder(groups.step, (item) => [stepEnd(item)]),
  }
}

/** Suspended never, buried not on this day. */
export function isAskable(state: CardState, studyDay: StudyDay): boolean {
  return state.suspended === null && state.buriedOn !== studyDay
}

function turnOf(item: QueueItem, { studyDay, now }: QueueDay): Turn | null {
  let turn: Turn | null = null
  for (const { state } of item.cards) {
    if (!isAskable(state, studyDay)) continue
    const own = turnOfCard(state, studyDay, now)
    if (own && (!turn || RANK[own] < RANK[turn])) turn = own
  }
  return turn
}

/** An item whose cards stand differently is asked for the most urgent of them. */
const RANK: Record<Turn, number> = { stepDue: 0, due: 1, step: 2, new: 3 }

function turnOfCard({ memory }: CardState, studyDay: StudyDay, now: number): Turn | null {
  switch (memory.phase) {
    case 'new':
      return 'new'
    case 'review':
      return memory.dueDay <= studyDay ? 'due' : null
    case 'learning':
    case 'relearning':
      return memory.dueAt <= now ? 'stepDue' : 'step'
  }
}

function stepEnd(item: QueueItem): number {
  return lowest(item, (memory) =>
    memory.phase === 'learning' || memory.phase === 'relearning' ? memory.dueAt : null,
  )
}

function dueSince(item: QueueItem): number {
  return lowest(item, (memory) => (memory.phase === 'review' ? memory.dueDay : null))
}

function lowest(item: QueueItem, of: (memory: CardState['memory']) => number | null): number {
  const found = item.cards.flatMap(({ state }) => (state.suspended ? [] : (of(state.memory) ?? [])))
  return Math.min(...found)
}

/** Sorted by the first key, then the second, then the id: the same for any order they came in. */
function inOrder<T extends QueueItem>(items: readonly T[], keysOf: (item: T) => number[]): T[] {
  return items
    .map((item) => ({ item, keys: keysOf(item) }))
    .sort((a, b) => compare(a.keys, b.keys) || (a.item.itemId < b.item.itemId ? -1 : 1))
    .map(({ item }) => item)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, key] of a.entries()) {
    const difference = key - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function inTextOrder(a: QueueItem, b: QueueItem): number {
  if (a.textId !== b.textId) return a.textId < b.textId ? -1 : 1
  return a.start - b.start || a.end - b.end || (a.itemId < b.itemId ? -1 : 1)
}

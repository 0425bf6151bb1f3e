/** The queue is what is asked today and in which order. */
import type { DeckId, ItemId } from '../ids'
import type { Budget } from '../learner'
import { draw } from '../memory/draw'
import { recallLost } from '../memory/loss'
import { recallNow } from '../memory/recall'
import type { CardState, SchedulingParameters } from '../memory/state'
import type { StudyDay } from '../time/study-day'
import { type Ask, expectedSeconds, type OwnSeconds } from './estimate'
import { MOST_QUESTIONS, type SessionCard } from './question'
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

/** What the plans of exams and assignments say about today, over what is due by itself: no due day changes by it. */
export type Overlay = {
  /** Asked today although not due, or new: once, unless it comes back in a learning step. */
  readonly wanted: ReadonlySet<ItemId>
  /** Not asked today although due, or new: its day comes. What was begun in a learning step is finished all the same. */
  readonly heldBack: ReadonlySet<ItemId>
  /** New items that assignments bring today: before other new ones, and beyond the day's limit up to mostNew. */
  readonly assigned: ReadonlySet<ItemId>
}

export type QueueDay = {
  readonly studyDay: StudyDay
  /** Milliseconds since 1970. */
  readonly now: number
  /** New items a day, and how many of them were met today already. */
  readonly newPerDay: number
  readonly newDoneToday: number
  readonly parameters: SchedulingParameters
  readonly ownSeconds: OwnSeconds
  /** How much one session is at most. */
  readonly budget: Budget
  /** Whether new items wait while a backlog is worked off. */
  readonly holdNew: boolean
  /** Due questions that a catch-up plan still leaves for this day; null where there is no plan. */
  readonly share: number | null
  /** Due items that are known of and not among those given. */
  readonly dueBeyond: number
  /** null where neither an exam nor an assignment has a say. */
  readonly overlay: Overlay | null
}

/** What it depends on whether something is asked. */
type Today = Pick<QueueDay, 'studyDay' | 'now' | 'overlay'>
type Limits = Pick<QueueDay, 'newPerDay' | 'newDoneToday' | 'overlay'>

export type Counts = { readonly new: number; readonly learning: number; readonly due: number }

/** stepDue: in a learning step that is over; step: in one that is not. */
type Turn = 'stepDue' | 'due' | 'new' | 'step'
type Groups<T> = Readonly<Record<Turn, readonly T[]>>

/**
 * The questions of a session. First the steps that are over, then due and new items mixed, decks taking turns and items
 * of one sentence kept apart; last the steps that are not over yet. Of what is due, that comes first of which most
 * recall a minute would be lost by waiting a day, after what the plan of an exam wants; new ones come in the order of their text. An item is asked when one
 * of its cards is: the rest of a list is asked along.
 */
export function buildQueue<T extends QueueItem>(items: readonly T[], day: QueueDay): T[] {
  const groups = sorted(items, day)
  const { due, new: fresh } = fitting(groups, day)
  const mixed = merge(
    takeTurns(due, (item) => item.deckId),
    takeTurns(fresh, (item) => item.deckId),
  )
  return [...keepSiblingsApart([...groups.stepDue, ...mixed]), ...groups.step]
}

/** What one session takes of a queue, and what of today does not fit into it. */
export function planQueue<T extends QueueItem>(
  items: readonly T[],
  day: QueueDay,
): { readonly queue: T[]; readonly left: { readonly due: number; readonly new: number } } {
  const queue = buildQueue(items, day).slice(0, MOST_QUESTIONS)
  const groups = sorted(items, day)
  const fresh = new Set(groups.new)
  const taken = queue.filter((item) => fresh.has(item)).length
  const due = groups.stepDue.length + groups.due.length + groups.step.length + day.dueBeyond
  return { queue, left: { due: due - (queue.length - taken), new: fresh.size - taken } }
}

/** Whether new items wait: there is more due than the day's share or the budget holds. */
export const holdsNew = (
  { holdNew, share, budget }: QueueDay,
  left: { readonly due: number },
): boolean => holdNew && left.due > 0 && (share !== null || budget.kind !== 'none')

/**
 * What fits the budget and the day's share: steps always, they were begun; then due items as long as there is room. What
 * is due and does not fit is a backlog: new items wait until it is worked off, or, where they may not be held back,
 * take their part of the room. What is assigned has a due date and does not wait: it may take half of the room.
 */
function fitting<T extends QueueItem>(groups: Groups<T>, day: QueueDay): { due: T[]; new: T[] } {
  const { budget } = day
  const room = roomFor(day, [...groups.stepDue, ...groups.step])
  const wanted = groups.due.slice(0, day.share ?? groups.due.length)
  const assigned = groups.new.filter((item) => isAssigned(item, day))
  const others = groups.new.filter((item) => !isAssigned(item, day))
  if (!day.holdNew) {
    const isFresh = new Set(groups.new)
    const taken = room.take(merge(wanted, groups.new))
    return {
      due: taken.filter((item) => !isFresh.has(item)),
      new: taken.filter((item) => isFresh.has(item)),
    }
  }
  const obliged = room.take(assigned, 1 / 2)
  const due = room.take(wanted)
  const limited = budget.kind !== 'none' || day.share !== null
  const backlog = due.length < groups.due.length || (limited && day.dueBeyond > 0)
  if (backlog) return { due, new: obliged }
  const left = assigned.slice(obliged.length)
  return { due, new: [...obliged, ...room.take([...left, ...others])] }
}

/** Takes items one after the other as long as they fit; the first that does not ends it. Never nothing at all. */
function roomFor(day: QueueDay, begun: readonly QueueItem[]) {
  const { budget } = day
  const cost = (item: QueueItem): number =>
    budget.kind === 'minutes' ? expectedSeconds(askOf(item, day), day.ownSeconds) / 60 : 1
  const size = budget.kind === 'none' ? Number.POSITIVE_INFINITY : budget.size
  let used = begun.reduce((sum, item) => sum + cost(item), 0)
  function take<T extends QueueItem>(items: readonly T[], share = 1): T[] {
    const taken: T[] = []
    for (const item of items) {
      if (used > 0 && used + cost(item) > size * share) break
      used += cost(item)
      taken.push(item)
    }
    return taken
  }
  return { take }
}

/** What answering an item takes, without its words: a list is told by its cards, anything else is taken for typed. */
export function askOf(item: QueueItem, { studyDay, parameters }: QueueDay): Ask {
  const isList = item.cards.some((card) => card.elementKey !== '')
  const recalls = item.cards.flatMap(
    ({ state }) => recallNow(state.memory, studyDay, parameters) ?? [],
  )
  const recall = recalls.reduce((sum, r) => sum + r, 0) / recalls.length
  return {
    form: isList ? 'list' : 'typed',
    elements: isList ? item.cards.length : 0,
    fresh: item.cards.every(({ state }) => state.memory.phase === 'new'),
    ...(recalls.length > 0 && { recall }),
  }
}

/** Recalls lost per minute of asking, if the item waits a day: those of its due cards, over the minutes of all. */
export function lostPerMinute(item: QueueItem, day: QueueDay): number {
  const { studyDay, parameters, ownSeconds } = day
  const lost = item.cards
    .filter(({ state }) => isAskable(state, studyDay) && isDue(state, studyDay))
    .reduce((sum, { state }) => sum + recallLost(state.memory, studyDay, parameters), 0)
  return lost / (expectedSeconds(askOf(item, day), ownSeconds) / 60)
}

const isDue = ({ memory }: CardState, studyDay: StudyDay): boolean =>
  memory.phase === 'review' && memory.dueDay <= studyDay

/** In questions, as the queue would ask them; new ones within what is left of the day's limit. */
export function countDue(items: readonly QueueItem[], day: Today & Limits): Counts {
  const turns = items.map((item) => turnOf(item, day))
  const of = (turn: Turn) => turns.filter((each) => each === turn).length
  const fresh = withinLimits(
    items.filter((_, n) => turns[n] === 'new'),
    day,
  )
  return { new: fresh.length, learning: of('stepDue') + of('step'), due: of('due') }
}

/** The day of one session: of a deck or a text alone no plan takes a share; who asks for more new items gets them. */
export function dayFor(
  day: QueueDay,
  wish: {
    readonly more?: number | undefined
    readonly narrowed?: boolean
    readonly budget?: Budget | undefined
    readonly beyondShare?: boolean | undefined
  },
): QueueDay {
  const more = Math.min(Math.max(0, wish.more ?? 0), MOST_QUESTIONS)
  const fitted = {
    ...day,
    budget: wish.budget ?? day.budget,
    share: wish.beyondShare || wish.narrowed ? null : day.share,
    dueBeyond: wish.narrowed ? 0 : day.dueBeyond,
  }
  if (more === 0) return fitted
  const newPerDay = Math.max(day.newPerDay, day.newDoneToday) + more
  return { ...fitted, newPerDay, budget: { kind: 'none' }, holdNew: false }
}

function sorted<T extends QueueItem>(items: readonly T[], day: QueueDay): Groups<T> {
  const groups: Record<Turn, T[]> = { stepDue: [], due: [], new: [], step: [] }
  for (const item of items) {
    const turn = turnOf(item, day)
    if (turn) groups[turn].push(item)
  }
  return {
    stepDue: inOrder(groups.stepDue, (item) => [stepEnd(item)]),
    due: inOrder(groups.due, (item) => [
      isWanted(item, day) ? 0 : 1,
      -lostPerMinute(item, day),
      draw(`${item.itemId}:${day.studyDay}`),
    ]),
    new: withinLimits(groups.new.toSorted(inTextOrder), day),
    step: inOrder(groups.step, (item) => [stepEnd(item)]),
  }
}

/** What a learner's day starts out with, who has set no number of new items. */
const USUAL_NEW = 20

/**
 * New items a day with those of assignments: never more than twice what the learner set. Who set none wants none of
 * their own, which says nothing of how much is too much: for them it is twice the usual number.
 */
export const mostNew = (newPerDay: number): number => 2 * (newPerDay === 0 ? USUAL_NEW : newPerDay)

/** Of new items those that the day has room for: what is assigned, then others up to the day's limit. */
function withinLimits<T extends QueueItem>(fresh: readonly T[], day: Limits): T[] {
  const { newPerDay, newDoneToday } = day
  const most = Math.max(0, mostNew(newPerDay) - newDoneToday)
  const assigned = fresh.filter((item) => isAssigned(item, day)).slice(0, most)
  const others = fresh.filter((item) => !isAssigned(item, day))
  return [...assigned, ...others.slice(0, Math.max(0, newPerDay - newDoneToday - assigned.length))]
}

const isAssigned = ({ itemId }: QueueItem, { overlay }: Pick<QueueDay, 'overlay'>): boolean =>
  overlay?.assigned.has(itemId) ?? false

/** How many of the new items of the day are assigned. */
export const countAssigned = (items: readonly QueueItem[], day: Today & Limits): number =>
  withinLimits(
    items.filter((item) => turnOf(item, day) === 'new'),
    day,
  ).filter((item) => isAssigned(item, day)).length

/** Suspended never, buried not on this day. */
export function isAskable(state: CardState, studyDay: StudyDay): boolean {
  return state.suspended === null && state.buriedOn !== studyDay
}

/** Whether an item is due by its day or by a learning step; not one that is new, or asks nothing. */
export function isWaiting(item: QueueItem, day: Today): boolean {
  const turn = turnOf(item, day)
  return turn !== null && turn !== 'new'
}

/** Wanted by the plan of an exam, and not answered yet today. */
function isWanted({ itemId, cards }: QueueItem, { studyDay, overlay }: Today): boolean {
  return (
    (overlay?.wanted.has(itemId) ?? false) &&
    cards.some(({ state }) => isAskable(state, studyDay)) &&
    cards.every(({ state: { memory } }) => memory.phase === 'new' || memory.lastStudyDay < studyDay)
  )
}

function turnOf(item: QueueItem, day: Today): Turn | null {
  const own = ownTurn(item, day)
  if (day.overlay === null || own === 'stepDue' || own === 'step') return own
  if (isWanted(item, day)) return 'due'
  if (own === 'new' && isAssigned(item, day)) return own
  return day.overlay.heldBack.has(item.itemId) ? null : own
}

function ownTurn(item: QueueItem, { studyDay, now }: Today): Turn | null {
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

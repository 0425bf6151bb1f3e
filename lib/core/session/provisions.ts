/**
 * Provisions are what a device takes along for the days without a network: the questions of the coming days with their
 * passages, and all that the queue is built from. With the answers that were given since, they make the plan of any of
 * these days by the same rules as the server.
 */
import type { DeckId, ItemId, LearnerId } from '../ids'
import type { Budget, CatchUp, Learner } from '../learner'
import type { DueLoad } from '../memory/load'
import type { CardState, SchedulingParameters } from '../memory/state'
import { effectiveEvents } from '../review/effective'
import type { ReviewEventInput } from '../review/event'
import { addDays, type StudyDay, studyDayOf } from '../time/study-day'
import { isOver, shareLeft } from './catch-up'
import { chooseForm } from './choose-form'
import { estimateMinutes, type OwnSeconds } from './estimate'
import { loadAfter, loadOn } from './load'
import type { PROVISIONS_VERSION } from './provisions-version'
import type { Question, SessionPlan } from './question'
import {
  askOf,
  buildQueue,
  type Counts,
  countAssigned,
  countDue,
  dayFor,
  holdsNew,
  type Overlay,
  planQueue,
  type QueueDay,
  type QueueItem,
} from './queue'
import { statesAfter, timed } from './unsent'

/** Today and this many days after it. */
export const DAYS_PROVIDED = 7
/** Questions at most: about 1.4 MB with their passages, 170 kB over the wire. */
export const MOST_PROVIDED = 600

export type Provision = QueueItem &
  Question & {
    /** All the live decks it is in. */
    readonly decks: readonly { readonly id: DeckId; readonly name: string }[]
  }

export type Provisions = {
  readonly version: typeof PROVISIONS_VERSION
  readonly learnerId: LearnerId
  readonly studyDay: StudyDay
  readonly settings: Pick<Learner, 'gradeButtons' | 'showIntervals'>
  readonly rolloverHour: number
  readonly newPerDay: number
  readonly parameters: SchedulingParameters
  /** Their name, which goes with each review. */
  readonly parametersName: string
  readonly load: DueLoad | null
  readonly ownSeconds: OwnSeconds
  readonly budget: Budget
  readonly holdNew: boolean
  readonly catchUp: CatchUp | null
  /** New items met on `studyDay` already, and others answered on it. */
  readonly newDoneToday: number
  readonly reviewedToday: number
  /** Items due on `studyDay` that are not among these. */
  readonly dueBeyond: number
  /** What exams and assignments say about `studyDay`; on later days each item keeps its own day. */
  readonly overlay: {
    readonly wanted: readonly ItemId[]
    readonly heldBack: readonly ItemId[]
    readonly assigned: readonly ItemId[]
  } | null
  /** New items that assignments bring on each of the days after it. */
  readonly assignedAhead: readonly (readonly ItemId[])[]
  /** The nearest first. */
  readonly items: readonly Provision[]
}

/** Where and when the provisions are used. */
export type Moment = {
  /** Milliseconds since 1970 by the server's clock, as far as it is known. */
  readonly now: number
  readonly timeZone: string
}

export type ProvidedScope = {
  readonly deck?: string
  readonly text?: string
  /** Items beyond the day's limit of new ones. */
  readonly more?: number
  /** Instead of the learner's own. */
  readonly budget?: Budget
  /** More of what is due than a catch-up plan leaves for the day. */
  readonly beyondShare?: boolean
}

/** What is asked on `day` and the days after it, each day's queue after the last one's, `most` at most. */
export function nearestFirst<T extends QueueItem>(
  items: readonly T[],
  day: QueueDay,
  most: number,
  assignedAhead: Provisions['assignedAhead'] = [],
): T[] {
  const chosen = new Set<T>()
  const whole = { ...day, budget: { kind: 'none' }, holdNew: false, share: null } as const
  for (let ahead = 0; ahead <= DAYS_PROVIDED && chosen.size < most; ahead++) {
    const left = items.filter((item) => !chosen.has(item))
    const then = {
      ...whole,
      studyDay: addDays(day.studyDay, ahead),
      newDoneToday: ahead === 0 ? day.newDoneToday : 0,
      overlay:
        ahead === 0 ? day.overlay : overlayAfter(day.overlay?.assigned ?? [], assignedAhead, ahead),
    }
    for (const item of buildQueue(left, then)) chosen.add(item)
  }
  return [...chosen].slice(0, most)
}

/** The plan of a session now, as the server would make it had it heard `events`: those that it was not provided with. */
export function planFrom(
  provisions: Provisions,
  events: readonly ReviewEventInput[],
  { now, timeZone }: Moment,
  { deck, text, ...wish }: ProvidedScope = {},
): SessionPlan {
  const { rolloverHour, parameters, parametersName } = provisions
  const after = itemsAfter(provisions, events)
  const day = dayFrom(provisions, events, after, { now, timeZone })
  const inScope = after.flatMap((item) => within(item, deck, text) ?? [])
  const narrowed = deck !== undefined || text !== undefined
  const { queue, left } = planQueue(inScope, dayFor(day, { ...wish, narrowed }))
  return {
    now,
    studyDay: day.studyDay,
    timeZone,
    rolloverHour,
    parameters,
    parametersName,
    load: loadFrom(provisions, after, day.studyDay),
    left,
    questions: queue.map(asked),
  }
}

export type ProvidedToday = {
  readonly studyDay: StudyDay
  readonly counts: Counts
  /** About how long it will take. */
  readonly minutes: number
  /** Whether the day is beyond those that were provided for: there may be more to ask than is known here. */
  readonly isBeyond: boolean
}

/** What is to be asked today, as far as this device knows. */
export function todayFrom(
  provisions: Provisions,
  events: readonly ReviewEventInput[],
  moment: Moment,
): ProvidedToday {
  const items = itemsAfter(provisions, events)
  const day = dayFrom(provisions, events, items, moment)
  const { queue, left } = planQueue(items, day)
  const asks = queue.map((item) => askOf(item, day))
  const counts = countDue(items, day)
  return {
    studyDay: day.studyDay,
    counts: holdsNew(day, left) ? { ...counts, new: countAssigned(items, day) } : counts,
    minutes: estimateMinutes(asks, day.ownSeconds),
    isBeyond: day.studyDay > addDays(provisions.studyDay, DAYS_PROVIDED),
  }
}

function dayFrom(
  provisions: Provisions,
  events: readonly ReviewEventInput[],
  after: readonly Provision[],
  { now, timeZone }: Moment,
): QueueDay {
  const { rolloverHour, newPerDay, parameters, ownSeconds, budget, holdNew, catchUp } = provisions
  const studyDay = studyDayOf(now, timeZone, rolloverHour)
  const isSame = studyDay === provisions.studyDay
  const done = doneOn(studyDay, provisions, events)
  const reviewed = done.reviewed + (isSame ? provisions.reviewedToday : 0)
  const { dueBeyond } = provisions
  const overlay = isSame
    ? overlayOf(provisions)
    : overlayAfter(
        provisions.overlay?.assigned ?? [],
        provisions.assignedAhead,
        studyDay - provisions.studyDay,
      )
  const limits = { newPerDay: 0, newDoneToday: 0 }
  const due = countDue(after, { studyDay, now, overlay, ...limits }).due + dueBeyond
  const holds = catchUp !== null && !isOver(catchUp, due, reviewed)
  return {
    ...{ studyDay, now, newPerDay, parameters, ownSeconds, budget, holdNew, dueBeyond, overlay },
    newDoneToday: done.introduced + (isSame ? provisions.newDoneToday : 0),
    share: holds ? shareLeft(catchUp, reviewed) : null,
  }
}

const overlayOf = ({ overlay }: Provisions): Overlay | null =>
  overlay && {
    wanted: new Set(overlay.wanted),
    heldBack: new Set(overlay.heldBack),
    assigned: new Set(overlay.assigned),
  }

/** Some days later: what assignments bring by then, as far as it is still new. */
function overlayAfter(
  today: Iterable<ItemId>,
  assignedAhead: Provisions['assignedAhead'],
  ahead: number,
): Overlay | null {
  const assigned = new Set([...today, ...assignedAhead.slice(0, Math.max(0, ahead)).flat()])
  return assigned.size === 0 ? null : { wanted: new Set(), heldBack: new Set(), assigned }
}

/**
 * Items answered on that day that the provisions have not counted on it: those that were new when provided and answered
 * first on it, and the others.
 */
function doneOn(
  day: StudyDay,
  { items, rolloverHour, studyDay }: Provisions,
  events: readonly ReviewEventInput[],
): { readonly introduced: number; readonly reviewed: number } {
  const days = new Map<string, StudyDay[]>()
  for (const event of effectiveEvents(events.flatMap((each) => timed(each, rolloverHour)))) {
    if (event.kind !== 'review') continue
    days.set(event.cardId, [...(days.get(event.cardId) ?? []), event.studyDay])
  }
  const isCounted = ({ state: { memory } }: { state: CardState }) =>
    day === studyDay && memory.phase !== 'new' && memory.lastStudyDay === day
  const answered = items.flatMap(({ cards }) => {
    if (cards.some(isCounted)) return []
    const of = cards.flatMap(({ id }) => days.get(id) ?? [])
    return of.includes(day) ? [cards.every(isNew) && of.every((one) => one >= day)] : []
  })
  const introduced = answered.filter(Boolean).length
  return { introduced, reviewed: answered.length - introduced }
}

const isNew = ({ state }: { state: CardState }) => state.memory.phase === 'new'

function itemsAfter(provisions: Provisions, events: readonly ReviewEventInput[]): Provision[] {
  const cards = provisions.items.flatMap((item) => item.cards)
  const states = Object.fromEntries(cards.map(({ id, state }) => [id, state]))
  const heard = new Map(statesAfter(states, events, provisions).map(({ id, state }) => [id, state]))
  return provisions.items.map((item) =>
    item.cards.some(({ id }) => heard.has(id))
      ? {
          ...item,
          cards: item.cards.map((card) => ({ ...card, state: heard.get(card.id) ?? card.state })),
        }
      : item,
  )
}

/** What is due on the coming days, with the cards answered since on the days they are due on now. */
function loadFrom(
  { load, items }: Provisions,
  after: readonly Provision[],
  day: StudyDay,
): DueLoad | null {
  if (!load) return null
  const changes = items.flatMap((item, index) =>
    item.cards.flatMap(({ state }, card) => {
      const now = after[index]?.cards[card]?.state
      return now && now !== state ? [{ before: state, after: now }] : []
    }),
  )
  return loadOn(loadAfter(load, changes), day)
}

/** The item as a session on a deck or a text sees it; null where it is not in it. */
function within(item: Provision, deck?: string, text?: string): Provision | null {
  if (text !== undefined && item.textId !== text) return null
  if (deck === undefined) return item
  const as = item.decks.find(({ id }) => id === deck)
  return as ? { ...item, deckId: as.id, deckName: as.name } : null
}

/** The question in the form that fits its memory now. */
function asked(provision: Provision): Question {
  const { itemId, content, deckId, deckName, passage, cards, rival } = provision
  const form = chooseForm(content, cards[0]?.state.memory ?? { phase: 'new' }, itemId)
  const question = { itemId, content, form, deckId, deckName, passage, cards }
  return rival ? { ...question, rival } : question
}

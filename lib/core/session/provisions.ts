/**
 * Provisions are what a device takes along for the days without a network: the questions of the coming days with their
 * passages, and all that the queue is built from. With the answers that were given since, they make the plan of any of
 * these days by the same rules as the server.
 */
import type { DeckId, LearnerId } from '../ids'
import type { Learner } from '../learner'
import type { DueLoad } from '../memory/load'
import type { CardState, SchedulingParameters } from '../memory/state'
import { effectiveEvents } from '../review/effective'
import type { ReviewEventInput } from '../review/event'
import { addDays, type StudyDay, studyDayOf } from '../time/study-day'
import { chooseForm } from './choose-form'
import { estimateMinutes } from './estimate'
import { loadAfter } from './load'
import { MOST_QUESTIONS, type Question, type SessionPlan } from './question'
import { buildQueue, type Counts, countDue, type QueueDay, type QueueItem } from './queue'
import { statesAfter, timed } from './unsent'

/** Today and this many days after it. */
export const DAYS_PROVIDED = 7
/** Questions at most: some weeks of a usual learner, about 2 MB with their passages. */
export const MOST_PROVIDED = 600

export type Provision = QueueItem &
  Question & {
    /** All the live decks it is in. */
    readonly decks: readonly { readonly id: DeckId; readonly name: string }[]
  }

export type Provisions = {
  /** Another number for each shape; a device that reads another one does without. */
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
  /** New items met on `studyDay` already. */
  readonly newDoneToday: number
  /** The nearest first. */
  readonly items: readonly Provision[]
}

export const PROVISIONS_VERSION = 2

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
}

/** What is asked on `day` and the days after it, each day's queue after the last one's, `most` at most. */
export function nearestFirst<T extends QueueItem>(
  items: readonly T[],
  day: QueueDay,
  most: number,
): T[] {
  const chosen = new Set<T>()
  for (let ahead = 0; ahead <= DAYS_PROVIDED && chosen.size < most; ahead++) {
    const left = items.filter((item) => !chosen.has(item))
    const then = {
      ...day,
      studyDay: addDays(day.studyDay, ahead),
      newDoneToday: ahead === 0 ? day.newDoneToday : 0,
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
  { deck, text, more = 0 }: ProvidedScope = {},
): SessionPlan {
  const { rolloverHour, parameters, parametersName } = provisions
  const day = dayFrom(provisions, events, { now, timeZone })
  const newPerDay = more > 0 ? Math.max(day.newPerDay, day.newDoneToday) + more : day.newPerDay
  const after = itemsAfter(provisions, events)
  const inScope = after.flatMap((item) => within(item, deck, text) ?? [])
  const queue = buildQueue(inScope, { ...day, newPerDay }).slice(0, MOST_QUESTIONS)
  return {
    now,
    studyDay: day.studyDay,
    timeZone,
    rolloverHour,
    parameters,
    parametersName,
    load: loadFrom(provisions, after),
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
  const day = dayFrom(provisions, events, moment)
  const items = itemsAfter(provisions, events)
  const asks = buildQueue(items, day).map((item) => ({
    form: asked(item).form.form,
    elements: item.content.elements.length,
    fresh: item.cards.every(isNew),
  }))
  return {
    studyDay: day.studyDay,
    counts: countDue(items, day),
    minutes: estimateMinutes(asks),
    isBeyond: day.studyDay > addDays(provisions.studyDay, DAYS_PROVIDED),
  }
}

function dayFrom(
  provisions: Provisions,
  events: readonly ReviewEventInput[],
  { now, timeZone }: Moment,
): QueueDay {
  const { rolloverHour, newPerDay } = provisions
  const studyDay = studyDayOf(now, timeZone, rolloverHour)
  const before = studyDay === provisions.studyDay ? provisions.newDoneToday : 0
  const newDoneToday = before + introducedOn(studyDay, provisions, events)
  return { studyDay, now, newPerDay, newDoneToday }
}

/** How many items that were new when provided were answered first on that day. */
function introducedOn(
  day: StudyDay,
  { items, rolloverHour }: Provisions,
  events: readonly ReviewEventInput[],
): number {
  const days = new Map<string, StudyDay[]>()
  for (const event of effectiveEvents(events.flatMap((each) => timed(each, rolloverHour)))) {
    if (event.kind !== 'review') continue
    days.set(event.cardId, [...(days.get(event.cardId) ?? []), event.studyDay])
  }
  return items.filter(({ cards }) => {
    const of = cards.flatMap(({ id }) => days.get(id) ?? [])
    return cards.every(isNew) && of.includes(day) && of.every((one) => one >= day)
  }).length
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
function loadFrom({ load, items }: Provisions, after: readonly Provision[]): DueLoad | null {
  if (!load) return null
  const changes = items.flatMap((item, index) =>
    item.cards.flatMap(({ state }, card) => {
      const now = after[index]?.cards[card]?.state
      return now && now !== state ? [{ before: state, after: now }] : []
    }),
  )
  return loadAfter(load, changes)
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

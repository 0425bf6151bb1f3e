/**
 * The grade of an assignment: how much of what was asked of a student, day by day, they did, and how spaced. The first
 * session of a day counts fully, later ones half; a day on which nothing is asked can be claimed. What was answered right
 * plays no part: recall is measured, and shown, elsewhere.
 */
import type { CardId, ItemId } from '../ids'
import { foldCard } from '../memory/fold'
import type { DueWith } from '../memory/scheduled-with'
import type { CardState, SchedulingParameters } from '../memory/state'
import { type EffectiveEvent, effectiveEvents } from '../review/effective'
import type { ReviewEvent } from '../review/event'
import { addDays, type StudyDay } from '../time/study-day'

/** Answers further apart than this belong to two sessions. */
const SESSION_GAP_MS = 30 * 60_000
const LATER_SESSIONS = 0.5

export type GradedCard = { readonly id: CardId; readonly events: readonly ReviewEvent[] }
export type GradedItem = { readonly itemId: ItemId; readonly cards: readonly GradedCard[] }

export type ToGrade = {
  /** The student's own, both included. */
  readonly from: StudyDay
  readonly to: StudyDay
  readonly today: StudyDay
  /** Their copies of what is assigned; cards that are asked no more left out. */
  readonly items: readonly GradedItem[]
  /** When they answered anything at all, in milliseconds since 1970: a session is not cut by what else it asks. */
  readonly answeredAt: readonly { readonly at: number; readonly studyDay: StudyDay }[]
  readonly claimed: ReadonlySet<StudyDay>
  readonly parameters: SchedulingParameters
  readonly dueWith?: DueWith
  /** How many of so many unseen items are to be begun on a day. */
  readonly pace: (unseen: number, day: StudyDay) => number
}

export type GradedDay = {
  readonly day: StudyDay
  /** Items that were due when the day began, and new ones that were to be begun. */
  readonly due: number
  readonly fresh: number
  /** Of both, those that were asked in the day's first session, and in later ones. */
  readonly first: number
  readonly later: number
  readonly claimed: boolean
  /** 0 … 1 */
  readonly credit: number
}

export type AssignmentGrade = {
  /** The days that count so far: today only once something was done on it. */
  readonly days: readonly GradedDay[]
  /** Sum of the credits. */
  readonly points: number
  /** 0 … 1; null before the first day is over. */
  readonly share: number | null
}

export function gradeAssignment(given: ToGrade): AssignmentGrade {
  const days = gradedDays(given).filter(({ day, credit }) => day < given.today || credit > 0)
  const points = days.reduce((sum, { credit }) => sum + credit, 0)
  return { days, points, share: days.length === 0 ? null : points / days.length }
}

/** What is asked on a day that has just begun; nothing: it can be claimed. */
export function askedOn(given: ToGrade, day: StudyDay): { due: number; fresh: number } {
  const { due, fresh } = dayOf(given, given.items.map(timeline(given)), day)
  return { due, fresh }
}

function gradedDays(given: ToGrade): GradedDay[] {
  const items = given.items.map(timeline(given))
  const last = Math.min(given.to, given.today)
  const days: GradedDay[] = []
  for (let day = given.from; day <= last; day = addDays(day, 1)) days.push(dayOf(given, items, day))
  return days
}

function dayOf(given: ToGrade, items: readonly Timeline[], day: StudyDay): GradedDay {
  const firstUntil = endOfFirstSession(given.answeredAt, day)
  const due = items.filter((item) => item.isDue(day))
  const unseen = items.filter((item) => item.isNew(day))
  const fresh = Math.min(unseen.length, Math.max(0, given.pace(unseen.length, day)))
  const ofDue = countAnswered(due, day, firstUntil)
  const ofNew = countAnswered(unseen, day, firstUntil)
  const newFirst = Math.min(ofNew.first, fresh)
  const first = ofDue.first + newFirst
  const later = ofDue.later + Math.min(ofNew.later, fresh - newFirst)
  const asked = due.length + fresh
  const claimed = given.claimed.has(day)
  // Whoever studies ahead on a day without anything due need not claim it as well.
  const free = claimed || items.some((item) => item.answered(day) !== null)
  const credit = asked === 0 ? Number(free) : Math.min(1, (first + LATER_SESSIONS * later) / asked)
  return {
    ...{ day, fresh, first, later, claimed },
    due: due.length,
    // A claim that was accepted stays, whatever arrives afterwards.
    credit: claimed ? 1 : credit,
  }
}

function countAnswered(items: readonly Timeline[], day: StudyDay, firstUntil: number) {
  const at = items.flatMap((item) => item.answered(day) ?? [])
  const first = at.filter((moment) => moment <= firstUntil).length
  return { first, later: at.length - first }
}

/** The last answer of the day's first session; before everything where there is none. */
function endOfFirstSession(answeredAt: ToGrade['answeredAt'], day: StudyDay): number {
  const moments = answeredAt.filter((of) => of.studyDay === day).map((of) => of.at)
  moments.sort((a, b) => a - b)
  const gap = moments.findIndex((at, n) => at - (moments[n - 1] ?? at) > SESSION_GAP_MS)
  return (gap === -1 ? moments.at(-1) : moments[gap - 1]) ?? Number.NEGATIVE_INFINITY
}

/** An item through the days. */
type Timeline = {
  /** When the day began it had been answered, and one of its cards was due. */
  readonly isDue: (day: StudyDay) => boolean
  /** When the day began it had never been answered. */
  readonly isNew: (day: StudyDay) => boolean
  /** Its first answer on the day, in milliseconds since 1970. */
  readonly answered: (day: StudyDay) => number | null
}

const timeline =
  ({ parameters, dueWith }: ToGrade) =>
  ({ cards }: GradedItem): Timeline => {
    const all = cards.map(({ id, events }) => ({ id, events: effectiveEvents(events) }))
    const known = new Map<string, Standing>()
    const standing = (id: CardId, events: readonly EffectiveEvent[], count: number): Standing => {
      const key = `${id} ${count}`
      const found =
        known.get(key) ?? standingOf(foldCard(id, events.slice(0, count), parameters, dueWith))
      known.set(key, found)
      return found
    }
    const before = (events: readonly EffectiveEvent[], day: StudyDay) => {
      const next = events.findIndex((event) => event.studyDay >= day)
      return next === -1 ? events.length : next
    }
    const standings = (day: StudyDay) =>
      all.map(({ id, events }) => standing(id, events, before(events, day)))
    return {
      isDue: (day) => standings(day).some((card) => card.kind === 'due' && card.on <= day),
      isNew: (day) => {
        const cards = standings(day)
        return cards.some(isNew) && cards.every((card) => isNew(card) || card.kind === 'aside')
      },
      answered: (day) => {
        const at = all.flatMap(({ events }) =>
          events.flatMap((e) => (e.kind === 'review' && e.studyDay === day ? [e.at] : [])),
        )
        return at.length === 0 ? null : Math.min(...at)
      },
    }
  }

/** How a card stands; aside: suspended, so that nobody is asked for it. */
type Standing = { readonly kind: 'new' | 'aside' } | { readonly kind: 'due'; readonly on: StudyDay }

const isNew = ({ kind }: Standing): boolean => kind === 'new'

function standingOf({ memory, suspended }: CardState): Standing {
  if (suspended) return { kind: 'aside' }
  return memory.phase === 'new' ? { kind: 'new' } : { kind: 'due', on: memory.dueDay }
}

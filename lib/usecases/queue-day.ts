/** The day of a learner's queue: what is left of its new items and of its share, and what was done on it. */
import 'server-only'
import { groupBy } from '@/lib/core/group-by'
import type { ItemId } from '@/lib/core/ids'
import { type EffectiveEvent, effectiveEvents, sinceReset } from '@/lib/core/review/effective'
import { isOver, shareLeft } from '@/lib/core/session/catch-up'
import type { QueueDay } from '@/lib/core/session/queue'
import { store } from '@/lib/store/client'
import { updateLearner } from '@/lib/store/learner'
import { countWaiting, type WaitingGroup } from '@/lib/store/queue'
import { cardsTouchedOn, reviewsOfCards } from '@/lib/store/review'
import { overlayToday, ownPace } from './exam-plans'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

export type DayDone = {
  /** Items answered on the study day, undone answers left out. */
  readonly items: number
  /** Of them, those never answered before that day, or not since they were started over. */
  readonly introduced: number
}

export async function doneToday(visit: Visit): Promise<DayDone> {
  const { learner, studyDay } = visit
  const touched = await cardsTouchedOn(store(), learner.id, studyDay)
  const events = await reviewsOfCards(
    store(),
    learner.id,
    touched.map((card) => card.id),
  )
  let items = 0
  let introduced = 0
  for (const [, cards] of groupBy(touched, (card): ItemId => card.itemId)) {
    const logs = cards.map(({ id }) => effectiveEvents(events.get(id) ?? []))
    if (!logs.flatMap(daysAnswered).includes(studyDay)) continue
    items++
    const counted = logs.map(sinceReset).flatMap(daysAnswered)
    if (counted.length > 0 && counted.every((day) => day >= studyDay)) introduced++
  }
  return { items, introduced }
}

const daysAnswered = (events: readonly EffectiveEvent[]) =>
  events.flatMap((event) => (event.kind === 'review' ? [event.studyDay] : []))

/** The day of the queue, without what a session adds to it: its budget stands for all that are begun without another. */
export type LearnerDay = {
  readonly day: QueueDay
  readonly done: DayDone
  /** Everything that is due now, in all decks. */
  readonly waiting: readonly WaitingGroup[]
  /** Items due by their day, those in a learning step not among them. */
  readonly due: number
  /** Whether a catch-up plan holds today. */
  readonly catchingUp: boolean
}

export async function queueDay(visit: Visit): Promise<LearnerDay> {
  const { learner, studyDay, now } = visit
  const overlay = await overlayToday(visit)
  const [done, waiting, pace] = await Promise.all([
    doneToday(visit),
    countWaiting(store(), learner.id, { day: studyDay, now, overlay }),
    ownPace(visit),
  ])
  const due = waiting.reduce((sum, { turn, items }) => sum + (turn === 'due' ? items : 0), 0)
  const plan = await planOf(visit, due, done)
  return {
    day: {
      studyDay,
      now,
      newPerDay: learner.newPerDay,
      newDoneToday: done.introduced,
      parameters: parametersOf(learner).parameters,
      ownSeconds: pace,
      budget: learner.budget,
      holdNew: learner.holdNew,
      share: plan && shareLeft(plan, reviewed(done)),
      dueBeyond: 0,
      overlay,
    },
    done,
    waiting,
    due,
    catchingUp: plan !== null,
  }
}

/** Answered today and not met for the first time: what a day's share of a backlog is counted in. */
export const reviewed = (done: DayDone): number => done.items - done.introduced

/** The catch-up plan that holds; one that has done its work is ended, and a later backlog asks anew. */
async function planOf({ learner }: Visit, due: number, done: DayDone) {
  const { catchUp } = learner
  if (catchUp === null || !isOver(catchUp, due, reviewed(done))) return catchUp
  await updateLearner(store(), learner.id, { catchUp: null })
  return null
}

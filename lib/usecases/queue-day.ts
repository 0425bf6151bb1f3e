/** The day of a learner's queue: what is left of its new items and of its share, and what was done on it. */
import 'server-only'
import { isOver, shareLeft } from '@/lib/core/session/catch-up'
import type { QueueDay } from '@/lib/core/session/queue'
import { store } from '@/lib/store/client'
import { updateLearner } from '@/lib/store/learner'
import { countWaiting, type WaitingGroup } from '@/lib/store/queue'
import type { AssignedToday } from './assigned-today'
import { type DayDone, doneToday } from './done-today'
import { ownPace } from './exam-plans'
import { overlayAhead } from './overlay'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

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
  /** New items that assignments bring on the coming days. */
  readonly assignedAhead: AssignedToday['ahead']
}

export async function queueDay(visit: Visit): Promise<LearnerDay> {
  const { learner, studyDay, now } = visit
  const { overlay, ahead } = await overlayAhead(visit)
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
    assignedAhead: ahead,
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

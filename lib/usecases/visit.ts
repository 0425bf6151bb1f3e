/**
 * A visit is one learner at one moment: who asks, what the clock says, which study day it is for them. Every use case
 * that is somebody's starts from it.
 */
import 'server-only'
import type { LearnerId } from '@/lib/core/ids'
import type { Learner } from '@/lib/core/learner'
import { isTimeZone } from '@/lib/core/time/civil-time'
import { type StudyDay, studyDayOf } from '@/lib/core/time/study-day'
import { inTransaction, store } from '@/lib/store/client'
import {
  findLearner,
  findVisitor,
  holdLibrary,
  insertLearner,
  LIBRARY,
  updateLearner,
} from '@/lib/store/learner'
import { mergedInto } from '@/lib/store/merge'
import { outsideTransaction } from '@/lib/store/sql'
import { deliverDue } from './deliver'
import { giveLibrary } from './give-text'

export type Visit = {
  readonly learner: Learner
  /** Milliseconds since 1970. */
  readonly now: number
  readonly studyDay: StudyDay
  readonly timeZone: string
}

export type Visitor = {
  readonly learnerId: LearnerId
  /** The zone of the device, where it is known. */
  readonly timeZone: string | null
  readonly now: number
  /** Nothing but a cookie of this browser says who it is: that does not open an account. */
  readonly asGuest?: boolean
}

/** The learner has an account now, and this browser is not signed in to it. */
export class AccountNeeded extends Error {
  constructor() {
    super('This learner has an account: sign in to it.')
    this.name = 'AccountNeeded'
  }
}

/**
 * Opens a visit. The first one of a learner makes the learner, with the library's texts and decks. Who has become part of
 * another one is that one. What is assigned to a student and has begun reaches them with it. @throws AccountNeeded
 */
export async function openVisit(visitor: Visitor): Promise<Visit> {
  const { learnerId, timeZone, now, asGuest = false } = visitor
  // The library's own id is no learner's: a cookie cannot hold it unless somebody made one for it.
  if (learnerId === LIBRARY) throw new Error('the library does not study')
  const zone = timeZone !== null && isTimeZone(timeZone) ? timeZone : null
  const found = await findVisitor(outsideTransaction(), learnerId)
  if (asGuest && found?.hasAccount) throw new AccountNeeded()
  let learner = found?.learner
  if (!learner) {
    // Whoever becomes part of another goes in the same moment: to make them anew would hide that.
    const into = await mergedInto(outsideTransaction(), learnerId)
    if (into) return openVisit({ ...visitor, learnerId: into })
    learner = await welcome(learnerId, zone ?? 'UTC')
  }
  if (zone !== null && zone !== learner.timeZone) {
    learner = await updateLearner(store(), learner.id, { timeZone: zone })
  }
  const studyDay = studyDayOf(now, learner.timeZone, learner.rolloverHour)
  if (learner.isStudent) await deliverDue(learner, studyDay, now)
  return { learner, now, timeZone: learner.timeZone, studyDay }
}

async function welcome(learnerId: LearnerId, timeZone: string): Promise<Learner> {
  return inTransaction(async (db) => {
    // A text that ships at this moment comes before the learner, who is given it, or after, and gives itself to them.
    await holdLibrary(db)
    // Of two first requests at once one makes the learner; the other waits for it here and finds everything done.
    if (await insertLearner(db, learnerId, timeZone)) await giveLibrary(db, learnerId)
    const learner = await findLearner(db, learnerId)
    if (!learner) throw new Error(`learner ${learnerId} could not be made`)
    return learner
  })
}

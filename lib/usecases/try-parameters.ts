/** When the optimiser is given a learner's reviews: at 1,000 of them and at each doubling, and when the learner asks. */
import 'server-only'
import type { LearnerId } from '@/lib/core/ids'
import { FIRST_TRY, tryBetween } from '@/lib/core/memory/tries'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { inTransaction } from '@/lib/store/client'
import { addJob, FIT_PARAMETERS, jobState } from '@/lib/store/jobs'
import { lockLearner } from '@/lib/store/learner'
import { parametersResults } from '@/lib/store/parameters'
import type { Sql } from '@/lib/store/sql'
import { addToTally, tallyOf } from '@/lib/store/tally'
import { newId } from './new-id'
import type { Visit } from './visit'

/** Counts reviews in the transaction that stores them, and queues a try where one is due. */
export async function countAndTry(db: Sql, learnerId: LearnerId, added: number): Promise<void> {
  if (added === 0) return
  const now = await addToTally(db, learnerId, added)
  const due = tryBetween(now - added, now)
  if (due !== null) await queueTry(db, learnerId, `at-${due}`)
}

async function queueTry(db: Sql, learnerId: LearnerId, occasion: string): Promise<void> {
  await addJob(
    db,
    FIT_PARAMETERS,
    { learnerId, occasion },
    `${FIT_PARAMETERS}:${learnerId}:${occasion}`,
  )
}

/** The learner asks for a try now. */
export async function tryNow(visit: Visit): Promise<Outcome<null>> {
  const { id } = visit.learner
  return inTransaction(async (db) => {
    await lockLearner(db, id)
    const reviews = await tallyOf(db, id)
    if (reviews < FIRST_TRY) {
      return failed(
        'invalid',
        `There are ${reviews} reviews; ${FIRST_TRY.toLocaleString('en')} are needed to find your own weights and to check them.`,
      )
    }
    const state = await jobState(db, FIT_PARAMETERS, id)
    if (state === 'waiting' || state === 'running') return done(null)
    const [last] = await parametersResults(db, id)
    if (last && last.reviews === reviews)
      return failed('invalid', 'There is no new review since the last try: it would find the same.')
    await queueTry(db, id, `asked-${newId()}`)
    return done(null)
  })
}

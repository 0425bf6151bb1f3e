/** Other weights are in use: the memory of every card is folded again, some hundred at a time, while reviews go on. */
import 'server-only'
import { z } from 'zod'
import { type CardId, LearnerId } from '@/lib/core/ids'
import type { Learner } from '@/lib/core/learner'
import type { CardState } from '@/lib/core/memory/state'
import { type CardRow, cardsFoldedOtherwise, lockCards } from '@/lib/store/card'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { findLearner } from '@/lib/store/learner'
import { currentLearner, foldCards } from './fold-cards'
import { parametersOf } from './parameters'

const BATCH = 200

/** Until no card is left that was folded with anything else. May be stopped and begun again anywhere. */
export const foldAgain = (learnerId: LearnerId): Promise<void> =>
  foldSome(learnerId, Number.POSITIVE_INFINITY)

/** The same for some `most` cards. */
export async function foldSome(learnerId: LearnerId, most: number): Promise<void> {
  const learner = await findLearner(store(), learnerId)
  if (!learner) return
  const { foldedWith } = parametersOf(learner)
  let after: CardId | null = null
  for (let folded = 0; folded < most; folded += BATCH) {
    const ids = await cardsFoldedOtherwise(store(), learnerId, foldedWith, { after, limit: BATCH })
    const last = ids.at(-1)
    if (!last) return
    after = last
    await inTransaction((db) => foldNow(db, learner, ids))
  }
}

const Job = z.object({ learnerId: LearnerId })

/** The same as a job. */
export async function foldAgainJob(job: unknown): Promise<void> {
  await foldAgain(Job.parse(job).learnerId)
}

async function foldNow(db: Db, learner: Learner, ids: readonly CardId[]) {
  const locked = await lockCards(db, learner.id, ids)
  const current = await currentLearner(db, learner, locked)
  const as = current === learner ? undefined : parametersOf(learner).parameters
  return foldCards(db, current, locked.ids, as)
}

/**
 * The cards with memories that were folded with the weights that `learner` has. What the worker has not come to yet is
 * folded here, so that a page never applies one set of weights to a memory of another.
 */
export async function foldedNow(
  db: Db,
  learner: Learner,
  cards: readonly CardRow[],
): Promise<readonly CardRow[]> {
  const { foldedWith } = parametersOf(learner)
  const stale = cards.filter(
    ({ state, foldedWith: was }) => state.memory.phase !== 'new' && was !== foldedWith,
  )
  if (stale.length === 0) return cards
  const ids = stale.map((card) => card.id)
  const states: ReadonlyMap<CardId, CardState> =
    db === store()
      ? await inTransaction((tx) => foldNow(tx, learner, ids))
      : await foldNow(db, learner, ids)
  return cards.map((card) => ({ ...card, state: states.get(card.id) ?? card.state }))
}

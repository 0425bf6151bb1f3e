/**
 * A try to find a learner's own weights: fitted to the earlier part of their log, compared on the later part with what is in
 * use, taken if better. What is taken is what was compared. Run by the worker; twice is as once.
 */
import 'server-only'
import { z } from 'zod'
import type { CardId } from '@/lib/core/ids'
import { LearnerId } from '@/lib/core/ids'
import type { Learner } from '@/lib/core/learner'
import { answeredOf, lossFrom, splitByTime } from '@/lib/core/memory/learner-log'
import type { ReviewEvent } from '@/lib/core/review/event'
import { inTransaction, store } from '@/lib/store/client'
import { findLearner, setFold, takeLearner } from '@/lib/store/learner'
import {
  insertResult,
  type NewParametersResult,
  type ParametersResult,
  resultFor,
} from '@/lib/store/parameters'
import { reviewsOfLearner } from '@/lib/store/review'
import { tallyOf } from '@/lib/store/tally'
import { foldAgain } from './fold-again'
import { fitWeights } from './optimiser'
import { parametersOf, parametersWith } from './parameters'

const Job = z.object({ learnerId: LearnerId, occasion: z.string().min(1) })

/** @param now milliseconds since 1970. Answers null where the learner is gone. */
export async function fitParameters(job: unknown, now: number): Promise<ParametersResult | null> {
  const { learnerId, occasion } = Job.parse(job)
  const learner = await findLearner(store(), learnerId)
  if (!learner) return null
  const known = await resultFor(store(), learnerId, occasion)
  const result = known ?? (await keep(learner, await compare(learner, occasion, now)))
  if (result.outcome === 'adopted') await foldAgain(learnerId)
  return result
}

async function compare(
  learner: Learner,
  occasion: string,
  now: number,
): Promise<NewParametersResult> {
  const reviews = await tallyOf(store(), learner.id)
  const logs: ReadonlyMap<CardId, readonly ReviewEvent[]> = await reviewsOfLearner(
    store(),
    learner.id,
  )
  const base = { occasion, reviews, madeAt: now }
  const split = splitByTime(answeredOf(logs))
  if (!split) return { ...base, outcome: 'tooFew', trainedOn: 0, heldBack: 0 }
  const weights = await fitWeights(split.training)
  const { parameters } = parametersOf(learner)
  const lossOwn = lossFrom(logs, split.from, parametersWith(weights, learner.desiredRetention))
  const lossInUse = lossFrom(logs, split.from, parameters)
  return {
    ...base,
    ...{ weights, lossOwn, lossInUse },
    outcome: lossOwn < lossInUse ? 'adopted' : 'kept',
    trainedOn: split.training.length,
    trainedUntil: split.training.reduce((last, answer) => Math.max(last, answer.at), 0),
    heldBack: split.heldBack,
    comparedWith: learner.ownWeights?.number ?? null,
  }
}

/** Once for each occasion. @throws when other weights came into use since: the comparison would say nothing of them. */
async function keep(learner: Learner, found: NewParametersResult): Promise<ParametersResult> {
  return inTransaction(async (db) => {
    await takeLearner(db, learner.id)
    const known = await resultFor(db, learner.id, found.occasion)
    if (known) return known
    const now = await findLearner(db, learner.id)
    if (now?.ownWeights?.number !== learner.ownWeights?.number)
      throw new Error('other weights came into use while these were compared')
    const result = await insertResult(db, learner.id, found)
    if (result.outcome === 'adopted')
      await setFold(db, learner.id, { parametersNumber: result.number })
    return result
  })
}

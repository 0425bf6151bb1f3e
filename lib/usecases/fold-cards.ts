/** Folding cards of the store: all their events, the learner's parameters as they are now, the result kept on the cards. */
import 'server-only'
import type { CardId } from '@/lib/core/ids'
import type { Learner } from '@/lib/core/learner'
import { foldCard } from '@/lib/core/memory/fold'
import type { CardState, SchedulingParameters } from '@/lib/core/memory/state'
import { type LockedCards, saveCardStates } from '@/lib/store/card'
import { findLearner } from '@/lib/store/learner'
import { reviewsOfCards } from '@/lib/store/review'
import type { Sql } from '@/lib/store/sql'
import { dueWithOf, parametersOf } from './parameters'

/** The learner as of now, where weights were adopted or days set anew since `known` was read. */
export async function currentLearner(
  db: Sql,
  known: Learner,
  { fold }: Pick<LockedCards, 'fold'>,
): Promise<Learner> {
  const same =
    fold.parametersNumber === (known.ownWeights?.number ?? null) &&
    fold.rescheduledAt === (known.rescheduled?.at ?? null)
  return same ? known : ((await findLearner(db, known.id)) ?? known)
}

/**
 * Folds locked cards and keeps the result on them. With `as`, the answer is what they are with those parameters: for a page
 * that still counts with what was in use when its session began.
 */
export async function foldCards(
  db: Sql,
  learner: Learner,
  cardIds: readonly CardId[],
  as?: SchedulingParameters,
): Promise<Map<CardId, CardState>> {
  const { parameters, foldedWith } = parametersOf(learner)
  const events = await reviewsOfCards(db, learner.id, cardIds)
  const dueWith = await dueWithOf(db, learner, events.values())
  const folded = cardIds.map((id) => {
    const of = events.get(id) ?? []
    return { id, state: foldCard(id, of, parameters, dueWith), events: of.length }
  })
  await saveCardStates(db, learner.id, folded, foldedWith)
  if (!as) return new Map(folded.map(({ id, state }) => [id, state]))
  const seen = (id: CardId) =>
    foldCard(id, events.get(id) ?? [], as, (review) => dueWith(review) ?? parameters)
  return new Map(cardIds.map((id) => [id, seen(id)]))
}

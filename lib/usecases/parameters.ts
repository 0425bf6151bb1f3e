/** What the fold is told about a learner. */
import 'server-only'
import type { Learner } from '@/lib/core/learner'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import {
  type DueWith,
  nameOfDueDay,
  nameParameters,
  nameWeights,
  readParametersName,
  type WeightsName,
} from '@/lib/core/memory/scheduled-with'
import type { SchedulingParameters } from '@/lib/core/memory/state'
import type { ReviewEvent } from '@/lib/core/review/event'
import { weightsOf } from '@/lib/store/parameters'
import type { Sql } from '@/lib/store/sql'

type Named = {
  readonly parameters: SchedulingParameters
  /** Kept on each review: what its due day was set with. */
  readonly name: string
  /**
   * Kept on each card: what it was folded with, and when all days were last set anew. Desired retention is no part of it:
   * memory does not depend on it, and days that are set stay.
   */
  readonly foldedWith: string
}

/**
 * The rules of the fold, by a name that changes whenever the same events would fold to something else.
 * 2: a guess among options counts less than recall.
 */
const FOLD = 'fsrs-6/2'

// The same object for the same learner: what is computed from the parameters is kept by them.
const known = new WeakMap<Learner, Named>()

export function parametersOf(learner: Learner): Named {
  const named = known.get(learner) ?? namedFor(learner)
  known.set(learner, named)
  return named
}

function namedFor({ desiredRetention, ownWeights, rescheduled }: Learner): Named {
  const weights: WeightsName = ownWeights?.number ?? 'usual'
  return {
    parameters: parametersWith(ownWeights?.weights ?? null, desiredRetention),
    name: nameParameters(weights, desiredRetention),
    foldedWith: `${FOLD}/${nameWeights(weights)}${rescheduled ? `/${rescheduled.at}/${rescheduled.with}` : ''}`,
  }
}

/** @param weights null: the usual ones */
export function parametersWith(
  weights: readonly number[] | null,
  desiredRetention: number,
): SchedulingParameters {
  return { ...DEFAULT_PARAMETERS, ...(weights && { weights }), desiredRetention }
}

/** The parameters that the due days of these reviews were set with, by their names. */
export async function dueWithOf(
  db: Sql,
  learner: Learner,
  events: Iterable<readonly ReviewEvent[]>,
): Promise<DueWith> {
  const current = parametersOf(learner)
  // Reviews from before their names were kept: there were no other weights then.
  const unnamed = nameParameters('usual', learner.desiredRetention)
  const nameOf: (review: Parameters<DueWith>[0]) => string = (review) =>
    nameOfDueDay(review, learner.rescheduled) ?? unnamed
  const names = new Set<string>()
  for (const of of events) {
    for (const event of of) if (event.kind === 'review') names.add(nameOf(event))
  }
  names.delete(current.name)
  const others = await parametersNamed(db, learner, [...names])
  return (review) => others.get(nameOf(review))
}

/** What these names stand for; those that stand for nothing are left out. */
export async function parametersNamed(
  db: Sql,
  learner: Learner,
  names: readonly string[],
): Promise<Map<string, SchedulingParameters>> {
  const read = names.flatMap((name) => {
    const parts = readParametersName(name)
    return parts && isRetention(parts.desiredRetention) ? [{ name, ...parts }] : []
  })
  const { ownWeights } = learner
  const numbers = read.flatMap(({ weights }) =>
    weights === 'usual' || weights === ownWeights?.number ? [] : [weights],
  )
  const own = await weightsOf(db, learner.id, [...new Set(numbers)])
  if (ownWeights) own.set(ownWeights.number, ownWeights.weights)
  const named = new Map<string, SchedulingParameters>()
  for (const { name, weights, desiredRetention } of read) {
    if (weights === 'usual') named.set(name, parametersWith(null, desiredRetention))
    else {
      const found = own.get(weights)
      if (found) named.set(name, parametersWith(found, desiredRetention))
    }
  }
  return named
}

const isRetention = (value: number): boolean => value >= 0.7 && value <= 0.97

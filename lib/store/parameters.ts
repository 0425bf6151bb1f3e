/** Rows of a learner's own parameters: what the optimiser found, never changed. */
import type { LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import type { LearnerParametersModel } from './generated/models'
import type { Sql } from './sql'

/** What came of one try. Losses are log losses on the same held-back later reviews. */
export type ParametersResult = {
  readonly number: number
  readonly occasion: string
  /** How many reviews were stored then. */
  readonly reviews: number
  readonly trainedOn: number
  readonly heldBack: number
  /** Milliseconds since 1970. */
  readonly madeAt: number
} & (
  | { readonly outcome: 'tooFew' }
  | {
      readonly outcome: 'adopted' | 'kept'
      readonly weights: readonly number[]
      /** The last review that they were trained on, milliseconds since 1970. */
      readonly trainedUntil: number
      readonly lossOwn: number
      readonly lossInUse: number
      /** The number of what was in use then; null: the usual weights. */
      readonly comparedWith: number | null
    }
)

export type NewParametersResult = ParametersResult extends infer R
  ? R extends ParametersResult
    ? Omit<R, 'number'>
    : never
  : never

function resultOf(row: LearnerParametersModel): ParametersResult {
  const base = {
    number: row.number,
    occasion: row.occasion,
    reviews: row.reviews,
    trainedOn: row.trainedOn,
    heldBack: row.heldBack,
    madeAt: row.madeAt.getTime(),
  }
  if (row.outcome === 'tooFew') return { ...base, outcome: row.outcome }
  const { trainedUntil, lossOwn, lossInUse } = row
  // The check learner_parameters_by_outcome holds these together.
  if (!trainedUntil || lossOwn === null || lossInUse === null)
    throw new Error(`the parameters ${row.number} of ${row.learnerId} were compared without a loss`)
  return {
    ...base,
    outcome: row.outcome,
    weights: row.weights,
    trainedUntil: trainedUntil.getTime(),
    lossOwn,
    lossInUse,
    comparedWith: row.comparedWith,
  }
}

/** All results of a learner, the newest first. */
export async function parametersResults(db: Db, learnerId: LearnerId): Promise<ParametersResult[]> {
  const rows = await db.learnerParameters.findMany({
    where: { learnerId },
    orderBy: { number: 'desc' },
  })
  return rows.map(resultOf)
}

export async function resultFor(
  db: Db,
  learnerId: LearnerId,
  occasion: string,
): Promise<ParametersResult | null> {
  const row = await db.learnerParameters.findUnique({
    where: { learnerId_occasion: { learnerId, occasion } },
  })
  return row && resultOf(row)
}

/** Adds a result under the next number. Whoever calls holds the learner, so that two do not take the same one. */
export async function insertResult(
  db: Db,
  learnerId: LearnerId,
  result: NewParametersResult,
): Promise<ParametersResult> {
  const last = await db.learnerParameters.aggregate({
    where: { learnerId },
    _max: { number: true },
  })
  const { madeAt, ...rest } = result
  const row = await db.learnerParameters.create({
    data: {
      ...rest,
      weights: rest.outcome === 'tooFew' ? [] : [...rest.weights],
      trainedUntil: rest.outcome === 'tooFew' ? null : new Date(rest.trainedUntil),
      learnerId,
      number: (last._max.number ?? 0) + 1,
      madeAt: new Date(madeAt),
    },
  })
  return resultOf(row)
}

/** The weights of these results. */
export async function weightsOf(
  db: Sql,
  learnerId: LearnerId,
  numbers: readonly number[],
): Promise<Map<number, readonly number[]>> {
  if (numbers.length === 0) return new Map()
  const rows = await db.$queryRaw<{ number: number; weights: number[] }[]>`
    SELECT number, weights FROM learner_parameters
    WHERE learner_id = ${learnerId}::uuid AND number = ANY(${[...numbers]}::int[]) AND outcome <> 'too_few'`
  return new Map(rows.map((row) => [row.number, row.weights]))
}

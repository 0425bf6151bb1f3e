/**
 * What a plan takes for true of a learner's recall: what the memory model says, corrected by how far their own answers
 * have told it apart from that (forecast/true-recall.ts). Due days and memories stay those of the model.
 */
import { algorithmFor } from '../memory/algorithm'
import type { Forgetting } from '../memory/forgetting'
import type { SchedulingParameters } from '../memory/state'
import type { Point } from './forecast/learned-recall'
import { curveOf, type Departure, recallOf, trueStability } from './forecast/true-recall'

export type Belief = {
  readonly parameters: SchedulingParameters
  readonly departure: Departure
  readonly curve: Forgetting
}

const NONE: Departure = [0, 0, 0]

export function beliefOf(parameters: SchedulingParameters, departure: Departure = NONE): Belief {
  return { parameters, departure, curve: curveOf(departure, algorithmFor(parameters).forgetting) }
}

/** The mean of what a learner's answers leave possible. */
export const meanDeparture = (points: readonly Point[]): Departure =>
  NONE.map((_, i) =>
    points.reduce((sum, { departure, weight }) => sum + weight * (departure[i] ?? 0), 0),
  )

/** 0 … 1, `days` after the last review. */
export const recallBelieved = (
  { departure, curve }: Belief,
  days: number,
  stability: number,
): number => recallOf({ days: Math.max(0, days), stability }, departure, curve)

/** Days until recall has fallen to `retention`. */
export const daysUntil = (
  { departure, curve: { decay, factor } }: Belief,
  retention: number,
  stability: number,
): number => (trueStability(stability, departure) * (retention ** (1 / decay) - 1)) / factor

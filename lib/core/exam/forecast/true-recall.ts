/**
 * How a learner's true recall may differ from what the memory model says. The model has a stability S for each card, the
 * days until recall falls to 90 %. Of the learner three numbers are unknown:
 *   level  the true stability of a card that the model gives ten days is 10·e^level;
 *   slope  what is stronger may be off by more: ln(true ⁄ said) = level + slope·ln(S ⁄ 10) ⁄ 2;
 *   decay  the curve may fall faster or slower beyond that day: its exponent is the model's times e^decay.
 * FSRS-6 with other weights differs from FSRS-6 with the usual ones in 21 ways; these three leave of them less than a point
 * of the mean recall a month ahead (docs/decisions/0016).
 */
import { type Forgetting, forgettingAt, recallAfter } from '../../memory/forgetting'
import type { Vector } from './matrix'

/** level, slope, decay */
export type Departure = Vector

/** As much of a memory as its recall depends on: study days since the last review, and the model's stability. */
export type Standing = { readonly days: number; readonly stability: number }

/** Nobody's memory is 150 times as strong as the model says; steps of a search may be. */
const MOST = 5
/** No recall is certain: a sum of logarithms must be able to say that the unlikely happened. */
const SUREST = 1 - 1e-6

/** @param model the curve that the model has */
export const curveOf = ([, , decay = 0]: Departure, model: Forgetting): Forgetting =>
  forgettingAt(model.decay * Math.exp(bounded(decay, 2)))

/** 0 … 1 */
export function recallOf(
  { days, stability }: Standing,
  departure: Departure,
  curve: Forgetting,
): number {
  return Math.min(recallAfter(days, trueStability(stability, departure), curve), SUREST)
}

/** How recall moves with level, slope and decay. */
export function slopesOf(
  { days, stability }: Standing,
  departure: Departure,
  { decay, factor }: Forgetting,
  recall: number,
): [number, number, number] {
  const times = days / trueStability(stability, departure)
  const past = 1 + factor * times
  const byLevel = (-recall * decay * factor * times) / past
  // The factor follows from the exponent: ln(1 + factor) is −ln(recall at stability) ⁄ exponent.
  const byFactor = (times * Math.log1p(factor) * (factor + 1)) / past
  return [byLevel, byLevel * strengthOf(stability), recall * decay * (Math.log(past) - byFactor)]
}

const strengthOf = (stability: number) => Math.log(stability / 10) / 2

export const trueStability = (stability: number, [level = 0, slope = 0]: Departure) =>
  stability * Math.exp(bounded(level + slope * strengthOf(stability), MOST))

const bounded = (value: number, most: number) => Math.min(Math.max(value, -most), most)

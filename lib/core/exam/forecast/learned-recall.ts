/**
 * What a learner's answers tell of how far their memory departs from the model: the posterior of the three numbers, as
 * points with weights. The prior is what is known of people; the likelihood is each first answer of a day; it is added up
 * by adaptive quadrature (J. C. Naylor and A. F. M. Smith, Applied Statistics 31, 1982): points laid out around the
 * likeliest departure, as widely as the posterior is, and weighed by what the posterior is there.
 */
import type { Forgetting } from '../../memory/forgetting'
import { GUESS_CHANCE } from '../../memory/guess'
import { dot, inverse, type Matrix, times, triangleOf, type Vector } from './matrix'
import { likeliestOf } from './scoring'
import { curveOf, type Departure, recallOf, type Standing, slopesOf } from './true-recall'

/** A first answer of a day, later than the day of the answer before. */
export type Recollection = Standing & {
  /** Whether it was picked among options: then it may be a guess. */
  readonly picked: boolean
  readonly right: boolean
  /** How much it counts, 0 … 1. */
  readonly weight: number
}

export type Prior = { readonly mean: Vector; readonly covariance: Matrix }

export type Point = {
  readonly departure: Departure
  readonly curve: Forgetting
  readonly weight: number
}

/** Chance of a right answer where recall is `recall`. */
export const rightIf = (recall: number, picked: boolean): number =>
  picked ? recall + (1 - recall) * GUESS_CHANCE : recall

/** Points of the posterior, their weights adding up to 1. @param model the curve that the model has */
export function learnRecall(
  recollections: readonly Recollection[],
  prior: Prior,
  model: Forgetting,
): Point[] {
  const gathered = gather(recollections)
  const precision = inverse(prior.covariance)
  const { likeliest, information } = likeliestOf(
    { mean: prior.mean, precision },
    (at, score, curvature) => addEvidence(gathered, at, model, score, curvature),
  )
  const spread = triangleOf(inverse(information))
  const points = LAYOUT.map((at) => {
    const departure = times(spread, at).map((off, i) => off + (likeliest[i] ?? 0))
    const off = departure.map((value, i) => value - (prior.mean[i] ?? 0))
    const log = logLikelihood(gathered, departure, model) - dot(off, times(precision, off)) / 2
    return { departure, curve: curveOf(departure, model), log }
  })
  const most = Math.max(...points.map(({ log }) => log))
  const likely = points.filter(({ log }) => log > most - LEAST_LIKELY)
  const total = likely.reduce((sum, { log }) => sum + Math.exp(log - most), 0)
  return likely.map(({ log, ...point }) => ({ ...point, weight: Math.exp(log - most) / total }))
}

/**
 * Three numbers do not say all that sets a memory apart, and no answers, however many, make up for it: the cards of an exam
 * may stand apart from what they say by this standard deviation of the level.
 */
const WANDER = 0.2

/** The points as they hold for cards that are not those of the answers, or not as they were then. */
export const elsewhere = (points: readonly Point[]): Point[] =>
  points.flatMap(({ departure, curve, weight }) =>
    [-WANDER, WANDER].map((by) => ({
      departure: departure.map((value, i) => (i === 0 ? value + by : value)),
      curve,
      weight: weight / 2,
    })),
  )

/** Points this much less likely than the likeliest, as a logarithm, move no quantile by a hundredth of a point. */
const LEAST_LIKELY = 7

/** Answers that are as good as alike, counted. */
type Gathered = Standing & { readonly picked: boolean; right: number; wrong: number }

/** Steps of the logarithm within which days and stabilities are taken as alike: an eighth is 13 %. */
const STEPS = 8

function gather(recollections: readonly Recollection[]): Gathered[] {
  const alike = new Map<string, Gathered>()
  for (const { days, stability, picked, right, weight } of recollections) {
    const past = Math.round(Math.log(days / stability) * STEPS)
    const strength = Math.round(Math.log(stability) * STEPS)
    const key = `${past} ${strength} ${picked}`
    const known = alike.get(key) ?? made(past, strength, picked)
    if (right) known.right += weight
    else known.wrong += weight
    alike.set(key, known)
  }
  return [...alike.values()]
}

function made(past: number, strength: number, picked: boolean): Gathered {
  const stability = Math.exp(strength / STEPS)
  return { days: stability * Math.exp(past / STEPS), stability, picked, right: 0, wrong: 0 }
}

/** Adds the slope of the log likelihood and its expected curvature, in place. */
function addEvidence(
  gathered: readonly Gathered[],
  departure: Departure,
  model: Forgetting,
  score: number[],
  information: number[][],
): void {
  const curve = curveOf(departure, model)
  for (const alike of gathered) {
    const recall = recallOf(alike, departure, curve)
    const chance = rightIf(recall, alike.picked)
    const variance = Math.max(chance * (1 - chance), 1e-7)
    const share = alike.picked ? 1 - GUESS_CHANCE : 1
    const slopes = slopesOf(alike, departure, curve, recall).map((slope) => slope * share)
    const count = alike.right + alike.wrong
    for (const [i, slope] of slopes.entries()) {
      score[i] = (score[i] ?? 0) + ((alike.right - count * chance) * slope) / variance
      const row = information[i]
      if (!row) continue
      for (const [j, other] of slopes.entries()) {
        row[j] = (row[j] ?? 0) + (count * slope * other) / variance
      }
    }
  }
}

function logLikelihood(
  gathered: readonly Gathered[],
  departure: Departure,
  model: Forgetting,
): number {
  const curve = curveOf(departure, model)
  let sum = 0
  for (const alike of gathered) {
    const chance = rightIf(recallOf(alike, departure, curve), alike.picked)
    sum += alike.right * Math.log(chance) + alike.wrong * Math.log(1 - chance)
  }
  return sum
}

/** Even steps of a standard normal deviate; enough of them that the quantiles of what follows are smooth. */
const evenly = (count: number, reach: number) =>
  Array.from({ length: count }, (_, n) => reach * ((2 * n) / (count - 1) - 1))

/** Where the points lie if the posterior is standard normal, evenly, so that all stand for equal room. */
const LAYOUT: readonly Vector[] = evenly(9, 2.8).flatMap((level) =>
  evenly(7, 2.7).flatMap((slope) => evenly(5, 2.4).map((decay) => [level, slope, decay])),
)

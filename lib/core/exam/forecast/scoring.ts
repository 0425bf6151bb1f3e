/** The likeliest point of a posterior with a normal prior: scoring after R. A. Fisher, steps by the expected information. */
import { type Matrix, solve, times, type Vector } from './matrix'

export type NormalPrior = { readonly mean: Vector; readonly precision: Matrix }

const CLOSE = 1e-6
const MOST_ROUNDS = 40

/**
 * @param addEvidence adds the slope of the log likelihood at a point and its expected curvature to those of the prior, in place
 */
export function likeliestOf(
  { mean, precision }: NormalPrior,
  addEvidence: (at: Vector, score: number[], information: number[][]) => void,
): { readonly likeliest: Vector; readonly information: Matrix } {
  let likeliest = mean
  for (let round = 0; ; round++) {
    const off = likeliest.map((value, i) => value - (mean[i] ?? 0))
    const score = times(precision, off).map((pull) => -pull)
    const information = precision.map((row) => [...row])
    addEvidence(likeliest, score, information)
    const step = solve(information, score)
    const longest = Math.max(...step.map(Math.abs))
    if (longest < CLOSE || round === MOST_ROUNDS) return { likeliest, information }
    // No step is longer than 1 in any direction.
    const share = Math.min(1, 1 / longest)
    likeliest = likeliest.map((value, i) => value + share * (step[i] ?? 0))
  }
}

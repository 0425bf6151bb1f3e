/** How likely what happened is, where each answer had a chance of its own. */

/**
 * P(at most `right` of the answers are right), the lower tail of the Poisson binomial distribution, exactly: answer by
 * answer the chances of each count (Y. Hong, Computational Statistics & Data Analysis 59, 2013). 0 … 1.
 * @param chances of being right, 0 … 1 each
 */
export function atMost(right: number, chances: readonly number[]): number {
  if (right < 0) return 0
  if (right >= chances.length) return 1
  // Only the counts up to `right` are asked for.
  const ways = [1, ...Array.from({ length: right }, () => 0)]
  for (const p of chances) {
    for (let k = right; k > 0; k--) ways[k] = (ways[k] ?? 0) * (1 - p) + (ways[k - 1] ?? 0) * p
    ways[0] = (ways[0] ?? 0) * (1 - p)
  }
  return Math.min(
    1,
    ways.reduce((sum, way) => sum + way, 0),
  )
}

/** Forecasts of 0 or 1 would never move. */
const EDGE = 1e-6
const MOST_STEPS = 60

export const logit = (p: number): number => {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, p))
  return Math.log(inside / (1 - inside))
}

/** The chance whose log odds are these. */
export const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/**
 * By how much in log odds a class does better or worse than it was said: all forecasts moved by it come to what was right.
 * Few answers move it little: it is held to 0 as by a normal of deviation 1. The zero of a falling function, found from
 * `start` by Newton's method within what is still possible.
 * @param logOdds of the forecasts
 */
export function shiftOf(logOdds: readonly number[], right: number, start = 0): number {
  let shift = start
  // Beyond these the hold to 0 alone outweighs all answers.
  let low = -1 - logOdds.length
  let high = 1 + logOdds.length
  for (let step = 0; step < MOST_STEPS; step++) {
    let over = right - shift
    let slope = 1
    for (const odds of logOdds) {
      const p = chanceOf(odds + shift)
      over -= p
      slope += p * (1 - p)
    }
    if (over > 0) low = shift
    else high = shift
    const next = shift + over / slope
    const before = shift
    shift = next > low && next < high ? next : (low + high) / 2
    if (Math.abs(shift - before) < 1e-7) break
  }
  return shift
}

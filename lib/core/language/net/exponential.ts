/**
 * The exponential function of our own: engines may differ in the last bit of Math.exp, and so in what they print. Only
 * sums, products and roundings, which are the same everywhere.
 */

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const LOWEST = -700
const POWERS = Float64Array.from({ length: 1011 }, (_, k) => 2 ** -k)

/** e to the power of x, for x ≤ 0; 0 from -700 on. */
export function exponential(x: number): number {
  if (!(x > LOWEST)) return 0
  const halvings = Math.round(-x / Math.LN2)
  const rest = x + halvings * LN2_HIGH + halvings * LN2_LOW
  return series(rest) * (POWERS[halvings] ?? 0)
}

/** The exponential series, which for |r| ≤ ln(2)/2 leaves out less than 1e-13. */
function series(r: number): number {
  const tail = 1 / 5040 + r * (1 / 40320 + r * (1 / 362880 + r * (1 / 3628800 + r / 39916800)))
  const middle = 1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * tail)))
  return 1 + r * (1 + r * (1 / 2 + r * middle))
}

/**
 * The probability of each of `count` scores, by softmax at a temperature, in place; yields the position of the greatest
 * (the first of several).
 */
export function softmax(
  scores: Float64Array,
  from: number,
  count: number,
  temperature: number,
): number {
  let best = from
  for (let k = from + 1; k < from + count; k++) {
    if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k
  }
  const top = scores[best] ?? 0
  let sum = 0
  for (let k = from; k < from + count; k++) {
    const share = exponential(((scores[k] ?? 0) - top) / temperature)
    scores[k] = share
    sum += share
  }
  for (let k = from; k < from + count; k++) scores[k] = (scores[k] ?? 0) / sum
  return best - from
}

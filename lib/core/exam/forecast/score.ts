/**
 * The distribution of a score: a sum of answers that come right or not, each worth something, under several assumptions of
 * which one holds. Exact for as many as people sit an exam on, normal beyond.
 */

/** Under each assumption: the chance of each answer. */
export type Assumption = { readonly weight: number; readonly chances: readonly number[] }

export type Spread = {
  /** 0 … 1, as `low` and `high`, between which the score lies in four of five cases. */
  readonly expected: number
  readonly low: number
  readonly high: number
}

/** One in ten below, one in ten above. */
const TAIL = 0.1

/** More are summed as a normal distribution: its error is then smaller than a tenth of a point. */
const MOST_EXACT = 400

/**
 * @param worth of each answer, adding up to 1
 * @param assumptions their weights adding up to 1
 */
export function spreadOf(worth: readonly number[], assumptions: readonly Assumption[]): Spread {
  const expected = assumptions.reduce(
    (sum, { weight, chances }) => sum + weight * meanOf(worth, chances),
    0,
  )
  const bundles = bundle(worth, assumptions)
  const below = worth.length > MOST_EXACT ? normalBelow(worth, bundles) : exactBelow(worth, bundles)
  return { expected, low: quantile(below, TAIL), high: quantile(below, 1 - TAIL) }
}

const meanOf = (worth: readonly number[], chances: readonly number[]) => {
  let sum = 0
  for (let i = 0; i < worth.length; i++) sum += (worth[i] ?? 0) * (chances[i] ?? 0)
  return sum
}

/** Assumptions that expect about the same are taken together, each with the mean of its chances. */
const BUNDLES = 24

function bundle(worth: readonly number[], assumptions: readonly Assumption[]): Assumption[] {
  const sorted = assumptions
    .map((assumption) => ({ ...assumption, mean: meanOf(worth, assumption.chances) }))
    .sort((a, b) => a.mean - b.mean)
  const bundles: { weight: number; chances: number[] }[] = []
  let before = 0
  for (const { weight, chances } of sorted) {
    // Narrow at both ends: that is where the quantiles are.
    const place = Math.min(Math.floor(tailward(before + weight / 2) * BUNDLES), BUNDLES - 1)
    const made = bundles[place] ?? { weight: 0, chances: worth.map(() => 0) }
    bundles[place] = made
    made.weight += weight
    for (let i = 0; i < worth.length; i++) {
      made.chances[i] = (made.chances[i] ?? 0) + weight * (chances[i] ?? 0)
    }
    before += weight
  }
  return bundles.flatMap((made) =>
    made ? { weight: made.weight, chances: made.chances.map((sum) => sum / made.weight) } : [],
  )
}

/** 0 … 1 to 0 … 1, twice as steep or more where a share begins or ends as in its middle. */
const tailward = (share: number) => Math.acos(1 - 2 * Math.min(Math.max(share, 0), 1)) / Math.PI

/** The share of the distribution below each of evenly spaced scores from 0 to 1, half of what is on it counted. */
type Below = Float64Array

/** Answers that differ in worth fall between the steps; this many steps to an answer blur the score by a 200th of its spread. */
const STEPS = 16

function exactBelow(worth: readonly number[], bundles: readonly Assumption[]): Below {
  const [first = 1] = worth
  const isEven = worth.every((one) => Math.abs(one - first) < 1e-9)
  const steps = isEven ? worth.length : Math.max(200, worth.length * STEPS)
  const sum = new Float64Array(steps + 1)
  for (const { weight, chances } of bundles) {
    const mass = summed(worth, chances, steps)
    for (let s = 0; s <= steps; s++) sum[s] = (sum[s] ?? 0) + weight * (mass[s] ?? 0)
  }
  return halfBelow(sum)
}

/** The mass of each step: answers are added one by one. One that is worth no whole number of steps is shared among two. */
function summed(worth: readonly number[], chances: readonly number[], steps: number): Float64Array {
  const mass = new Float64Array(steps + 1)
  mass[0] = 1
  let reached = 0
  for (let i = 0; i < worth.length; i++) {
    const chance = chances[i] ?? 0
    const exact = (worth[i] ?? 0) * steps
    const whole = Math.floor(exact + 1e-6)
    const rest = Math.max(0, exact - whole)
    reached = Math.min(steps, reached + whole + (rest > 1e-6 ? 1 : 0))
    const [on, above] = [chance * (rest > 1e-6 ? 1 - rest : 1), rest > 1e-6 ? chance * rest : 0]
    for (let s = reached; s >= 0; s--) {
      const up = s >= whole ? (mass[s - whole] ?? 0) * on : 0
      const over = s > whole ? (mass[s - whole - 1] ?? 0) * above : 0
      mass[s] = (mass[s] ?? 0) * (1 - chance) + up + over
    }
  }
  return mass
}

function halfBelow(mass: Float64Array): Below {
  let sum = 0
  return mass.map((on) => {
    sum += on
    return sum - on / 2
  })
}

/** Steps of a thousandth of a point for as many answers as take a normal distribution. */
const FINE = 2000

function normalBelow(worth: readonly number[], bundles: readonly Assumption[]): Below {
  const below = new Float64Array(FINE + 1)
  for (const { weight, chances } of bundles) {
    const mean = meanOf(worth, chances)
    let variance = 0
    for (let i = 0; i < worth.length; i++) {
      const chance = chances[i] ?? 0
      variance += (worth[i] ?? 0) ** 2 * chance * (1 - chance)
    }
    const deviation = Math.sqrt(Math.max(variance, 1e-12))
    for (let s = 0; s <= FINE; s++) {
      below[s] = (below[s] ?? 0) + weight * normal((s / FINE - mean) / deviation)
    }
  }
  return below
}

/** Where `below` passes the share, between two steps as far as it lies between their shares. */
function quantile(below: Below, share: number): number {
  const after = below.findIndex((sum) => sum >= share)
  if (after <= 0) return after === 0 ? 0 : 1
  const [from = 0, to = 1] = [below[after - 1], below[after]]
  return (after - 1 + (share - from) / (to - from)) / (below.length - 1)
}

/** The standard normal distribution (M. Abramowitz and I. A. Stegun, 26.2.17: right to seven digits). */
export function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z > 0 ? 1 - tail : tail
}

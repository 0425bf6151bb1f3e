/**
 * Fits how sure the reader is of its spans (lib/core/language/spans/gates.json) to keyed spans, on parses of sentences that
 * the parser was not trained on: on others it is surer than it may be.
 */
import { GATES, type Gate } from '@/lib/core/language/spans/gates'
import type { Judged } from './judged'
import { fitLogistic, type Logistic, oddsOf } from './logistic'

/** Chosen crosswise on the development sets. */
const RIDGES: Partial<Record<Gate, number>> = { apposition: 10 }
const RIDGE = 60

export const optionsFor = (gate: Gate) => ({
  ridge: RIDGES[gate] ?? RIDGE,
  rare: gate === 'apposition' || gate === 'agent' ? 8 : 15,
})

export interface Scored {
  readonly confidence: number
  readonly right: boolean
}

/** Each unit's confidence by the weights that were fitted on the other half of the documents. */
export function scoreCrosswise(gate: Gate, units: readonly Judged[]): Scored[] {
  return [0, 1].flatMap((half) => {
    const weights = fitLogistic(
      units.filter((unit) => unit.half !== half),
      optionsFor(gate),
    )
    return units
      .filter((unit) => unit.half === half)
      .map(({ features, right }) => ({ confidence: sigmoid(oddsOf(weights, features)), right }))
  })
}

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** The most that can be kept so that at least this share is right: the least confidence, and what is kept. */
export function keepAt(
  scored: readonly Scored[],
  share: number,
): { floor: number; kept: number; right: number } | null {
  const sorted = [...scored].sort((a, b) => b.confidence - a.confidence)
  let right = 0
  let best = null
  for (const [i, one] of sorted.entries()) {
    if (one.right) right++
    if (right / (i + 1) >= share) best = { floor: one.confidence, kept: i + 1, right }
  }
  // A handful that happens to be right proves nothing.
  return best === null || best.kept < FEWEST ? null : best
}

const FEWEST = 20
export const SHARES = [98, 95, 92, 90, 85, 80] as const

export function fitGates(
  found: ReadonlyMap<Gate, readonly Judged[]>,
): Record<string, Logistic & { floors: Record<string, number> }> {
  return Object.fromEntries(
    GATES.map((gate) => {
      const units = found.get(gate) ?? []
      const { bias, weights } = fitLogistic(units, optionsFor(gate))
      const scored = scoreCrosswise(gate, units)
      const floors = SHARES.flatMap((share) => {
        const kept = keepAt(scored, share / 100)
        return kept === null ? [] : [[share, rounded(kept.floor)] as const]
      })
      return [gate, { ...short({ bias, weights }), floors: Object.fromEntries(floors) }]
    }),
  )
}

/** To three places, which is more than the fit is worth. */
export function short({ bias, weights }: Logistic): Logistic {
  const kept = Object.entries(weights).map(([name, value]) => [name, rounded(value)] as const)
  return {
    bias: rounded(bias),
    weights: Object.fromEntries(kept.filter(([, value]) => value !== 0)),
  }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

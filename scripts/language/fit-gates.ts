/**
 * Fits how sure the reader is of its spans (lib/core/language/spans/gates.json). What counts how much is learned from parses
 * of the training sets, which are many; the parser is surer of those than it may be, so what the sum of it means, and from
 * where on so many are right, is taken from the development sets.
 */
import { LIKELY } from '@/lib/core/language/clauses/appositions'
import type { NamedSentence } from '@/lib/core/language/conllu'
import { GATES, type Gate } from '@/lib/core/language/spans/gates'
import type { Judged } from './judged'
import { fitLogistic, type Logistic, oddsOf } from './logistic'

/** Chosen on the development sets. Of appositions there are few, and many ways to tell them. */
const optionsFor = (gate: Gate) =>
  gate === 'apposition' ? { ridge: 200, rare: 12 } : { ridge: 60, rare: 30 }
/** More than these add nothing but time: every second, third … is left out. */
const MOST = 30_000

export interface Scored {
  readonly confidence: number
  readonly right: boolean
  readonly sentence: NamedSentence
}

type Units = ReadonlyMap<Gate, readonly Judged[]>

export const learnGates = (training: Units): Map<Gate, Logistic> =>
  new Map(
    GATES.map((gate) => {
      const units = training.get(gate) ?? []
      const step = Math.ceil(units.length / MOST)
      return [
        gate,
        fitLogistic(step < 2 ? units : units.filter((_, i) => i % step === 0), optionsFor(gate)),
      ]
    }),
  )

/** The same weights, stretched and shifted so that they mean on these units what they say. */
function scaled(model: Logistic, units: readonly Judged[]): Logistic {
  const cases = units.map(({ features, right }) => ({
    features: { odds: oddsOf(model, features) },
    right,
  }))
  const { bias, weights } = fitLogistic(cases, { ridge: 1, rare: 1 })
  const scale = weights.odds ?? 0
  return {
    bias: bias + scale * model.bias,
    weights: Object.fromEntries(
      Object.entries(model.weights).map(([name, value]) => [name, scale * value] as const),
    ),
  }
}

/** Each unit's confidence by the scale that was fitted on the other half of the documents. */
export function scoreCrosswise(model: Logistic, units: readonly Judged[]): Scored[] {
  const scored = [0, 1].flatMap((half) => {
    const own = scaled(
      model,
      units.filter((unit) => unit.half !== half),
    )
    return units
      .filter((unit) => unit.half === half)
      .map((unit) => ({ ...unit, confidence: sigmoid(oddsOf(own, unit.features)) }))
  })
  return offered(scored)
}

/** Of units that exclude each other the likeliest, and only if it is likelier right than not: what the reader offers. */
export function offered(scored: readonly (Judged & Scored)[]): Scored[] {
  const best = new Map<NamedSentence, Map<string, Judged & Scored>>()
  const free: Scored[] = []
  for (const unit of scored) {
    if (unit.choice === undefined) free.push(unit)
    else {
      const choices = best.get(unit.sentence) ?? new Map<string, Judged & Scored>()
      best.set(unit.sentence, choices)
      const rival = choices.get(unit.choice)
      if (unit.confidence >= LIKELY && (rival?.confidence ?? 0) < unit.confidence)
        choices.set(unit.choice, unit)
    }
  }
  return [...free, ...[...best.values()].flatMap((choices) => [...choices.values()])]
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
  models: ReadonlyMap<Gate, Logistic>,
  found: Units,
): Record<string, Logistic & { floors: Record<string, number> }> {
  return Object.fromEntries(
    [...models].map(([gate, model]) => {
      const units = found.get(gate) ?? []
      const scored = scoreCrosswise(model, units)
      const floors = SHARES.flatMap((share) => {
        const kept = keepAt(scored, share / 100)
        return kept === null ? [] : [[share, rounded(kept.floor)] as const]
      })
      return [gate, { ...short(scaled(model, units)), floors: Object.fromEntries(floors) }]
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

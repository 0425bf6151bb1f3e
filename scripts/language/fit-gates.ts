/**
 * Fits how sure the reader is of its spans (lib/core/language/spans/gates.json) to keyed treebanks: what the page shows of
 * an apposition to the training trees, all else to parses of sentences that the parser was not trained on.
 */
import { appositionSurface } from '@/lib/core/language/clauses/apposition-features'
import { appositionCandidates } from '@/lib/core/language/clauses/apposition-patterns'
import { GATES, type Gate, oddsBy, type Weights } from '@/lib/core/language/spans/gates'
import { subtree, syntaxOf } from '@/lib/core/language/spans/syntax'
import type { NamedSentence } from './conllu'
import type { Judged } from './judged'
import { type Case, fitLogistic } from './logistic'

/** Chosen crosswise on the development sets. */
const RIDGES: Partial<Record<Gate, number>> = { apposition: 10 }
const RIDGE = 30

export const optionsFor = (gate: Gate) => ({
  ridge: RIDGES[gate] ?? RIDGE,
  rare: gate === 'apposition' || gate === 'agent' ? 8 : 15,
})

export function fitSurface(training: readonly NamedSentence[]): Weights {
  const cases = training.flatMap(({ sentence }): Case[] => {
    const syntax = syntaxOf(sentence.tokens)
    return appositionCandidates(syntax)
      .filter((one) => one.pattern !== 'tree')
      .map((one) => {
        const token = syntax.tokens[one.second]
        const span = subtree(syntax, one.second)
        const right =
          token?.relation === 'appos' &&
          token.head === one.first &&
          span.from === one.span.from &&
          span.to === one.span.to
        return { features: appositionSurface(syntax, one), right }
      })
  })
  return fitLogistic(cases, { ridge: 5, rare: 10 })
}

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
      .map(({ features, right }) => ({ confidence: sigmoid(oddsBy(weights, features)), right }))
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
): Record<string, Weights & { floors: Record<string, number> }> {
  return Object.fromEntries(
    GATES.map((gate) => {
      const units = found.get(gate) ?? []
      const { bias, weights } = fitLogistic(units, optionsFor(gate))
      const scored = scoreCrosswise(gate, units)
      const floors = SHARES.flatMap((share) => {
        const kept = keepAt(scored, share / 100)
        return kept === null ? [] : [[share, rounded(kept.floor)] as const]
      })
      return [
        gate,
        { bias: rounded(bias), weights: small(weights), floors: Object.fromEntries(floors) },
      ]
    }),
  )
}

export function small(weights: Readonly<Record<string, number>>): Record<string, number> {
  const kept = Object.entries(weights).map(([name, value]) => [name, rounded(value)] as const)
  return Object.fromEntries(kept.filter(([, value]) => value !== 0))
}

export const rounded = (value: number): number => Math.round(value * 1000) / 1000

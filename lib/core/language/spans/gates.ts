/** How sure it is that a span is right, by what it looks like: fitted on treebanks' gold spans (npm run spans). */
import type { Features } from './features'
import fitted from './gates.json'
import likeness from './likeness.json'

export const GATES = [
  'subject',
  'object',
  'indirect object',
  'agent',
  'oblique',
  'complement',
  'predicate',
  'relative clause',
  'adverbial clause',
  'conjunct',
  'apposition',
  'noun phrase',
  'verb group',
] as const
export type Gate = (typeof GATES)[number]

export interface Weights {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

interface Fitted extends Weights {
  /** The least confidence from which on so many of those kept were right, in per cent; absent where none does. */
  readonly floors: Readonly<Record<string, number>>
}

const FITTED: Readonly<Record<Gate, Fitted>> = fitted.gates

/** That a conjunct is joined to this word, by what the two have in common: log odds. */
export const matchOdds = (features: Features): number => oddsBy(likeness.match, features)

/** The probability that the span, and what it hangs from, are as a linguist would key them. */
export function confidence(gate: Gate, features: Features): number {
  return 1 / (1 + Math.exp(-oddsBy(FITTED[gate], features)))
}

function oddsBy(gate: Weights, features: Features): number {
  let odds = gate.bias
  for (const [name, value] of Object.entries(features)) odds += (gate.weights[name] ?? 0) * value
  return odds
}

export type Share = 98 | 95 | 92 | 90 | 85 | 80

/**
 * The confidence to ask for, so that at least so many of a hundred spans that pass are right. More than 1 where the reader
 * is never that sure: then nothing passes.
 */
export const floorFor = (gate: Gate, share: Share): number => FITTED[gate].floors[share] ?? 2

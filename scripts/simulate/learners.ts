/** Learners of the simulations: those who forget as the usual weights say, and those who do not. */
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import type { SchedulingParameters } from '@/lib/core/memory/state'

export type SimulatedLearner = { readonly name: string; readonly truth: SchedulingParameters }

/** The weights at these places, times so much. First stabilities are 0 to 3. */
function withWeights(times: Readonly<Record<number, number>>): SchedulingParameters {
  const weights = DEFAULT_PARAMETERS.weights.map((weight, place) => weight * (times[place] ?? 1))
  return { ...DEFAULT_PARAMETERS, weights }
}

const firsts = (times: number) => ({ 0: times, 1: times, 2: times, 3: times })

/** What the scheduler believes of everybody. */
export const USUAL: SimulatedLearner = { name: 'as believed', truth: DEFAULT_PARAMETERS }

/** Weights that stay within FSRS-6's bounds. */
export const WRONG: readonly SimulatedLearner[] = [
  { name: 'forgets sooner', truth: withWeights({ ...firsts(0.6), 8: 0.85 }) },
  { name: 'forgets much sooner', truth: withWeights({ ...firsts(0.4), 8: 0.7 }) },
  { name: 'forgetful', truth: withWeights({ ...firsts(0.15), 8: 0.5 }) },
  { name: 'remembers longer', truth: withWeights({ ...firsts(1.6), 8: 1.1 }) },
  { name: 'loses more by forgetting', truth: withWeights({ 11: 0.5, 14: 0.6 }) },
  { name: 'steeper curve', truth: withWeights({ 20: 2.5 }) },
  { name: 'flatter curve', truth: withWeights({ 20: 0.65 }) },
]

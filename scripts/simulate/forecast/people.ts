/** Who is simulated: people whose memory follows FSRS-6, most of them with other weights than the app believes. */
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import type { SchedulingParameters } from '@/lib/core/memory/state'
import type { Lots } from './lots'

/**
 * How far weights lie apart among people: the standard deviations by which fsrs-rs holds its fits together
 * (PARAMS_STDDEV of its training), from the fifth weight on.
 */
const SPREAD = [
  0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14,
]
/** Weights fitted to few reviews lie further apart than people do. */
const TRUE_SHARE = 0.7

/**
 * The people that the prior is fitted to. First stabilities are spread so that a quarter of people have one below 0.1 day
 * after Again, as a quarter of real ones have: their logarithms by 1.1, most of it the person's and the rest the weight's.
 */
export function priorPerson(lots: Lots): SchedulingParameters {
  const own = lots.normal()
  const weights = DEFAULT_PARAMETERS.weights.map((weight, index) => {
    if (index < 4) return weight * Math.exp(0.92 * own + 0.6 * lots.normal())
    if (index === 20) return weight * Math.exp(0.2 + 0.5 * lots.normal())
    return weight + TRUE_SHARE * (SPREAD[index - 4] ?? 0) * lots.normal()
  })
  return withWeights(weights)
}

export const PEOPLE = ['usual', 'other', 'forgetful', 'retentive'] as const
export type Person = (typeof PEOPLE)[number]

/** The people that forecasts are tested on: none of them drawn as those above are. */
export function testPerson(person: Person, lots: Lots): SchedulingParameters {
  const { weights } = DEFAULT_PARAMETERS
  switch (person) {
    case 'usual':
      return DEFAULT_PARAMETERS
    case 'other': {
      const times = (most: number) => most ** lots.between(-1, 1)
      const first = times(3)
      return withWeights(
        weights.map((weight, index) =>
          index < 4 ? weight * first * times(1.5) : weight * times(index === 20 ? 2 : 1.4),
        ),
      )
    }
    case 'forgetful':
      return scaled(lots.between(0.1, 0.25), lots.between(0.4, 0.7))
    case 'retentive':
      return scaled(lots.between(2, 5), lots.between(1, 1.3))
  }
}

/** First stabilities, and how much stability grows with a recall (as e to the ninth weight). */
function scaled(first: number, growth: number): SchedulingParameters {
  return withWeights(
    DEFAULT_PARAMETERS.weights.map((weight, index) =>
      index < 4 ? weight * first : index === 8 ? weight * growth : weight,
    ),
  )
}

const withWeights = (weights: readonly number[]): SchedulingParameters => ({
  ...DEFAULT_PARAMETERS,
  weights,
})

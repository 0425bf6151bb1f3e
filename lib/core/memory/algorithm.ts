/**
 * The memory model itself, FSRS-6, as ts-fsrs computes it: only the numbers are taken from there. Its cards, dates,
 * seeds and learning steps are not used (it counts UTC days and seeds its fuzz with milliseconds).
 * Importing ts-fsrs adds `scheduler`, `diff`, `format` and `dueFormat` to Date.prototype; nothing of ours calls them.
 */
import { clamp, FSRSAlgorithm, type FSRSParameters, roundTo, S_MIN } from 'ts-fsrs'
import type { Form } from '../items/item'
import type { Grade } from '../review/event'
import { type Forgetting, forgettingBy, mixedStability, recallAfter } from './forgetting'
import { isPicked, recalledIfRight } from './guess'
import type { SchedulingParameters } from './state'

/** Stability in days, difficulty 1 … 10. */
export type Strength = { readonly stability: number; readonly difficulty: number }

/**
 * ts-fsrs works out at every transition what follows from the weights alone, the shape of the forgetting curve and the
 * first difficulties, and reads the weights through a proxy. Here are the same numbers, computed once.
 */
export class Fsrs6 extends FSRSAlgorithm {
  readonly forgetting: Forgetting

  constructor(given: Partial<FSRSParameters>) {
    super(given)
    this.param = { ...this.param }
    const forgetting = forgettingBy(this.param.w)
    this.forgetting = forgetting
    this.forgetting_curve = (days, stability) =>
      roundTo(recallAfter(days, stability, forgetting), 8)
    const difficulties = ([1, 2, 3, 4] as const).map((grade) => super.init_difficulty(grade))
    this.init_difficulty = (grade) => difficulties[grade - 1] ?? Number.NaN
  }
}

const algorithms = new WeakMap<SchedulingParameters, Fsrs6>()

/** Weights outside their bounds are moved to them. Throws RangeError unless there are 21 weights, all finite. */
export function algorithmFor(parameters: SchedulingParameters): Fsrs6 {
  const known = algorithms.get(parameters)
  if (known) return known
  const { weights } = parameters
  if (weights.length !== 21 || !weights.every(Number.isFinite)) {
    throw new RangeError('FSRS-6 needs 21 finite weights')
  }
  const made = new Fsrs6({
    w: [...weights],
    request_retention: parameters.desiredRetention,
    maximum_interval: parameters.maximumIntervalDays,
    enable_fuzz: false,
    enable_short_term: true,
    // With several of these, ts-fsrs bounds the same-day weights so that relearning cannot gain on never forgetting.
    relearning_steps: parameters.relearningSteps.map((minutes): `${number}m` => `${minutes}m`),
  })
  algorithms.set(parameters, made)
  return made
}

/** The forgetting curve by these parameters' weights. */
export const forgettingOf = (parameters: SchedulingParameters): Forgetting =>
  algorithmFor(parameters).forgetting

/** ts-fsrs floors the first stability at 0.1 days; a quarter of people's weights for a first Again are below that. */
export function firstStrength(algorithm: FSRSAlgorithm, grade: Grade): Strength {
  const weight = algorithm.parameters.w[grade - 1] ?? S_MIN
  return {
    stability: Math.max(weight, S_MIN),
    difficulty: clamp(algorithm.init_difficulty(grade), 1, 10),
  }
}

/**
 * What an answer makes of a memory. A pass among options is weighed against the guess (guess.ts).
 * @param elapsedDays whole study days since the last review, 0 on the same day
 */
export function nextStrength(
  algorithm: Fsrs6,
  before: Strength | null,
  elapsedDays: number,
  grade: Grade,
  form: Form,
): Strength {
  if (!isPicked(form) || grade === 1) return strengthAfter(algorithm, before, elapsedDays, grade)
  const recall = before && algorithm.forgetting_curve(elapsedDays, before.stability)
  const strength = strengthAfter(algorithm, before, elapsedDays, grade, recall)
  const share = recalledIfRight(recall)
  if (share === 1) return strength
  const guessed = strengthAfter(algorithm, before, elapsedDays, 1, recall)
  return {
    stability: mixedStability(algorithm.forgetting, share, [strength.stability, guessed.stability]),
    difficulty: roundTo(share * strength.difficulty + (1 - share) * guessed.difficulty, 8),
  }
}

function strengthAfter(
  algorithm: FSRSAlgorithm,
  before: Strength | null,
  elapsedDays: number,
  grade: Grade,
  recall: number | null = null,
): Strength {
  if (!before) return firstStrength(algorithm, grade)
  return algorithm.next_state(before, elapsedDays, grade, recall ?? undefined)
}

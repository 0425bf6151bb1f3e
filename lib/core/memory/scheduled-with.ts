/**
 * What a due day was set with. Memory follows the weights now in use; a day that is set stays, whatever is changed later:
 * each review keeps the name of the parameters that its button spoke with, and the fold works its due day out with those.
 */
import type { SchedulingParameters } from './state'

/** 'usual', or the number of a result of the learner's own. */
export type WeightsName = 'usual' | number

/** 'usual/0.9', 'own-3/0.85' */
export function nameParameters(weights: WeightsName, desiredRetention: number): string {
  return `${nameWeights(weights)}/${desiredRetention}`
}

export function nameWeights(weights: WeightsName): string {
  return weights === 'usual' ? weights : `own-${weights}`
}

const NAME = /^(?:usual|own-([1-9]\d{0,5}))\/(0\.\d{1,17})$/

/** null for what is no such name. */
export function readParametersName(
  name: string,
): { weights: WeightsName; desiredRetention: number } | null {
  const found = NAME.exec(name)
  if (!found) return null
  const [, number, retention] = found
  return {
    weights: number === undefined ? 'usual' : Number(number),
    desiredRetention: Number(retention),
  }
}

/** At `at` (milliseconds since 1970) the learner had all due days set anew, with the named parameters. */
export type Rescheduled = { readonly at: number; readonly with: string }

/** As much of a review as its due day depends on. */
type Dated = { readonly at: number; readonly scheduledWith?: string | undefined }

/** The name of the parameters that set the due day after this review; undefined where it was stored without one. */
export function nameOfDueDay(review: Dated, rescheduled: Rescheduled | null): string | undefined {
  return rescheduled && review.at <= rescheduled.at ? rescheduled.with : review.scheduledWith
}

/** The parameters to set the due day after this review with, where they are not those of the fold. */
export type DueWith = (review: Dated) => SchedulingParameters | undefined

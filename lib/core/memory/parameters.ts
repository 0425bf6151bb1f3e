/** What the fold is told about a learner, and the bounds within which it makes sense. */
import { CLAMP_PARAMETERS, default_w, W17_W18_Ceiling } from 'ts-fsrs'
import { z } from 'zod'
import type { SchedulingParameters } from './state'

const bounds = CLAMP_PARAMETERS(W17_W18_Ceiling, true)
/** Weights trained in 32-bit floats stand beside their bounds by this much. */
const SLACK = 1e-6

export const Weights = z
  .array(z.number())
  .length(bounds.length, `FSRS-6 has ${bounds.length} weights`)
  .superRefine((weights, context) => {
    bounds.forEach(([low = 0, high = 0], index) => {
      const weight = weights[index] ?? Number.NaN
      if (weight >= low - SLACK && weight <= high + SLACK) return
      context.addIssue({
        code: 'custom',
        path: [index],
        message: `weight ${index} must be from ${low} to ${high}`,
      })
    })
  })

/** Minutes. A step of a day or more is what the memory model is for. */
const Steps = z.array(z.int().min(1).max(1439)).max(10)

export const SchedulingParametersSchema = z.object({
  weights: Weights,
  desiredRetention: z.number().min(0.7).max(0.97),
  maximumIntervalDays: z.int().min(1).max(36_500),
  fuzz: z.boolean(),
  learningSteps: Steps,
  relearningSteps: Steps,
}) satisfies z.ZodType<SchedulingParameters>

/** FSRS-6's own weights; a learner's own take their place once there are reviews enough to find them. */
export const DEFAULT_PARAMETERS: SchedulingParameters = {
  weights: [...default_w],
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  fuzz: true,
  learningSteps: [1, 10],
  relearningSteps: [10],
}

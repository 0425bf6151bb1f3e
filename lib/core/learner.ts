/**
 * A learner is somebody who studies here, with the settings that decide what a study day, a session and a grade button are.
 */
import { z } from 'zod'
import type { LearnerId } from './ids'
import type { StudyDay } from './time/study-day'

/** How much a session is at most: about so many minutes, or so many questions. */
export const Budget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.enum(['minutes', 'cards']), size: z.int().min(1).max(200) }),
])
export type Budget = z.infer<typeof Budget>

export const LearnerSettings = z.object({
  /** Hour of the night at which a study day ends. */
  rolloverHour: z.int().min(0).max(23),
  desiredRetention: z.number().min(0.7).max(0.97),
  /** New items a day. */
  newPerDay: z.int().min(0).max(1000),
  /** Whether the grade buttons say when the card comes back. */
  showIntervals: z.boolean(),
  /** four: Again, Hard, Good, Easy; two: Forgot, Remembered. */
  gradeButtons: z.enum(['four', 'two']),
  budget: Budget,
  /** No new items while a backlog is worked off. */
  holdNew: z.boolean(),
  /** Among the days that are as good for a card, one with less is preferred. */
  balanceLoad: z.boolean(),
  /** How much each day of the week shall hold, Monday … Sunday. */
  easyDays: z.array(z.enum(['normal', 'fewer', 'none'])).length(7),
})
export type LearnerSettings = z.infer<typeof LearnerSettings>

export type Learner = LearnerSettings & {
  readonly id: LearnerId
  /** IANA zone last seen on one of the learner's devices. */
  readonly timeZone: string
  /** The weights found from the learner's own reviews, where they are in use; null: the usual ones. */
  readonly ownWeights: { readonly number: number; readonly weights: readonly number[] } | null
  /** When (milliseconds since 1970) all due days were last set anew, and the name of the parameters they were set with. */
  readonly rescheduled: { readonly at: number; readonly with: string } | null
  /** A backlog worked off at a pace; null where there is no such plan. */
  readonly catchUp: CatchUp | null
  /** Whether they sit in a class as a student: something may be assigned to them. */
  readonly isStudent: boolean
}

export type CatchUp = {
  /** Questions a day. */
  readonly perDay: number
  /** The study day it was begun on. */
  readonly since: StudyDay
}

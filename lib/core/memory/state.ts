/**
 * A card's state is what its reviews amount to: computed by the fold, cached on the card, never edited by hand.
 */
import type { StudyDay } from '../time/study-day'

export type MemoryState =
  | { readonly phase: 'new' }
  | {
      /** learning: on the way in; relearning: forgotten, on the way back; review: scheduled by day. */
      readonly phase: 'learning' | 'relearning' | 'review'
      /** Index of the learning step; 0 in review. */
      readonly step: number
      /** Days until recall falls to 90 %. */
      readonly stability: number
      /** 1 … 10. */
      readonly difficulty: number
      readonly reps: number
      readonly lapses: number
      readonly lastStudyDay: StudyDay
      /** The day it is due, fuzz included. */
      readonly dueDay: StudyDay
      /** Milliseconds since 1970 of the last counted review, and of when a learning step is over (= lastAt in review). */
      readonly lastAt: number
      readonly dueAt: number
    }

export type CardState = {
  readonly memory: MemoryState
  /** Not asked on this study day (the day it was buried on), or null. */
  readonly buriedOn: StudyDay | null
  readonly suspended: { readonly reason: string } | null
}

/** What the fold needs to know of a learner. */
export type SchedulingParameters = {
  /** FSRS-6: 21 weights. */
  readonly weights: readonly number[]
  /** 0.7 … 0.97 */
  readonly desiredRetention: number
  readonly maximumIntervalDays: number
  /** False only for checks and vectors. */
  readonly fuzz: boolean
  /** Minutes: [1, 10] and [10]. */
  readonly learningSteps: readonly number[]
  readonly relearningSteps: readonly number[]
}

/** A memory for tests that say only what matters to them of it. */
import { toStudyDay } from '../time/study-day'
import type { MemoryState } from './state'

export type Known = Exclude<MemoryState, { phase: 'new' }>

/** Answered three times, never forgotten, five days old and due on day 5. */
export const known = (change: Partial<Known> = {}): Known => ({
  phase: 'review',
  step: 0,
  stability: 5,
  difficulty: 5,
  reps: 3,
  lapses: 0,
  lastStudyDay: toStudyDay(0),
  dueDay: toStudyDay(5),
  lastAt: 0,
  dueAt: 0,
  ...change,
})

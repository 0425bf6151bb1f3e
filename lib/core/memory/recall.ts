import type { StudyDay } from '../time/study-day'
import { algorithmFor } from './algorithm'
import type { MemoryState, SchedulingParameters } from './state'

/** As much of a memory as recall depends on. */
export type Remembered =
  | Extract<MemoryState, { phase: 'new' }>
  | Pick<Exclude<MemoryState, { phase: 'new' }>, 'phase' | 'stability' | 'lastStudyDay'>

/**
 * The probability that the card is recalled on `studyDay`, 0 … 1; null for a card never answered, and on the day of
 * its last review: the model counts days and has nothing true to say within one.
 */
export function recallNow(
  memory: Remembered,
  studyDay: StudyDay,
  parameters: SchedulingParameters,
): number | null {
  if (memory.phase === 'new') return null
  const elapsed = studyDay - memory.lastStudyDay
  if (elapsed <= 0) return null
  return algorithmFor(parameters).forgetting_curve(elapsed, memory.stability)
}

/** What is lost by asking a card a day later: the measure by which a backlog is worked off. */
import type { StudyDay } from '../time/study-day'
import { algorithmFor, nextStrength } from './algorithm'
import { meanRecall, recallAfter } from './forgetting'
import type { MemoryState, SchedulingParameters } from './state'

/** Days over which what a review wins is counted. */
const HORIZON_DAYS = 30

/**
 * Recall lost by a day's waiting, in recalls (0 … 1): the chance that the card is forgotten in this one day,
 *   R(t) − R(t + 1),  t whole days since the last review,
 * times what being remembered wins over having to be learned again: the mean recall over the 30 days after a Good less
 * that after an Again, by FSRS' own next stabilities. Of two cards at the same recall the weaker loses more, since its
 * curve is steeper; one that is nearly lost already loses little, because the curve has flattened out.
 * 0 for a card in a learning step or new: those have an order of their own.
 */
export function recallLost(
  memory: MemoryState,
  studyDay: StudyDay,
  parameters: SchedulingParameters,
): number {
  if (memory.phase !== 'review') return 0
  const algorithm = algorithmFor(parameters)
  const { forgetting } = algorithm
  const elapsed = Math.max(0, studyDay - memory.lastStudyDay)
  const forgotten =
    recallAfter(elapsed, memory.stability, forgetting) -
    recallAfter(elapsed + 1, memory.stability, forgetting)
  const after = (grade: 1 | 3) =>
    meanRecall(
      HORIZON_DAYS,
      nextStrength(algorithm, memory, elapsed, grade, 'typed').stability,
      forgetting,
    )
  return forgotten * Math.max(0, after(3) - after(1))
}

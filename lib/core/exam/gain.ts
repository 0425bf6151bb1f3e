/** What asking an item on a day adds to its credit on the day of the exam, as the scheduler believes it. */
import { algorithmFor, type Fsrs6, nextStrength, type Strength } from '../memory/algorithm'
import type { MemoryState } from '../memory/state'
import type { StudyDay } from '../time/study-day'
import { type Belief, recallBelieved } from './belief'
import { type Grades, knownAtFirst, type LivingItem } from './world'

/**
 * Expected credit on the exam's day if the item is asked on `day` and then no more, less what it is if it is not asked at
 * all, 0 … 1; 0 on the day of its last answer. What is forgotten is learned again on the same day.
 */
export function creditGain(
  item: LivingItem,
  day: StudyDay,
  examDay: StudyDay,
  belief: Belief,
  grades: Grades,
): number {
  const sum = item.cards.reduce(
    (so, { memory }) => so + gainOf(memory, day, examDay, belief, grades),
    0,
  )
  return sum / item.cards.length
}

function gainOf(
  memory: MemoryState,
  day: StudyDay,
  examDay: StudyDay,
  belief: Belief,
  grades: Grades,
): number {
  const algorithm = algorithmFor(belief.parameters)
  const credit = (from: StudyDay, stability: number) =>
    recallBelieved(belief, examDay - from, stability)
  const asked = (before: Strength | null, elapsed: number, recall: number) =>
    recall * credit(day, nextStrength(algorithm, before, elapsed, 3, 'typed').stability) +
    (1 - recall) * credit(day, relearned(algorithm, before, elapsed).stability)
  if (memory.phase === 'new') return asked(null, 0, knownAtFirst(grades))
  const elapsed = day - memory.lastStudyDay
  if (elapsed <= 0) return 0
  const recall = recallBelieved(belief, elapsed, memory.stability)
  return asked(memory, elapsed, recall) - credit(memory.lastStudyDay, memory.stability)
}

/** After an Again and the Good that ends its learning step on the same day. */
function relearned(algorithm: Fsrs6, before: Strength | null, elapsed: number): Strength {
  const forgotten = nextStrength(algorithm, before, elapsed, 1, 'typed')
  return nextStrength(algorithm, forgotten, 0, 3, 'typed')
}

/** How far one student is with an assignment, as teachers look at it: besides what is done, how much of it is on the way. */
import type { SchedulingParameters } from '../../memory/state'
import type { StudyDay } from '../../time/study-day'
import type { Goal } from '../assignment'
import {
  type AssignedItem,
  isIntroduced,
  itemDays,
  type Progress,
  progressOf,
  recallExpected,
} from '../progress'

export type StudentProgress = Progress & {
  /** 0 … 1: how much of what the goal asks is there. */
  readonly share: number
  /** Mean chance of recall today, 0 … 1; what was never asked counts 0. Null where nothing was asked. */
  readonly recall: number | null
}

export function studentProgress(
  items: readonly AssignedItem[],
  { goal, dueOn }: { readonly goal: Goal; readonly dueOn: StudyDay },
  today: StudyDay,
  parameters: SchedulingParameters,
): StudentProgress {
  const progress = progressOf(items, { goal, dueOn }, today, parameters)
  const recall = mean(items.map((item) => recallExpected(item, today, parameters)))
  return {
    ...progress,
    share: progress.met ? 1 : Math.min(1, shareOf(items, goal, progress)),
    recall: items.some(isIntroduced) ? recall : null,
  }
}

function shareOf(items: readonly AssignedItem[], goal: Goal, progress: Progress): number {
  switch (goal.kind) {
    case 'introduced':
      return mean(items.map((item) => (isIntroduced(item) ? 1 : 0)))
    case 'recalled':
      return mean(items.map((item) => Math.min(1, itemDays(item) / goal.days)))
    case 'expected':
      return (progress.expected ?? 0) / goal.recall
  }
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

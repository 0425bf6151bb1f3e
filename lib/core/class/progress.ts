/** How far a student is with an assignment: counted from their own memory and answers, the same whoever looks at it. */
import { type Remembered, recallNow } from '../memory/recall'
import type { SchedulingParameters } from '../memory/state'
import { effectiveEvents, sinceReset } from '../review/effective'
import type { ReviewEvent } from '../review/event'
import { addDays, type StudyDay } from '../time/study-day'
import type { Goal } from './assignment'

export type AssignedCard = {
  readonly memory: Remembered
  /** See daysRecalled. */
  readonly daysRecalled: number
}

/** An item of the assignment as one student has it; without cards where they do not have it. */
export type AssignedItem = { readonly cards: readonly AssignedCard[] }

export type Progress = {
  readonly items: number
  /** Answered at least once; a list is asked as a whole. */
  readonly introduced: number
  /** Items that have reached the goal by themselves. */
  readonly done: number
  /** Mean recall expected on the due date, or today where that has passed, 0 … 1; null where there are no items. */
  readonly expected: number | null
  /** Whether the assignment is done. */
  readonly met: boolean
}

/** Study days on which a card was recalled at the first answer of the day, since it was last started over. */
export function daysRecalled(events: readonly ReviewEvent[]): number {
  const first = new Map<StudyDay, boolean>()
  for (const event of sinceReset(effectiveEvents(events))) {
    if (event.kind !== 'review' || first.has(event.studyDay)) continue
    first.set(event.studyDay, event.grade > 1)
  }
  return [...first.values()].filter(Boolean).length
}

/**
 * What is expected to be recalled of an item on a day if nothing more is answered until then, 0 … 1; of a list the mean
 * of its elements. What was answered on the day counts as a day old: within a day the model has nothing true to say.
 */
export function recallExpected(
  { cards }: AssignedItem,
  day: StudyDay,
  parameters: SchedulingParameters,
): number {
  if (cards.length === 0) return 0
  const sum = cards.reduce((all, { memory }) => all + recallOn(memory, day, parameters), 0)
  return sum / cards.length
}

function recallOn(memory: Remembered, day: StudyDay, parameters: SchedulingParameters): number {
  if (memory.phase === 'new') return 0
  const next = addDays(memory.lastStudyDay, 1)
  return recallNow(memory, day > next ? day : next, parameters) ?? 0
}

export const isIntroduced = ({ cards }: AssignedItem): boolean =>
  cards.some(({ memory }) => memory.phase !== 'new')

/** On so many study days an item was recalled; a list as often as the element that was recalled least. */
export const itemDays = ({ cards }: AssignedItem): number =>
  cards.length === 0 ? 0 : Math.min(...cards.map((card) => card.daysRecalled))

export function progressOf(
  items: readonly AssignedItem[],
  { goal, dueOn }: { readonly goal: Goal; readonly dueOn: StudyDay },
  today: StudyDay,
  parameters: SchedulingParameters,
): Progress {
  const day = dueOn > today ? dueOn : today
  const recalls = items.map((item) => recallExpected(item, day, parameters))
  const introduced = items.filter(isIntroduced).length
  const done = items.filter((item, n) => isDone(item, goal, recalls[n] ?? 0)).length
  const expected =
    items.length === 0 ? null : recalls.reduce((sum, recall) => sum + recall, 0) / items.length
  const met = goal.kind === 'expected' ? (expected ?? 0) >= goal.recall : done === items.length
  return { items: items.length, introduced, done, expected, met: met && items.length > 0 }
}

function isDone(item: AssignedItem, goal: Goal, recall: number): boolean {
  switch (goal.kind) {
    case 'introduced':
      return isIntroduced(item)
    case 'recalled':
      return itemDays(item) >= goal.days
    case 'expected':
      return recall >= goal.recall
  }
}

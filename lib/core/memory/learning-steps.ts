/**
 * Learning steps bring a new or forgotten card through its first minutes. The memory model counts in days and is worse
 * than a constant within one, so these minutes are fixed.
 */
import type { Grade } from '../review/event'
import type { MemoryState, SchedulingParameters } from './state'

/** What a grade leads to: another step, so many minutes later, or a day of the schedule. */
export type Move =
  | { readonly to: 'learning' | 'relearning'; readonly step: number; readonly minutes: number }
  | { readonly to: 'review' }

const GRADUATED: Move = { to: 'review' }

/** Again in review is a lapse and goes to the first relearning step; every other grade there stays in review. */
export function moveAfter(
  memory: { readonly phase: MemoryState['phase']; readonly step: number },
  grade: Grade,
  parameters: SchedulingParameters,
): Move {
  switch (memory.phase) {
    case 'new':
      return moveWithin('learning', parameters.learningSteps, 0, grade)
    case 'learning':
    case 'relearning':
      return moveWithin(memory.phase, stepsOf(memory.phase, parameters), memory.step, grade)
    case 'review':
      return grade === 1
        ? moveWithin('relearning', parameters.relearningSteps, 0, grade)
        : GRADUATED
  }
}

function stepsOf(phase: 'learning' | 'relearning', parameters: SchedulingParameters) {
  return phase === 'learning' ? parameters.learningSteps : parameters.relearningSteps
}

/** Again goes to the first step, Hard repeats the step, Good goes on, Easy leaves. Past the last step is review. */
function moveWithin(
  phase: 'learning' | 'relearning',
  steps: readonly number[],
  step: number,
  grade: Grade,
): Move {
  const to = grade === 1 ? 0 : grade === 2 ? Math.min(step, steps.length - 1) : step + 1
  const delay = steps[to]
  if (grade === 4 || delay === undefined) return GRADUATED
  const minutes = grade === 2 && to === 0 ? hardOnFirst(steps, delay) : delay
  return { to: phase, step: to, minutes }
}

/**
 * Hard waits as long as its step says. On the first step that would be no longer than after Again, so it waits
 * halfway to the second (1 and 10 minutes: 6), and where there is no second, half as long again (10: 15).
 */
function hardOnFirst(steps: readonly number[], first: number): number {
  const second = steps[1]
  return Math.round(second === undefined ? first * 1.5 : (first + second) / 2)
}

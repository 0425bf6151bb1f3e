/**
 * One review, one step of memory: what an answer does to a card's strength, and when the card is due again. Preview,
 * answer and replay all go through here, so that what a button says is what happens.
 */
import type { CardId } from '../ids'
import type { Grade } from '../review/event'
import { addDays, type StudyDay } from '../time/study-day'
import { algorithmFor, nextStrength } from './algorithm'
import { drawFor, fuzzed } from './fuzz'
import { type Move, moveAfter } from './learning-steps'
import type { MemoryState, SchedulingParameters } from './state'

/** `at`: milliseconds since 1970. */
export type Answer = { readonly grade: Grade; readonly at: number; readonly studyDay: StudyDay }

type Scheduled = Exclude<MemoryState, { phase: 'new' }>
/** A card between two reviews without its due day, which no later review depends on. */
type Progress = Omit<Scheduled, 'dueDay' | 'dueAt'>

const NOT_BEGUN = { phase: 'new', step: 0 } as const

export function applyReview(
  cardId: CardId,
  memory: MemoryState,
  answer: Answer,
  parameters: SchedulingParameters,
): MemoryState {
  return applyReviews(cardId, memory, [answer], parameters)
}

/** The same as applying one after the other, at a fraction of the cost: only the last due day is worked out. */
export function applyReviews(
  cardId: CardId,
  memory: MemoryState,
  answers: readonly Answer[],
  parameters: SchedulingParameters,
): MemoryState {
  let before: Progress | null = null
  let after: Progress | null = memory.phase === 'new' ? null : memory
  let last: Answer | undefined
  for (const answer of answers) {
    before = after
    after = advance(before, answer, parameters)
    last = answer
  }
  if (!after || !last) return memory
  return { ...after, ...dueAfter(cardId, before, after, last, parameters) }
}

function advance(
  before: Progress | null,
  { grade, at, studyDay }: Answer,
  parameters: SchedulingParameters,
): Progress {
  const move = moveAfter(before ?? NOT_BEGUN, grade, parameters)
  const strength = nextStrength(
    algorithmFor(parameters),
    before,
    elapsedDays(before, studyDay),
    grade,
  )
  return {
    phase: move.to,
    step: move.to === 'review' ? 0 : move.step,
    stability: strength.stability,
    difficulty: strength.difficulty,
    reps: (before?.reps ?? 0) + 1,
    lapses: (before?.lapses ?? 0) + (before?.phase === 'review' && grade === 1 ? 1 : 0),
    lastStudyDay: studyDay,
    lastAt: at,
  }
}

/** A learner who flies west can study on an earlier day than before: no time has passed then. */
function elapsedDays(before: Progress | null, studyDay: StudyDay): number {
  return before ? Math.max(0, studyDay - before.lastStudyDay) : 0
}

function dueAfter(
  cardId: CardId,
  before: Progress | null,
  after: Progress,
  { grade, at, studyDay }: Answer,
  parameters: SchedulingParameters,
): Pick<Scheduled, 'dueDay' | 'dueAt'> {
  const move = moveAfter(before ?? NOT_BEGUN, grade, parameters)
  if (move.to !== 'review') return { dueDay: studyDay, dueAt: at + move.minutes * 60_000 }
  const draw = parameters.fuzz ? drawFor(cardId, after.reps) : null
  const days = intervalDays(before, grade, studyDay, draw, parameters)
  return { dueDay: addDays(studyDay, days), dueAt: at }
}

/**
 * Whole days until a card is due that `grade` puts on the schedule: at least 1, at most the maximum, and within that
 * Again ≤ Hard < Good < Easy among the grades that lead to a day (as in ts-fsrs, which lets Easy pass the maximum).
 */
function intervalDays(
  before: Progress | null,
  grade: Grade,
  studyDay: StudyDay,
  draw: number | null,
  parameters: SchedulingParameters,
): number {
  const algorithm = algorithmFor(parameters)
  const elapsed = elapsedDays(before, studyDay)
  const maximum = parameters.maximumIntervalDays
  const leadsToDay = (g: Grade): boolean => isReview(moveAfter(before ?? NOT_BEGUN, g, parameters))
  const alone = (g: Grade): number => {
    const { stability } = nextStrength(algorithm, before, elapsed, g)
    const days = algorithm.next_interval(stability, elapsed)
    return draw === null ? days : fuzzed(days, elapsed, maximum, draw)
  }
  const ordered = (g: Grade): number => {
    if (g === 1) return Math.min(alone(1), ordered(2))
    if (g === 2) return Math.min(alone(2), alone(3))
    if (g === 3) return leadsToDay(2) ? Math.max(alone(3), ordered(2) + 1) : alone(3)
    return leadsToDay(3) ? Math.max(alone(4), ordered(3) + 1) : alone(4)
  }
  return Math.min(ordered(grade), maximum)
}

function isReview(move: Move): boolean {
  return move.to === 'review'
}

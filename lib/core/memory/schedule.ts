/**
 * One review, one step of memory: what an answer does to a card's strength, and when the card is due again. Preview,
 * answer and replay all go through here, so that what a button says is what happens.
 */
import type { CardId } from '../ids'
import type { Form } from '../items/item'
import type { Grade } from '../review/event'
import { addDays, type StudyDay } from '../time/study-day'
import { algorithmFor, nextStrength } from './algorithm'
import { drawFor, drawn, type FuzzRange, fuzzRange } from './fuzz'
import { type Move, moveAfter } from './learning-steps'
import { balanced, type DueLoad } from './load'
import type { MemoryState, SchedulingParameters } from './state'

/** As much of a review as memory depends on. `at`: milliseconds since 1970. */
export type Answer = {
  readonly grade: Grade
  readonly form: Form
  readonly at: number
  readonly studyDay: StudyDay
  /** The day the button promised, where other cards had a say in it. */
  readonly dueDay?: StudyDay
}

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
  { grade, form, at, studyDay }: Answer,
  parameters: SchedulingParameters,
): Progress {
  const move = moveAfter(before ?? NOT_BEGUN, grade, parameters)
  const strength = nextStrength(
    algorithmFor(parameters),
    before,
    elapsedDays(before, studyDay),
    grade,
    form,
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
  answer: Answer,
  parameters: SchedulingParameters,
): Pick<Scheduled, 'dueDay' | 'dueAt'> {
  const { grade, at, studyDay, dueDay } = answer
  const move = moveAfter(before ?? NOT_BEGUN, grade, parameters)
  if (move.to !== 'review') return { dueDay: studyDay, dueAt: at + move.minutes * 60_000 }
  if (dueDay !== undefined && isWithinFuzz(before, answer, dueDay, parameters))
    return { dueDay, dueAt: at }
  const lot = drawFor(cardId, after.reps)
  const days = intervalDays(before, answer, (range) => drawn(range, lot), parameters)
  return { dueDay: addDays(studyDay, days), dueAt: at }
}

/**
 * Whether a promised day is one that the fuzz of this very review can give. After an answer from elsewhere came in
 * between, the interval is another one, and a promise made without it may be nonsense.
 */
function isWithinFuzz(
  before: Progress | null,
  answer: Answer,
  dueDay: StudyDay,
  parameters: SchedulingParameters,
): boolean {
  const days = dueDay - answer.studyDay
  // What is picked grows with each range's ends, so the ends bound every choice from within.
  return (
    parameters.fuzz &&
    days >= intervalDays(before, answer, (range) => range.first, parameters) &&
    days <= intervalDays(before, answer, (range) => range.last, parameters)
  )
}

/** The day to promise for an answer, seeing what else is due; null where it leads to no day, or without fuzz. */
export function chooseDueDay(
  cardId: CardId,
  memory: MemoryState,
  answer: Answer,
  parameters: SchedulingParameters,
  load: DueLoad,
): StudyDay | null {
  const before = memory.phase === 'new' ? null : memory
  if (!parameters.fuzz || !isReview(moveAfter(before ?? NOT_BEGUN, answer.grade, parameters)))
    return null
  const { studyDay } = answer
  const lot = drawFor(cardId, (before?.reps ?? 0) + 1)
  const pick: PickDay = (range) => balanced(range, studyDay, lot, load)
  return addDays(studyDay, intervalDays(before, answer, pick, parameters))
}

/** One day of a range. */
type PickDay = (range: FuzzRange) => number

/**
 * Whole days until a card is due that an answer puts on the schedule: at least 1, at most the maximum, and within that
 * Again ≤ Hard < Good < Easy among the grades that lead to a day (as in ts-fsrs, which lets Easy pass the maximum).
 */
function intervalDays(
  before: Progress | null,
  { grade, form, studyDay }: Answer,
  pick: PickDay,
  parameters: SchedulingParameters,
): number {
  const algorithm = algorithmFor(parameters)
  const elapsed = elapsedDays(before, studyDay)
  const maximum = parameters.maximumIntervalDays
  const leadsToDay = (g: Grade): boolean => isReview(moveAfter(before ?? NOT_BEGUN, g, parameters))
  const alone = (g: Grade): number => {
    const { stability } = nextStrength(algorithm, before, elapsed, g, form)
    const days = algorithm.next_interval(stability, elapsed)
    return parameters.fuzz ? pick(fuzzRange(days, elapsed, maximum)) : days
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

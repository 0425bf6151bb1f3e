/**
 * One review, one step of memory: what an answer does to a card's strength, and when the card is due again. Preview,
 * answer and replay all go through here, so that what a button says is what happens.
 */
import type { CardId } from '../ids'
import type { Form } from '../items/item'
import type { Grade } from '../review/event'
import { addDays, type StudyDay, toStudyDay } from '../time/study-day'
import { algorithmFor, type Fsrs6, nextStrength } from './algorithm'
import { drawFor, drawn, type FuzzRange, fuzzRange } from './fuzz'
import { moveAfter } from './learning-steps'
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
  const last = answers.at(-1)
  if (!last) return memory
  const algorithm = algorithmFor(parameters)
  const walk = walkFrom(memory)
  for (let i = 0; i < answers.length - 1; i++) {
    const answer = answers[i]
    if (answer) advance(walk, answer, algorithm, parameters)
  }
  const before = walk.begun ? { ...walk } : null
  advance(walk, last, algorithm, parameters)
  const { phase, step, stability, difficulty, reps, lapses, lastStudyDay, lastAt } = walk
  const after = { phase, step, stability, difficulty, reps, lapses, lastStudyDay, lastAt }
  return { ...after, ...dueAfter(cardId, before, after, last, parameters) }
}

/** A memory on its way through its answers, changed in place: a value for each would cost half as much again. */
type Walk = { -readonly [Key in keyof Progress]: Progress[Key] } & { begun: boolean }

function walkFrom(memory: MemoryState): Walk {
  const isNew = memory.phase === 'new'
  return {
    begun: !isNew,
    phase: isNew ? 'learning' : memory.phase,
    step: isNew ? 0 : memory.step,
    stability: isNew ? 0 : memory.stability,
    difficulty: isNew ? 0 : memory.difficulty,
    reps: isNew ? 0 : memory.reps,
    lapses: isNew ? 0 : memory.lapses,
    lastStudyDay: isNew ? toStudyDay(0) : memory.lastStudyDay,
    lastAt: isNew ? 0 : memory.lastAt,
  }
}

function advance(
  walk: Walk,
  { grade, form, at, studyDay }: Answer,
  algorithm: Fsrs6,
  parameters: SchedulingParameters,
): void {
  const before = walk.begun ? walk : null
  const move = moveAfter(before ?? NOT_BEGUN, grade, parameters)
  const strength = nextStrength(algorithm, before, elapsedDays(before, studyDay), grade, form)
  if (walk.begun && walk.phase === 'review' && grade === 1) walk.lapses++
  walk.begun = true
  walk.phase = move.to
  walk.step = move.to === 'review' ? 0 : move.step
  walk.stability = strength.stability
  walk.difficulty = strength.difficulty
  walk.reps++
  walk.lastStudyDay = studyDay
  walk.lastAt = at
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
  const stabilities = { [grade]: after.stability }
  const step: Step = { before, answer, parameters, stabilities }
  if (dueDay !== undefined && isWithinFuzz(step, dueDay)) return { dueDay, dueAt: at }
  const lot = drawFor(cardId, after.reps)
  const days = intervalDays(step, (range) => drawn(range, lot))
  return { dueDay: addDays(studyDay, days), dueAt: at }
}

/** One answer to a memory. `stabilities` by grade: as far as they have been worked out. */
type Step = {
  readonly before: Progress | null
  readonly answer: Answer
  readonly parameters: SchedulingParameters
  readonly stabilities: Partial<Record<Grade, number>>
}

/**
 * Whether a promised day is one that the fuzz of this very review can give. After an answer from elsewhere came in
 * between, the interval is another one, and a promise made without it may be nonsense.
 */
function isWithinFuzz(step: Step, dueDay: StudyDay): boolean {
  const days = dueDay - step.answer.studyDay
  // What is picked grows with each range's ends, so the ends bound every choice from within.
  return (
    step.parameters.fuzz &&
    days >= intervalDays(step, (range) => range.first) &&
    days <= intervalDays(step, (range) => range.last)
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
  const step: Step = { before, answer, parameters, stabilities: {} }
  if (!parameters.fuzz || !leadsToDay(step, answer.grade)) return null
  const { studyDay } = answer
  const lot = drawFor(cardId, (before?.reps ?? 0) + 1)
  return addDays(
    studyDay,
    intervalDays(step, (range) => balanced(range, studyDay, lot, load)),
  )
}

/** One day of a range. */
type PickDay = (range: FuzzRange) => number

/**
 * Whole days until a card is due that an answer puts on the schedule: at least 1, at most the maximum, and within that
 * Again ≤ Hard < Good < Easy among the grades that lead to a day (as in ts-fsrs, which lets Easy pass the maximum).
 */
function intervalDays(step: Step, pick: PickDay): number {
  const days = daysInOrder(step, step.answer.grade, pick)
  return Math.min(days, step.parameters.maximumIntervalDays)
}

function daysInOrder(step: Step, grade: Grade, pick: PickDay): number {
  const alone = daysAlone(step, grade, pick)
  switch (grade) {
    case 1:
      return Math.min(alone, daysInOrder(step, 2, pick))
    case 2:
      return Math.min(alone, daysAlone(step, 3, pick))
    case 3:
      // Hard's own days, which are at most these.
      return leadsToDay(step, 2)
        ? Math.max(alone, Math.min(daysAlone(step, 2, pick), alone) + 1)
        : alone
    case 4:
      return leadsToDay(step, 3) ? Math.max(alone, daysInOrder(step, 3, pick) + 1) : alone
  }
}

function daysAlone(step: Step, grade: Grade, pick: PickDay): number {
  const { before, answer, parameters, stabilities } = step
  const algorithm = algorithmFor(parameters)
  const elapsed = elapsedDays(before, answer.studyDay)
  const stability =
    stabilities[grade] ?? nextStrength(algorithm, before, elapsed, grade, answer.form).stability
  stabilities[grade] = stability
  const days = algorithm.next_interval(stability, elapsed)
  return parameters.fuzz ? pick(fuzzRange(days, elapsed, parameters.maximumIntervalDays)) : days
}

function leadsToDay({ before, parameters }: Step, grade: Grade): boolean {
  return moveAfter(before ?? NOT_BEGUN, grade, parameters).to === 'review'
}

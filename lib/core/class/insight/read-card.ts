/**
 * A card's log read answer by answer, each with what the memory model said of it before: the same steps of memory as in
 * the fold, without the due days, which no forecast depends on.
 */
import { algorithmFor, nextStrength, type Strength } from '../../memory/algorithm'
import { GUESS_CHANCE, isPicked } from '../../memory/guess'
import type { Remembered } from '../../memory/recall'
import type { SchedulingParameters } from '../../memory/state'
import { effectiveEvents } from '../../review/effective'
import type { ReviewEvent } from '../../review/event'
import type { StudyDay } from '../../time/study-day'
import { daysRecalled } from '../progress'

type Review = Extract<ReviewEvent, { kind: 'review' }>

export type SaidAnswer = Pick<
  Review,
  'id' | 'at' | 'studyDay' | 'grade' | 'form' | 'durationMs' | 'typed' | 'overruled'
> & {
  /** The card's first answer on its study day. */
  readonly firstOfDay: boolean
  /**
   * The chance that it would be right, 0 … 1, a lucky guess among options included. Null where the model says nothing: of
   * a card never answered before, and of a second answer on one day.
   */
  readonly said: number | null
}

const NEVER: Remembered = { phase: 'new' }

export type CardReading = {
  /** Every answer that was not taken back, in order of time. */
  readonly answers: readonly SaidAnswer[]
  /** Where the memory of the card stands; started over it is new again. */
  readonly memory: Remembered
  /** See there. */
  readonly daysRecalled: number
}

/** `events` of one card, in any order and with repetitions. */
export function readCard(
  events: readonly ReviewEvent[],
  parameters: SchedulingParameters,
): CardReading {
  const algorithm = algorithmFor(parameters)
  const answers: SaidAnswer[] = []
  let strength: Strength | null = null
  let lastStudyDay: StudyDay | null = null
  for (const event of effectiveEvents(events)) {
    if (event.kind === 'reset') {
      strength = null
      lastStudyDay = null
    }
    if (event.kind !== 'review') continue
    // Who flies west can study on an earlier day than before: no time has passed then.
    const elapsed: number = lastStudyDay === null ? 0 : Math.max(0, event.studyDay - lastStudyDay)
    const firstOfDay = lastStudyDay === null || elapsed > 0
    const recall: number | null =
      strength && elapsed > 0 ? algorithm.forgetting_curve(elapsed, strength.stability) : null
    answers.push(answerOf(event, firstOfDay, recall))
    strength = nextStrength(algorithm, strength, elapsed, event.grade, event.form)
    lastStudyDay = event.studyDay
  }
  const memory: Remembered =
    strength === null || lastStudyDay === null
      ? NEVER
      : { phase: 'review', stability: strength.stability, lastStudyDay }
  return { answers, memory, daysRecalled: daysRecalled(events) }
}

function answerOf(event: Review, firstOfDay: boolean, recall: number | null): SaidAnswer {
  const { id, at, studyDay, grade, form, durationMs, typed, overruled } = event
  const said = recall !== null && isPicked(form) ? recall + (1 - recall) * GUESS_CHANCE : recall
  return { id, at, studyDay, grade, form, durationMs, typed, overruled, firstOfDay, said }
}

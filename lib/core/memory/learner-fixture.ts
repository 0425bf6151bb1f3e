/** Learners whose true memory is known: their logs are drawn from FSRS with weights of their own, the same for the same seed. */
import { CardId, ReviewId } from '../ids'
import type { EffectiveEvent } from '../review/effective'
import type { Grade, ReviewEvent } from '../review/event'
import { addDays, type StudyDay } from '../time/study-day'
import { draw } from './draw'
import { applyEvent, NEW_CARD } from './fold'
import { DEFAULT_PARAMETERS } from './parameters'
import { recallNow } from './recall'
import type { SchedulingParameters } from './state'

/** Somebody who forgets sooner than most, and whose memory grows less with each review. */
export const FORGETFUL: SchedulingParameters = {
  ...DEFAULT_PARAMETERS,
  weights: DEFAULT_PARAMETERS.weights.map((weight, index) => {
    const times = index < 4 ? 0.15 : index === 8 ? 0.5 : 1
    return Math.round(weight * times * 10_000) / 10_000
  }),
}

type Learner = {
  readonly seed: string
  readonly cards: readonly CardId[]
  readonly from: StudyDay
  readonly days: number
  /** Recall as it truly is; 'usual' for the usual weights, or a function of the day for those who do not follow the model. */
  readonly truth: SchedulingParameters | ((day: StudyDay) => SchedulingParameters | number)
}

const DAY_MS = 86_400_000
let made = 0
const nextId = () =>
  ReviewId.parse(`018f4e5a-1111-7000-8000-${(made++).toString(16).padStart(12, '0')}`)

/** Cards are met some a day, come back when the usual weights say so or a little later, and again after being forgotten. */
export function logsOf(learner: Learner): Map<CardId, ReviewEvent[]> {
  return new Map(learner.cards.map((id, index) => [id, logOf(learner, id, index)]))
}

function logOf({ seed, from, days, truth }: Learner, cardId: CardId, index: number): ReviewEvent[] {
  // The same fuzz for the same place in the list, whatever the card is called.
  const [drawn = cardId] = cardIds(1, index)
  const events: ReviewEvent[] = []
  let scheduled = NEW_CARD
  let real = NEW_CARD
  let day = addDays(from, Math.floor(draw(`${seed}:${index}`) * days * 0.4))
  const end = addDays(from, days)
  const answer = (grade: Grade, on: StudyDay, parameters: SchedulingParameters) => {
    const at = on * DAY_MS + 8 * 3_600_000 + index * 20_000 + events.length * 7_000
    const event: EffectiveEvent = {
      id: nextId(),
      cardId,
      kind: 'review',
      form: 'typed',
      typed: '',
      overruled: false,
      grade,
      at: at,
      studyDay: on,
      durationMs: 6_000,
    }
    events.push(event)
    scheduled = applyEvent(drawn, scheduled, event, DEFAULT_PARAMETERS)
    real = applyEvent(drawn, real, event, parameters)
  }
  while (day < end) {
    const now = typeof truth === 'function' ? truth(day) : truth
    const parameters = typeof now === 'number' ? DEFAULT_PARAMETERS : now
    const chance = typeof now === 'number' ? now : recallNow(real.memory, day, parameters)
    const lot = draw(`${seed}:${drawn}:${events.length}`)
    const grade = chance === null ? (lot < 0.3 ? 1 : 3) : lot < chance ? (lot < 0.1 ? 4 : 3) : 1
    answer(grade, day, parameters)
    while (scheduled.memory.phase !== 'review') answer(3, day, parameters)
    const late = Math.floor(draw(`${seed}:late:${drawn}:${events.length}`) * 4)
    day = addDays(scheduled.memory.dueDay, late)
  }
  return events
}

export const cardIds = (count: number, from = 0): CardId[] =>
  Array.from({ length: count }, (_, n) =>
    CardId.parse(`018f4e5a-0000-7000-8000-${(0xf00000 + from + n).toString(16).padStart(12, '0')}`),
  )

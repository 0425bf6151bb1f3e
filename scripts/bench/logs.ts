/** Logs of cards as a learner leaves them who studies what is due and answers as the memory model foretells. */
import { CardId, ReviewId } from '@/lib/core/ids'
import { draw } from '@/lib/core/memory/draw'
import { foldCard } from '@/lib/core/memory/fold'
import { recallNow } from '@/lib/core/memory/recall'
import type { MemoryState, SchedulingParameters } from '@/lib/core/memory/state'
import type { Grade, ReviewEvent } from '@/lib/core/review/event'
import { addDays, type StudyDay, toStudyDay } from '@/lib/core/time/study-day'

const DAY_MS = 86_400_000
const FIRST_DAY = 20_000
/** Of ten answers in a log so many: real collections hold between five and fifteen reviews a card. */
const FEWEST = 5
const MOST = 15

export interface Log {
  readonly cardId: CardId
  readonly events: readonly ReviewEvent[]
}

export interface Mixture {
  /** Share of the answers that are chosen among options instead of typed. */
  readonly choice: number
  /** Share of the answers that are taken back at once and given again. */
  readonly undone: number
}

export function makeLogs(count: number, mixture: Mixture, parameters: SchedulingParameters): Log[] {
  return Array.from({ length: count }, (_, index) => makeLog(index, mixture, parameters))
}

function makeLog(index: number, mixture: Mixture, parameters: SchedulingParameters): Log {
  const cardId = CardId.parse(uuid('c', index, 0))
  const reviews = FEWEST + Math.floor(draw(`length:${index}`) * (MOST - FEWEST + 1))
  const events: ReviewEvent[] = []
  let day = addDays(toStudyDay(FIRST_DAY), index % 30)
  let at = day * DAY_MS + 8 * 3_600_000
  for (let n = 0; n < reviews; n++) {
    const { memory } = foldCard(cardId, events, parameters)
    if (memory.phase !== 'new') [day, at] = nextMoment(memory, day, at, `late:${index}:${n}`)
    const lot = (what: string) => draw(`${what}:${index}:${n}`)
    const answer: ReviewEvent = {
      kind: 'review',
      id: ReviewId.parse(uuid('e', index, events.length)),
      cardId,
      grade: gradeOf(recallNow(memory, day, parameters), lot('recall'), lot('grade')),
      form: lot('form') < mixture.choice ? 'choice' : 'typed',
      typed: 'an answer',
      overruled: false,
      durationMs: 4_000,
      at,
      studyDay: day,
    }
    events.push(answer)
    if (lot('undo') < mixture.undone) events.push(...takenBack(answer, index, events.length))
  }
  return { cardId, events }
}

/** When it is due, some days late now and then; within a day, when the learning step is over. */
function nextMoment(
  memory: Exclude<MemoryState, { phase: 'new' }>,
  day: StudyDay,
  at: number,
  seed: string,
): [StudyDay, number] {
  if (memory.dueDay === day) return [day, Math.max(memory.dueAt, at + 60_000)]
  const late = Math.floor(draw(seed) ** 3 * 4)
  const next = addDays(memory.dueDay, late)
  return [next, next * DAY_MS + 8 * 3_600_000]
}

function gradeOf(recall: number | null, lot: number, second: number): Grade {
  if (lot >= (recall ?? 0.85)) return 1
  return second < 0.08 ? 2 : second < 0.93 ? 3 : 4
}

function takenBack(answer: Extract<ReviewEvent, { kind: 'review' }>, index: number, n: number) {
  const { id: targetId, cardId, studyDay, at } = answer
  const undo = { kind: 'undo' as const, targetId, cardId, studyDay, at: at + 1_000 }
  return [
    { ...undo, id: ReviewId.parse(uuid('e', index, n)) },
    { ...answer, id: ReviewId.parse(uuid('e', index, n + 1)), at: at + 2_000 },
  ]
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

const uuid = (kind: 'c' | 'e', index: number, n: number) =>
  `0000000${kind}-${hex(n, 4)}-7000-8000-${hex(index, 12)}`

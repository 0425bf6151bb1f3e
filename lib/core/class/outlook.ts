/** What an assignment will mean for a student who knows nothing of it yet: how much is new a day, and how long it takes. */
import { CardId } from '../ids'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import { applyReview } from '../memory/schedule'
import type { MemoryState } from '../memory/state'
import { type Ask, expectedSeconds } from '../session/estimate'
import { addDays, type StudyDay } from '../time/study-day'
import { newByDay, type Term } from './pace'

/** What an item asks of whoever answers it; elements: 0 unless it is a list. */
export type Asking = Pick<Ask, 'form' | 'elements'>

export type Outlook = {
  readonly items: number
  /** From the start to the due date, both counted. */
  readonly days: number
  /** On the days on which there are any. */
  readonly newPerDay: number
  /** Mean of all its days, without what comes back after a slip. */
  readonly minutesPerDay: number
}

/** By the usual parameters and times; a student's own are their own. */
export function outlookOf(asked: readonly Asking[], term: Term): Outlook {
  const days = Math.max(1, term.dueOn - term.startsOn + 1)
  const perDay = newByDay(term, { fresh: asked.length, metToday: 0 }, term.startsOn, days)
  const begun = perDay.filter((n) => n > 0)
  const offsets = recallsAfter(days)
  let next = 0
  let seconds = 0
  for (const [day, n] of perDay.entries()) {
    const back = offsets.filter((offset) => day + offset < days).length
    for (const item of asked.slice(next, next + n)) {
      seconds += expectedSeconds({ ...item, fresh: true })
      seconds += back * expectedSeconds({ ...item, fresh: false })
    }
    next += n
  }
  return {
    items: asked.length,
    days,
    newPerDay: begun.length === 0 ? 0 : Math.ceil(asked.length / begun.length),
    minutesPerDay: seconds / 60 / days,
  }
}

const ANY_CARD = CardId.parse('00000000-0000-7000-8000-000000000001')
const EVEN = { ...DEFAULT_PARAMETERS, fuzz: false }

/** Days after the first at which an item comes back that is always recalled, within so many days. */
function recallsAfter(days: number): number[] {
  const first = 0 as StudyDay
  let memory: MemoryState = { phase: 'new' }
  // Met, and once more when its learning step is over.
  for (const at of [0, 600_000]) memory = answered(memory, first, at)
  const offsets: number[] = []
  while (memory.phase !== 'new' && memory.dueDay < days) {
    const day: StudyDay = memory.dueDay > first ? memory.dueDay : addDays(first, 1)
    offsets.push(day)
    memory = answered(memory, day, day * 86_400_000)
  }
  return offsets
}

const answered = (memory: MemoryState, studyDay: StudyDay, at: number): MemoryState =>
  applyReview(ANY_CARD, memory, { grade: 3, form: 'typed', at, studyDay }, EVEN)

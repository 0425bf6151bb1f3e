/** What each grade would do, and how a button says so. */
import type { CardId } from '../ids'
import type { Grade } from '../review/event'
import type { StudyDay } from '../time/study-day'
import type { DueLoad } from './load'
import { type Answer, applyReview, chooseDueDay } from './schedule'
import type { MemoryState, SchedulingParameters } from './state'

export type Interval = { readonly unit: 'minutes' | 'days'; readonly value: number }
export type Preview = {
  readonly memory: MemoryState
  readonly interval: Interval
  /** What the review has to say, so that every later fold finds the same day; undefined where it would anyway. */
  readonly dueDay?: StudyDay
}

/**
 * The very states that answering in that form at that moment gives, with the `dueDay` that is promised. `load` is what
 * else is due; null where it has no say.
 */
export function previewGrades(
  cardId: CardId,
  memory: MemoryState,
  asked: Omit<Answer, 'grade' | 'dueDay'>,
  parameters: SchedulingParameters,
  load: DueLoad | null = null,
): Record<Grade, Preview> {
  const preview = (grade: Grade): Preview => {
    const answer = { ...asked, grade }
    const dueDay = load && chooseDueDay(cardId, memory, answer, parameters, load)
    if (dueDay === null) {
      const after = applyReview(cardId, memory, answer, parameters)
      return { memory: after, interval: intervalOf(after) }
    }
    const after = applyReview(cardId, memory, { ...answer, dueDay }, parameters)
    return { memory: after, interval: intervalOf(after), dueDay }
  }
  return { 1: preview(1), 2: preview(2), 3: preview(3), 4: preview(4) }
}

/** How long from a card's last review until it is due. */
export function intervalOf(memory: MemoryState): Interval {
  switch (memory.phase) {
    case 'new':
      return { unit: 'minutes', value: 0 }
    case 'learning':
    case 'relearning':
      return { unit: 'minutes', value: (memory.dueAt - memory.lastAt) / 60_000 }
    case 'review':
      return { unit: 'days', value: memory.dueDay - memory.lastStudyDay }
  }
}

const DAYS_A_YEAR = 365.25
const DAYS_A_MONTH = DAYS_A_YEAR / 12

type Amount = { readonly count: number; readonly short: string; readonly long: string }

/** The largest unit that is reached, to one decimal from hours and months on. */
function amount({ unit, value }: Interval): Amount {
  if (unit === 'minutes' && value < 60)
    return { count: Math.ceil(value), short: 'm', long: 'minute' }
  if (unit === 'minutes') return { count: tenths(value / 60), short: 'h', long: 'hour' }
  if (value < 30) return { count: value, short: 'd', long: 'day' }
  if (value < 365) return { count: tenths(value / DAYS_A_MONTH), short: 'mo', long: 'month' }
  return { count: tenths(value / DAYS_A_YEAR), short: 'y', long: 'year' }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

/** For a button: '10m', '1.5h', '4d', '2mo', '1.3y'. */
export function formatInterval(interval: Interval): string {
  const { count, short } = amount(interval)
  return `${count}${short}`
}

/** To be read aloud: '10 minutes', '1 day', '1.3 years'. */
export function spokenInterval(interval: Interval): string {
  const { count, long } = amount(interval)
  return `${count} ${long}${count === 1 ? '' : 's'}`
}

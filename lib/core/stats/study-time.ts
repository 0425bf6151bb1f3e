/** How long one studied: the time of the answers, each counted for a minute at most. */
import { addDays, type StudyDay } from '../time/study-day'
import type { Tally } from './tally'

export type StudyTime = {
  /** The last days up to today, the oldest first. */
  readonly days: readonly {
    readonly day: StudyDay
    readonly ms: number
    readonly answers: number
  }[]
  /** Of those days, how many were studied on, and what they come to together. */
  readonly studied: number
  readonly ms: number
  readonly answers: number
}

export function studyTimeOf(tally: Tally, today: StudyDay, days: number): StudyTime {
  const list = Array.from({ length: days }, (_, index) => {
    const day = addDays(today, index + 1 - days)
    const of = tally.days.get(day)
    return { day, ms: of?.ms ?? 0, answers: of?.answers ?? 0 }
  })
  return {
    days: list,
    studied: list.filter((day) => day.answers > 0).length,
    ms: list.reduce((sum, day) => sum + day.ms, 0),
    answers: list.reduce((sum, day) => sum + day.answers, 0),
  }
}

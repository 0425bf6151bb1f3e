/** The calendar says what was answered on each study day, and the streak how long that has gone on. */
import { addDays, type StudyDay } from '../time/study-day'
import type { Tally } from './tally'

/**
 * answered: something was; free: nothing was due; missed: something was due and nothing was answered; open: today, not
 * studied yet; before: earlier than the first answer; ahead: still to come.
 */
export type DayMark = 'answered' | 'free' | 'missed' | 'open' | 'before' | 'ahead'
export type CalendarDay = {
  readonly day: StudyDay
  readonly mark: DayMark
  readonly answers: number
}

/** 1970-01-01 was a Thursday: study day 4 is the first Monday. */
const FIRST_MONDAY = 4

/** The last `weeks` weeks, Monday first, up to the end of this one. */
export function calendarOf(tally: Tally, today: StudyDay, weeks: number): CalendarDay[][] {
  const monday = addDays(today, -((((today - FIRST_MONDAY) % 7) + 7) % 7))
  const marks = marksOf(tally, today)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = addDays(monday, 7 * (week - weeks + 1) + weekday)
      const mark = day > today ? 'ahead' : (marks.get(day) ?? 'before')
      return { day, mark, answers: tally.days.get(day)?.answers ?? 0 }
    }),
  )
}

export type Streak = {
  /** Days studied up to today, without one missed between them. */
  readonly current: number
  readonly longest: number
  /** Days studied at all, and the first of them. */
  readonly studied: number
  readonly since: StudyDay | null
}

/**
 * A streak counts days on which something was answered; days on which nothing was due neither count nor break it, and
 * today breaks nothing before it is over. What was due on a past day follows from the log: a card is due from the day
 * that the fold sets until it is answered, suspended or buried. New items are never due.
 */
export function streakOf(tally: Tally, today: StudyDay): Streak {
  let current = 0
  let longest = 0
  let studied = 0
  let since: StudyDay | null = null
  for (const [day, mark] of marksOf(tally, today)) {
    if (mark === 'missed') current = 0
    if (mark !== 'answered') continue
    since ??= day
    studied++
    current++
    longest = Math.max(longest, current)
  }
  return { current, longest, studied, since }
}

/** Each day from the first answer up to today, in order. */
function marksOf(tally: Tally, today: StudyDay): Map<StudyDay, DayMark> {
  const marks = new Map<StudyDay, DayMark>()
  const answered = [...tally.days.keys()].filter((day) => day <= today)
  if (answered.length === 0) return marks
  let lying = 0
  // A loop, since years of days are more than a call takes arguments.
  let first = today
  for (const day of answered) if (day < first) first = day
  for (let day = first; day <= today; day = addDays(day, 1)) {
    lying += tally.leftLying.get(day) ?? 0
    if (tally.days.has(day)) marks.set(day, 'answered')
    else if (day === today) marks.set(day, 'open')
    else marks.set(day, lying > 0 ? 'missed' : 'free')
  }
  return marks
}

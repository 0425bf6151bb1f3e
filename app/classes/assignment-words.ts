/** How assignments are spoken of. */
import type { Goal } from '@/lib/core/class/assignment'
import type { Progress } from '@/lib/core/class/progress'
import { formatStudyDay, type StudyDay } from '@/lib/core/time/study-day'
import { count, figure, longDay, shortDay, weekdayName } from '../components/dates'
import { percent } from '../components/recall'

/** Whole days of the week are enough within one. */
const THIS_WEEK = 6

/** today, tomorrow, Friday, Friday 27 November */
export function dayWords(day: StudyDay, today: StudyDay): string {
  const ahead = day - today
  if (ahead === 0) return 'today'
  if (ahead === 1) return 'tomorrow'
  const written = formatStudyDay(day)
  return ahead > 0 && ahead <= THIS_WEEK ? weekdayName(written) : longDay(written)
}

/** Sun 22 Nov: where many stand below each other. */
export const dateWords = (day: StudyDay): string => shortDay(formatStudyDay(day))

/** Due Friday; was due Friday 20 November */
export const dueWords = (dueOn: StudyDay, today: StudyDay): string =>
  `${dueOn < today ? 'Was due' : 'Due'} ${dayWords(dueOn, today)}`

/** “Done when …” */
export function goalWords(goal: Goal): string {
  switch (goal.kind) {
    case 'introduced':
      return 'every item has been answered'
    case 'recalled':
      return `every item has been recalled on ${count(goal.days, 'day')}`
    case 'expected':
      return `${percent(goal.recall)} is expected to be recalled on the due date`
  }
}

/** 18 of 41 done; 76 % expected of 90 % */
export function progressWords(progress: Progress, goal: Goal): string {
  if (progress.met) return 'done'
  return goal.kind === 'expected'
    ? `${percent(progress.expected ?? 0)} expected of ${percent(goal.recall)}`
    : `${figure(progress.done)} of ${figure(progress.items)} done`
}

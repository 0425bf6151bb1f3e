/** Grades in words. */
import type { AssignmentGrade, GradedDay } from '@/lib/core/class/grade'
import { count } from '../components/dates'

export const RULE = [
  'Each study day from the start of an assignment to its due date counts the same: that day’s share is what was studied of what was asked, items that were due and new ones by the pace to the due date.',
  'What is asked in the day’s first session counts fully, in later sessions half. A session ends when nothing is answered for half an hour.',
  'A day on which nothing is asked is free: claim it, and it counts fully.',
  'Right or wrong plays no part. Whoever comes to the class later, or has other dates, is counted from their own.',
] as const

const POINTS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** 10.2 of 12 days */
export const pointsWords = ({ points, days }: AssignmentGrade): string =>
  `${POINTS.format(points)} of ${count(days.length, 'day')}`

export function askedWords({ due, fresh }: Pick<GradedDay, 'due' | 'fresh'>): string {
  if (due + fresh === 0) return 'nothing'
  return [due > 0 ? `${due} due` : '', fresh > 0 ? `${fresh} new` : ''].filter(Boolean).join(', ')
}

export function doneWords({ due, fresh, first, later, claimed, credit }: GradedDay): string {
  if (claimed) return 'claimed'
  if (due + fresh === 0) return credit > 0 ? 'studied all the same' : 'not claimed'
  if (first + later === 0) return 'nothing'
  return later === 0 ? `${first}` : `${first}, and ${later} in a later session`
}

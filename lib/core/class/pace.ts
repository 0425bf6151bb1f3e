/** The pace of an assignment: how much of it a student meets today so that it is done in time, spread evenly. */
import type { StudyDay } from '../time/study-day'
import type { Goal } from './assignment'

/** An assignment's own dates for a student, and its goal. */
export type Term = { readonly startsOn: StudyDay; readonly dueOn: StudyDay; readonly goal: Goal }

/**
 * The last study day on which new items of it are planned. An item that must be recalled on several days needs about
 * two days for each; never is more than half of the time kept back for that, and one day always, where there is one.
 */
export function lastIntroduction({ startsOn, dueOn, goal }: Term): number {
  const span = dueOn - startsOn
  const wanted = goal.kind === 'recalled' ? 2 * goal.days : goal.kind === 'expected' ? 2 : 1
  return dueOn - Math.min(wanted, Math.max(Math.min(1, span), Math.floor(span / 2)))
}

/**
 * New items that are still to be met today.
 * @param fresh items of it that were never answered
 * @param metToday items of it that were met for the first time today
 */
export function newNeeded(
  term: Term,
  { fresh, metToday }: { readonly fresh: number; readonly metToday: number },
  today: StudyDay,
): number {
  if (today < term.startsOn) return 0
  const days = Math.max(1, lastIntroduction(term) - today + 1)
  return Math.min(fresh, Math.max(0, Math.ceil((fresh + metToday) / days) - metToday))
}

/** The same for today and the days after it, if each day's are met. */
export function newByDay(
  term: Term,
  waiting: { readonly fresh: number; readonly metToday: number },
  today: StudyDay,
  days: number,
): number[] {
  let { fresh, metToday } = waiting
  return Array.from({ length: days }, (_, ahead) => {
    const needed = newNeeded(term, { fresh, metToday }, (today + ahead) as StudyDay)
    fresh -= needed
    metToday = 0
    return needed
  })
}

/** What of several needs there is room for, those that come first served first. */
export function withinRoom(needs: readonly number[], room: number): number[] {
  let left = Math.max(0, room)
  return needs.map((need) => {
    const taken = Math.min(need, left)
    left -= taken
    return taken
  })
}

/** An item that was met, as the goal of several days sees it. */
export type Recalling = {
  /** On so many study days it was recalled; see itemDays. */
  readonly days: number
  /** The last study day it was answered on, and the one it is due on by itself. */
  readonly lastStudyDay: StudyDay
  readonly dueDay: StudyDay
}

/**
 * Whether an item is asked today although its own day has not come, because it would else not be recalled on as many
 * days as the goal asks for: the days that are left are shared out evenly, with one to spare for a day it is forgotten.
 */
export function asksAgain(
  { days, lastStudyDay, dueDay }: Recalling,
  { dueOn, goal }: Term,
  today: StudyDay,
): boolean {
  if (goal.kind !== 'recalled' || today > dueOn || lastStudyDay >= today) return false
  const missing = goal.days - days
  if (missing <= 0) return false
  const span = dueOn - lastStudyDay
  const soonEnough = lastStudyDay + Math.max(1, Math.floor(span / missing))
  if (dueDay <= soonEnough && dueDay <= dueOn) return false
  return today >= lastStudyDay + Math.max(1, Math.floor(span / (missing + 1)))
}

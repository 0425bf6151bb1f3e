/**
 * The last pass: on the days before the exam every item is asked once more, the strongest first, since what is strong
 * loses least until the exam. What was forgotten in the pass is asked a second time where that brings most, which for
 * nearly all of it is the day before the exam.
 */
import { addDays, type StudyDay } from '../time/study-day'
import type { Belief } from './belief'
import { creditGain } from './gain'
import { isUnmet, lastAsked } from './policy'
import { believedCredit, type Grades, type LivingItem } from './world'

/** Minutes that can be given on a day: 0 on a day off, Infinity without a limit. */
export type MinutesOn = (day: StudyDay) => number

const USUAL_DAYS = 7
/** Where minutes are few the pass begins earlier, but not so early that most of it would be forgotten again. */
const MOST_DAYS = 21
/** Of an item: what it takes with those that are forgotten in the pass and asked a second time. */
const WITH_SECOND_ASKS = 1.15
/** The same in minutes, with what it takes to learn again what is forgotten. */
const WITH_LEARNING = 1.4
/** A second time is not worth the minutes for less credit than this. */
const WORTH_A_SECOND = 0.02
/** A day without a limit counts as this when minutes are shared out. */
const LONGEST_DAY_MINUTES = 600

export type Pass = {
  readonly from: StudyDay
  readonly examDay: StudyDay
  /** How much of the pass a day takes, by its minutes; 0 on a day off. */
  readonly sizeOf: (day: StudyDay) => number
}

/** The days of the pass: the last seven, and as many more as the minutes ask for. It follows from the scope alone. */
export function passBefore(
  examDay: StudyDay,
  items: readonly Pick<LivingItem, 'seconds'>[],
  minutesOn: MinutesOn,
): Pass {
  const sizeOf = (day: StudyDay) => Math.min(minutesOn(day), LONGEST_DAY_MINUTES)
  const needed = (totalSeconds(items) / 60) * WITH_LEARNING
  let days = 0
  let given = 0
  while (days < USUAL_DAYS || (given < needed && days < MOST_DAYS)) {
    days++
    given += sizeOf(addDays(examDay, -days))
  }
  return { from: addDays(examDay, -days), examDay, sizeOf }
}

/** What the pass asks on a day of it, new items aside. `items`: all of the scope. */
export function askedInPass(
  pass: Pass,
  day: StudyDay,
  items: readonly LivingItem[],
  belief: Belief,
  grades: Grades,
): LivingItem[] {
  const known = items.filter((item) => !isUnmet(item))
  const lastDay = (item: LivingItem) => lastAsked(item) ?? pass.from
  const done = totalSeconds(known.filter((item) => lastDay(item) >= day))
  const open = openIn(pass, items, belief)
  const gain = (item: LivingItem, on: StudyDay) =>
    creditGain(item, on, pass.examDay, belief, grades)
  const again = known
    .filter((item) => lastDay(item) >= pass.from && lastDay(item) < day)
    .map((item) => ({ item, gain: gain(item, day) }))
    .filter((second) => second.gain > WORTH_A_SECOND)
  const toForget = open.reduce(
    (sum, item) => sum + item.seconds * (1 - believedCredit(item, day, belief)),
    0,
  )
  const firstTime = done + totalSeconds(open)
  const ahead = firstTime + toForget + totalSeconds(again.map(({ item }) => item))
  const usual = totalSeconds(known) * WITH_SECOND_ASKS
  const part = pass.sizeOf(day) / sizeFrom(pass, day) || 0
  const evenly = (usual * pass.sizeOf(day)) / sizeFrom(pass, pass.from) || 0
  const room = Math.max(firstTime * part, Math.min(ahead * part, evenly)) - done
  const firsts = takeUpTo(open, room)
  const tomorrow = nextDay(pass, day)
  const now = again
    .filter((second) => tomorrow === null || second.gain >= gain(second.item, tomorrow))
    .toSorted((a, b) => b.gain - a.gain)
    .map(({ item }) => item)
  return [...firsts, ...takeUpTo(now, room - totalSeconds(firsts))]
}

/** What the pass has not asked yet, the strongest first. */
function openIn(
  { from, examDay }: Pass,
  items: readonly LivingItem[],
  belief: Belief,
): LivingItem[] {
  return items
    .filter((item) => (lastAsked(item) ?? from) < from)
    .map((item) => ({ item, strength: believedCredit(item, examDay, belief) }))
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ item }) => item)
}

/** The first round of the pass from a day on, as it would go by the memories as they are, second asks left out. */
export function outlined(
  pass: Pass,
  from: StudyDay,
  items: readonly LivingItem[],
  belief: Belief,
): { day: StudyDay; asked: LivingItem[] }[] {
  const days: { day: StudyDay; asked: LivingItem[] }[] = []
  let open = openIn(pass, items, belief)
  for (let day = from; day < pass.examDay; day = addDays(day, 1)) {
    const part = pass.sizeOf(day) / sizeFrom(pass, day) || 0
    const asked = takeUpTo(open, totalSeconds(open) * part)
    open = open.slice(asked.length)
    if (pass.sizeOf(day) > 0) days.push({ day, asked })
  }
  return days
}

function sizeFrom({ examDay, sizeOf }: Pass, from: StudyDay): number {
  let sum = 0
  for (let day = from; day < examDay; day = addDays(day, 1)) sum += sizeOf(day)
  return sum
}

/** The next day of the pass on which anything can be asked. */
function nextDay({ examDay, sizeOf }: Pass, day: StudyDay): StudyDay | null {
  for (let next = addDays(day, 1); next < examDay; next = addDays(next, 1)) {
    if (sizeOf(next) > 0) return next
  }
  return null
}

/** What a day of a pass of seven days asks. */
export const usualDaySeconds = (items: readonly Pick<LivingItem, 'seconds'>[]): number =>
  (totalSeconds(items) * WITH_SECOND_ASKS) / USUAL_DAYS

export const totalSeconds = (items: readonly Pick<LivingItem, 'seconds'>[]): number =>
  items.reduce((sum, { seconds }) => sum + seconds, 0)

/** One after the other while there is room; the one that fills it is still taken. */
export function takeUpTo(items: readonly LivingItem[], room: number): LivingItem[] {
  const taken: LivingItem[] = []
  let used = 0
  for (const item of items) {
    if (used >= room - 1e-6) break
    used += item.seconds
    taken.push(item)
  }
  return taken
}

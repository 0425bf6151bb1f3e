/**
 * The plan as a policy: a lower retention until the last pass, new items early enough and evenly, and what does not fit the
 * minutes of a day left out by how little credit a minute of it would bring. It goes by the memories as they are, so it
 * is made anew each day, and days that were missed need no mending.
 */
import { addDays, type StudyDay } from '../time/study-day'
import type { Belief } from './belief'
import {
  askedInPass,
  type MinutesOn,
  type Pass,
  passBefore,
  takeUpTo,
  totalSeconds,
  usualDaySeconds,
} from './final-pass'
import { creditGain } from './gain'
import { dayAtRetention, isUnmet, isWanted, lastAsked, ownDay } from './policy'
import { believedCredit, type Grades, type LivingItem } from './world'

/** New items shall have been met so many days before the exam, so that they come round before the pass. */
const MET_DAYS_BEFORE = 28
const PLANNED_DAYS = 90

export type PlanSetup = {
  readonly examDay: StudyDay
  readonly retention: number
  readonly minutesOn: MinutesOn
  readonly belief: Belief
  readonly grades: Grades
  /** What a full credit of the item counts in the exam. */
  readonly weightOf: (item: Pick<LivingItem, 'sectionKey'>) => number
}

/** What a plan asks on a day, and what it would have asked if the day had more minutes. */
export type Asked = { readonly asked: LivingItem[]; readonly postponed: LivingItem[] }

export type Planning = { readonly pass: Pass; readonly askedOn: (day: StudyDay) => Asked }

/** @param items all of the scope, as they are on the day that is asked about */
export function planning(setup: PlanSetup, items: readonly LivingItem[]): Planning {
  const pass = passBefore(setup.examDay, items, setup.minutesOn)
  const dayOf = dayAtRetention(setup.belief, setup.retention)
  const begins = planBegins(setup.examDay)
  const repeatsOn = (day: StudyDay, left: readonly LivingItem[]): LivingItem[] => {
    if (day >= pass.from) return askedInPass(pass, day, items, setup.belief, setup.grades)
    return left.filter((item) => isWanted(item, day, day < begins ? ownDay : dayOf))
  }
  const askedOn = (day: StudyDay): Asked => {
    const left = items.filter((item) => !isDoneOn(item, day))
    const fresh = newOn(day, items, pass, setup.minutesOn)
    const repeats = repeatsOn(day, left)
    const isLevelled = day < pass.from && setup.minutesOn(day) === Number.POSITIVE_INFINITY
    const now = isLevelled ? levelled(repeats, day, fresh, items, setup) : repeats
    const { asked, postponed } = withinMinutes([...now, ...fresh], day, items, setup)
    const later = now.length < repeats.length ? repeats.filter((item) => !now.includes(item)) : []
    return { asked, postponed: [...postponed, ...later] }
  }
  return { pass, askedOn }
}

/** Until then the cards keep their own days: what is asked so early decides little on the day of the exam. */
export const planBegins = (examDay: StudyDay): StudyDay => addDays(examDay, -PLANNED_DAYS)

/** Answered on the day and out of its learning steps. */
function isDoneOn(item: LivingItem, day: StudyDay): boolean {
  return (
    lastAsked(item) === day &&
    item.cards.every(({ memory }) => memory.phase === 'review' || memory.phase === 'new')
  )
}

/**
 * New items of a day: evenly over the days until four weeks before the exam; where those are fewer, over half of the days
 * that are left until the pass (in the pass, until the exam), so that what is late still thins out towards the end.
 */
function newOn(
  day: StudyDay,
  items: readonly LivingItem[],
  pass: Pass,
  minutesOn: MinutesOn,
): LivingItem[] {
  const unmet = items.filter(isUnmet)
  if (unmet.length === 0) return []
  const end = day < pass.from ? pass.from : pass.examDay
  const until = Math.max(pass.examDay - MET_DAYS_BEFORE, day + Math.ceil((end - day) / 2))
  let days = 0
  for (let each = day; each < until; each = addDays(each, 1)) if (minutesOn(each) > 0) days++
  return unmet.slice(0, Math.ceil(unmet.length / Math.max(1, days)))
}

/** What brings most credit a minute first. */
function ranked(
  items: readonly LivingItem[],
  day: StudyDay,
  { examDay, belief, grades, weightOf }: PlanSetup,
): LivingItem[] {
  return items
    .map((item) => ({
      item,
      worth: (creditGain(item, day, examDay, belief, grades) * weightOf(item)) / item.seconds,
    }))
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ item }) => item)
}

/**
 * Without a limit of minutes no day before the pass is longer than a day of it: what many intervals bring to one day is
 * spread over the next. New items are spread already; where they fill the day, half of it is still for the others.
 */
function levelled(
  repeats: readonly LivingItem[],
  day: StudyDay,
  fresh: readonly LivingItem[],
  items: readonly LivingItem[],
  setup: PlanSetup,
): readonly LivingItem[] {
  const usual = usualDaySeconds(items)
  const room = Math.max(usual - totalSeconds(fresh), usual / 2)
  return totalSeconds(repeats) <= room ? repeats : takeUpTo(ranked(repeats, day, setup), room)
}

/** As much as fits, in the order of what it brings. */
function withinMinutes(
  wanted: readonly LivingItem[],
  day: StudyDay,
  items: readonly LivingItem[],
  setup: PlanSetup,
): Asked {
  const spent = totalSeconds(items.filter((item) => lastAsked(item) === day))
  const room = setup.minutesOn(day) * 60 - spent
  const [asked, postponed]: [LivingItem[], LivingItem[]] = [[], []]
  let used = 0
  for (const item of ranked(wanted, day, setup)) {
    const seconds = expectedSecondsOf(item, day, setup.belief)
    if (used + seconds > room) {
      postponed.push(item)
    } else {
      used += seconds
      asked.push(item)
    }
  }
  return { asked, postponed }
}

/** With the time it takes to learn it, or again what was forgotten. */
export function expectedSecondsOf(item: LivingItem, day: StudyDay, belief: Belief): number {
  return item.seconds * (isUnmet(item) ? 2 : 2 - believedCredit(item, day, belief))
}

/**
 * The plan of an exam: what is asked on each day until it, within the minutes that a learner is able to give. It is made
 * anew every study day from the memories as they are, and stores nothing: days that were missed, answers that went
 * otherwise than expected and items that came in late are in the memories. It never changes a due day or a memory.
 */
import type { CardId, ItemId } from '../ids'
import type { Form } from '../items/item'
import type { MemoryState, SchedulingParameters } from '../memory/state'
import { expectedSeconds, type OwnSeconds } from '../session/estimate'
import type { StudyDay } from '../time/study-day'
import { type Belief, beliefOf } from './belief'
import { type MinutesOn, outlined, type Pass } from './final-pass'
import { fitRetention, type ItemCredit, playPlan, scoreOf, USUAL_RETENTION } from './fit'
import type { Departure } from './forecast/true-recall'
import { expectedSecondsOf, type PlanSetup, planBegins, planning } from './plan-policy'
import { begin, type Grades, type LivingItem, USUAL_GRADES, type World } from './world'

/** As much of an item of the exam as the plan depends on. */
export type PlannedItem = {
  readonly itemId: ItemId
  readonly sectionKey: string
  /** The form it would be asked in. */
  readonly form: Form
  readonly cards: readonly { readonly id: CardId; readonly memory: MemoryState }[]
}

export type ExamToPlan = {
  readonly items: readonly PlannedItem[]
  readonly today: StudyDay
  readonly examDay: StudyDay
  /** 0 on a day off, Infinity where nothing is said. What was answered today already is taken off by the plan. */
  readonly minutesOn: MinutesOn
  readonly parameters: SchedulingParameters
  /** How far the learner's answers have told their recall apart from the model (meanDeparture); left out: not at all. */
  readonly departure?: Departure
  readonly ownSeconds: OwnSeconds
  readonly seed: string
  /** By section key; where none is given, a section counts as many as it has items. */
  readonly weights?: Readonly<Record<string, number>>
  readonly grades?: Grades
}

export type PlannedDay = {
  readonly day: StudyDay
  /** Expected, so not whole: items asked again, items asked for the first time, and minutes. */
  readonly reviews: number
  readonly first: number
  readonly minutes: number
  readonly minutesGiven: number
  readonly inPass: boolean
}

/** What a section loses because the minutes do not suffice: mean credit of its items on the day, 0 … 1. */
export type ShortSection = {
  readonly sectionKey: string
  readonly credit: number
  readonly creditWithEnough: number
}

export type AskedItem = {
  readonly itemId: ItemId
  /** Expected, with what it takes to learn again what is forgotten. */
  readonly seconds: number
}

/** What the plan decides about today. */
export type TodayOfPlan = {
  /** In the order in which they are best asked. */
  readonly asked: readonly AskedItem[]
  /** Wanted today, and beyond its minutes. */
  readonly postponed: readonly ItemId[]
  readonly scope: readonly ItemId[]
}

export type NoPlan = 'over' | 'today' | 'too far' | 'nothing in scope'

export type ExamPlan =
  | { readonly kind: 'none'; readonly why: NoPlan; readonly today: null }
  | {
      readonly kind: 'plan'
      readonly examDay: StudyDay
      /** The retention that cards are kept at until the last pass. */
      readonly retention: number
      /** Today first, the day before the exam last. */
      readonly days: readonly PlannedDay[]
      /** The last pass, as it would go by the memories of today: the items of each of its days, strongest first. */
      readonly pass: readonly { readonly day: StudyDay; readonly itemIds: readonly ItemId[] }[]
      /** Whether the expected score is within a point of what enough minutes on every day would bring. */
      readonly suffices: boolean
      /** Where the minutes do not suffice: the sections that lose a point or more, the heaviest loss first. */
      readonly short: readonly ShortSection[]
      /** Expected on the day, 0 … 1: the score, and the credit of each item with how far it may stray (deviation). */
      readonly expectedScore: number
      readonly credits: readonly ItemCredit[]
      /** Null while the exam is so far off that cards keep their own days. */
      readonly today: TodayOfPlan | null
    }

/** A loss of less is not worth a word. */
const ONE_POINT = 0.01
/**
 * What the plan is held against: whole days at least, days off too, at no lower retention than its own. Where nothing has to wait both
 * plays are then the same to the last lot, so lots alone never say that time is short. (Without a limit, days are levelled.)
 */
const withEnoughMinutes = (setup: PlanSetup): PlanSetup => ({
  ...setup,
  retention: Math.max(setup.retention, USUAL_RETENTION),
  minutesOn: (day) => Math.max(setup.minutesOn(day), WHOLE_DAY_MINUTES),
})
const WHOLE_DAY_MINUTES = 24 * 60

export function planExam(exam: ExamToPlan): ExamPlan {
  const why = whyNone(exam)
  if (why !== null) return { kind: 'none', why, today: null }
  const { today, examDay } = exam
  const { world, setup } = begun(exam)
  const { weightOf } = setup
  const { days, credits } = playPlan(world, setup, today)
  const withEnough = playPlan(world, withEnoughMinutes(setup), today).credits
  const expectedScore = scoreOf(credits, weightOf)
  const suffices = scoreOf(withEnough, weightOf) - expectedScore < ONE_POINT
  const asTheyAre = begin(world)
  const planned = planning(setup, asTheyAre)
  return {
    kind: 'plan',
    examDay,
    retention: setup.retention,
    days: days.map((day) => ({
      ...day,
      minutesGiven: exam.minutesOn(day.day),
      inPass: day.day >= planned.pass.from,
    })),
    pass: passAsOf(planned.pass, asTheyAre, setup.belief, today),
    suffices,
    short: suffices ? [] : shortSections(credits, withEnough, weightOf),
    expectedScore,
    credits,
    today: todayOf(exam, setup, asTheyAre),
  }
}

/** What a queue needs of the plan, without what it looks like on the days to come: a few times as fast. */
export function planToday(exam: ExamToPlan): TodayOfPlan | null {
  if (whyNone(exam) !== null || exam.today < planBegins(exam.examDay)) return null
  const { world, setup } = begun(exam)
  return todayOf(exam, setup, begin(world))
}

/** Nobody knows today's minutes of a day that is further off than this. */
const FURTHEST_DAYS = 400

function whyNone({ items, today, examDay }: ExamToPlan): NoPlan | null {
  if (examDay < today) return 'over'
  if (examDay === today) return 'today'
  if (examDay - today > FURTHEST_DAYS) return 'too far'
  return items.some(canBeAsked) ? null : 'nothing in scope'
}

/** All cards of an item may be suspended. */
const canBeAsked = ({ cards }: PlannedItem): boolean => cards.length > 0

function begun(exam: ExamToPlan): { world: World; setup: PlanSetup } {
  const { world, setup } = settingOf(exam)
  return { world, setup: { ...setup, retention: fitRetention(world, setup, exam.today) } }
}

/** The world that the plan is made for, and what it goes by there. */
export function settingOf(exam: ExamToPlan): {
  readonly world: World
  readonly setup: Omit<PlanSetup, 'retention'>
} {
  const world = worldOf(exam)
  const { truth: belief, grades } = world
  const { examDay, minutesOn } = exam
  const weightOf = weighing(exam.items.filter(canBeAsked), exam.weights)
  return { world, setup: { examDay, minutesOn, belief, grades, weightOf } }
}

const worldOf = ({
  items,
  parameters,
  departure,
  ownSeconds,
  grades,
  seed,
}: ExamToPlan): World => ({
  items: items
    .filter(canBeAsked)
    .map((item) => ({ ...item, seconds: secondsOf(item, ownSeconds) })),
  believed: parameters,
  truth: beliefOf(parameters, departure),
  grades: grades ?? USUAL_GRADES,
  seed,
})

/** One answer to the whole item. */
function secondsOf({ form, cards }: PlannedItem, own: OwnSeconds): number {
  const elements = form === 'list' ? cards.length : 0
  return expectedSeconds({ form, elements, fresh: false, recall: 1 }, own)
}

type Weighed = { readonly sectionKey: string }

/** What a full credit of an item counts: its section's weight, shared by the section's items. */
function weighing(
  items: readonly Weighed[],
  weights: ExamToPlan['weights'],
): (item: Weighed) => number {
  const counts = new Map<string, number>()
  for (const { sectionKey } of items) counts.set(sectionKey, (counts.get(sectionKey) ?? 0) + 1)
  return ({ sectionKey }) => {
    const weight = weights?.[sectionKey]
    return weight === undefined ? 1 : weight / (counts.get(sectionKey) ?? 1)
  }
}

function shortSections(
  credits: readonly ItemCredit[],
  withEnough: readonly ItemCredit[],
  weightOf: (item: Weighed) => number,
): ShortSection[] {
  const sections = [...new Set(credits.map(({ sectionKey }) => sectionKey))]
  const meanIn = (of: readonly ItemCredit[], key: string) => {
    const own = of.filter(({ sectionKey }) => sectionKey === key)
    return own.reduce((sum, { credit }) => sum + credit, 0) / own.length
  }
  return sections
    .map((sectionKey) => ({
      sectionKey,
      credit: meanIn(credits, sectionKey),
      creditWithEnough: meanIn(withEnough, sectionKey),
      items: credits.filter((item) => item.sectionKey === sectionKey).length,
    }))
    .filter(({ credit, creditWithEnough }) => creditWithEnough - credit >= ONE_POINT)
    .map((section) => ({
      section,
      loss: (section.creditWithEnough - section.credit) * section.items * weightOf(section),
    }))
    .toSorted((a, b) => b.loss - a.loss)
    .map(({ section: { items: _, ...section } }) => section)
}

/** The days of the last pass that are still to come. */
function passAsOf(
  pass: Pass,
  items: readonly LivingItem[],
  belief: Belief,
  today: StudyDay,
): { day: StudyDay; itemIds: ItemId[] }[] {
  const from = pass.from > today ? pass.from : today
  return outlined(pass, from, items, belief).map(({ day, asked }) => ({
    day,
    itemIds: asked.map(({ itemId }) => itemId),
  }))
}

function todayOf(
  { today, examDay }: ExamToPlan,
  setup: PlanSetup,
  items: readonly LivingItem[],
): TodayOfPlan | null {
  if (today < planBegins(examDay)) return null
  const { asked, postponed } = planning(setup, items).askedOn(today)
  return {
    asked: asked.map((item) => ({
      itemId: item.itemId,
      seconds: expectedSecondsOf(item, today, setup.belief),
    })),
    postponed: postponed.map(({ itemId }) => itemId),
    scope: items.map(({ itemId }) => itemId),
  }
}

/**
 * What several exams want today: an item that more than one wants is asked once, at the place of the one that wants it
 * sooner. Held back is what no plan wants, although its own day may have come: it waits for the day of its plan.
 */
export function askedToday(plans: readonly { readonly today: TodayOfPlan | null }[]): {
  readonly asked: readonly ItemId[]
  readonly heldBack: ReadonlySet<ItemId>
} {
  const days = plans.flatMap(({ today }) => today ?? [])
  const places = new Map<ItemId, number>()
  for (const { asked } of days) {
    for (const [place, { itemId }] of asked.entries()) {
      places.set(itemId, Math.min(place, places.get(itemId) ?? place))
    }
  }
  const asked = [...places].toSorted(([, a], [, b]) => a - b).map(([itemId]) => itemId)
  const heldBack = days.flatMap(({ scope }) => scope).filter((itemId) => !places.has(itemId))
  return { asked, heldBack: new Set(heldBack) }
}

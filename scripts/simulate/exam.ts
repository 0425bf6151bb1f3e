/** Policies before an exam on a date, compared on learners whose true memory is known. */
import { beliefOf } from '@/lib/core/exam/belief'
import { planExam } from '@/lib/core/exam/plan'
import { byDay, cappedAt, dayAtRetention, ownDay } from '@/lib/core/exam/policy'
import {
  begin,
  type LivingItem,
  live,
  type PlayedDay,
  type Policy,
  trueCredit,
  USUAL_GRADES,
  type World,
  type WorldItem,
} from '@/lib/core/exam/world'
import { CardId, ItemId } from '@/lib/core/ids'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { addDays, type StudyDay, toStudyDay } from '@/lib/core/time/study-day'
import { type SimulatedLearner, USUAL, WRONG } from './learners'
import { planThatLearns, thenOnePass } from './policies'

export type ExamSetting = { readonly cards: number; readonly days: number; readonly seeds: number }

/** As in the table that the plan was chosen by. */
export const USUAL_SETTING: ExamSetting = { cards: 300, days: 60, seeds: 12 }

/** Means over the seeds. */
export type PolicyFigures = {
  readonly name: string
  /** Mean true recall on the exam's day, before anything is answered on it. */
  readonly recallOnDay: number
  /** Questions asked again; that each is asked a first time is the same in all policies, and is counted beside. */
  readonly reviews: number
  readonly firstTimes: number
  readonly minutes: number
  /** Most questions asked again on one day, and most with the first times. */
  readonly peakDay: number
  readonly peakWithFirstTimes: number
  /** Most minutes of a day. */
  readonly longestDay: number
  /** Recall 30 days after the exam if nothing is asked in them. */
  readonly recallAfter30: number
  /** The same if the cards go on as their due days say, and the reviews that this takes. */
  readonly keptUpAfter30: number
  readonly reviewsAfter30: number
}

export type ExamComparison = {
  readonly setting: ExamSetting
  readonly policies: readonly PolicyFigures[]
  /** The scheduler believes the same as ever, and the learner forgets otherwise. */
  readonly wrongParameters: readonly {
    readonly learner: string
    readonly policies: readonly PolicyFigures[]
  }[]
  /** The plan as a learner is given it, for so many minutes a day. */
  readonly minutes: readonly MinutesFigures[]
}

export type MinutesFigures = {
  readonly perDay: number
  readonly suffices: boolean
  readonly retention: number
  /** What the plan said on the first day, and what came. */
  readonly expectedScore: number
  readonly recallOnDay: number
  readonly minutes: number
  readonly longestDay: number
}

const BELIEVED = DEFAULT_PARAMETERS
const TODAY = toStudyDay(20_000)
/** Where a policy has no say in it, all are met in the first half of the time. */
const MET_BY = 0.5
const SECONDS = 15

const BELIEF = beliefOf(BELIEVED)
const USUAL_WORLD = { believed: BELIEVED, truth: BELIEF, grades: USUAL_GRADES }

/** Without a limit of minutes. */
const PLAN = {
  retention: 0.8,
  minutesOn: () => Number.POSITIVE_INFINITY,
  belief: BELIEF,
  grades: USUAL_GRADES,
  weightOf: () => 1,
}

export function compareOnExam(
  setting: ExamSetting,
  learners: readonly SimulatedLearner[] = WRONG,
): ExamComparison {
  return {
    setting,
    policies: figuresOf(setting, USUAL),
    wrongParameters: learners.map((learner) => ({
      learner: learner.name,
      policies: figuresOf(setting, learner),
    })),
    minutes: [4, 6, 8, 10, 20].map((perDay) => withMinutes(perDay, setting)),
  }
}

function withMinutes(perDay: number, setting: ExamSetting): MinutesFigures {
  const examDay = addDays(TODAY, setting.days)
  const minutesOn = () => perDay
  const items = itemsOf(setting)
  const plan = planExam({
    items,
    today: TODAY,
    examDay,
    minutesOn,
    parameters: BELIEVED,
    ownSeconds: {},
    seed: 'minutes',
  })
  if (plan.kind !== 'plan') throw new Error(`An exam of ${setting.days} days has no plan`)
  const { retention, suffices, expectedScore } = plan
  const setup = { ...PLAN, examDay, retention, minutesOn }
  const runs = lotsOf(setting).map((seed) =>
    run(planThatLearns(setup), setting, { ...USUAL_WORLD, items, seed }),
  )
  const { recallOnDay, minutes, longestDay } = meansOf(runs)
  return { perDay, suffices, retention, expectedScore, recallOnDay, minutes, longestDay }
}

const lotsOf = ({ seeds }: ExamSetting): string[] =>
  Array.from({ length: seeds }, (_, n) => `exam ${n}`)

const figuresOf = (setting: ExamSetting, { truth }: SimulatedLearner): PolicyFigures[] =>
  policiesFor(setting).map(({ name, policy }) => {
    const items = itemsOf(setting)
    const runs = lotsOf(setting).map((seed) =>
      run(policy(), setting, { ...USUAL_WORLD, items, truth: beliefOf(truth), seed }),
    )
    return { name, ...meansOf(runs) }
  })

function policiesFor({ cards, days }: ExamSetting): { name: string; policy: () => Policy }[] {
  const examDay = addDays(TODAY, days)
  const newPerDay = Math.ceil(cards / (days * MET_BY))
  const at = (retention: number) => dayAtRetention(BELIEF, retention)
  const capped = cappedAt(addDays(examDay, -1), at(0.8))
  return [
    { name: 'retention .90', policy: () => byDay(at(0.9), newPerDay) },
    { name: 'retention .95', policy: () => byDay(at(0.95), newPerDay) },
    { name: 'retention .80, capped at the exam', policy: () => byDay(capped, newPerDay) },
    {
      name: 'retention .80 and one last pass',
      policy: () => thenOnePass(at(0.8), newPerDay, examDay, BELIEF),
    },
    { name: 'plan', policy: () => planThatLearns({ ...PLAN, examDay }) },
  ]
}

function itemsOf({ cards }: ExamSetting): WorldItem[] {
  return Array.from({ length: cards }, (_, n) => {
    const id = `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
    return {
      itemId: ItemId.parse(id),
      sectionKey: '',
      form: 'typed' as const,
      seconds: SECONDS,
      cards: [{ id: CardId.parse(id), memory: { phase: 'new' as const } }],
    }
  })
}

type Run = Omit<PolicyFigures, 'name'>

function run(policy: Policy, { days }: ExamSetting, world: World): Run {
  const examDay = addDays(TODAY, days)
  const later = addDays(examDay, 30)
  const items = begin(world)
  const played = live(world, items, policy, TODAY, examDay)
  const recallOnDay = recallOf(items, examDay, world)
  const recallAfter30 = recallOf(items, later, world)
  const after = live(world, items, byDay(ownDay, 0), examDay, later)
  return {
    recallOnDay,
    reviews: sumOf(played, ({ reviews }) => reviews),
    firstTimes: sumOf(played, ({ first }) => first),
    minutes: sumOf(played, ({ minutes }) => minutes),
    peakDay: Math.max(...played.map(({ reviews }) => reviews)),
    peakWithFirstTimes: Math.max(...played.map(({ first, reviews }) => first + reviews)),
    longestDay: Math.max(...played.map((day) => day.minutes)),
    recallAfter30,
    keptUpAfter30: recallOf(items, later, world),
    reviewsAfter30: sumOf(after, ({ reviews }) => reviews),
  }
}

const recallOf = (items: readonly LivingItem[], day: StudyDay, { truth }: World): number =>
  items.reduce((sum, item) => sum + trueCredit(item, day, truth), 0) / items.length

const sumOf = (days: readonly PlayedDay[], of: (day: PlayedDay) => number): number =>
  days.reduce((sum, day) => sum + of(day), 0)

function meansOf(runs: readonly Run[]): Run {
  const mean = (key: keyof Run) => runs.reduce((sum, each) => sum + each[key], 0) / runs.length
  return {
    recallOnDay: mean('recallOnDay'),
    reviews: mean('reviews'),
    firstTimes: mean('firstTimes'),
    minutes: mean('minutes'),
    peakDay: mean('peakDay'),
    peakWithFirstTimes: mean('peakWithFirstTimes'),
    longestDay: mean('longestDay'),
    recallAfter30: mean('recallAfter30'),
    keptUpAfter30: mean('keptUpAfter30'),
    reviewsAfter30: mean('reviewsAfter30'),
  }
}

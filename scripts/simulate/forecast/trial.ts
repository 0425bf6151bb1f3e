/** A trial: somebody studies, an exam is forecast, then it is sat; the score is drawn from what is true of their memory. */

import { weightOfAge } from '@/lib/core/exam/forecast/evidence'
import { learnKnown } from '@/lib/core/exam/forecast/first-answers'
import { type ExamForecast, forecastExam, type Learner } from '@/lib/core/exam/forecast/forecast'
import { elsewhere, learnRecall, type Recollection } from '@/lib/core/exam/forecast/learned-recall'
import { PRIOR } from '@/lib/core/exam/forecast/prior'
import type { ForecastKind } from '@/lib/core/exam/forecast/record'
import { algorithmFor } from '@/lib/core/memory/algorithm'
import type { SchedulingParameters } from '@/lib/core/memory/state'
import { addDays } from '@/lib/core/time/study-day'
import { type Lots, lotsFrom } from './lots'
import { PEOPLE, type Person, testPerson } from './people'
import { planOf } from './plan'
import {
  BELIEVED,
  type Diligence,
  GUESS,
  itemsOf,
  type SimulatedItem,
  type Studies,
  study,
  trueRecall,
} from './studies'

export const LOGS = ['none', 'days', 'weeks', 'months'] as const
export type Log = (typeof LOGS)[number]

export type Trial = {
  readonly kind: ForecastKind
  readonly person: Person
  readonly log: Log
  readonly items: number
  /** Share of them never asked. */
  readonly unseen: number
  readonly daysAhead: number
  readonly expected: number
  readonly low: number
  readonly high: number
  readonly score: number
  /** Whether low ≤ score ≤ high. */
  readonly held: boolean
  /** The score to expect if all chances were known. */
  readonly trueMean: number
}

export const trialsOf = (seed: string, exams: number): Trial[] =>
  Array.from({ length: exams }, (_, n) => trialOf(`${seed}:${n}`) ?? []).flat()

/** null where there was nothing to be asked. */
export function trialOf(seed: string): Trial | null {
  const lots = lotsFrom(seed)
  const [person, log] = [lots.oneOf(PEOPLE), lots.oneOf(LOGS)]
  const truth = testPerson(person, lots)
  const items = itemsOf(lots.whole(60, 400), lots.whole(2, 8), lots)
  const studies = study(items, truth, diligence(log, items.length, lots), lots)
  const asked = scopeOf(studies.items, lots)
  const sections = sectionsOf(asked, lots)
  const learner = learnerOf(studies, asked)
  const kind = lots.oneOf(KINDS)
  const daysAhead = kind === 'now' ? 0 : lots.whole(1, 30)
  const unseen = asked.filter(({ cards }) => cards[0]?.memory.phase === 'new').length
  const day = addDays(studies.today, daysAhead)
  const planned = kind === 'plan' ? planOf(studies, asked, learner, day, lots) : null
  const forecast = forecastExam(
    { items: asked, sections, day, ...(planned && { outlooks: planned.outlooks }) },
    learner,
  )
  if (!forecast) return null
  planned?.follow()
  const { expected, low, high } = forecast
  const sat = sit(asked, worthOf(forecast), truth, day, lots)
  const held = sat.score >= low - ROUNDING && sat.score <= high + ROUNDING
  return {
    ...{ kind, person, log, daysAhead, expected, low, high, held, ...sat },
    items: asked.length,
    unseen: unseen / asked.length,
  }
}

const KINDS = ['stop', 'stop', 'now', 'plan'] as const

/** A score is a sum of fractions. */
const ROUNDING = 1e-9

/** What an item of a section counts. */
const worthOf = ({ sections }: ExamForecast): ReadonlyMap<string, number> =>
  new Map(sections.map(({ key, share, items }) => [key, share / items]))

function sectionsOf(items: readonly SimulatedItem[], lots: Lots) {
  const keys = [...new Set(items.map(({ sectionKey }) => sectionKey))]
  return keys.map((key) => ({ key, name: key, weight: weightOf(items, key, lots) }))
}

function diligence(log: Log, items: number, lots: Lots): Diligence {
  const days = {
    none: 0,
    days: lots.whole(1, 6),
    weeks: lots.whole(10, 40),
    months: lots.whole(60, 180),
  }[log]
  // Most have met most of the items by the end, some all of them long before.
  const pace = (items / Math.max(10, days)) * lots.between(0.6, 1.8)
  return { days, newPerDay: Math.max(1, Math.round(pace)), daysOff: lots.between(0, 0.3) }
}

/** 20 to 300 of the items, of all sections or of some. */
function scopeOf(items: readonly SimulatedItem[], lots: Lots): SimulatedItem[] {
  const most = Math.min(300, items.length)
  const wanted = lots.happens(0.5) ? lots.whole(20, 60) : lots.whole(60, most)
  const start = lots.happens(0.5) ? 0 : lots.whole(0, items.length - Math.min(wanted, items.length))
  const pool = start > 0 ? items.slice(start, start + wanted) : items
  return pool
    .map((item) => ({ item, lot: lots.next() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, wanted)
    .map(({ item }) => item)
}

/** Mostly as many as its items; some learners weigh. */
function weightOf(items: readonly SimulatedItem[], key: string, lots: Lots): number {
  const count = items.filter(({ sectionKey }) => sectionKey === key).length
  return lots.happens(0.8) ? count : count * lots.between(0.3, 2)
}

/** What the app would know of them. */
function learnerOf(studies: Studies, asked: readonly SimulatedItem[]): Learner {
  const firstAnswers = answersOf(studies).flatMap(({ item, before, form, right }) =>
    before.phase === 'new'
      ? { kind: item.kind, sectionKey: item.sectionKey, picked: form === 'choice', right }
      : [],
  )
  const { forgetting } = algorithmFor(BELIEVED)
  return {
    points: elsewhere(learnRecall(recollectionsOf(studies), PRIOR, forgetting)),
    known: learnKnown(
      firstAnswers,
      asked.map(({ kind }) => kind),
      asked.map(({ sectionKey }) => sectionKey),
    ),
  }
}

export function recollectionsOf(studies: Studies): Recollection[] {
  return answersOf(studies).flatMap(({ day, before, form, right }) =>
    before.phase === 'new'
      ? []
      : {
          days: day - before.lastStudyDay,
          stability: before.stability,
          picked: form === 'choice',
          right,
          weight: weightOfAge(studies.today - day),
        },
  )
}

const answersOf = ({ items }: Studies) =>
  items.flatMap((item) =>
    item.cards.flatMap((card) => card.answers.map((answer) => ({ item, ...answer }))),
  )

/** @param worth of each item of a section */
function sit(
  items: readonly SimulatedItem[],
  worth: ReadonlyMap<string, number>,
  truth: SchedulingParameters,
  day: Studies['today'],
  lots: Lots,
) {
  let score = 0
  let trueMean = 0
  for (const item of items) {
    const each = (worth.get(item.sectionKey) ?? 0) / item.cards.length
    for (const card of item.cards) {
      const recall = trueRecall(card, truth, day)
      const right = item.form === 'choice' ? recall + (1 - recall) * GUESS : recall
      if (lots.happens(right)) score += each
      trueMean += each * right
    }
  }
  return { score, trueMean }
}

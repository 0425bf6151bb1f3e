import { describe, expect, it } from 'vitest'
import { CardId, ItemId } from '../../ids'
import { forgettingOf } from '../../memory/algorithm'
import { DEFAULT_PARAMETERS } from '../../memory/parameters'
import type { MemoryState } from '../../memory/state'
import { known as memory } from '../../memory/state-fixture'
import { addDays, toStudyDay } from '../../time/study-day'
import type { ExamToPlan } from '../plan'
import { learnKnown } from './first-answers'
import { forecastExam, type Learner } from './forecast'
import { learnRecall } from './learned-recall'
import { PRIOR } from './prior'
import { moved } from './record'
import { outlooksIfFollowed, withMoreMinutes } from './under-plan'

const TODAY = toStudyDay(20_000)
const EXAM_DAY = addDays(TODAY, 14)
const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const kind = 'date'

function itemOf(n: number, state: MemoryState, sectionKey: string) {
  const cards = [{ id: CardId.parse(uuid(1000 + n)), memory: state }]
  return { itemId: ItemId.parse(uuid(n)), kind, sectionKey, form: 'typed', cards } as const
}
/** Half of them weak, the others never asked. */
const items = Array.from({ length: 40 }, (_, n) =>
  n < 20
    ? itemOf(n, memory({ stability: 4, lastStudyDay: addDays(TODAY, -9), dueDay: TODAY }), 'weak')
    : itemOf(n, { phase: 'new' }, 'new'),
)
const exam = (minutes: number): ExamToPlan => ({
  ...{ items, today: TODAY, examDay: EXAM_DAY, parameters: DEFAULT_PARAMETERS, ownSeconds: {} },
  ...{ minutesOn: (day) => (day % 7 === 0 ? 0 : minutes), seed: 'a' },
})
const learner: Learner = {
  points: learnRecall([], PRIOR, forgettingOf(DEFAULT_PARAMETERS)),
  known: learnKnown([], [kind], ['weak', 'new']),
}
const sections = ['weak', 'new'].map((key) => ({ key, name: key, weight: 20 }))

function forecast(minutes: number | null) {
  const outlooks =
    minutes === null
      ? undefined
      : outlooksIfFollowed(exam(minutes), { retention: 0.8 }, learner.points)
  const made = forecastExam(
    { items, sections, day: EXAM_DAY, ...(outlooks && { outlooks }) },
    learner,
  )
  if (!made) throw new Error('nothing was forecast')
  return made
}

describe('the forecast if the plan is followed', () => {
  it('is better and surer than if one stops, in every section, and counts nothing as unseen', () => {
    const [stop, plan] = [forecast(null), forecast(20)]
    expect(plan.expected).toBeGreaterThan(stop.expected + 0.1)
    expect(plan.high - plan.low).toBeLessThan(stop.high - stop.low)
    for (const [n, section] of plan.sections.entries()) {
      expect(section.expected).toBeGreaterThan(stop.sections[n]?.expected ?? 1)
    }
    expect(stop.sections.map(({ unseen }) => unseen)).toEqual([0, 20])
    expect(plan.sections.map(({ unseen }) => unseen)).toEqual([0, 0])
  })

  it('without minutes is as if one stopped', () => {
    const [stop, none] = [forecast(null), forecast(0)]
    expect(none.expected).toBeCloseTo(stop.expected, 9)
    expect(none.low).toBeCloseTo(stop.low, 9)
  })

  it('says what more minutes bring, and where', () => {
    const more = moved(forecast(1), forecast(21))
    expect(more.points).toBeGreaterThan(3)
    expect(more.sections.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(more.points, 0)
    const { minutesOn } = withMoreMinutes(exam(1), 20)
    expect([minutesOn(toStudyDay(20_001)), minutesOn(toStudyDay(19_999))]).toEqual([21, 0])
  })

  it('is the same each time', () => {
    expect(forecast(10)).toEqual(forecast(10))
  })
})

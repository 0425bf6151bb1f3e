import { describe, expect, it } from 'vitest'
import { CardId } from '../../ids'
import { forgettingOf } from '../../memory/algorithm'
import { recallAfter } from '../../memory/forgetting'
import { DEFAULT_PARAMETERS } from '../../memory/parameters'
import type { MemoryState } from '../../memory/state'
import { known as memory } from '../../memory/state-fixture'
import { addDays, toStudyDay } from '../../time/study-day'
import { type FirstAnswer, learnKnown } from './first-answers'
import { type AskedItem, type ExamForecast, forecastExam, type Learner } from './forecast'
import { learnRecall } from './learned-recall'
import { PRIOR } from './prior'
import { curveOf } from './true-recall'

const TODAY = toStudyDay(20_000)
const model = forgettingOf(DEFAULT_PARAMETERS)
const AS_SAID = [0, 0, 0]

let made = 0
const card = (memory: MemoryState) => ({
  id: CardId.parse(`018f4e5a-0000-7000-8000-${(made++).toString(16).padStart(12, '0')}`),
  memory,
})
const known = (stability: number, daysAgo: number) =>
  card(memory({ stability, lastStudyDay: addDays(TODAY, -daysAgo) }))
const unseen = () => card({ phase: 'new' })

const item = (cards: AskedItem['cards'], rest: Partial<AskedItem> = {}): AskedItem => ({
  ...{ kind: 'date', sectionKey: 'one', form: 'typed', cards },
  ...rest,
})
const times = (count: number, make: () => AskedItem) => Array.from({ length: count }, make)

/** Somebody of whom the model is right, and known to be. */
const certain = (answers: readonly FirstAnswer[] = []): Learner => ({
  points: [{ departure: AS_SAID, curve: curveOf(AS_SAID, model), weight: 1 }],
  known: learnKnown(answers, ['date', 'list'], ['one', 'two']),
})
/** Somebody of whom nothing is known. */
const stranger: Learner = { ...certain(), points: learnRecall([], PRIOR, model) }

function forecast(
  items: readonly AskedItem[],
  {
    learner = certain(),
    ahead = 0,
    weights = {},
  }: { learner?: Learner; ahead?: number; weights?: Record<string, number> } = {},
): ExamForecast {
  const keys = [...new Set(items.map(({ sectionKey }) => sectionKey))]
  const sections = keys.map((key) => ({
    ...{ key, name: `Section ${key}` },
    weight: weights[key] ?? items.filter(({ sectionKey }) => sectionKey === key).length,
  }))
  const made = forecastExam({ items, sections, day: addDays(TODAY, ahead) }, learner)
  if (!made) throw new Error('nothing was forecast')
  return made
}

describe('the forecast of an exam', () => {
  it('is the mean recall on its day, where the memories are sure', () => {
    const items = [item([known(10, 5)]), item([known(40, 3)])]
    const mean = (recallAfter(12, 10, model) + recallAfter(10, 40, model)) / 2
    expect(forecast(items, { ahead: 7 }).expected).toBeCloseTo(mean, 6)
    expect(forecast(items, { ahead: 30 }).expected).toBeLessThan(mean)
  })

  it('counts a guess among three options, and of a list the share of its elements', () => {
    const recall = recallAfter(30, 10, model)
    const choice = item([known(10, 30)], { form: 'choice' })
    expect(forecast([choice]).expected).toBeCloseTo(recall + (1 - recall) / 3, 6)
    const list = item([known(10, 30), known(20, 30), known(30, 30)], { form: 'list', kind: 'list' })
    const mean = [10, 20, 30].reduce((sum, s) => sum + recallAfter(30, s, model), 0) / 3
    expect(forecast([list]).expected).toBeCloseTo(mean, 6)
  })

  it('weighs sections, and those that weigh nothing all alike by their items', () => {
    const items = [
      item([known(10, 30)]),
      ...times(3, () => item([known(90, 3)], { sectionKey: 'two' })),
    ]
    const [weak, strong] = [recallAfter(30, 10, model), recallAfter(3, 90, model)]
    expect(forecast(items).expected).toBeCloseTo((weak + 3 * strong) / 4, 6)
    const weighed = forecast(items, { weights: { one: 30, two: 10 } })
    expect(weighed.expected).toBeCloseTo((3 * weak + strong) / 4, 6)
    expect(weighed.sections.map(({ share }) => share)).toEqual([0.75, 0.25])
    expect(forecast(items, { weights: { one: 0, two: 0 } }).expected).toBeCloseTo(
      (weak + 3 * strong) / 4,
      6,
    )
  })

  it('adds up its sections', () => {
    const items = [
      ...times(5, () => item([known(10, 9)])),
      ...times(9, () => item([unseen()], { sectionKey: 'two', form: 'choice' })),
    ]
    const { expected, sections } = forecast(items, { learner: stranger, weights: { two: 20 } })
    const sum = sections.reduce((all, section) => all + section.share * section.expected, 0)
    // The odds of unseen items are followed along other lines for the whole than for a section.
    expect(Math.abs(sum - expected)).toBeLessThan(0.005)
    expect(sections.map(({ items: count, unseen: new_ }) => [count, new_])).toEqual([
      [5, 0],
      [9, 9],
    ])
  })

  it('of a day of study counts the next day, since within a day the model says nothing', () => {
    const studied = [item([known(3, 0)])]
    expect(forecast(studied).expected).toBeCloseTo(recallAfter(1, 3, model), 6)
    expect(forecast(studied, { ahead: 1 }).expected).toBe(forecast(studied).expected)
  })

  it('judges unseen items by first answers, never by zero', () => {
    const items = times(20, () => item([unseen()]))
    const went = (right: boolean): FirstAnswer[] =>
      Array.from({ length: 60 }, () => ({ kind: 'date', sectionKey: 'one', picked: false, right }))
    const well = forecast(items, { learner: certain(went(true)) })
    const badly = forecast(items, { learner: certain(went(false)) })
    expect(well.expected).toBeGreaterThan(0.9)
    expect(badly.expected).toBeLessThan(0.1)
    const nobody = forecast(items)
    expect(nobody.high - nobody.low).toBeGreaterThan(0.4)
  })

  it('is less sure of a stranger, also with thousands of items, where chance evens out', () => {
    const items = times(2000, () => item([known(20, 15)]))
    const [sure, unsure] = [forecast(items), forecast(items, { learner: stranger })]
    expect(sure.high - sure.low).toBeLessThan(0.03)
    expect(unsure.high - unsure.low).toBeGreaterThan(0.08)
    const three = forecast(
      times(3, () => item([known(20, 15)])),
      { learner: stranger },
    )
    expect(three.high - three.low).toBeGreaterThan(unsure.high - unsure.low)
  })

  it('says nothing of an exam without items', () => {
    const sections = [{ key: 'one', name: 'One', weight: 3 }]
    expect(forecastExam({ items: [], sections, day: TODAY }, certain())).toBeNull()
    const empty = [item([])]
    expect(forecastExam({ items: empty, sections, day: TODAY }, certain())).toBeNull()
  })

  it('goes by what becomes of the cards, where that is told', () => {
    const [studied, left] = [known(5, 20), known(5, 20)]
    const day = addDays(TODAY, 10)
    const sections = [{ key: 'one', name: 'One', weight: 2 }]
    const outlooks = new Map([[studied.id, { met: 1, recalls: [0.97] }]])
    const items = [item([studied]), item([left])]
    const made = forecastExam({ items, sections, day, outlooks }, certain())
    expect(made?.expected).toBeCloseTo((0.97 + recallAfter(30, 5, model)) / 2, 6)
  })
})

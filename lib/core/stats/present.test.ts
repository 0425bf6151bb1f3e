import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import { recallNow } from '../memory/recall'
import { dueForecast } from './due-forecast'
import { day, itemId, review, tallyOf, undo } from './log-fixture'
import { memoriesOf } from './memories'
import { studyTimeOf } from './study-time'

describe('the due forecast', () => {
  const due = (n: number, on: number) => ({ itemId: itemId(n), dueDay: day(on) })

  it('begins with the backlog, and counts a question once a day', () => {
    const list = [due(1, 0), due(1, 0), due(1, 3)]
    const forecast = dueForecast([...list, due(2, -4), due(2, 0), due(3, 30)], day(0), 30)
    expect(forecast).toMatchObject({ backlog: 1, later: 1, cards: 6 })
    expect(forecast.days).toHaveLength(30)
    expect(forecast.days.filter((d) => d.count > 0)).toEqual([
      { day: day(0), count: 1 },
      { day: day(3), count: 1 },
    ])
  })

  it('loses no card of an item of its own', () => {
    const dues = fc.array(fc.integer({ min: -50, max: 200 }))
    fc.assert(
      fc.property(dues, (list) => {
        const cards = list.map((on, n) => due(n, on))
        const { backlog, days, later } = dueForecast(cards, day(0), 90)
        expect(backlog + days.reduce((n, d) => n + d.count, 0) + later).toBe(list.length)
      }),
    )
  })
})

describe('memories', () => {
  const known = (stability: number, difficulty: number, last: number) => ({
    ...{ stability, difficulty },
    lastStudyDay: day(last),
  })

  it('are spread over bins, with their medians', () => {
    const cards = [known(0.4, 1, -3), known(30, 5.5, -3), known(500, 10, -3)]
    const { stability, difficulty, retrievability } = memoriesOf(cards, day(0), DEFAULT_PARAMETERS)
    expect(stability.median).toBe(30)
    expect(stability.bins.filter((bin) => bin.cards > 0).map((bin) => bin.low)).toEqual([
      0, 21, 365,
    ])
    expect(difficulty.median).toBe(5.5)
    expect(difficulty.bins.filter((bin) => bin.cards > 0).map((bin) => bin.low)).toEqual([1, 5, 9])
    expect(retrievability.cards).toBe(3)
    const recall = cards.map((card) =>
      recallNow({ phase: 'review', ...card }, day(0), DEFAULT_PARAMETERS),
    )
    expect(retrievability.recalled).toBeCloseTo(
      recall.reduce<number>((sum, p) => sum + (p ?? 0), 0),
      12,
    )
  })

  it('answered today have no forecast for today, but are as stable as they are', () => {
    const found = memoriesOf([known(3, 5, 0)], day(0), DEFAULT_PARAMETERS)
    expect(found.retrievability).toMatchObject({ cards: 0, recalled: 0, median: null })
    expect(found.stability.median).toBe(3)
    expect(memoriesOf([], day(0), DEFAULT_PARAMETERS).stability.median).toBeNull()
  })
})

describe('the time of study', () => {
  it('is that of the answers that stand, by study day', () => {
    const slip = review(1, 1, { card: 2, ms: 60_000 })
    const log = [review(0), review(1, 3, { card: 2, ms: 9_000 }), slip, undo(1, slip)]
    const time = studyTimeOf(tallyOf(log, day(2)), day(2), 3)
    expect(time.days.map((d) => [d.day - day(0), d.ms, d.answers])).toEqual([
      [0, 4_000, 1],
      [1, 9_000, 1],
      [2, 0, 0],
    ])
    expect(time).toMatchObject({ studied: 2, ms: 13_000, answers: 2 })
  })
})

import { describe, expect, it } from 'vitest'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import { recallNow } from '../memory/recall'
import { known } from '../memory/state-fixture'
import { addDays, toStudyDay } from '../time/study-day'
import { forecastRetention, HORIZONS, type PresentCard, type Studies } from './forecast-retention'

const TODAY = toStudyDay(20_000)
const at = (desiredRetention: number) => ({ ...DEFAULT_PARAMETERS, desiredRetention })

function card(stability: number, last: number, due: number, share = 1): PresentCard {
  const days = { lastStudyDay: addDays(TODAY, last), dueDay: addDays(TODAY, due) }
  return { share, memory: known({ stability, ...days }) }
}

const studies = (change: Partial<Studies>): Studies => ({
  today: TODAY,
  cards: [],
  presentCards: change.cards?.length ?? 0,
  newPerDay: 0,
  newItems: 0,
  cardsPerItem: 1,
  firstForgotten: 0.25,
  seconds: { recalled: 10, forgotten: 20 },
  seed: 'a',
  ...change,
})

describe('the forecast of a retention', () => {
  it('without anything due within the year is the forgetting curve, and takes no time', () => {
    const cards = [card(400, -10, 500), card(900, -100, 900), card(50, -3, 366, 0.5)]
    const forecast = forecastRetention(studies({ cards }), at(0.9))
    for (const horizon of HORIZONS) {
      const sum = cards.reduce(
        (so, { memory, share }) =>
          so + share * (recallNow(memory, addDays(TODAY, horizon), at(0.9)) ?? 1),
        0,
      )
      expect(forecast.known[horizon]).toBeCloseTo(sum, 9)
      expect(forecast.minutes[horizon]).toBe(0)
    }
  })

  it('of cards due today counts each answer, and one more for each that was forgotten', () => {
    // Recalled with 0.9 each, at a stability so long that none comes back within the 30 days but the forgotten ones.
    const count = 300
    const cards = Array.from({ length: count }, () => card(1000, -1000, 0))
    const { minutes } = forecastRetention(studies({ cards }), at(0.7))
    const ofOne = (0.9 * 10 + 0.1 * (20 + 10)) / 60
    // The share forgotten is drawn: three standard deviations of it.
    const spread = (3 * Math.sqrt(0.09 / count) * 20) / 60
    expect(Math.abs((minutes[30] * 30) / count - ofOne)).toBeLessThan(spread + 0.02)
  })

  it('meets the new items at the given pace until there are no more', () => {
    const none = forecastRetention(studies({ newPerDay: 0, newItems: 50 }), at(0.9))
    expect(none.known[365]).toBe(0)
    const some = forecastRetention(studies({ newPerDay: 2, newItems: 50 }), at(0.9))
    expect(some.known[30]).toBeGreaterThan(40)
    expect(some.known[30]).toBeLessThanOrEqual(50)
    expect(some.known[365]).toBeLessThanOrEqual(50)
    expect(some.known[365]).toBeGreaterThan(40)
  })

  it('of many is that of a sample of them, times as many', () => {
    const cards = Array.from({ length: 3000 }, (_, n) =>
      card(20 + ((n * 37) % 83), -10, Math.floor(n / 100)),
    )
    const few = forecastRetention(studies({ cards, seed: 'b' }), at(0.9))
    const asSample = studies({ cards: cards.filter((_, n) => n % 7 === 0), presentCards: 3000 })
    const sampled = forecastRetention(asSample, at(0.9))
    expect(Math.abs(few.known[90] / sampled.known[90] - 1)).toBeLessThan(0.02)
    expect(Math.abs(few.minutes[90] / sampled.minutes[90] - 1)).toBeLessThan(0.1)
    expect(few.known[90]).toBeGreaterThan(2500)
    expect(few.known[90]).toBeLessThan(3000)
  })

  it('costs more and gives more the higher it is, and is the same each time', () => {
    const cards = Array.from({ length: 200 }, (_, n) => card(5 + n, -5, n % 10))
    const given = studies({ cards, newPerDay: 3, newItems: 60 })
    const row = [0.8, 0.85, 0.9, 0.95].map((retention) => forecastRetention(given, at(retention)))
    for (const [n, forecast] of row.entries()) {
      const before = row[n - 1]
      if (!before) continue
      expect(forecast.minutes[365]).toBeGreaterThan(before.minutes[365])
      expect(forecast.known[365]).toBeGreaterThan(before.known[365])
    }
    expect(forecastRetention(given, at(0.9))).toEqual(row[2])
  })
})

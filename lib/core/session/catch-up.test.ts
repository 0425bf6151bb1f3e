import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import { known } from '../memory/state-fixture'
import { addDays, toStudyDay } from '../time/study-day'
import { type Backlog, endOf, isOver, pacesFor, shareLeft } from './catch-up'

const TODAY = toStudyDay(20_000)
const memory = (stability: number, elapsed = Math.round(stability)) =>
  known({ stability, lastStudyDay: addDays(TODAY, -elapsed), dueDay: TODAY })
const backlog = (change: Partial<Backlog> = {}): Backlog => ({
  today: TODAY,
  waiting: 84,
  doneToday: 0,
  ahead: [],
  sample: [memory(4000)],
  parameters: DEFAULT_PARAMETERS,
  ...change,
})
const days = (of: Backlog, perDay: number) => {
  const last = endOf(of, perDay)
  return last === null ? null : last - TODAY + 1
}

describe('the last day of a backlog', () => {
  it('is plain division where nothing comes back and nothing falls due', () => {
    expect(days(backlog(), 84)).toBe(1)
    expect(days(backlog(), 30)).toBe(3)
    expect(days(backlog(), 10)).toBe(9)
    expect(days(backlog({ doneToday: 20 }), 30)).toBe(4)
    expect(days(backlog({ waiting: 10, doneToday: 30 }), 30)).toBe(2)
  })

  it('is later by what falls due meanwhile', () => {
    expect(days(backlog({ ahead: Array.from({ length: 60 }, () => 10) }), 30)).toBe(4)
    expect(days(backlog({ ahead: Array.from({ length: 200 }, () => 30) }), 30)).toBeNull()
  })

  it('is later by what comes back: weak items within days', () => {
    const weak = days(backlog({ sample: [memory(1, 30)] }), 30)
    expect(weak).toBeGreaterThan(3)
    expect(weak).toBeLessThan(20)
  })

  it('is said alike for the same backlog, and no later at a faster pace', () => {
    const any = fc.record({
      waiting: fc.integer({ min: 1, max: 150 }),
      ahead: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 }),
      stability: fc.double({ min: 60, max: 900, noNaN: true }),
    })
    fc.assert(
      fc.property(any, fc.integer({ min: 8, max: 60 }), ({ waiting, ahead, stability }, pace) => {
        const of = backlog({ waiting, ahead, sample: [memory(stability, 80), memory(stability)] })
        const slow = days(of, pace)
        expect(days(of, pace)).toBe(slow)
        const fast = days(of, pace * 2)
        if (slow !== null && slow <= 20) expect(fast ?? 999).toBeLessThanOrEqual(slow)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the paces offered', () => {
  it('end, are fewer than what waits, and the proposed one is done within ten days', () => {
    const { paces, proposed } = pacesFor(backlog())
    expect(proposed?.perDay).toBe(10)
    expect(paces.map((pace) => pace.perDay)).toEqual([5, 10, 20, 30])
    for (const pace of paces) expect(pace.lastDay).toBeGreaterThan(TODAY)
  })

  it('hold the one that is wanted', () => {
    const { paces, proposed } = pacesFor(backlog(), 33)
    expect(proposed?.perDay).toBe(33)
    expect(paces.map((pace) => pace.perDay)).toContain(33)
  })

  it('are none where nothing needs a plan', () => {
    expect(pacesFor(backlog({ waiting: 4 })).proposed).toBeNull()
  })
})

describe('a plan', () => {
  const plan = { perDay: 30, since: addDays(TODAY, -3) }

  it('is over when today’s work is no more than a share, counting what is done of it', () => {
    expect(isOver(plan, 30, 0)).toBe(true)
    expect(isOver(plan, 24, 6)).toBe(true)
    expect(isOver(plan, 25, 6)).toBe(false)
    expect(isOver(plan, 1, 30)).toBe(false)
  })

  it('leaves what of its share is not done', () => {
    expect(shareLeft(plan, 12)).toBe(18)
    expect(shareLeft(plan, 40)).toBe(0)
  })
})

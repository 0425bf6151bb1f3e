import { describe, expect, it } from 'vitest'
import { CardId } from '../ids'
import { addDays, parseStudyDay, toStudyDay } from '../time/study-day'
import { drawFor } from './fuzz'
import { balanced, type DayEase, type DueLoad } from './load'

const CARD = CardId.parse('018f4e5a-0000-7000-8000-000000000001')
const SUNDAY = parseStudyDay('2026-11-22') ?? toStudyDay(0)
const NORMAL: readonly DayEase[] = Array.from({ length: 7 }, () => 'normal')
const load = (change: Partial<DueLoad> = {}): DueLoad => ({
  from: SUNDAY,
  counts: Array.from({ length: 120 }, () => 10),
  balance: true,
  easyDays: NORMAL,
  ...change,
})
const TEN = { first: 8, last: 12 }

/** How often each day of a range is chosen, by days from the study day. */
function chosen(range: { first: number; last: number }, of: DueLoad, draws = 5000) {
  const times = new Map<number, number>()
  for (let reps = 0; reps < draws; reps++) {
    const day = balanced(range, SUNDAY, drawFor(CARD, reps), of)
    times.set(day, (times.get(day) ?? 0) + 1)
  }
  return (day: number) => (times.get(day) ?? 0) / draws
}

describe('load balancing', () => {
  it('chooses by one over the square of what is due, and over the days', () => {
    const counts = Array.from({ length: 120 }, () => 9)
    counts[9] = 19
    counts[10] = 4
    const share = chosen(TEN, load({ counts }))
    // Cards due that day, this one among them: 10, 20, 5, 10, 10.
    const weights = [1 / 100 / 8, 1 / 400 / 9, 1 / 25 / 10, 1 / 100 / 11, 1 / 100 / 12]
    const sum = weights.reduce((a, b) => a + b)
    for (const [i, weight] of weights.entries())
      expect(Math.abs(share(8 + i) - weight / sum)).toBeLessThan(0.025)
  })

  it('stays within the range, whatever is due', () => {
    for (const lot of [0, 0.3, 0.9999999]) {
      expect(balanced({ first: 5, last: 5 }, SUNDAY, lot, load())).toBe(5)
      for (const counts of [[], [0], Array.from({ length: 120 }, () => 1e6)]) {
        const day = balanced(TEN, SUNDAY, lot, load({ counts }))
        expect(day).toBeGreaterThanOrEqual(8)
        expect(day).toBeLessThanOrEqual(12)
      }
    }
  })

  it('counts from another day than today just as well', () => {
    const counts = [0, 0, 999, 999, 999, 999]
    const share = chosen(TEN, load({ from: addDays(SUNDAY, 7), counts }))
    expect(share(8)).toBeGreaterThan(0.99)
  })

  it('takes every day alike beyond 90 days, or where it is switched off', () => {
    const counts = Array.from({ length: 120 }, (_, i) => i % 7)
    for (const [range, of] of [
      [{ first: 88, last: 92 }, load({ counts })],
      [TEN, load({ counts, balance: false })],
    ] as const) {
      const share = chosen(range, of)
      for (let day = range.first; day <= range.last; day++)
        expect(Math.abs(share(day) - 0.2)).toBeLessThan(0.025)
    }
  })

  it('keeps days without reviews free where the range has others, and halves the easy ones', () => {
    // Eight days after a Sunday is a Monday.
    const easyDays = NORMAL.with(0, 'none').with(2, 'fewer')
    const share = chosen(TEN, load({ balance: false, easyDays }))
    expect(share(8)).toBeLessThan(0.001)
    expect(Math.abs(share(10) - share(9) / 2)).toBeLessThan(0.025)
    const only = balanced({ first: 8, last: 8 }, SUNDAY, 0.5, load({ easyDays }))
    expect(only).toBe(8)
  })
})

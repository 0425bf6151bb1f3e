import { describe, expect, it } from 'vitest'
import { toStudyDay } from '@/lib/core/time/study-day'
import {
  dayLong,
  dayOfYear,
  daysWords,
  minutesWords,
  recallBin,
  stabilityBin,
  tenths,
} from './words'

describe('figures', () => {
  it('say shares to a tenth of a per cent', () => {
    expect(tenths(0.9)).toBe('90.0 %')
  })

  it('say days as people do', () => {
    expect(dayLong(toStudyDay(20_514))).toBe('Monday 2 March')
    expect(dayOfYear(toStudyDay(20_514))).toBe('2 March 2026')
    expect([0.44, 1, 12.6, 97, 400].map(daysWords)).toEqual([
      '0.4 days',
      '1 day',
      '13 days',
      '3.2 months',
      '1.1 years',
    ])
    expect([0, 30_000, 600_000, 7_260_000].map(minutesWords)).toEqual([
      '0.0 min',
      '0.5 min',
      '10 min',
      '121 min',
    ])
  })

  it('name the bins of a spread', () => {
    expect(recallBin({ low: 0, high: 0.5 })).toBe('under 50')
    expect(recallBin({ low: 0.95, high: 1 })).toBe('95 to 100')
    expect(stabilityBin({ low: 365, high: Number.POSITIVE_INFINITY })).toBe('a year or more')
    expect(stabilityBin({ low: 7, high: 21 })).toBe('7 to 21 days')
  })
})
